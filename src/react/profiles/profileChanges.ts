import type { QueryClient } from '@tanstack/react-query';
import type { Profile, UpdateProfilePayload } from '../../api/profiles.js';
import type { DiscovrClientLike } from '../../client/clientLike.js';
import { isDiscovrError } from '../../shared/errors.js';
import { discovrKeys } from '../query/keys.js';

/**
 * Runs a change of the profiles and then refetches the list. Refetches nothing when the server refuses the values,
 * because nothing has changed then.
 */
export async function changeProfiles<Result>(
  client: Pick<DiscovrClientLike, 'clientId'>,
  queryClient: QueryClient,
  change: (profiles: HeldProfiles) => Promise<Result>,
): Promise<Result> {
  let isRefused = false;
  try {
    return await change(holdProfiles(client, queryClient));
  } catch (error) {
    // After other failures, the server may still have made the change.
    isRefused = isDiscovrError(error, 'VALIDATION_FAILED');
    throw error;
  } finally {
    refetchProfiles(client, queryClient, 1, !isRefused);
  }
}

/** Access to the cached profile list of one sign-in. */
interface HeldProfiles {
  /** Changes the list, if it is loaded and the user has not signed out. */
  update(change: (profiles: readonly Profile[]) => Profile[]): void;
  /** Shows changes of one profile immediately. Returns a function that reverts only these changes. */
  patch(profileId: string, changes: UpdateProfilePayload): () => void;
}

/**
 * Returns access to the profile list that is cached at the time of the call. Sign-out removes this list, so a mutation
 * that ends after sign-out neither writes nor rolls back.
 */
export function holdProfiles(client: Pick<DiscovrClientLike, 'clientId'>, queryClient: QueryClient): HeldProfiles {
  const cache = queryClient.getQueryCache();
  const queryKey = discovrKeys.profiles(client);
  const held = cache.find({ queryKey });
  const isSameList = () => held !== undefined && cache.find({ queryKey }) === held;

  const update: HeldProfiles['update'] = (change) => {
    if (isSameList()) queryClient.setQueryData<Profile[]>(queryKey, (profiles) => profiles && change(profiles));
  };
  const set = (profileId: string, changes: UpdateProfilePayload) =>
    update((profiles) => profiles.map((profile) => (profile.id === profileId ? { ...profile, ...changes } : profile)));

  return {
    update,
    patch(profileId, changes) {
      const previous = queryClient.getQueryData<Profile[]>(queryKey)?.find(({ id }) => id === profileId);
      set(profileId, changes);
      return () => {
        if (!previous) return;
        set(profileId, {
          ...(changes.name !== undefined && { name: previous.name }),
          ...(changes.avatarUrl !== undefined && { avatarUrl: previous.avatarUrl }),
        });
      };
    },
  };
}

/** Caches whose list is outdated until the last of several simultaneous changes ends. */
const outdated = new WeakSet<QueryClient>();

/**
 * Refetches the profile list that is cached at the time of the call, which may be another user's. While another change
 * of the list is in progress, the call at the end of that change refetches it.
 *
 * @param ownChanges number of running changes of the list that this call is part of.
 * @param isOutdated `false` if this change made no difference, so that only a refetch for an earlier change may be due.
 */
export function refetchProfiles(
  client: Pick<DiscovrClientLike, 'clientId'>,
  queryClient: QueryClient,
  ownChanges: 0 | 1,
  isOutdated = true,
): void {
  const queryKey = discovrKeys.profiles(client);
  if (isOutdated) outdated.add(queryClient);
  // A response that arrives earlier could lack the changes that are pending.
  if (queryClient.isMutating({ mutationKey: queryKey }) > ownChanges) return;
  if (outdated.delete(queryClient)) void queryClient.invalidateQueries({ queryKey });
}
