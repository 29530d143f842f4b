'use client';

import type { AddHistoryPayload } from '../../../api/schemas/titles/history.js';
import { historyChange } from './historyChange.js';
import { requireMethod } from '../../provider/requireMethod.js';
import { useTitleMutation, type TitleMutationOptions, type TitleMutationResult } from '../useTitleMutation.js';

/** Options of {@link useAddHistory}: TanStack's, except key and function. */
export type UseAddHistoryOptions = TitleMutationOptions<AddHistoryPayload>;

/** What {@link useAddHistory} gives: TanStack's mutation. */
export type UseAddHistoryResult = TitleMutationResult<AddHistoryPayload>;

/**
 * Puts a title down as watched; a series needs its `season`, and without `episode` all of that season is meant. Without
 * `progress` it was watched to its end. What is in the cache shows it at once, and takes it back where it fails.
 *
 * @throws where the provider's client cannot.
 * @example
 * const addHistory = useAddHistory();
 * addHistory.mutate({ mediaId: 'TV_1396', season: 1, episode: 2 });
 */
export function useAddHistory(options?: UseAddHistoryOptions): UseAddHistoryResult {
  return useTitleMutation(
    'useAddHistory()',
    (client) => {
      const addHistoryItem = requireMethod(client, 'addHistoryItem', 'useAddHistory()');
      return ({ mediaId, ...payload }) => {
        const { season, episode, progress = 100, updatedAt = new Date().toISOString() } = payload;
        return {
          mediaId,
          concerned: historyChange(client, { mediaId, season, episode, progress, updatedAt }),
          send: () => addHistoryItem(mediaId, payload),
        };
      };
    },
    options,
  );
}
