'use client';

import { historyChange } from './historyChange.js';
import { requireMethod } from '../../provider/requireMethod.js';
import { useTitleMutation, type TitleMutationOptions, type TitleMutationResult } from '../useTitleMutation.js';

/** How far a film, a season or an episode was watched. */
export interface SetProgressVariables {
  mediaId: string;
  /** Percent, 0 to 100; from 80 on it counts as completed, 0 un-watches it. */
  progress: number;
  /** From 1; a series needs it. */
  season?: number | undefined;
  /** From 1; without it the season as a whole is meant. */
  episode?: number | undefined;
}

/** Options of {@link useSetProgress}: TanStack's, except key and function. */
export type UseSetProgressOptions = TitleMutationOptions<SetProgressVariables>;

/** What {@link useSetProgress} gives: TanStack's mutation. */
export type UseSetProgressResult = TitleMutationResult<SetProgressVariables>;

/**
 * Changes in the history how far a film, a season or an episode was watched, or puts that down. What is in the cache
 * shows it at once, and takes it back where it fails.
 *
 * @throws where the provider's client cannot.
 * @example
 * const setProgress = useSetProgress();
 * setProgress.mutate({ mediaId: 'TV_1396', season: 1, episode: 2, progress: 0 });
 */
export function useSetProgress(options?: UseSetProgressOptions): UseSetProgressResult {
  return useTitleMutation(
    'useSetProgress()',
    (client) => {
      const patchHistoryItem = requireMethod(client, 'patchHistoryItem', 'useSetProgress()');
      return ({ mediaId, progress, season, episode }) => ({
        mediaId,
        concerned: historyChange(client, { mediaId, season, episode, progress, updatedAt: new Date().toISOString() }),
        send: () => patchHistoryItem(mediaId, progress, { season, episode }),
      });
    },
    options,
  );
}
