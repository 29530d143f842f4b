/**
 * Returns a function for several callers. Its first call runs `start`; each call returns a function that undoes the
 * call. When all calls are undone, the function that `start` returned is called.
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
