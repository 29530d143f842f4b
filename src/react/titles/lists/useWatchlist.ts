'use client';

import { useListMutation, type UseListMutationOptions, type UseListMutationResult } from './useListMutation.js';

/**
 * Puts a title on the watchlist, or takes it off, whatever the profile thinks of it. `useMediaProfileMeta` and
 * `useListItems` show it at once, and take it back where it fails.
 *
 * @throws where the provider's client cannot.
 * @example
 * const watchlist = useWatchlist();
 * watchlist.mutate({ mediaId: 'MV_550', on: true });
 */
export function useWatchlist(options?: UseListMutationOptions): UseListMutationResult {
  return useListMutation('useWatchlist()', 'watchlist', options);
}
