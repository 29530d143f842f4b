/** Acts on a storage of the browser. Returns `undefined` when the storage is missing, denied or full. */
export function withStorage<T>(open: () => Storage, act: (storage: Storage) => T): T | undefined {
  try {
    return act(open());
  } catch {
    return undefined;
  }
}
