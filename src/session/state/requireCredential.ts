import { DiscovrError } from '../../api/errors/discovrError.js';
import type { Lifetime } from '../lifetime.js';
import type { DiscovrCredential } from '../store/credential.js';
import type { SignInState } from './signInState.js';

/**
 * Returns the credential of the signed-in user.
 *
 * @throws {DiscovrError} `NOT_SIGNED_IN` when no user is signed in.
 * @throws an `AbortError` when the client is disposed.
 */
export function requireCredential(signIn: Pick<SignInState, 'credential'>, lifetime: Lifetime): DiscovrCredential {
  lifetime.throwIfOver();
  if (!signIn.credential) throw new DiscovrError('NOT_SIGNED_IN', 'No user is signed in. Sign in before this call.');
  return signIn.credential;
}
