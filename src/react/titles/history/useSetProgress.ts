'use client';

import { historyChange } from './historyChange.js';
import { requireMethod } from '../../provider/requireMethod.js';
import { useTitleMutation, type TitleMutationOptions, type TitleMutationResult } from '../useTitleMutation.js';

/** Watch progress of a film, a season or an episode. */
export interface SetProgressVariables {
  mediaId: string;
  /** Percent, 0 to 100. From 80 on, it counts as completed; 0 means not watched. */
  progress: number;
  /** Season number, from 1; required for a series. */
  season?: number | undefined;
  /** Episode number, from 1; omit it for the whole season. */
  episode?: number | undefined;
}

/** Options of {@link useSetProgress}: TanStack's, except the key and the function. */
export type UseSetProgressOptions = TitleMutationOptions<SetProgressVariables>;

/** Result of {@link useSetProgress}: TanStack's mutation. */
export type UseSetProgressResult = TitleMutationResult<SetProgressVariables>;

/**
 * Sets the watch progress of a film, a season or an episode, and adds it to the history if needed. Cached data shows
 * the change immediately, and reverts it on failure.
 *
 * @throws {TypeError} when the provider's client cannot change the history.
 * @example
 * const setProgress = useSetProgress();
 * setProgress.mutate({ mediaId: 'TV_900020167', season: 1, episode: 2, progress: 0 });
 */
export function useSetProgress(options?: UseSetProgressOptions): UseSetProgressResult {
  return useTitleMutation(
    'useSetProgress()',
    (client) => {
      const patchHistoryItem = requireMethod(client, 'patchHistoryItem', 'useSetProgress()');
      return ({ mediaId, progress, season, episode }, owner) => ({
        mediaId,
        affected: historyChange(owner, { mediaId, season, episode, progress, updatedAt: new Date().toISOString() }),
        send: () => patchHistoryItem(mediaId, progress, { season, episode }),
      });
    },
    options,
  );
}
