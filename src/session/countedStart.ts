/**
 * Lets several callers start the same thing: the first start counts, and the undo of the last one ends it.
 *
 * @param start starts it, and returns the undo.
 */
export function countedStart(start: () => () => void): () => () => void {
  let users = 0;
  let stop: (() => void) | undefined;
  return () => {
    users += 1;
    if (users === 1) stop = start();
    let isUsing = true;
    return () => {
      if (!isUsing) return;
      isUsing = false;
      users -= 1;
      if (users === 0) stop?.();
    };
  };
}
