import * as z from 'zod/mini';
import { tolerant } from '../../api/schemas/tolerant.js';
import { WEB_SIGN_IN_LIFETIME_MS } from '../../session/timing.js';
import { CODE_VERIFIER } from '../../session/web/pkce.js';
import type { Sealer } from '../cookies/sealer.js';
import type { VisitCookies } from '../cookies/visitCookies.js';

/** How many sign-ins a browser can begin before it finishes one, for example in several tabs. */
const MAX_PENDING = 3;

const pendingSchema = z.object({
  state: z.string(),
  codeVerifier: z.string().check(z.regex(CODE_VERIFIER)),
  /** Path of the app to which the sign-in leads. */
  returnTo: tolerant(z.string()),
  isPopup: z.boolean(),
});
const pendingListSchema = z.array(pendingSchema);

/** Web sign-in that the browser has begun. */
export type PendingSignIn = z.infer<typeof pendingSchema>;

/** Unfinished web sign-ins of a browser, in a cookie that only the server can read. Each can be used once. */
export interface PendingSignIns {
  add(cookies: VisitCookies, pending: PendingSignIn): Promise<void>;
  /** Removes the sign-in with this state and returns it. Returns `undefined` if this browser did not begin it. */
  take(cookies: VisitCookies, state: string): Promise<PendingSignIn | undefined>;
}

/** Creates the unfinished web sign-ins of a server. */
export function createPendingSignIns(sealer: Sealer): PendingSignIns {
  const read = async (cookies: VisitCookies) =>
    (await sealer.open('state', cookies.get('state'), pendingListSchema)) ?? [];
  const write = async (cookies: VisitCookies, list: readonly PendingSignIn[]) => {
    if (list.length === 0) return cookies.clear('state');
    const sealed = await sealer.seal('state', list, WEB_SIGN_IN_LIFETIME_MS);
    cookies.set('state', sealed, WEB_SIGN_IN_LIFETIME_MS / 1000);
  };
  return {
    add: async (cookies, pending) => write(cookies, [...(await read(cookies)), pending].slice(-MAX_PENDING)),
    async take(cookies, state) {
      const list = await read(cookies);
      const taken = list.find((pending) => pending.state === state);
      if (taken) {
        await write(
          cookies,
          list.filter((pending) => pending !== taken),
        );
      }
      return taken;
    },
  };
}
