'use client';

import { useListMutation, type UseListMutationOptions, type UseListMutationResult } from './useListMutation.js';

/**
 * Likes a title very much, or takes that back; a title that is liked or disliked is so no more. `useMediaProfileMeta` and
 * `useListItems` show it at once, and take it back where it fails.
 *
 * @throws where the provider's client cannot.
 * @example
 * const superLike = useSuperLike();
 * superLike.mutate({ mediaId: 'MV_550', on: true });
 */
export function useSuperLike(options?: UseListMutationOptions): UseListMutationResult {
  return useListMutation('useSuperLike()', 'super_liked', options);
}
