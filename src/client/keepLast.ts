/** Maximum number of entries that a map keeps. */
const MAX_KEPT = 200;

/** Adds an entry at the end of a map, and removes the oldest entry when the map holds more than 200. */
export function keepLast<T>(map: Map<string, T>, key: string, value: T): void {
  map.delete(key);
  map.set(key, value);
  const [oldest] = map.keys();
  if (map.size > MAX_KEPT && oldest !== undefined) map.delete(oldest);
}
