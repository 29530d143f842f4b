'use client';

import { useMutation, type UseMutationOptions, type UseMutationResult } from '@tanstack/react-query';
import type { DiscovrError } from '../../shared/errors.js';
import type { Profile, UpdateProfilePayload } from '../../api/profiles.js';
import { useDiscovrContext } from '../provider/context.js';
import { changeProfiles } from './changeProfiles.js';
import { mutationOf } from '../query/queryDefaults.js';
import { discovrKeys } from '../query/queryKeys.js';
import { requireMethod } from '../provider/requireMethod.js';

/** The profile to change, and its new name, avatar or both. */
export interface UpdateProfileVariables extends UpdateProfilePayload {
  profileId: string;
}

/** Options of {@link useUpdateProfile}: TanStack's, except the key and the function. */
export type UseUpdateProfileOptions = Omit<
  UseMutationOptions<Profile, DiscovrError, UpdateProfileVariables>,
  'mutationFn' | 'mutationKey'
>;

/** Result of {@link useUpdateProfile}: TanStack's mutation; its data is the changed profile. */
export type UseUpdateProfileResult = UseMutationResult<Profile, DiscovrError, UpdateProfileVariables>;

/**
 * Changes a profile. The list of {@link useProfiles} shows the change immediately, and reverts it when the call fails.
 *
 * @throws {TypeError} when the provider's client cannot change profiles.
 * @example
 * const updateProfile = useUpdateProfile();
 * updateProfile.mutate({ profileId: profile.id, name: 'Kim' });
 */
export function useUpdateProfile(options?: UseUpdateProfileOptions): UseUpdateProfileResult {
  const { client, queryClient } = useDiscovrContext('useUpdateProfile()');
  const updateProfile = requireMethod(client, 'updateProfile', 'useUpdateProfile()');
  return useMutation(
    {
      ...mutationOf('updateProfile', discovrKeys.profiles()),
      ...options,
      mutationFn: ({ profileId, ...changes }) =>
        changeProfiles(queryClient, async (profiles) => {
          const undo = profiles.patch(profileId, changes);
          try {
            const updated = await updateProfile(profileId, changes);
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
