'use client';

import { useListMutation, type UseListMutationOptions, type UseListMutationResult } from './useListMutation.js';

/**
 * Dislikes a title, or takes that back; a title that is liked or super-liked is so no more. `useMediaProfileMeta` and
 * `useListItems` show it at once, and take it back where it fails.
 *
 * @throws where the provider's client cannot.
 * @example
 * const dislike = useDislike();
 * dislike.mutate({ mediaId: 'MV_550', on: true });
 */
export function useDislike(options?: UseListMutationOptions): UseListMutationResult {
  return useListMutation('useDislike()', 'disliked', options);
}
