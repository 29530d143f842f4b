'use client';

import { useMutation, type UseMutationOptions, type UseMutationResult } from '@tanstack/react-query';
import type { DiscovrError } from '../../shared/errors.js';
import type { SignOutResult } from '../../client/options.js';
import { useDiscovrContext } from '../provider/context.js';
import { mutationOf } from '../query/queryDefaults.js';
import { requireMethod } from '../provider/requireMethod.js';

/** Options of {@link useSignOut}: TanStack's, except the key and the function. */
export type UseSignOutOptions = Omit<UseMutationOptions<SignOutResult, DiscovrError>, 'mutationFn' | 'mutationKey'>;

/** Result of {@link useSignOut}: TanStack's mutation. */
export type UseSignOutResult = UseMutationResult<SignOutResult, DiscovrError, void>;

/**
 * Signs the user out in every tab: immediately removes the sign-in from this device and the user's data from the cache,
 * then revokes the sign-in. If the revocation does not reach the server, `revoked` is `false`, and the revocation is
 * retried while the page stays open.
 *
 * @throws {TypeError} when the provider's client cannot sign out.
 * @example
 * const signOut = useSignOut({ onSettled: () => navigate('/') });
 * signOut.mutate();
 */
export function useSignOut(options?: UseSignOutOptions): UseSignOutResult {
  const { client, queryClient } = useDiscovrContext('useSignOut()');
  const signOut = requireMethod(client, 'signOut', 'useSignOut()');
  return useMutation({ ...mutationOf('signOut'), ...options, mutationFn: () => signOut() }, queryClient);
}
