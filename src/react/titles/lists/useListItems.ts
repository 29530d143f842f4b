'use client';

import type { MediaList, MediaListResponse } from '../../../api/schemas/titles/list.js';
import { listItemsQueryOptions } from './listItemsQueryOptions.js';
import { useScopedBatches, type UseBatchesOptions, type UseBatchesResult } from '../../query/useScopedBatches.js';

/**
 * The titles of a list of the active profile, the one added last first, part by part. What the mutations of this library
 * change is seen here at once.
 *
 * @throws where the provider's client cannot give this list.
 * @example
 * const { data } = useListItems('watchlist');
 */
export function useListItems(list: MediaList, options?: UseBatchesOptions): UseBatchesResult<MediaListResponse> {
  return useScopedBatches('useListItems()', (client, size) => listItemsQueryOptions(client, list, size), options);
}
