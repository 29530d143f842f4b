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

/**
 * Wraps `start` for several callers. The first call runs `start`, and each call returns a function that undoes that
 * call. When all calls are undone, the function returned by `start` runs.
 */
export function countedStart(start: () => () => void): () => () => void {
  let callers = 0;
  let stop: (() => void) | undefined;
  return () => {
    callers += 1;
    if (callers === 1) stop = start();
    let isUsing = true;
    return () => {
      if (!isUsing) return;
      isUsing = false;
      callers -= 1;
      if (callers === 0) stop?.();
    };
  };
}
