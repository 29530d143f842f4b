'use client';

import { useMutation, type UseMutationOptions, type UseMutationResult } from '@tanstack/react-query';
import type { DiscovrError } from '../../shared/errors.js';
import type { CreateProfilePayload } from '../../api/profiles.js';
import { useDiscovrContext } from '../provider/context.js';
import { changeProfiles } from './changeProfiles.js';
import { mutationOf } from '../query/queryDefaults.js';
import { discovrKeys } from '../query/queryKeys.js';
import { requireMethod } from '../provider/requireMethod.js';

/** Options of {@link useCreateProfile}: TanStack's, except the key and the function. */
export type UseCreateProfileOptions = Omit<
  UseMutationOptions<string, DiscovrError, CreateProfilePayload>,
  'mutationFn' | 'mutationKey'
>;

/** Result of {@link useCreateProfile}: TanStack's mutation; its data is the id of the new profile. */
export type UseCreateProfileResult = UseMutationResult<string, DiscovrError, CreateProfilePayload>;

/**
 * Creates a profile and adds it at the start of the list of {@link useProfiles}.
 *
 * @throws {TypeError} when the provider's client cannot create profiles.
 * @example
 * const createProfile = useCreateProfile();
 * createProfile.mutate({ name: 'Kim', avatarUrl });
 */
export function useCreateProfile(options?: UseCreateProfileOptions): UseCreateProfileResult {
  const { client, queryClient } = useDiscovrContext('useCreateProfile()');
  const createProfile = requireMethod(client, 'createProfile', 'useCreateProfile()');
  return useMutation(
    {
      ...mutationOf('createProfile', discovrKeys.profiles()),
      ...options,
      mutationFn: ({ name, avatarUrl }) =>
        changeProfiles(queryClient, async (profiles) => {
          const id = await createProfile(name, avatarUrl);
          // The response contains only the id. The refetched list contains the server's creation time.
          const profile = { id, name, avatarUrl, createdAt: new Date().toISOString() };
          profiles.update((others) => [profile, ...others.filter((other) => other.id !== id)]);
          return id;
        }),
    },
    queryClient,
  );
}
