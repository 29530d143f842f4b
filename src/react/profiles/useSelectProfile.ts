'use client';

import { useMutation, type UseMutationOptions, type UseMutationResult } from '@tanstack/react-query';
import { isDiscovrError, type DiscovrError } from '../../api/errors/discovrError.js';
import { useDiscovrContext } from '../provider/context.js';
import { holdProfiles } from './heldProfiles.js';
import { mutationDefaults } from '../query/queryDefaults.js';
import { requireMethod } from '../provider/requireMethod.js';

/** Options of {@link useSelectProfile}: TanStack's, except key and function. */
export type UseSelectProfileOptions = Omit<
  UseMutationOptions<void, DiscovrError, string>,
  'mutationFn' | 'mutationKey'
>;

/** What {@link useSelectProfile} gives: TanStack's mutation, of a profile's id. */
export type UseSelectProfileResult = UseMutationResult<void, DiscovrError, string>;

/**
 * Makes a profile the active one: a session is minted for it, and where that fails nothing changes. A wish that another
 * one overtook ends with an `AbortError`.
 *
 * @throws where the provider's client cannot select a profile.
 * @example
 * const selectProfile = useSelectProfile({ onSuccess: () => navigate('/browse') });
 * selectProfile.mutate(profile.id);
 */
export function useSelectProfile(options?: UseSelectProfileOptions): UseSelectProfileResult {
  const { client, queryClient } = useDiscovrContext('useSelectProfile()');
  const selectProfile = requireMethod(client, 'selectProfile', 'useSelectProfile()');
  return useMutation(
    {
      ...mutationDefaults,
      ...options,
      mutationFn: async (profileId) => {
        const profiles = holdProfiles(queryClient);
        try {
          await selectProfile(profileId);
        } catch (error) {
          // Deleted on another device.
          if (isDiscovrError(error, 'NOT_FOUND')) profiles.refetch();
          throw error;
        }
      },
    },
    queryClient,
  );
}
