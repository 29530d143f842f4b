/** How many entries a map keeps, those put last. */
const MAX_KEPT = 200;

/** Puts an entry last into a map, and drops the first where there are too many. */
export function keepLast<T>(map: Map<string, T>, key: string, value: T): void {
  map.delete(key);
  map.set(key, value);
  const [oldest] = map.keys();
  if (map.size > MAX_KEPT && oldest !== undefined) map.delete(oldest);
}
