/** A list of listeners: add one and get back the function that removes it. */
export interface Observers<Value> {
  add(listener: (value: Value) => void): () => void;
  notify(value: Value): void;
  clear(): void;
}

/** Makes an empty list of listeners. A listener that throws does not keep the others from hearing. */
export function createObservers<Value>(): Observers<Value> {
  // Wrapped, so that the same function added twice is heard twice and removed once.
  const listeners = new Set<{ listener: (value: Value) => void }>();
  return {
    add(listener) {
      const entry = { listener };
      listeners.add(entry);
      return () => listeners.delete(entry);
    },
    notify(value) {
      for (const entry of [...listeners]) {
        // Taken out by one that heard before it.
        if (!listeners.has(entry)) continue;
        try {
          entry.listener(value);
        } catch (error) {
          queueMicrotask(() => {
            throw error;
          });
        }
      }
    },
    clear: () => listeners.clear(),
  };
}
