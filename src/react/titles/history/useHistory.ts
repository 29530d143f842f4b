'use client';

import type { HistoryListResponse } from '../../../api/history.js';
import { historyQueryOptions } from './historyQueryOptions.js';
import { useScopedBatches, type UseBatchesOptions, type UseBatchesResult } from '../../query/useScopedBatches.js';

/**
 * Returns the history of the active profile, newest first, in batches.
 *
 * @throws {TypeError} when the provider's client cannot fetch the history.
 * @example
 * const { data } = useHistory({ limit: 20 });
 */
export function useHistory(options?: UseBatchesOptions): UseBatchesResult<HistoryListResponse> {
  return useScopedBatches('useHistory()', (client, size) => historyQueryOptions(client, size), options);
}
