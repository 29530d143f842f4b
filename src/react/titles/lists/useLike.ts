'use client';

import { useListMutation, type UseListMutationOptions, type UseListMutationResult } from './useListMutation.js';

/**
 * Likes a title, or takes the like back; a title that is disliked or super-liked is so no more. `useMediaProfileMeta` and
 * `useListItems` show it at once, and take it back where it fails.
 *
 * @throws where the provider's client cannot.
 * @example
 * const like = useLike();
 * like.mutate({ mediaId: 'MV_550', on: true });
 */
export function useLike(options?: UseListMutationOptions): UseListMutationResult {
  return useListMutation('useLike()', 'liked', options);
}
