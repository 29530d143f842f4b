import { DiscovrError } from '../../api/errors/discovrError.js';
import type { Lifetime } from '../lifetime.js';
import type { DiscovrCredential } from '../store/credential.js';
import type { SignInState } from './signInState.js';

/**
 * The credential of the person who is signed in.
 *
 * @throws `NOT_SIGNED_IN` where nobody is; an `AbortError` where the client was disposed of.
 */
export function requireCredential(signIn: Pick<SignInState, 'credential'>, lifetime: Lifetime): DiscovrCredential {
  lifetime.throwIfOver();
  if (!signIn.credential) throw new DiscovrError('NOT_SIGNED_IN', 'Nobody is signed in. Sign in before this call.');
  return signIn.credential;
}
