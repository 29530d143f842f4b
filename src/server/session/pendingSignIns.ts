import * as z from 'zod/mini';
import { tolerant } from '../../api/schemas/tolerant.js';
import { WEB_SIGN_IN_LIFETIME_MS } from '../../session/timing.js';
import { CODE_VERIFIER } from '../../session/web/pkce.js';
import type { Sealer } from '../cookies/sealer.js';
import type { VisitCookies } from '../cookies/visitCookies.js';
import type { ServerSettings } from '../serverSettings.js';

/** How many sign-ins a browser can begin before it finishes one, for example in several tabs. */
const MAX_PENDING = 3;

/**
 * How many names their cookies have. It bounds the length of a header when a browser begins many at the same time,
 * before the server can forget any.
 */
const MAX_NAMES = 8;

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
 * own, so that tabs that begin at the same time rarely overwrite each other's.
 */
export interface PendingSignIns {
  /** Keeps a sign-in, and forgets the oldest if there are too many. */
  add(cookies: VisitCookies, pending: Omit<PendingSignIn, 'beganAt'>): Promise<void>;
  /** Removes the sign-in with this state and returns it. Returns `undefined` if this browser did not begin it. */
  take(cookies: VisitCookies, state: string): Promise<PendingSignIn | undefined>;
}

/** Creates the unfinished web sign-ins of a server. */
export function createPendingSignIns({ now }: ServerSettings, sealer: Sealer): PendingSignIns {
  const read = (cookies: VisitCookies) =>
    Promise.all(
      cookies.states().map(async (kind) => {
        return { kind, pending: await sealer.open('state', cookies.get(kind), pendingSchema) };
      }),
    );
  return {
    async add(cookies, pending) {
      const others = await read(cookies);
      others.sort((one, other) => (other.pending?.beganAt ?? 0) - (one.pending?.beganAt ?? 0));
      for (const { kind } of others.splice(MAX_PENDING - 1)) cookies.clear(kind);
      const kept = new Set(others.map(({ kind }) => kind));
      // Tabs that begin at the same time see the same free names, so each picks one at random.
      let name = Math.floor(Math.random() * MAX_NAMES);
      while (kept.has(`state-${name}`)) name = (name + 1) % MAX_NAMES;
      const sealed = await sealer.seal('state', { ...pending, beganAt: now() }, WEB_SIGN_IN_LIFETIME_MS);
      cookies.set(`state-${name}`, sealed, WEB_SIGN_IN_LIFETIME_MS / 1000);
    },
    async take(cookies, state) {
      const found = (await read(cookies)).find(({ pending }) => pending?.state === state);
      if (found) cookies.clear(found.kind);
      return found?.pending;
    },
  };
}
