import { DiscovrError } from './errors/discovrError.js';

/**
 * Gives a function that loads code at its first call, once for all calls. Where the code cannot be loaded the call
 * rejects with `NETWORK_ERROR`, and the next call tries again.
 *
 * @param subject what the code is for, in the plural; the error names it.
 */
export function loadOnce<T>(subject: string, load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | undefined;
  return () =>
    (loading ??= load().catch((cause: unknown) => {
      loading = undefined;
      throw new DiscovrError('NETWORK_ERROR', `The code for ${subject} could not be loaded.`, { cause });
    }));
}
