'use client';

import { useMutation, type UseMutationOptions, type UseMutationResult } from '@tanstack/react-query';
import type { DiscovrError } from '../../shared/errors.js';
import { useDiscovrContext } from '../provider/context.js';
import { changeProfiles } from './changeProfiles.js';
import { mutationOf } from '../query/queryDefaults.js';
import { discovrKeys } from '../query/queryKeys.js';
import { requireMethod } from '../provider/requireMethod.js';

/** Options of {@link useDeleteProfile}: TanStack's, except the key and the function. */
export type UseDeleteProfileOptions = Omit<
  UseMutationOptions<void, DiscovrError, string>,
  'mutationFn' | 'mutationKey'
>;

/** Result of {@link useDeleteProfile}: TanStack's mutation; its variable is the id of the profile. */
export type UseDeleteProfileResult = UseMutationResult<void, DiscovrError, string>;

/**
 * Deletes a profile, and then removes it from the list of {@link useProfiles}. Deleting the active profile leaves the
 * session without a profile (`signedIn`). Deletes without asking, so let the user confirm first.
 *
 * @throws {TypeError} when the provider's client cannot delete profiles.
 * @example
 * const deleteProfile = useDeleteProfile();
 * deleteProfile.mutate(profile.id);
 */
export function useDeleteProfile(options?: UseDeleteProfileOptions): UseDeleteProfileResult {
  const { client, queryClient } = useDiscovrContext('useDeleteProfile()');
  const deleteProfile = requireMethod(client, 'deleteProfile', 'useDeleteProfile()');
  return useMutation(
    {
      ...mutationOf('deleteProfile', discovrKeys.profiles()),
      ...options,
      mutationFn: (profileId) =>
        changeProfiles(queryClient, async (profiles) => {
          await deleteProfile(profileId);
          profiles.update((all) => all.filter(({ id }) => id !== profileId));
        }),
    },
    queryClient,
  );
}
