'use client';

import type { MediaList } from '../../api/facts.js';
import { eventsOf } from '../events/events.js';
import { listChange, listMethodNames, type ListVariables } from './listChange.js';
import {
  useTitleMutation,
  type TitleMutationHook,
  type TitleMutationOptions,
  type TitleMutationResult,
} from './useTitleMutation.js';

/** Options of a hook that adds titles to a list or removes them: TanStack's, except the key and the function. */
export type UseListMutationOptions = TitleMutationOptions<ListVariables>;

/** Result of a hook that adds titles to a list or removes them: TanStack's mutation. */
export type UseListMutationResult = TitleMutationResult<ListVariables>;

/** Adds titles to a list or removes them. */
function useListMutation(
  caller: TitleMutationHook,
  list: MediaList,
  options: UseListMutationOptions | undefined,
): UseListMutationResult {
  return useTitleMutation(
    caller,
    (client, variables, owner) => ({
      mediaId: variables.mediaId,
      affected: listChange(owner, list, variables),
      async send() {
        const { mediaId, on } = variables;
        const result = await client[listMethodNames[list][on ? 'add' : 'remove']](mediaId);
        eventsOf(client).emit({ type: 'titleAction', mediaId, list, on });
        return result;
      },
    }),
    options,
  );
}

/**
 * Likes a title, or removes the like. Liking removes a dislike or super-like. `useMediaProfileMeta` and `useListItems`
 * show the change immediately, and revert it on failure.
 *
 * @example
 * const like = useLike();
 * like.mutate({ mediaId: 'MV_900000285', on: true });
 */
export function useLike(options?: UseListMutationOptions): UseListMutationResult {
  return useListMutation('useLike()', 'liked', options);
}

/**
 * Dislikes a title, or removes the dislike. Disliking removes a like or super-like. `useMediaProfileMeta` and
 * `useListItems` show the change immediately, and revert it on failure.
 *
 * @example
 * const dislike = useDislike();
 * dislike.mutate({ mediaId: 'MV_900000285', on: true });
 */
export function useDislike(options?: UseListMutationOptions): UseListMutationResult {
  return useListMutation('useDislike()', 'disliked', options);
}

/**
 * Super-likes a title, or removes the super-like. Super-liking removes a like or dislike. `useMediaProfileMeta` and
 * `useListItems` show the change immediately, and revert it on failure.
 *
 * @example
 * const superLike = useSuperLike();
 * superLike.mutate({ mediaId: 'MV_900000285', on: true });
 */
export function useSuperLike(options?: UseListMutationOptions): UseListMutationResult {
  return useListMutation('useSuperLike()', 'super_liked', options);
}

/**
 * Adds a title to the watchlist, or removes it; likes and dislikes do not change. `useMediaProfileMeta` and
 * `useListItems` show the change immediately, and revert it on failure.
 *
 * @example
 * const watchlist = useWatchlist();
 * watchlist.mutate({ mediaId: 'MV_900000285', on: true });
 */
export function useWatchlist(options?: UseListMutationOptions): UseListMutationResult {
  return useListMutation('useWatchlist()', 'watchlist', options);
}
