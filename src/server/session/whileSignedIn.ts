import { isTokenRefusal } from '../../session/state/refusal.js';
import type { VisitCookies } from '../cookies/visitCookies.js';
import { notSignedIn } from '../http/refusal.js';
import type { ServerParts } from '../serverParts.js';
import type { SignIn } from './signIns.js';

/**
 * Runs a call with the sign-in of a request. When the API refuses the refresh token, signs the user out.
 *
 * @throws {Refusal} 401 when no user is signed in, or when the API refuses the refresh token; the errors of the call.
 */
export async function whileSignedIn<T>(
  { signIns, sessions }: ServerParts,
  cookies: VisitCookies,
  call: (signIn: SignIn) => Promise<T>,
): Promise<T> {
  const signIn = await signIns.read(cookies);
  if (!signIn) throw notSignedIn();
  try {
    return await call(signIn);
  } catch (error) {
    if (!isTokenRefusal(error)) throw error;
    // Another request has just received the next refresh token.
    const next = await signIns.readLatest(cookies);
    if (next && next.refreshToken !== signIn.refreshToken) return call(next);
    signIns.end(cookies);
    await sessions.forget(signIn);
    throw notSignedIn();
  }
}
