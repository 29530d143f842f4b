'use client';

import { useMutation, type UseMutationOptions, type UseMutationResult } from '@tanstack/react-query';
import { isDiscovrError, type DiscovrError } from '../../shared/errors.js';
import { useDiscovrContext } from '../provider/context.js';
import { refetchProfiles } from './refetchProfiles.js';
import { mutationOf } from '../query/queryDefaults.js';
import { requireMethod } from '../provider/requireMethod.js';

/** Options of {@link useSelectProfile}: TanStack's, except the key and the function. */
export type UseSelectProfileOptions = Omit<
  UseMutationOptions<void, DiscovrError, string>,
  'mutationFn' | 'mutationKey'
>;

/** Result of {@link useSelectProfile}: TanStack's mutation; its variable is the id of the profile. */
export type UseSelectProfileResult = UseMutationResult<void, DiscovrError, string>;

/**
 * Makes a profile the active one: mints a session for it. When this fails, the active profile stays the same. Rejects
 * with an `AbortError` when a later call replaces this one.
 *
 * @throws {TypeError} when the provider's client cannot select a profile.
 * @example
 * const selectProfile = useSelectProfile({ onSuccess: () => navigate('/browse') });
 * selectProfile.mutate(profile.id);
 */
export function useSelectProfile(options?: UseSelectProfileOptions): UseSelectProfileResult {
  const { client, queryClient } = useDiscovrContext('useSelectProfile()');
  const selectProfile = requireMethod(client, 'selectProfile', 'useSelectProfile()');
  return useMutation(
    {
      ...mutationOf('selectProfile'),
      ...options,
      mutationFn: async (profileId) => {
        try {
          await selectProfile(profileId);
        } catch (error) {
          // Another device deleted the profile.
          if (isDiscovrError(error, 'NOT_FOUND')) refetchProfiles(queryClient, 0);
          throw error;
        }
      },
    },
    queryClient,
  );
}
