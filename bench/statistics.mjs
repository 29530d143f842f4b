export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Returns the median of the ratios of all rounds. A slow phase of the machine affects both numbers of a ratio. */
export function medianRatio(numbers, base) {
  return median(numbers.map((number, round) => number / base[round]));
}

/** Returns the items in random order, so that no item always follows the same item. */
export function shuffled(items) {
  return items
    .map((item) => ({ item, order: Math.random() }))
    .sort((a, b) => a.order - b.order)
    .map(({ item }) => item);
}
