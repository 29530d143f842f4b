'use client';

import type { HistoryListResponse } from '../../../api/schemas/titles/history.js';
import { historyQueryOptions } from './historyQueryOptions.js';
import { useScopedBatches, type UseBatchesOptions, type UseBatchesResult } from '../../query/useScopedBatches.js';

/**
 * What the active profile has watched, newest first, part by part.
 *
 * @throws where the provider's client has no history.
 * @example
 * const { data } = useHistory({ limit: 20 });
 */
export function useHistory(options?: UseBatchesOptions): UseBatchesResult<HistoryListResponse> {
  return useScopedBatches('useHistory()', (client, size) => historyQueryOptions(client, size), options);
}
