import type { Sealer } from '../cookies/sealer.js';
import { MAX_COOKIE_LENGTH, type VisitCookies } from '../cookies/visitCookies.js';
import { notSignedIn, Refusal } from '../http/refusal.js';
import type { ServerSettings } from '../serverSettings.js';
import type { Upstream } from '../upstream/upstream.js';
import { mintedSessionSchema, type MintedSession } from './mintedSession.js';
import { createMints } from './mints.js';
import { currentRefreshToken, endMints, hasEnded, isFollowed, isMinting, type Mint } from './mintTable.js';
import { ENDED_MS, MARGIN_MS } from './mintTiming.js';
import { endKey, isRunning, replacedKey, sessionKey, type SharedCache } from './sharedCache.js';
import type { SignIn, SignIns } from './signIns.js';
import { userHash } from './userHash.js';

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
  /** Whether a sign-in has just ended, perhaps in another process. */
  hasEnded(signIn: Pick<SignIn, 'refreshToken'>): Promise<boolean>;
  /** Whether the same browser has just completed another sign-in, perhaps in another process. */
  isFollowed(signIn: Pick<SignIn, 'refreshToken'>): Promise<boolean>;
  /** Whether a process is minting a session of a sign-in, so that its refresh token may have been replaced. */
  isMinting(signIn: Pick<SignIn, 'refreshToken' | 'profileId'>): Promise<boolean>;
  /**
   * Forgets the sessions of a sign-in that has ended. With `signOut`, other processes also drop sessions that they are
   * minting. Returns the refresh token to revoke, which a mint may have replaced in the meantime.
   */
  forget(signIn: Pick<SignIn, 'refreshToken' | 'profileId'>, reason?: 'signOut'): Promise<string>;
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
  const mints = createMints(settings, cache, upstream);

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

  return {
    async get(cookies, request) {
      const { signIn, profileId } = request;
      const user = await userHash(settings, signIn.refreshToken);
      const found = await findOf(user, cookies, request);
      const { session, nextRefreshToken } =
        found ?? (await mints.mint(user, { refreshToken: signIn.refreshToken, profileId, ...checksOf(request) }));
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
    async hasEnded({ refreshToken }) {
      return mints.hasEnded(await userHash(settings, refreshToken));
    },
    async isFollowed({ refreshToken }) {
      const user = await userHash(settings, refreshToken);
      // The process is asked last, because a sign-in may end while the cache responds.
      return (await cache.get(endKey(user)))?.isFollowed === true || isFollowed(user, now());
    },
    async isMinting({ refreshToken, profileId }) {
      const user = await userHash(settings, refreshToken);
      if (isMinting(user, now())) return true;
      return profileId !== undefined && isRunning((await cache.get(sessionKey(user, profileId))) ?? {});
    },
    async forget({ refreshToken, profileId }, reason) {
      const user = await userHash(settings, refreshToken);
      endMints(user, now());
      await Promise.all([
        reason && cache.set(endKey(user), { hasEnded: true }, ENDED_MS),
        profileId !== undefined && cache.del(sessionKey(user, profileId)),
      ]);
      if (!reason) return refreshToken;
      // A mint may have replaced the token since the caller has read it.
      const next = (await cache.get(replacedKey(user)))?.nextRefreshToken;
      const current = next ?? (await currentRefreshToken(settings, refreshToken));
      if (current !== refreshToken) {
        const currentUser = await userHash(settings, current);
        endMints(currentUser, now());
        await Promise.all([cache.set(endKey(currentUser), { hasEnded: true }, ENDED_MS), cache.del(replacedKey(user))]);
      }
      return current;
    },
  };
}
