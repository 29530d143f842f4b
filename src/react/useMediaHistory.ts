'use client';

import type { HistoryListResponse } from '../api/schemas/history.js';
import { mediaHistoryQueryOptions } from './mediaHistoryQueryOptions.js';
import { useScopedParts, type UsePartsOptions, type UsePartsResult } from './useScopedParts.js';

/**
 * The entries of one title in the history, the one changed last first, part by part. Of a series `entryOfEpisode` tells
 * which entry counts for an episode.
 *
 * @throws where the provider's client has no history of a title.
 * @example
 * const { data } = useMediaHistory('TV_1396', { limit: 50 });
 */
export function useMediaHistory(mediaId: string, options?: UsePartsOptions): UsePartsResult<HistoryListResponse> {
  return useScopedParts(
    'useMediaHistory()',
    (client, size) => mediaHistoryQueryOptions(client, mediaId, size),
    options,
  );
}
