import type { QueryClient } from '@tanstack/react-query';
import { discovrKeys } from '../query/queryKeys.js';

/** Caches whose list is outdated until the last of several simultaneous changes ends. */
const outdated = new WeakSet<QueryClient>();

/**
 * Refetches the profile list that is cached at the time of the call, which may be another user's. While another change
 * of the list is in progress, the call at the end of that change refetches it.
 *
 * @param ownChanges number of running changes of the list that this call is part of.
 * @param isOutdated `false` if this change made no difference, so that only a refetch for an earlier change may be due.
 */
export function refetchProfiles(queryClient: QueryClient, ownChanges: 0 | 1, isOutdated = true): void {
  const queryKey = discovrKeys.profiles();
  if (isOutdated) outdated.add(queryClient);
  // A response that arrives earlier could lack the changes that are pending.
  if (queryClient.isMutating({ mutationKey: queryKey }) > ownChanges) return;
  if (outdated.delete(queryClient)) void queryClient.invalidateQueries({ queryKey });
}
