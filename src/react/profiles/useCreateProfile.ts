'use client';

import { useMutation, type UseMutationOptions, type UseMutationResult } from '@tanstack/react-query';
import type { DiscovrError } from '../../api/errors/discovrError.js';
import type { CreateProfilePayload } from '../../api/schemas/profile.js';
import { useDiscovrContext } from '../provider/context.js';
import { holdProfiles } from './heldProfiles.js';
import { mutationDefaults } from '../query/queryDefaults.js';
import { discovrKeys } from '../query/queryKeys.js';
import { requireMethod } from '../provider/requireMethod.js';

/** Options of {@link useCreateProfile}: TanStack's, except key and function. */
export type UseCreateProfileOptions = Omit<
  UseMutationOptions<string, DiscovrError, CreateProfilePayload>,
  'mutationFn' | 'mutationKey'
>;

/** What {@link useCreateProfile} gives: TanStack's mutation; its data is the id of the profile. */
export type UseCreateProfileResult = UseMutationResult<string, DiscovrError, CreateProfilePayload>;

/**
 * Makes a profile and puts it first in the list of {@link useProfiles}.
 *
 * @throws where the provider's client cannot make profiles.
 * @example
 * const createProfile = useCreateProfile();
 * createProfile.mutate({ name: 'Kim', avatarUrl });
 */
export function useCreateProfile(options?: UseCreateProfileOptions): UseCreateProfileResult {
  const { client, queryClient } = useDiscovrContext('useCreateProfile()');
  const createProfile = requireMethod(client, 'createProfile', 'useCreateProfile()');
  return useMutation(
    {
      ...mutationDefaults,
      ...options,
      mutationKey: discovrKeys.profiles(),
      mutationFn: async ({ name, avatarUrl }) => {
        const profiles = holdProfiles(queryClient);
        try {
          const id = await createProfile(name, avatarUrl);
          // The answer has the id only; the list that is fetched next has the server's own time.
          const profile = { id, name, avatarUrl, createdAt: new Date().toISOString() };
          profiles.update((others) => [profile, ...others.filter((other) => other.id !== id)]);
          return id;
        } finally {
          // A failure may have come after the deed.
          profiles.refetch();
        }
      },
    },
    queryClient,
  );
}
