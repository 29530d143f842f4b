'use client';

import type { MediaList } from '../../../api/facts.js';
import type { MediaListResponse } from '../../../api/lists.js';
import { listItemsQueryOptions } from './listItemsQueryOptions.js';
import { useScopedBatches, type UseBatchesOptions, type UseBatchesResult } from '../../query/useScopedBatches.js';

/**
 * Returns the titles of a list of the active profile, last added first, in batches. Shows changes made by the library's
 * mutations immediately.
 *
 * @throws {TypeError} when the provider's client cannot fetch this list.
 * @example
 * const { data } = useListItems('watchlist');
 */
export function useListItems(list: MediaList, options?: UseBatchesOptions): UseBatchesResult<MediaListResponse> {
  return useScopedBatches('useListItems()', (client, size) => listItemsQueryOptions(client, list, size), options);
}
