'use client';

import { useMutation, type UseMutationOptions, type UseMutationResult } from '@tanstack/react-query';
import type { DiscovrError } from '../api/discovrError.js';
import { useDiscovrContext } from './context.js';
import { mutationDefaults } from './queryDefaults.js';
import { requireMethod } from './requireMethod.js';

/** Options of {@link useSignOut}: TanStack's, except key and function. */
export type UseSignOutOptions = Omit<UseMutationOptions<void, DiscovrError>, 'mutationFn' | 'mutationKey'>;

/** What {@link useSignOut} gives: TanStack's mutation. */
export type UseSignOutResult = UseMutationResult<void, DiscovrError, void>;

/**
 * Signs out: forgets the person on this device at once, with everything of theirs in the cache, and revokes the sign-in.
 * It fails where the revocation did not get through; the person is signed out here all the same.
 *
 * @throws where the provider's client cannot sign out.
 * @example
 * const signOut = useSignOut({ onSettled: () => navigate('/') });
 * signOut.mutate();
 */
export function useSignOut(options?: UseSignOutOptions): UseSignOutResult {
  const { client, queryClient } = useDiscovrContext('useSignOut()');
  const signOut = requireMethod(client, 'signOut', 'useSignOut()');
  return useMutation({ ...mutationDefaults, ...options, mutationFn: () => signOut() }, queryClient);
}
