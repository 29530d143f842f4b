'use client';

import { useListMutation, type UseListMutationOptions, type UseListMutationResult } from './useListMutation.js';

/**
 * Super-likes a title, or removes the super-like. Super-liking removes a like or dislike. `useMediaProfileMeta` and
 * `useListItems` show the change immediately, and revert it on failure.
 *
 * @throws {TypeError} when the provider's client cannot super-like titles.
 * @example
 * const superLike = useSuperLike();
 * superLike.mutate({ mediaId: 'MV_900000285', on: true });
 */
export function useSuperLike(options?: UseListMutationOptions): UseListMutationResult {
  return useListMutation('useSuperLike()', 'super_liked', options);
}
