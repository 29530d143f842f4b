/** Keeps one item for each key, in the place of the first and with the content of the last: servers may send one twice. */
export function distinctBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[] {
  return [...new Map(items.map((item) => [keyOf(item), item])).values()];
}
