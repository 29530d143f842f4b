export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Median of the quotients round by round: what slows the machine for a while slows both sides of one. */
export function medianRatio(numbers, base) {
  return median(numbers.map((number, round) => number / base[round]));
}

/** The same items in an order of chance, so that none always follows the same other. */
export function shuffled(items) {
  return items
    .map((item) => ({ item, order: Math.random() }))
    .sort((a, b) => a.order - b.order)
    .map(({ item }) => item);
}
