/**
 * Returns a start function for several callers: the first call starts, and undoing the last remaining call stops.
 *
 * @param start starts, and returns the function that stops.
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
