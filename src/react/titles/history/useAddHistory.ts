'use client';

import type { AddHistoryPayload } from '../../../api/history.js';
import { historyChange } from './historyChange.js';
import { requireMethod } from '../../provider/requireMethod.js';
import { useTitleMutation, type TitleMutationOptions, type TitleMutationResult } from '../useTitleMutation.js';

/** Options of {@link useAddHistory}: TanStack's, except the key and the function. */
export type UseAddHistoryOptions = TitleMutationOptions<AddHistoryPayload>;

/** Result of {@link useAddHistory}: TanStack's mutation. */
export type UseAddHistoryResult = TitleMutationResult<AddHistoryPayload>;

/**
 * Marks a title as watched. A series needs a `season`; without `episode`, the whole season is marked. Without
 * `progress`, it counts as watched to the end. Cached data shows the change immediately, and reverts it on failure.
 *
 * @throws {TypeError} when the provider's client cannot add to the history.
 * @example
 * const addHistory = useAddHistory();
 * addHistory.mutate({ mediaId: 'TV_900020167', season: 1, episode: 2 });
 */
export function useAddHistory(options?: UseAddHistoryOptions): UseAddHistoryResult {
  return useTitleMutation(
    'useAddHistory()',
    (client) => {
      const addHistoryItem = requireMethod(client, 'addHistoryItem', 'useAddHistory()');
      return ({ mediaId, ...payload }, owner) => {
        const { season, episode, progress = 100, updatedAt = new Date().toISOString() } = payload;
        return {
          mediaId,
          affected: historyChange(owner, { mediaId, season, episode, progress, updatedAt }),
          send: () => addHistoryItem(mediaId, payload),
        };
      };
    },
    options,
  );
}
