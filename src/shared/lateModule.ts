import { DiscovrError } from './errors.js';

/**
 * Returns a function that loads a module on its first call and shares it with all later calls. When loading fails, the
 * call rejects with a `NETWORK_ERROR` that says why, and the next call loads again.
 *
 * @param subject what the module is for, in the plural, for the error message.
 */
export function loadOnce<T>(subject: string, load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | undefined;
  return () =>
    (loading ??= load().catch((cause: unknown) => {
      loading = undefined;
      throw new DiscovrError(
        'NETWORK_ERROR',
        `The code for ${subject} could not be loaded: ${String(cause)}. If the device is online, check that your app serves it.`,
        { cause },
      );
    }));
}
