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
