'use client';

import { historyRemoval } from './historyChange.js';
import { requireMethod } from '../../provider/requireMethod.js';
import { useTitleMutation, type TitleMutationOptions, type TitleMutationResult } from '../useTitleMutation.js';

/** Options of {@link useRemoveHistory}: TanStack's, except key and function. */
export type UseRemoveHistoryOptions = TitleMutationOptions<string>;

/** What {@link useRemoveHistory} gives: TanStack's mutation, of a title's media id. */
export type UseRemoveHistoryResult = TitleMutationResult<string>;

/**
 * Forgets that a title was ever watched: every entry of it. What is in the cache shows it at once, and takes it back where
 * it fails.
 *
 * @throws where the provider's client cannot.
 * @example
 * const removeHistory = useRemoveHistory();
 * removeHistory.mutate('MV_550');
 */
export function useRemoveHistory(options?: UseRemoveHistoryOptions): UseRemoveHistoryResult {
  return useTitleMutation(
    'useRemoveHistory()',
    (client) => {
      const removeHistoryItem = requireMethod(client, 'removeHistoryItem', 'useRemoveHistory()');
      return (mediaId) => ({
        mediaId,
        concerned: historyRemoval(client, mediaId),
        send: () => removeHistoryItem(mediaId),
      });
    },
    options,
  );
}
