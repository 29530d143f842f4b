/**
 * Adds an entry at the end of a map, and removes the oldest entry when the map holds more than `max`. An entry that is
 * added again is the newest.
 */
export function keepLast<T>(map: Map<string, T>, key: string, value: T, max = 200): void {
  map.delete(key);
  map.set(key, value);
  const [oldest] = map.keys();
  if (map.size > max && oldest !== undefined) map.delete(oldest);
}
