import type { Sealer } from '../cookies/sealer.js';
import { MAX_COOKIE_LENGTH, type VisitCookies } from '../cookies/visitCookies.js';
import { notSignedIn, Refusal } from '../http/refusal.js';
import type { ServerSettings } from '../serverSettings.js';
import type { Upstream } from '../upstream/upstream.js';
import { mintedSessionSchema, type MintedSession } from './mintedSession.js';
import { mintInTurn } from './mintInTurn.js';
import { mintSession } from './mintSession.js';
import { endMints, hasEnded, mintOnce, RECENT_MS, type Mint } from './mintTable.js';
import { sessionKey, signInKey, type SharedCache } from './sharedCache.js';
import type { SignIn, SignIns } from './signIns.js';
import { userHash } from './userHash.js';

/** A session with less time left than this is not returned, in milliseconds. */
const MARGIN_MS = 60_000;

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
  /** Forgets the sessions of a sign-in that has ended. After a sign-out, other processes do not keep theirs either. */
  forget(signIn: Pick<SignIn, 'refreshToken' | 'profileId'>, reason?: 'signOut'): Promise<void>;
}

/** What the sessions of a server need. */
interface SessionsOptions {
  readonly settings: ServerSettings;
  readonly sealer: Sealer;
  readonly cache: SharedCache;
  readonly signIns: SignIns;
  readonly upstream: Upstream;
}

/** Creates the sessions of a server. */
export function createSessions({ settings, sealer, cache, signIns, upstream }: SessionsOptions): Sessions {
  const { now } = settings;

  const keep = async (cookies: VisitCookies, session: MintedSession): Promise<void> => {
    const lifetimeMs = session.endsAt - now();
    const ttl = Math.floor(lifetimeMs / 1000);
    if (ttl <= 0) return;
    const sealed = await sealer.seal('session', session, lifetimeMs);
    if (sealed.length <= MAX_COOKIE_LENGTH) return cookies.set('session', sealed, ttl);
    cookies.clear('session');
    if (settings.sessionCache) return;
    throw new Refusal(
      500,
      'SERVER_ERROR',
      'The session token is too long for a cookie. Pass a sessionCache to createDiscovrServer().',
    );
  };

  /** Writes a minted session to the cache, unless the user has signed out in another process. */
  const store = async (user: string, mint: Mint): Promise<void> => {
    const { session, nextRefreshToken } = mint;
    if (hasEnded(user, now()) || (await cache.get(signInKey(user)))?.hasEnded) throw notSignedIn();
    const key = (owner: string) => sessionKey(owner, session.profileId);
    const lifetimeMs = session.endsAt - now();
    await Promise.all([
      cache.set(key(session.user), { session }, lifetimeMs),
      // For requests with the previous refresh token.
      nextRefreshToken && cache.set(key(user), mint, RECENT_MS),
      nextRefreshToken && cache.set(signInKey(user), { nextRefreshToken }, RECENT_MS),
    ]);
  };

  /** Returns what decides whether a session can serve a request. */
  const checksOf = ({ profileId, replaces }: SessionRequest) => {
    const isReplaced = ({ sessionId }: MintedSession) => encodeURIComponent(sessionId) === replaces;
    const isFit = (session: MintedSession) =>
      session.profileId === profileId && session.endsAt - now() > MARGIN_MS && !isReplaced(session);
    return { isFit, isReplaced };
  };

  /** Returns the kept session of a user, and whether it is in the cookie of the request. */
  const findOf = async (
    user: string,
    cookies: VisitCookies,
    request: SessionRequest,
  ): Promise<(Mint & { readonly isInCookie: boolean }) | undefined> => {
    const { isFit } = checksOf(request);
    const kept = await sealer.open('session', cookies.get('session'), mintedSessionSchema);
    if (kept?.user === user && isFit(kept)) return { session: kept, nextRefreshToken: undefined, isInCookie: true };
    const cached = await cache.get(sessionKey(user, request.profileId));
    if (!cached?.session || !isFit(cached.session)) return undefined;
    return { session: cached.session, nextRefreshToken: cached.nextRefreshToken, isInCookie: false };
  };

  const mint = (user: string, request: SessionRequest): Promise<Mint> => {
    const { signIn, profileId } = request;
    const checks = checksOf(request);
    const inTurn = () =>
      mintInTurn({
        ...checks,
        cache,
        key: sessionKey(user, profileId),
        mint: () => mintSession(settings, upstream, signIn.refreshToken, profileId),
        store: (minted) => store(user, minted),
      });
    return mintOnce({ ...checks, user, profileId, now, mint: inTurn });
  };

  return {
    async get(cookies, request) {
      const { signIn, profileId } = request;
      const user = await userHash(settings, signIn.refreshToken);
      const found = await findOf(user, cookies, request);
      const { session, nextRefreshToken } = found ?? (await mint(user, request));
      const isInCookie = found?.isInCookie === true;
      // The user signed out, or in again, in the meantime.
      if (!isInCookie && [user, session.user].some((one) => hasEnded(one, now()))) throw notSignedIn();
      if (nextRefreshToken) {
        await signIns.keep(cookies, { ...signIn, refreshToken: nextRefreshToken, expiresAt: undefined, profileId });
      } else if (signIn.profileId !== profileId) await signIns.keep(cookies, { ...signIn, profileId });
      if (!isInCookie) await keep(cookies, session);
      return session;
    },
    async find(cookies, request) {
      return (await findOf(await userHash(settings, request.signIn.refreshToken), cookies, request))?.session;
    },
    async forget({ refreshToken, profileId }, reason) {
      const user = await userHash(settings, refreshToken);
      endMints(user, now());
      await Promise.all([
        reason && cache.set(signInKey(user), { hasEnded: true }, RECENT_MS),
        profileId !== undefined && cache.del(sessionKey(user, profileId)),
      ]);
    },
  };
}
