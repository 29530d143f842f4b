'use client';

import type { HistoryListResponse } from '../../../api/schemas/titles/history.js';
import { mediaHistoryQueryOptions } from './mediaHistoryQueryOptions.js';
import type { HistoryPlace } from '../../query/queryKeys.js';
import { useScopedBatches, type UseBatchesOptions, type UseBatchesResult } from '../../query/useScopedBatches.js';

/** Options of {@link useMediaHistory}. */
export interface UseMediaHistoryOptions extends UseBatchesOptions, HistoryPlace {}

/**
 * The entries of one title in the history, the one changed last first, part by part. A series needs its `season`;
 * without it `error` is `VALIDATION_FAILED` and nothing is sent. `entryOfEpisode` tells which entry counts for an episode.
 *
 * @throws where the provider's client has no history of a title.
 * @example
 * const { data } = useMediaHistory('TV_1396', { season: 1, limit: 50 });
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
