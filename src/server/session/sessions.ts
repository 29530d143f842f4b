import { startDeadline } from '../../api/http/deadline.js';
import type { SessionTokenResponse } from '../../api/schemas/session.js';
import { SESSION_LIFETIME_MS } from '../../session/timing.js';
import type { Sealer } from '../cookies/sealer.js';
import { MAX_COOKIE_LENGTH, type VisitCookies } from '../cookies/visitCookies.js';
import { notSignedIn, Refusal } from '../http/refusal.js';
import type { ServerSettings } from '../serverSettings.js';
import type { Upstream } from '../upstream/upstream.js';
import { mintedSessionSchema, type MintedSession } from './mintedSession.js';
import { endMints, hasEnded, mintOnce, type Mint } from './mintTable.js';
import type { SignIn, SignIns } from './signIns.js';
import { userHash } from './userHash.js';

/** A session with less time left than this is not returned, in milliseconds. */
const MARGIN_MS = 60_000;
/** How long a call to the cache may take, in milliseconds. */
const CACHE_TIMEOUT_MS = 1_000;

/** Request for a session. */
interface SessionRequest {
  readonly signIn: SignIn;
  readonly profileId: string;
  /** Id of the session that the caller cannot use, encoded as in a URL. */
  readonly replaces?: string | undefined;
}

/** The sessions of a server. */
export interface Sessions {
  /** Returns the session of a profile: the kept one, or a minted one. Keeps it in the cookies. */
  get(cookies: VisitCookies, request: SessionRequest): Promise<MintedSession>;
  /** Returns the kept session of a profile, if it is usable. Mints nothing and changes no cookie. */
  find(cookies: VisitCookies, request: SessionRequest): Promise<MintedSession | undefined>;
  /** Forgets the sessions of a sign-in that has ended. */
  forget(signIn: Pick<SignIn, 'refreshToken' | 'profileId'>): Promise<void>;
}

/** Creates the sessions of a server. */
export function createSessions(
  settings: ServerSettings,
  sealer: Sealer,
  signIns: SignIns,
  upstream: Upstream,
): Sessions {
  const { now, sessionCache: cache } = settings;

  const open = (sealed: unknown) => sealer.open('session', sealed, mintedSessionSchema);

  /** Calls the cache. A call that fails or takes too long counts as a miss. */
  const fromCache = async <T>(call: () => Promise<T>): Promise<T | undefined> => {
    const deadline = startDeadline(CACHE_TIMEOUT_MS);
    try {
      return await deadline.race(call());
    } catch {
      return undefined;
    } finally {
      deadline.release();
    }
  };

  const keep = async (cookies: VisitCookies, session: MintedSession): Promise<void> => {
    const lifetimeMs = session.endsAt - now();
    const ttl = Math.floor(lifetimeMs / 1000);
    if (ttl <= 0) return;
    const sealed = await sealer.seal('session', session, lifetimeMs);
    if (cache) await fromCache(() => cache.set(cacheKey(session.user, session.profileId), sealed, { ttl }));
    if (sealed.length <= MAX_COOKIE_LENGTH) return cookies.set('session', sealed, ttl);
    cookies.clear('session');
    if (cache) return;
    throw new Refusal(
      500,
      'SERVER_ERROR',
      'The session token is too long for a cookie. Pass a sessionCache to createDiscovrServer().',
    );
  };

  const mint = async ({ signIn, profileId }: SessionRequest, user: string): Promise<Mint> => {
    const response = await upstream.identityApi(signIn.refreshToken).mintSessionToken({ profileId });
    const { sessionToken, sessionId, expiresAt } = response;
    const nextRefreshToken = nextTokenOf(response, signIn.refreshToken);
    const owner = nextRefreshToken ? await userHash(settings, nextRefreshToken) : user;
    const reportedMs = expiresAt * 1000 - now();
    // An impossible lifetime means that one of the clocks is wrong.
    const isPossible = reportedMs > 0 && reportedMs <= SESSION_LIFETIME_MS;
    const endsAt = now() + (isPossible ? reportedMs : SESSION_LIFETIME_MS);
    return { session: { user: owner, profileId, sessionToken, sessionId, expiresAt, endsAt }, nextRefreshToken };
  };

  const isUsable = (session: MintedSession, { profileId, replaces }: SessionRequest) =>
    session.profileId === profileId &&
    session.endsAt - now() > MARGIN_MS &&
    encodeURIComponent(session.sessionId) !== replaces;

  /** Returns the kept session of a user, and whether it is in the cookie of the request. */
  const findOf = async (user: string, cookies: VisitCookies, request: SessionRequest) => {
    const isFit = (session: MintedSession | undefined) => session?.user === user && isUsable(session, request);
    const kept = await open(cookies.get('session'));
    if (isFit(kept)) return { session: kept, isInCookie: true };
    const cached = cache && (await open(await fromCache(() => cache.get(cacheKey(user, request.profileId)))));
    return { session: isFit(cached) ? cached : undefined, isInCookie: false };
  };

  return {
    async get(cookies, request) {
      const { signIn, profileId } = request;
      const user = await userHash(settings, signIn.refreshToken);
      const remembered = async () => {
        if (signIn.profileId !== profileId) await signIns.keep(cookies, { ...signIn, profileId });
      };
      const found = await findOf(user, cookies, request);
      if (found.session) {
        await Promise.all([remembered(), found.isInCookie || keep(cookies, found.session)]);
        return found.session;
      }
      const isFit = (session: MintedSession) => isUsable(session, request);
      const minted = await mintOnce({ user, profileId, now, isFit, mint: () => mint(request, user) });
      // The user signed out, or in again, in the meantime.
      if (hasEnded(user, now())) throw notSignedIn();
      const { session, nextRefreshToken } = minted;
      if (nextRefreshToken) {
        await signIns.keep(cookies, { ...signIn, refreshToken: nextRefreshToken, expiresAt: undefined, profileId });
      } else await remembered();
      await keep(cookies, session);
      return session;
    },
    async find(cookies, request) {
      return (await findOf(await userHash(settings, request.signIn.refreshToken), cookies, request)).session;
    },
    async forget({ refreshToken, profileId }) {
      const user = await userHash(settings, refreshToken);
      endMints(user, now());
      if (cache && profileId !== undefined) await fromCache(() => cache.del(cacheKey(user, profileId)));
    },
  };
}

function cacheKey(user: string, profileId: string): string {
  return `discovr:session:${user}:${encodeURIComponent(profileId)}`;
}

/** Returns the refresh token that replaces the one of the request, if the API sent one (inferred). */
function nextTokenOf(response: SessionTokenResponse, current: string): string | undefined {
  const { refreshToken } = response;
  return typeof refreshToken === 'string' && /^rt_[\w.~+/=-]+$/.test(refreshToken) && refreshToken !== current
    ? refreshToken
    : undefined;
}
