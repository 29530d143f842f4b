/** A list of listeners. `add` returns a function that removes the listener. */
export interface Observers<Value> {
  add(listener: (value: Value) => void): () => void;
  notify(value: Value): void;
  clear(): void;
}

/** Creates an empty list of listeners. If one throws, the others are still called, and the error is rethrown later. */
export function createObservers<Value>(): Observers<Value> {
  // Each entry is an object, so that the same function can be added twice and removed once.
  const listeners = new Set<{ listener: (value: Value) => void }>();
  return {
    add(listener) {
      const entry = { listener };
      listeners.add(entry);
      return () => listeners.delete(entry);
    },
    notify(value) {
      for (const entry of [...listeners]) {
        // An earlier listener may have removed this one.
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
