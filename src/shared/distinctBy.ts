/**
 * Removes duplicate items, which a server may send. Of equal items, keeps the position of the first and the content of
 * the last.
 */
export function distinctBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[] {
  return [...new Map(items.map((item) => [keyOf(item), item])).values()];
}
