import { pause } from '../../shared/time.js';
import { isTokenRefusal } from '../../session/sessionState.js';
import type { VisitCookies } from '../cookies/visitCookies.js';
import { notSignedIn } from '../http/refusal.js';
import type { ServerParts } from '../serverParts.js';
import { UPSTREAM_TIMEOUT_MS } from '../upstream/upstream.js';
import { POLL_MS } from './mintTiming.js';
import type { SignIn } from './signIns.js';

/**
 * Runs a call with the sign-in of a request. When the API refuses the refresh token, runs it again with the one that
 * replaced it. When the API refuses the last one, signs the user out.
 *
 * @throws {Refusal} 401 when no user is signed in, or when the API refuses the refresh token; the errors of the call.
 */
export async function whileSignedIn<T>(
  parts: ServerParts,
  cookies: VisitCookies,
  call: (signIn: SignIn) => Promise<T>,
): Promise<T> {
  const { signIns, sessions } = parts;
  const refused = new Set<string>();
  let signIn = await signIns.read(cookies);
  for (let next = signIn; next; next = await replacementOf(next, refused, parts, cookies)) {
    signIn = next;
    try {
      return await call(next);
    } catch (error) {
      if (!isTokenRefusal(error)) throw error;
      refused.add(next.refreshToken);
    }
  }
  // After a sign-out, the cookies may be those of the next sign-in.
  if (signIn && !(await sessions.hasEnded(signIn))) {
    signIns.end(cookies);
    await sessions.forget(signIn);
  }
  throw notSignedIn();
}

/** Returns the sign-in with the refresh token that replaces refused ones, for which it may have to wait. */
async function replacementOf(
  signIn: SignIn,
  refused: ReadonlySet<string>,
  { signIns, sessions }: ServerParts,
  cookies: VisitCookies,
): Promise<SignIn | undefined> {
  const end = performance.now() + UPSTREAM_TIMEOUT_MS;
  for (;;) {
    // A mint that is running may replace the refresh token.
    const mayBeReplaced = performance.now() < end && (await sessions.isMinting(signIn));
    // Another request may just have received the next refresh token.
    const next = await signIns.readLatest(cookies);
    if (next && !refused.has(next.refreshToken)) return next;
    if (!mayBeReplaced) return undefined;
    await pause(POLL_MS);
  }
}
