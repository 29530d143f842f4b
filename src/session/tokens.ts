import type { SessionTokenResponse } from '../api/session.js';
import { DiscovrError } from '../shared/errors.js';
import { Backoff, MintQueue, sessionChangedError, type MintContext, type MintLock, type TokenServer } from './mints.js';
import { RENEWAL_MARGIN_MS, RENEWAL_WINDOW_MS, SESSION_LIFETIME_MS, type DeviceClock, type Moment } from './clock.js';
import type { Lifetime } from '../shared/lifetime.js';
import { createObservers } from '../shared/observers.js';
import type { MintReason, Trace } from '../shared/trace.js';
import { profileIdOf } from './sessionState.js';
import type { SignInState } from './signInState.js';
import type { SharedSessionToken } from './tabChannel.js';

/** A session token in memory. */
export interface SessionToken extends SharedSessionToken {
  readonly receivedAt: Moment;
}

/** The session with which pages are requested. All values are `null` while there is no session. */
export interface SessionRefreshed {
  readonly profileId: string | null;
  readonly sessionId: string | null;
  /** Unix seconds. */
  readonly expiresAt: number | null;
}

export interface SessionTokensOptions {
  readonly signIn: SignInState;
  readonly lifetime: Lifetime;
  readonly trace: Trace;
  readonly server: Pick<TokenServer, 'mint'>;
  readonly clock: DeviceClock;
  readonly lock: MintLock;
  /** Requests a token of this profile from other tabs. Waits until `isEnough` returns `true`, but only briefly. */
  readonly askTabs: (profileId: string, isEnough: () => boolean) => Promise<void>;
  /** Called with each token minted in this tab, before its profile becomes active. */
  readonly onMinted: (token: SessionToken, isChoice: boolean) => void;
  /** Called when a mint has failed, with the refresh token that was used. */
  readonly onMintFailed: (error: unknown, refreshToken: string, profileId: string) => Promise<void>;
}

interface MintRequest {
  readonly profileId: string;
  /** Whether the mint is still needed. */
  readonly isWanted: () => boolean;
  /**
   * For a choice, always requests a session; a back end may return one that it keeps. For any other reason, a usable
   * token that exists by now is returned without a mint.
   */
  readonly reason: MintReason;
  /** Value of the token to replace. */
  readonly unusable?: string | undefined;
}

/** A mint that has its turn and the lock. */
interface Mint extends MintContext {
  readonly refreshToken: string;
  readonly profileId: string;
  readonly isChoice: boolean;
}

/**
 * Keeps the session token of the active profile in memory. Runs one mint at a time; a lock extends this to all tabs.
 */
export class SessionTokens {
  readonly #options: SessionTokensOptions;
  readonly #mints: MintQueue<SessionToken>;
  readonly #backoff: Backoff;
  readonly #observers = createObservers<SessionRefreshed>();
  #token: SessionToken | undefined;
  /** Hash of the user for whom `#token` was minted. */
  #owner: string | undefined;
  /** The last token that the server refused. Other tabs may still offer it. */
  #refused: string | undefined;

  constructor(options: SessionTokensOptions) {
    this.#options = options;
    this.#mints = new MintQueue(options.trace);
    this.#backoff = new Backoff(options.clock);
    options.lifetime.onEnd(() => {
      this.#token = undefined;
      this.#observers.clear();
    });
  }

  /** The token in memory if it belongs to the active profile; it may have expired. */
  get current(): SessionToken | undefined {
    const { state, user } = this.#options.signIn;
    return this.#owner === user && this.#token?.profileId === profileIdOf(state) ? this.#token : undefined;
  }

  /** The session in use, as passed to {@link onRefreshed}. */
  get session(): SessionRefreshed {
    const { profileId = null, sessionId = null, expiresAt = null } = this.current ?? {};
    return { profileId, sessionId, expiresAt };
  }

  /**
   * Calls the listener when the session in use has changed: recommendations may then differ. Returns a function that
   * removes the listener.
   */
  onRefreshed(listener: (session: SessionRefreshed) => void): () => void {
    return this.#observers.add(listener);
  }

  /** Whether calls may still use a token. */
  isUsable(token: SessionToken): boolean {
    return this.#options.clock.since(token.receivedAt) < token.usableForMs;
  }

  /**
   * Returns the token of the active profile. If no usable token is in memory, gets one from another tab or mints one.
   *
   * @param refused token that the server refused.
   * @throws {DiscovrError} `NO_ACTIVE_PROFILE` when no profile is active; the errors of the mint.
   */
  async get(refused?: string): Promise<SessionToken> {
    const { signIn, trace } = this.#options;
    const profileId = profileIdOf(signIn.state);
    if (!profileId) throw new DiscovrError('NO_ACTIVE_PROFILE', 'No profile is active. Call selectProfile() first.');
    const usable = this.#usable(profileId, refused);
    if (usable) {
      trace.emit?.({ type: 'token', step: 'held' });
      return usable;
    }
    if (refused !== undefined) {
      trace.emit?.({ type: 'token', step: 'refused' });
      this.#refused = refused;
    }
    const { epoch } = signIn;
    const reason = refused === undefined ? 'missing' : 'refused';
    return this.#mint({ profileId, isWanted: () => epoch === signIn.epoch, reason, unusable: refused });
  }

  /** Mints a session for a profile and makes the profile active. If the mint fails, nothing changes. */
  async choose(profileId: string, isWanted: () => boolean): Promise<void> {
    await this.#mint({ profileId, isWanted, reason: 'choice' });
  }

  /** Mints a replacement for a token that is about to expire. */
  async renew({ profileId, value }: SessionToken): Promise<void> {
    const { signIn } = this.#options;
    const { epoch } = signIn;
    await this.#mint({ profileId, isWanted: () => epoch === signIn.epoch, reason: 'renewal', unusable: value });
  }

  /** Adopts a token of another tab, unless the current one is usable and was minted later. */
  accept(token: SessionToken): void {
    if (token.profileId !== profileIdOf(this.#options.signIn.state)) return;
    const usable = this.#usable(token.profileId);
    const isBetter = !usable || isFresher(token, usable);
    if (!isBetter || !this.isUsable(token) || token.value === this.#refused) return;
    this.#options.trace.emit?.({ type: 'token', step: 'taken' });
    this.#hold(token);
    this.#observers.notify(this.session);
  }

  /** Forgets the token, because the user has changed or signed out. */
  drop(): void {
    this.#token = undefined;
  }

  /** Allows the next mint immediately, despite earlier failures, because the device is online again. */
  retryNow(): void {
    this.#backoff.reset();
  }

  #hold(token: SessionToken): void {
    this.#token = token;
    this.#owner = this.#options.signIn.user;
  }

  /** Returns the token in memory if it belongs to this profile and calls may use it. */
  #usable(profileId: string, unusable?: string): SessionToken | undefined {
    const { current: token } = this;
    const isIt = token?.profileId === profileId && token.value !== unusable && token.value !== this.#refused;
    return isIt && this.isUsable(token) ? token : undefined;
  }

  #mint({ profileId, isWanted, reason, unusable }: MintRequest): Promise<SessionToken> {
    const { signIn, lock, askTabs, trace } = this.#options;
    const refreshToken = signIn.credential?.refreshToken;
    if (!refreshToken) throw new DiscovrError('NOT_SIGNED_IN', 'No user is signed in. Sign in before this call.');
    trace.emit?.({ type: 'mint', step: 'asked', reason });
    return this.#mints.run(`${refreshToken} ${profileId}`, isWanted, (context) =>
      lock(async () => {
        const mint = { ...context, refreshToken, profileId, isChoice: reason === 'choice' };
        if (mint.isChoice) return this.#mintNow(mint);
        const usable = () => this.#usable(profileId, unusable);
        // Another tab may have minted while this tab waited for the lock.
        if (!usable()) await askTabs(profileId, () => usable() !== undefined);
        return usable() ?? this.#mintNow(mint);
      }, context.signal),
    );
  }

  async #mintNow({ refreshToken, profileId, isChoice, isWanted, signal }: Mint): Promise<SessionToken> {
    const { server, lifetime, clock, onMintFailed } = this.#options;
    if (!isWanted()) throw sessionChangedError();
    try {
      // A back end that keeps sessions may return the same session for a choice, but not in place of an unusable one.
      const response = await this.#backoff.run(() =>
        server.mint(refreshToken, profileId, { signal, replaces: isChoice ? undefined : this.#token?.sessionId }),
      );
      // The user or profile may have changed during the mint; its token must then not be used.
      if (!isWanted() || lifetime.isOver) throw sessionChangedError();
      return await this.#commit(receiveSessionToken(response, profileId, clock), isChoice);
    } catch (error) {
      await onMintFailed(error, refreshToken, profileId);
      throw error;
    }
  }

  async #commit(token: SessionToken, isChoice: boolean): Promise<SessionToken> {
    const { signIn, onMinted } = this.#options;
    const isOtherProfile = token.profileId !== profileIdOf(signIn.state);
    this.#hold(token);
    onMinted(token, isChoice || isOtherProfile);
    const isKept = isOtherProfile ? signIn.setProfile(token.profileId) : undefined;
    this.#observers.notify(this.session);
    await isKept;
    return token;
  }
}

/**
 * Creates the token in memory from a response that has just arrived. Its lifetime is `remainingMs`, which only a back
 * end sends, or the difference between the token's `iat` and `exp`: neither depends on the device's clock. If both are
 * missing, it is `expiresAt` minus the device's clock. An impossible lifetime counts as the documented 30 minutes. The
 * server may refuse the token earlier.
 */
export function receiveSessionToken(
  response: SessionTokenResponse,
  profileId: string,
  clock: DeviceClock,
): SessionToken {
  const { sessionToken, sessionId, expiresAt, remainingMs } = response;
  const reportedMs = remainingMs ?? lifetimeByClaims(sessionToken) ?? expiresAt * 1000 - clock.now();
  const lifetimeMs = reportedMs > 0 && reportedMs <= SESSION_LIFETIME_MS ? reportedMs : SESSION_LIFETIME_MS;
  // A token with a lifetime shorter than the margin must still be used, or each call would mint.
  const usableForMs = Math.max(lifetimeMs - RENEWAL_MARGIN_MS, lifetimeMs / 2);
  const renewableAfterMs = renewalMoment(usableForMs, Math.random());
  return {
    value: sessionToken,
    profileId,
    sessionId,
    expiresAt,
    usableForMs,
    renewableAfterMs,
    receivedAt: clock.moment(),
  };
}

/**
 * Returns the age at which a token in use is renewed, in milliseconds. It is a random moment in the last minutes in
 * which calls may use the token, so that devices whose tokens were minted together do not all renew together.
 *
 * @param usableForMs how long calls may use the token, in milliseconds.
 * @param random random number from 0 to 1.
 */
export function renewalMoment(usableForMs: number, random: number): number {
  return usableForMs - Math.min(RENEWAL_WINDOW_MS, usableForMs / 2) * (1 - random);
}

/** Whether a token was minted later than another token of the profile. The result is the same in all tabs. */
function isFresher(token: SharedSessionToken, than: SharedSessionToken): boolean {
  return token.expiresAt === than.expiresAt ? token.sessionId > than.sessionId : token.expiresAt > than.expiresAt;
}

/** Returns the milliseconds between the token's `iat` (inferred) and `exp`, both by the server's clock. */
export function lifetimeByClaims(jwt: string): number | undefined {
  try {
    const payload = (jwt.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/');
    const { iat, exp }: { iat?: unknown; exp?: unknown } = JSON.parse(atob(payload));
    return typeof iat === 'number' && typeof exp === 'number' ? (exp - iat) * 1000 : undefined;
  } catch {
    // The server may send tokens that are not readable JWTs.
    return undefined;
  }
}
