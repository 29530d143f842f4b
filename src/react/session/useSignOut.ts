'use client';

import { useMutation, type UseMutationOptions, type UseMutationResult } from '@tanstack/react-query';
import type { DiscovrError } from '../../api/errors/discovrError.js';
import type { SignOutResult } from '../../client/clientOptions.js';
import { useDiscovrContext } from '../provider/context.js';
import { mutationDefaults } from '../query/queryDefaults.js';
import { requireMethod } from '../provider/requireMethod.js';

/** Options of {@link useSignOut}: TanStack's, except key and function. */
export type UseSignOutOptions = Omit<UseMutationOptions<SignOutResult, DiscovrError>, 'mutationFn' | 'mutationKey'>;

/** What {@link useSignOut} gives: TanStack's mutation. */
export type UseSignOutResult = UseMutationResult<SignOutResult, DiscovrError, void>;

/**
 * Signs out: forgets the person on this device at once, in every tab, with everything of theirs in the cache, and revokes
 * the sign-in. Where that does not get through, `revoked` is `false`, and it is tried again while the page lives.
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
