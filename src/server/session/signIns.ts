import * as z from 'zod/mini';
import { DiscovrError } from '../../shared/errors.js';
import { tolerant } from '../../api/reading.js';
import type { Sealer } from '../cookies/sealer.js';
import { MAX_COOKIE_LENGTH, type VisitCookies } from '../cookies/visitCookies.js';
import type { ServerSettings } from '../serverSettings.js';
import { currentRefreshToken, endMints, hasEnded, noteReplaced } from './mintTable.js';
import { ENDED_MS } from './mintTiming.js';
import { endKey, replacedKey, type SharedCache } from './sharedCache.js';
import { userHash } from './userHash.js';

/** How long a refresh token that could not be revoked is kept for another attempt, in seconds. */
const SIGN_OUT_LIFETIME_S = 24 * 60 * 60;

const text = z.string().check(z.minLength(1));
const signInSchema = z.object({
  refreshToken: text,
  publicId: text,
  /** Expiry of the refresh token, in Unix seconds. */
  expiresAt: tolerant(z.number()),
  /** Profile of the last mint. */
  profileId: tolerant(text),
  /** When this browser is signed out at the latest, in Unix milliseconds. */
  signedInUntil: z.number(),
});
const endedSchema = z.object({ refreshToken: text });

/** Sign-in of one browser, as its cookie keeps it. */
export type SignIn = z.infer<typeof signInSchema>;

/** Credential that the API returned for a sign-in. */
interface Grant {
  readonly refreshToken: string;
  readonly publicId?: string | undefined;
  readonly expiresAt?: number | undefined;
}

/** Reads and writes the cookies of sign-ins. */
export interface SignIns {
  /** Returns the sign-in of a request. A cookie that was changed, or has expired, counts as absent. */
  read(cookies: VisitCookies): Promise<SignIn | undefined>;
  /** Returns the sign-in like {@link read}, and also looks in the cache for a newer refresh token of another process. */
  readLatest(cookies: VisitCookies): Promise<SignIn | undefined>;
  keep(cookies: VisitCookies, signIn: SignIn): Promise<void>;
  /**
   * Must be called last, before the changes are written to a response: other requests may have replaced the refresh
   * token that was kept, or signed the user out.
   */
  settle(cookies: VisitCookies): Promise<void>;
  /** Signs a user in, replacing the previous user. */
  begin(cookies: VisitCookies, grant: Grant): Promise<SignIn>;
  /** Signs the user out. */
  end(cookies: VisitCookies): void;
  /** Keeps a refresh token that is yet to be revoked. Nothing but a revocation uses it. */
  keepForRevocation(cookies: VisitCookies, refreshToken: string): Promise<void>;
  /** Returns the refresh token that is yet to be revoked. */
  forRevocation(cookies: VisitCookies): Promise<string | undefined>;
}

/** Creates the sign-ins of a server. */
export function createSignIns(settings: ServerSettings, sealer: Sealer, cache: SharedCache): SignIns {
  const { now, maxAgeSeconds } = settings;

  const keep: SignIns['keep'] = async (cookies, signIn) => {
    const untilExpiry = signIn.expiresAt === undefined ? Infinity : signIn.expiresAt * 1000;
    const maxAge = Math.round((Math.min(signIn.signedInUntil, untilExpiry) - now()) / 1000);
    const sealed = await sealer.seal('refresh', signIn, maxAge * 1000);
    if (sealed.length > MAX_COOKIE_LENGTH) {
      throw new DiscovrError('BAD_RESPONSE', 'The refresh token is too long for a cookie.');
    }
    cookies.set('refresh', sealed, maxAge);
  };

  const read: SignIns['read'] = async (cookies) => {
    const signIn = await sealer.open('refresh', cookies.get('refresh'), signInSchema);
    if (!signIn) return undefined;
    // Another request of this browser may just have received the next refresh token.
    const refreshToken = await currentRefreshToken(settings, signIn.refreshToken);
    if (refreshToken === signIn.refreshToken) return signIn;
    const next = { ...signIn, refreshToken, expiresAt: undefined };
    await keep(cookies, next);
    return next;
  };

  const readLatest: SignIns['readLatest'] = async (cookies) => {
    const users = new Set<string>();
    for (;;) {
      const signIn = await read(cookies);
      const user = signIn && (await userHash(settings, signIn.refreshToken));
      if (!user || users.has(user)) return signIn;
      users.add(user);
      const next = (await cache.get(replacedKey(user)))?.nextRefreshToken;
      if (!next) return signIn;
      noteReplaced(user, { refreshToken: next, user: await userHash(settings, next) }, now());
    }
  };

  return {
    keep,
    read,
    readLatest,
    async settle(cookies) {
      if (!cookies.setsSignIn) return;
      const signIn = await readLatest(cookies);
      if (!signIn) return;
      const user = await userHash(settings, signIn.refreshToken);
      const hasEndedElsewhere = (await cache.get(endKey(user)))?.hasEnded;
      // The process is asked last, because a user may sign out while the cache responds.
      if (hasEndedElsewhere || hasEnded(user, now())) cookies.discardSignIn();
    },
    async begin(cookies, { refreshToken, publicId, expiresAt }) {
      const previous = await sealer.open('refresh', cookies.get('refresh'), signInSchema);
      if (previous) {
        // A mint may have replaced the token since this browser has received its cookie.
        const current = await currentRefreshToken(settings, previous.refreshToken);
        for (const token of new Set([previous.refreshToken, current])) {
          const user = await userHash(settings, token);
          endMints(user, now(), true);
          await cache.set(endKey(user), { hasEnded: true, isFollowed: true }, ENDED_MS);
        }
      }
      const id = publicId || (await userHash(settings, refreshToken)).slice(0, 16);
      const signedInUntil = now() + maxAgeSeconds * 1000;
      // A token that has expired on arrival means that one of the clocks is wrong.
      const isPossible = expiresAt !== undefined && expiresAt * 1000 > now();
      const signIn = {
        refreshToken,
        publicId: id,
        expiresAt: isPossible ? expiresAt : undefined,
        profileId: undefined,
        signedInUntil,
      };
      await keep(cookies, signIn);
      cookies.clear('session');
      return signIn;
    },
    end(cookies) {
      cookies.clear('refresh');
      cookies.clear('session');
    },
    async keepForRevocation(cookies, refreshToken) {
      const sealed = await sealer.seal('signOut', { refreshToken }, SIGN_OUT_LIFETIME_S * 1000);
      cookies.set('signOut', sealed, SIGN_OUT_LIFETIME_S);
    },
    async forRevocation(cookies) {
      return (await sealer.open('signOut', cookies.get('signOut'), endedSchema))?.refreshToken;
    },
  };
}
