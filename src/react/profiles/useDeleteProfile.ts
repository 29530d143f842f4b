'use client';

import { useMutation, type UseMutationOptions, type UseMutationResult } from '@tanstack/react-query';
import type { DiscovrError } from '../../api/errors/discovrError.js';
import { useDiscovrContext } from '../provider/context.js';
import { holdProfiles } from './heldProfiles.js';
import { mutationDefaults } from '../query/queryDefaults.js';
import { discovrKeys } from '../query/queryKeys.js';
import { requireMethod } from '../provider/requireMethod.js';

/** Options of {@link useDeleteProfile}: TanStack's, except key and function. */
export type UseDeleteProfileOptions = Omit<
  UseMutationOptions<void, DiscovrError, string>,
  'mutationFn' | 'mutationKey'
>;

/** What {@link useDeleteProfile} gives: TanStack's mutation, of a profile's id. */
export type UseDeleteProfileResult = UseMutationResult<void, DiscovrError, string>;

/**
 * Deletes a profile, and takes it out of the list of {@link useProfiles} once that is done. Deleting the active profile
 * leaves the session without one (`signedIn`). It does not ask anybody: ask before.
 *
 * @throws where the provider's client cannot delete profiles.
 * @example
 * const deleteProfile = useDeleteProfile();
 * deleteProfile.mutate(profile.id);
 */
export function useDeleteProfile(options?: UseDeleteProfileOptions): UseDeleteProfileResult {
  const { client, queryClient } = useDiscovrContext('useDeleteProfile()');
  const deleteProfile = requireMethod(client, 'deleteProfile', 'useDeleteProfile()');
  return useMutation(
    {
      ...mutationDefaults,
      ...options,
      mutationKey: discovrKeys.profiles(),
      mutationFn: async (profileId) => {
        const profiles = holdProfiles(queryClient);
        try {
          await deleteProfile(profileId);
          profiles.update((all) => all.filter(({ id }) => id !== profileId));
        } finally {
          // A failure may have come after the deed.
          profiles.refetch();
        }
      },
    },
    queryClient,
  );
}
