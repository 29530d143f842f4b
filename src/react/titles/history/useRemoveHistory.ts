'use client';

import { historyRemoval } from './historyChange.js';
import { requireMethod } from '../../provider/requireMethod.js';
import { useTitleMutation, type TitleMutationOptions, type TitleMutationResult } from '../useTitleMutation.js';

/** Options of {@link useRemoveHistory}: TanStack's, except the key and the function. */
export type UseRemoveHistoryOptions = TitleMutationOptions<string>;

/** Result of {@link useRemoveHistory}: TanStack's mutation; its variable is the title's media id. */
export type UseRemoveHistoryResult = TitleMutationResult<string>;

/**
 * Removes all entries of a title from the history. Cached data shows the change immediately, and reverts it on failure.
 *
 * @throws {TypeError} when the provider's client cannot remove from the history.
 * @example
 * const removeHistory = useRemoveHistory();
 * removeHistory.mutate('MV_900000285');
 */
export function useRemoveHistory(options?: UseRemoveHistoryOptions): UseRemoveHistoryResult {
  return useTitleMutation(
    'useRemoveHistory()',
    (client) => {
      const removeHistoryItem = requireMethod(client, 'removeHistoryItem', 'useRemoveHistory()');
      return (mediaId, owner) => ({
        mediaId,
        affected: historyRemoval(owner, mediaId),
        send: () => removeHistoryItem(mediaId),
      });
    },
    options,
  );
}
