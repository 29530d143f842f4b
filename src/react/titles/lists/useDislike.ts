'use client';

import { useListMutation, type UseListMutationOptions, type UseListMutationResult } from './useListMutation.js';

/**
 * Dislikes a title, or removes the dislike. Disliking removes a like or super-like. `useMediaProfileMeta` and
 * `useListItems` show the change immediately, and revert it on failure.
 *
 * @throws {TypeError} when the provider's client cannot dislike titles.
 * @example
 * const dislike = useDislike();
 * dislike.mutate({ mediaId: 'MV_900000285', on: true });
 */
export function useDislike(options?: UseListMutationOptions): UseListMutationResult {
  return useListMutation('useDislike()', 'disliked', options);
}
