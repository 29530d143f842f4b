import * as z from 'zod/mini';
import { DiscovrError } from '../../shared/errors.js';
import { tolerant } from '../../api/reading.js';
import { pause } from '../../shared/time.js';
import { isTokenRefusal } from '../../session/sessionState.js';
import { MAX_COOKIE_LENGTH, visitCookies, type VisitCookies } from '../cookies/visitCookies.js';
import { notSignedIn, Refusal } from '../refusal.js';
import type { ServerParts } from '../serverParts.js';
import { UPSTREAM_TIMEOUT_MS, type VisitRequest } from '../serverSettings.js';
import { sessionKey } from './sharedCache.js';
import { SignIn } from './signIn.js';
import { MARGIN_MS, mintedSessionSchema, POLL_MS, type Mint, type MintedSession } from './store.js';

/** How long a refresh token that could not be revoked is kept for another attempt, in seconds. */
const REVOCATION_LIFETIME_S = 24 * 60 * 60;

const text = z.string().check(z.minLength(1));
const keptSchema = z.object({
  refreshToken: text,
  publicId: text,
  /** Expiry of the refresh token, in Unix seconds. */
  expiresAt: tolerant(z.number()),
  /** Profile of the last mint. */
  profileId: tolerant(text),
  /** When this browser is signed out at the latest, in Unix milliseconds. */
  signedInUntil: z.number(),
});
const revocationSchema = z.object({ refreshToken: text });

/** User who is signed in in a browser, as its cookie keeps them. */
export interface Visitor extends Omit<z.infer<typeof keptSchema>, 'refreshToken'> {
  readonly signIn: SignIn;
}

interface SessionRequest {
  readonly profileId: string;
  /** Id of the session that the caller cannot use, encoded as in a URL. */
  readonly replaces?: string | undefined;
}

/** Credential that the API returned for a sign-in. */
interface Grant {
  readonly refreshToken: string;
  readonly publicId?: string | undefined;
  readonly expiresAt?: number | undefined;
}

/** Browser that has sent a request. Its cookies keep the sign-in and the session. */
export class Browser {
  readonly cookies: VisitCookies;
  readonly #parts: ServerParts;

  constructor(request: VisitRequest, parts: ServerParts) {
    this.cookies = visitCookies(request, parts.settings);
    this.#parts = parts;
  }

  /** Returns the user. A cookie that was changed, or has expired, counts as absent. */
  read(): Promise<Visitor | undefined> {
    // Another request of this browser may just have received the next refresh token.
    return this.#read(async (signIn) => signIn.newest);
  }

  /** Returns the user like {@link read}, and also looks in the cache for a newer refresh token of another process. */
  readNewest(): Promise<Visitor | undefined> {
    return this.#read((signIn) => signIn.readNewest());
  }

  /**
   * Runs a call with the sign-in. When the API refuses the refresh token, runs it again with the one that replaced it.
   * When the API refuses the last one, signs the user out.
   *
   * @throws {Refusal} 401 when no user is signed in, or when the API refuses the refresh token; the errors of the call.
   */
  async whileSignedIn<T>(call: (visitor: Visitor) => Promise<T>): Promise<T> {
    const refused = new Set<string>();
    let visitor = await this.read();
    for (let next = visitor; next; next = await this.#replacementOf(next, refused)) {
      visitor = next;
      try {
        return await call(next);
      } catch (error) {
        if (!isTokenRefusal(error)) throw error;
        refused.add(next.signIn.user);
      }
    }
    // After a sign-out, the cookies may be those of the next sign-in.
    if (visitor && !(await visitor.signIn.hasEnded())) {
      this.signOut();
      visitor.signIn.endHere();
      await visitor.signIn.forgetSession(visitor.profileId);
    }
    throw notSignedIn();
  }

  /** Returns the session of a profile: the kept one, or a minted one. Keeps it in the cookies. */
  async session(visitor: Visitor, request: SessionRequest): Promise<MintedSession> {
    const { signIn } = visitor;
    const { profileId } = request;
    const kept = await this.#keptInCookie(visitor, request);
    const mint =
      kept ??
      (await this.#keptInCache(visitor, request)) ??
      (await signIn.mint({ profileId, ...this.#checksOf(request) }));
    const next = signIn.nextOf(mint);
    // The user signed out, or in again, in the meantime.
    if (!kept && (signIn.hasEndedHere || next?.hasEndedHere)) throw notSignedIn();
    if (next) await this.#keep({ ...visitor, signIn: next, expiresAt: undefined, profileId });
    else if (visitor.profileId !== profileId) await this.#keep({ ...visitor, profileId });
    if (!kept) await this.#keepSession(mint.session);
    return mint.session;
  }

  /** Returns the kept session of the profile, if it is usable. Mints nothing and changes no cookie. */
  async keptSession(visitor: Visitor): Promise<MintedSession | undefined> {
    const { profileId } = visitor;
    if (profileId === undefined) return undefined;
    const request = { profileId };
    return ((await this.#keptInCookie(visitor, request)) ?? (await this.#keptInCache(visitor, request)))?.session;
  }

  /** Forgets the profile and its session, because the profile was deleted. */
  async forgetProfile(visitor: Visitor): Promise<void> {
    await this.#keep({ ...visitor, profileId: undefined });
    this.cookies.clear('session');
  }

  /** Signs a user in, replacing the previous user. */
  async begin({ refreshToken, publicId, expiresAt }: Grant): Promise<Visitor> {
    const { settings } = this.#parts;
    const previous = await this.#kept();
    if (previous) await (await SignIn.of(this.#parts, previous.refreshToken)).end({ isFollowed: true });
    const signIn = await SignIn.of(this.#parts, refreshToken);
    // A token that has expired on arrival means that one of the clocks is wrong.
    const isPossible = expiresAt !== undefined && expiresAt * 1000 > settings.now();
    const visitor = {
      signIn,
      publicId: publicId || signIn.user.slice(0, 16),
      expiresAt: isPossible ? expiresAt : undefined,
      profileId: undefined,
      signedInUntil: settings.now() + settings.maxAgeSeconds * 1000,
    };
    await this.#keep(visitor);
    this.cookies.clear('session');
    return visitor;
  }

  /** Deletes the cookies of the sign-in. */
  signOut(): void {
    this.cookies.clear('refresh');
    this.cookies.clear('session');
  }

  /**
   * Must be called last, before the changes are written to a response: other requests may have replaced the refresh
   * token that was kept, or signed the user out.
   */
  async settle(): Promise<void> {
    if (!this.cookies.setsSignIn) return;
    const visitor = await this.readNewest();
    if (await visitor?.signIn.hasEnded()) this.cookies.discardSignIn();
  }

  /** Keeps a sign-in whose refresh token is yet to be revoked. Nothing but a revocation uses it. */
  async keepForRevocation({ refreshToken }: SignIn): Promise<void> {
    const sealed = await this.#parts.sealer.seal('signOut', { refreshToken }, REVOCATION_LIFETIME_S * 1000);
    this.cookies.set('signOut', sealed, REVOCATION_LIFETIME_S);
  }

  /** Returns the sign-in whose refresh token is yet to be revoked. */
  async forRevocation(): Promise<SignIn | undefined> {
    const kept = await this.#parts.sealer.open('signOut', this.cookies.get('signOut'), revocationSchema);
    return kept && SignIn.of(this.#parts, kept.refreshToken);
  }

  #kept() {
    return this.#parts.sealer.open('refresh', this.cookies.get('refresh'), keptSchema);
  }

  async #read(newestOf: (signIn: SignIn) => Promise<SignIn>): Promise<Visitor | undefined> {
    const kept = await this.#kept();
    if (!kept) return undefined;
    const { refreshToken, ...visitor } = kept;
    const signIn = await newestOf(await SignIn.of(this.#parts, refreshToken));
    if (signIn.refreshToken === refreshToken) return { ...visitor, signIn };
    const next = { ...visitor, signIn, expiresAt: undefined };
    await this.#keep(next);
    return next;
  }

  async #keep({ signIn, ...visitor }: Visitor): Promise<void> {
    const { settings, sealer } = this.#parts;
    const untilExpiry = visitor.expiresAt === undefined ? Infinity : visitor.expiresAt * 1000;
    const maxAge = Math.round((Math.min(visitor.signedInUntil, untilExpiry) - settings.now()) / 1000);
    const sealed = await sealer.seal('refresh', { ...visitor, refreshToken: signIn.refreshToken }, maxAge * 1000);
    if (sealed.length > MAX_COOKIE_LENGTH) {
      throw new DiscovrError('BAD_RESPONSE', 'The refresh token is too long for a cookie.');
    }
    this.cookies.set('refresh', sealed, maxAge);
  }

  async #keepSession(session: MintedSession): Promise<void> {
    const { settings, sealer } = this.#parts;
    const lifetimeMs = session.endsAt - settings.now();
    const ttl = Math.floor(lifetimeMs / 1000);
    if (ttl <= 0) return;
    const sealed = await sealer.seal('session', session, lifetimeMs);
    if (sealed.length <= MAX_COOKIE_LENGTH) return this.cookies.set('session', sealed, ttl);
    this.cookies.clear('session');
    if (settings.sessionCache) return;
    throw new Refusal(
      500,
      'SERVER_ERROR',
      'The session token is too long for a cookie. Pass a sessionCache to createDiscovrServer().',
    );
  }

  /** Returns what decides whether a session can serve a request. */
  #checksOf({ profileId, replaces }: SessionRequest) {
    const isReplaced = ({ sessionId }: MintedSession) => encodeURIComponent(sessionId) === replaces;
    const isFit = (session: MintedSession) =>
      session.profileId === profileId &&
      session.endsAt - this.#parts.settings.now() > MARGIN_MS &&
      !isReplaced(session);
    return { isFit, isReplaced };
  }

  async #keptInCookie({ signIn }: Visitor, request: SessionRequest): Promise<Mint | undefined> {
    const session = await this.#parts.sealer.open('session', this.cookies.get('session'), mintedSessionSchema);
    const isUsable = session?.user === signIn.user && this.#checksOf(request).isFit(session);
    return isUsable ? { session, nextRefreshToken: undefined } : undefined;
  }

  async #keptInCache({ signIn }: Visitor, request: SessionRequest): Promise<Mint | undefined> {
    const { session, nextRefreshToken } =
      (await this.#parts.cache.get(sessionKey(signIn.user, request.profileId))) ?? {};
    return session && this.#checksOf(request).isFit(session) ? { session, nextRefreshToken } : undefined;
  }

  /** Returns the user with the refresh token that replaces refused ones, for which it may have to wait. */
  async #replacementOf({ signIn, profileId }: Visitor, refused: ReadonlySet<string>): Promise<Visitor | undefined> {
    const end = performance.now() + UPSTREAM_TIMEOUT_MS;
    for (;;) {
      // A mint that is running may replace the refresh token.
      const mayBeReplaced = performance.now() < end && (await signIn.isMinting(profileId));
      const next = await this.readNewest();
      if (next && !refused.has(next.signIn.user)) return next;
      if (!mayBeReplaced) return undefined;
      await pause(POLL_MS);
    }
  }
}
