'use client';

import {
  useMutation,
  useQuery,
  type UseMutationResult,
  type UseQueryResult,
  type QueryClient,
} from '@tanstack/react-query';
import type { CreateProfilePayload, Profile, UpdateProfilePayload } from '../../api/profiles.js';
import { isDiscovrError, type DiscovrError } from '../../shared/errors.js';
import type { DiscovrClientLike } from '../../client/clientLike.js';
import { useDiscovrContext } from '../provider/context.js';
import { discovrKeys } from '../query/keys.js';
import { mutationOf, type DiscovrMutationOptions } from '../query/options.js';
import { refetchChanged } from '../query/refetchChanged.js';
import type { DiscovrQueryOptions } from '../query/useScoped.js';
import { useSessionFrom } from '../session/useSession.js';
import { profilesQueryOptions } from './queries.js';

/**
 * Returns the profiles of the account, newest first; pending while no user is signed in. Shows changes made by the
 * library's mutations.
 *
 * @example
 * const { data: profiles } = useProfiles();
 */
export function useProfiles<Selected = Profile[]>(
  options?: DiscovrQueryOptions<Profile[], ReturnType<typeof discovrKeys.profiles>, Selected>,
): UseQueryResult<Selected, DiscovrError> {
  const { client, queryClient, snapshots } = useDiscovrContext('useProfiles()');
  const { enabled, ...query } = profilesQueryOptions(client, useSessionFrom(snapshots));
  return useQuery({ ...query, ...options, enabled: enabled === true && (options?.enabled ?? true) }, queryClient);
}

/**
 * Creates a profile and adds it at the start of the list of {@link useProfiles}. `data` is the id of the new profile.
 *
 * @example
 * const createProfile = useCreateProfile();
 * createProfile.mutate({ name: 'Kim', avatarUrl });
 */
export function useCreateProfile(
  options?: DiscovrMutationOptions<string, CreateProfilePayload>,
): UseMutationResult<string, DiscovrError, CreateProfilePayload> {
  const { client, queryClient } = useDiscovrContext('useCreateProfile()');
  return useMutation(
    {
      ...mutationOf('createProfile', client, discovrKeys.profiles(client)),
      ...options,
      mutationFn: ({ name, avatarUrl }) =>
        changeProfiles(client, queryClient, async (profiles) => {
          const id = await client.createProfile(name, avatarUrl);
          // The response contains only the id. The refetched list contains the server's creation time.
          const profile = { id, name, avatarUrl, createdAt: new Date().toISOString() };
          profiles.update((others) => [profile, ...others.filter((other) => other.id !== id)]);
          return id;
        }),
    },
    queryClient,
  );
}

/** The profile to change, and its new name, avatar or both. */
export interface UpdateProfileVariables extends UpdateProfilePayload {
  profileId: string;
}

/**
 * Changes a profile. The list of {@link useProfiles} shows the change immediately, and reverts it when the call fails.
 * `data` is the changed profile.
 *
 * @example
 * const updateProfile = useUpdateProfile();
 * updateProfile.mutate({ profileId: profile.id, name: 'Kim' });
 */
export function useUpdateProfile(
  options?: DiscovrMutationOptions<Profile, UpdateProfileVariables>,
): UseMutationResult<Profile, DiscovrError, UpdateProfileVariables> {
  const { client, queryClient } = useDiscovrContext('useUpdateProfile()');
  return useMutation(
    {
      ...mutationOf('updateProfile', client, discovrKeys.profiles(client)),
      ...options,
      mutationFn: ({ profileId, ...changes }) =>
        changeProfiles(client, queryClient, async (profiles) => {
          const undo = profiles.patch(profileId, changes);
          try {
            const updated = await client.updateProfile(profileId, changes);
            profiles.update((all) => all.map((profile) => (profile.id === profileId ? updated : profile)));
            return updated;
          } catch (error) {
            undo();
            throw error;
          }
        }),
    },
    queryClient,
  );
}

/**
 * Deletes a profile, and then removes it from the list of {@link useProfiles}. Deleting the active profile leaves the
 * session without a profile (`signedIn`). Deletes without asking, so let the user confirm first.
 *
 * @example
 * const deleteProfile = useDeleteProfile();
 * deleteProfile.mutate({ profileId: profile.id });
 */
export function useDeleteProfile(
  options?: DiscovrMutationOptions<void, { profileId: string }>,
): UseMutationResult<void, DiscovrError, { profileId: string }> {
  const { client, queryClient } = useDiscovrContext('useDeleteProfile()');
  return useMutation(
    {
      ...mutationOf('deleteProfile', client, discovrKeys.profiles(client)),
      ...options,
      mutationFn: ({ profileId }) =>
        changeProfiles(client, queryClient, async (profiles) => {
          await client.deleteProfile(profileId);
          profiles.update((all) => all.filter(({ id }) => id !== profileId));
        }),
    },
    queryClient,
  );
}

/**
 * Makes a profile the active one: mints a session for it. When this fails, the active profile stays the same. Rejects
 * with an `AbortError` when a later call replaces this one.
 *
 * @example
 * const selectProfile = useSelectProfile({ onSuccess: () => navigate('/browse') });
 * selectProfile.mutate({ profileId: profile.id });
 */
export function useSelectProfile(
  options?: DiscovrMutationOptions<void, { profileId: string }>,
): UseMutationResult<void, DiscovrError, { profileId: string }> {
  const { client, queryClient } = useDiscovrContext('useSelectProfile()');
  return useMutation(
    {
      ...mutationOf('selectProfile', client),
      ...options,
      mutationFn: async ({ profileId }) => {
        try {
          await client.selectProfile(profileId);
        } catch (error) {
          // Another device deleted the profile.
          if (isDiscovrError(error, 'NOT_FOUND')) refetchProfiles(client, queryClient, 0);
          throw error;
        }
      },
    },
    queryClient,
  );
}

/**
 * Runs a change of the profiles and then refetches the list. Refetches nothing when the server refuses the values,
 * because nothing has changed then.
 */
async function changeProfiles<Result>(
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
function refetchProfiles(
  client: Pick<DiscovrClientLike, 'clientId'>,
  queryClient: QueryClient,
  ownChanges: 0 | 1,
  isOutdated = true,
): void {
  const queryKey = discovrKeys.profiles(client);
  if (isOutdated) outdated.add(queryClient);
  // A response that arrives earlier could lack the changes that are pending.
  if (queryClient.isMutating({ mutationKey: queryKey }) > ownChanges) return;
  if (outdated.delete(queryClient)) refetchChanged(queryClient, { queryKey });
}
