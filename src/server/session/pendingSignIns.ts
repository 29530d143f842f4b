import * as z from 'zod/mini';
import { tolerant } from '../../api/reading.js';
import { shortHash } from '../../session/shortHash.js';
import { WEB_SIGN_IN_LIFETIME_MS } from '../../session/clock.js';
import { CODE_VERIFIER } from '../../session/web/proof.js';
import type { Sealer } from '../cookies/sealer.js';
import type { VisitCookies } from '../cookies/visitCookies.js';
import type { ServerSettings } from '../serverSettings.js';

/** How many sign-ins a browser can begin before it finishes one, for example in several tabs. */
const MAX_PENDING = 3;

const pendingSchema = z.object({
  state: z.string(),
  codeVerifier: z.string().check(z.regex(CODE_VERIFIER)),
  /** Path of the app to which the sign-in leads. */
  returnTo: tolerant(z.string()),
  isPopup: z.boolean(),
  /** When the browser began it, in Unix milliseconds. */
  beganAt: z.number(),
});

/** Web sign-in that the browser has begun. */
export type PendingSignIn = z.infer<typeof pendingSchema>;

/**
 * Unfinished web sign-ins of a browser, which only the server can read. Each can be used once, and has a cookie of its
 * own, so that tabs that begin at the same time do not overwrite each other's.
 */
export interface PendingSignIns {
  /** Keeps a sign-in, and forgets the oldest if there are too many. */
  add(cookies: VisitCookies, pending: Omit<PendingSignIn, 'beganAt'>): Promise<void>;
  /** Removes the sign-in with this state and returns it. Returns `undefined` if this browser did not begin it. */
  take(cookies: VisitCookies, state: string): Promise<PendingSignIn | undefined>;
}

/** Creates the unfinished web sign-ins of a server. */
export function createPendingSignIns({ now }: ServerSettings, sealer: Sealer): PendingSignIns {
  return {
    async add(cookies, pending) {
      const others = await Promise.all(
        cookies.states().map(async (kind) => {
          const other = await sealer.open('state', cookies.get(kind), pendingSchema);
          return { kind, beganAt: other?.beganAt ?? 0 };
        }),
      );
      others.sort((one, other) => other.beganAt - one.beganAt);
      for (const { kind } of others.slice(MAX_PENDING - 1)) cookies.clear(kind);
      const sealed = await sealer.seal('state', { ...pending, beganAt: now() }, WEB_SIGN_IN_LIFETIME_MS);
      cookies.set(`state-${shortHash(pending.state)}`, sealed, WEB_SIGN_IN_LIFETIME_MS / 1000);
    },
    async take(cookies, state) {
      const kind = `state-${shortHash(state)}` as const;
      const pending = await sealer.open('state', cookies.get(kind), pendingSchema);
      if (pending?.state !== state) return undefined;
      cookies.clear(kind);
      return pending;
    },
  };
}
