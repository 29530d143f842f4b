'use client';

import { useListMutation, type UseListMutationOptions, type UseListMutationResult } from './useListMutation.js';

/**
 * Likes a title, or removes the like. Liking removes a dislike or super-like. `useMediaProfileMeta` and `useListItems`
 * show the change immediately, and revert it on failure.
 *
 * @throws {TypeError} when the provider's client cannot like titles.
 * @example
 * const like = useLike();
 * like.mutate({ mediaId: 'MV_900000285', on: true });
 */
export function useLike(options?: UseListMutationOptions): UseListMutationResult {
  return useListMutation('useLike()', 'liked', options);
}
