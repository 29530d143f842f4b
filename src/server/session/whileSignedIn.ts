import { pause } from '../../api/time/pause.js';
import { isTokenRefusal } from '../../session/state/refusal.js';
import type { VisitCookies } from '../cookies/visitCookies.js';
import { notSignedIn } from '../http/refusal.js';
import type { ServerParts } from '../serverParts.js';
import { UPSTREAM_TIMEOUT_MS } from '../upstream/upstream.js';
import { POLL_MS } from './mintTiming.js';
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
    // A mint that is running may replace the refresh token.
    const end = performance.now() + UPSTREAM_TIMEOUT_MS;
    for (;;) {
      const mayBeReplaced = performance.now() < end && (await sessions.isMinting(signIn));
      // Another request has just received the next refresh token.
      const next = await signIns.readLatest(cookies);
      if (next && next.refreshToken !== signIn.refreshToken) return call(next);
      if (!mayBeReplaced) break;
      await pause(POLL_MS);
    }
    // After a sign-out, the cookies may be those of the next sign-in.
    if (!(await sessions.hasEnded(signIn))) {
      signIns.end(cookies);
      await sessions.forget(signIn);
    }
    throw notSignedIn();
  }
}
