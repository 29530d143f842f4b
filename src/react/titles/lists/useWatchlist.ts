'use client';

import { useListMutation, type UseListMutationOptions, type UseListMutationResult } from './useListMutation.js';

/**
 * Adds a title to the watchlist, or removes it; likes and dislikes do not change. `useMediaProfileMeta` and
 * `useListItems` show the change immediately, and revert it on failure.
 *
 * @throws {TypeError} when the provider's client cannot change the watchlist.
 * @example
 * const watchlist = useWatchlist();
 * watchlist.mutate({ mediaId: 'MV_900000285', on: true });
 */
export function useWatchlist(options?: UseListMutationOptions): UseListMutationResult {
  return useListMutation('useWatchlist()', 'watchlist', options);
}
