'use client';

import type { HistoryListResponse } from '../../../api/history.js';
import { mediaHistoryQueryOptions } from './mediaHistoryQueryOptions.js';
import type { HistoryPlace } from '../../query/queryKeys.js';
import { useScopedBatches, type UseBatchesOptions, type UseBatchesResult } from '../../query/useScopedBatches.js';

/** Options of {@link useMediaHistory}. */
export interface UseMediaHistoryOptions extends UseBatchesOptions, HistoryPlace {}

/**
 * Returns the history of one title, last changed first, in batches. A series needs a `season`; without it, `error` is
 * `VALIDATION_FAILED` and nothing is sent. `entryOfEpisode` finds the entry that counts for an episode.
 *
 * @throws {TypeError} when the provider's client cannot fetch the history of a title.
 * @example
 * const { data } = useMediaHistory('TV_900020167', { season: 1, limit: 50 });
 */
export function useMediaHistory(
  mediaId: string,
  { season, episode, ...options }: UseMediaHistoryOptions = {},
): UseBatchesResult<HistoryListResponse> {
  return useScopedBatches(
    'useMediaHistory()',
    (client, size) => mediaHistoryQueryOptions(client, mediaId, { ...size, season, episode }),
    options,
  );
}
