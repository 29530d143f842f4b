import type { SessionTokenResponse } from '../api/session.js';
import type { Authorize } from '../api/transport.js';
import type { Platform } from '../platform/platform.js';
import { raceAbort } from '../shared/abort.js';
import { DiscovrError } from '../shared/errors.js';
import type { Lifetime } from '../shared/lifetime.js';
import type { MintReason, Trace } from '../shared/trace.js';
import { RENEWAL_MARGIN_MS, RENEWAL_WINDOW_MS, SESSION_LIFETIME_MS, type DeviceClock } from './clock.js';
import {
  Backoff,
  mintLock,
  MintQueue,
  sessionChangedError,
  type MintContext,
  type MintLock,
  type TokenServer,
} from './mints.js';
import { Renewal } from './renewal.js';
import { isTokenRefusal, profileIdOf } from './sessionState.js';
import type { SignInState } from './signInState.js';
import type { ProfileChoice, TabChannel } from './tabChannel.js';
import { TabSharing } from './tabs.js';
import type { SessionToken, SessionTokens } from './tokens.js';

export interface TokenCallsOptions {
  /** Namespace of the app; names the lock that its tabs share. */
  readonly namespace: string;
  readonly platform: Platform;
  readonly signIn: SignInState;
  readonly tokens: SessionTokens;
  readonly lifetime: Lifetime;
  readonly trace: Trace;
  readonly server: Pick<TokenServer, 'mint'>;
  readonly clock: DeviceClock;
  readonly channel: TabChannel;
  /** Whether a profile selected in one tab becomes active in all tabs. */
  readonly sharesProfile: boolean;
  /** Waits for a number of milliseconds. */
  readonly sleep?: ((milliseconds: number) => Promise<unknown>) | undefined;
  /** Called when a mint has failed, with the refresh token that was used. */
  readonly onMintFailed: (error: unknown, refreshToken: string, profileId: string) => Promise<void>;
  /** Returns the current refresh token, or throws when no user is signed in. */
  readonly requireRefreshToken: () => string;
  /** Called when a call with a refresh token has failed. */
  readonly onFailed: (error: unknown, refreshToken: string) => void;
  /** Whether the client is connected. Only then, the session is renewed before it expires. */
  readonly isConnected: () => boolean;
}

/** Functions that run calls with a token. */
export interface TokenCalls {
  /**
   * Runs a call with the refresh token. Drops a result that arrives after a sign-out or a sign-in of another user: the
   * call rejects with an `AbortError`.
   */
  readonly withRefreshToken: Authorize;
  /**
   * Runs a call with a session token. If the server refuses the token, gets another one and repeats the call, once.
   * Drops a result that arrives after a sign-out or a profile switch: the call rejects with an `AbortError`.
   */
  readonly withSessionToken: Authorize;
  /** Gets the session tokens. */
  readonly minting: Minting;
}

/** Creates the functions that run calls with a token. They are loaded with the calls, because only calls need them. */
export function createTokenCalls(options: TokenCallsOptions): TokenCalls {
  const { signIn, lifetime, requireRefreshToken, onFailed } = options;
  const minting = new Minting(options);
  const { visibility } = options.platform;
  const renewal = new Renewal({ ...options, visibility, renew: (token) => minting.renew(token) });

  const withRefreshToken: Authorize = async (call, { signal } = {}) => {
    await raceAbort(signIn.ready(), signal);
    const refreshToken = requireRefreshToken();
    const assertSameUser = () => {
      if (refreshToken !== signIn.credential?.refreshToken) throw sessionChangedError();
    };
    let result: Awaited<ReturnType<typeof call>>;
    try {
      result = await lifetime.race(call(refreshToken));
    } catch (error) {
      assertSameUser();
      onFailed(error, refreshToken);
      throw error;
    }
    assertSameUser();
    return result;
  };

  const withSessionToken: Authorize = async (call, { signal } = {}) => {
    await raceAbort(signIn.ready(), signal);
    const { epoch } = signIn;
    const assertSameSession = () => {
      if (epoch !== signIn.epoch) throw sessionChangedError();
    };
    const getToken = async (refused?: string) => {
      requireRefreshToken();
      const { value } = await raceAbort(minting.get(refused), signal);
      assertSameSession();
      return value;
    };
    const attempt = async (token: string) => {
      try {
        return await lifetime.race(call(token));
      } catch (error) {
        assertSameSession();
        throw error;
      }
    };
    const token = await getToken();
    renewal.noteUse();
    const result = await attempt(token).catch(async (error: unknown) => {
      if (!isTokenRefusal(error)) throw error;
      return attempt(await getToken(token));
    });
    assertSameSession();
    return result;
  };

  return { withRefreshToken, withSessionToken, minting };
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
  /** When and where the profile was chosen. */
  readonly choice?: ProfileChoice | undefined;
}

/** A mint that has its turn and the lock. */
interface Mint extends MintContext {
  readonly refreshToken: string;
  readonly profileId: string;
  readonly choice: ProfileChoice | undefined;
}

/** Gets session tokens, and shares them with other tabs. Runs one mint at a time; a lock extends this to all tabs. */
class Minting {
  readonly #options: TokenCallsOptions;
  readonly #tabs: TabSharing;
  readonly #mints: MintQueue<SessionToken>;
  readonly #lock: MintLock;
  readonly #backoff: Backoff;

  constructor(options: TokenCallsOptions) {
    const { namespace, platform, trace, clock } = options;
    this.#options = options;
    this.#tabs = new TabSharing(options);
    this.#mints = new MintQueue(trace);
    this.#lock = mintLock(`${namespace}-mint`, platform, trace);
    this.#backoff = new Backoff(clock);
  }

  /**
   * Returns the token of the active profile. If no usable token is in memory, gets one from another tab or mints one.
   *
   * @param refused token that the server refused.
   * @throws {DiscovrError} `NO_ACTIVE_PROFILE` when no profile is active; the errors of the mint.
   */
  async get(refused?: string): Promise<SessionToken> {
    const { signIn, tokens, trace } = this.#options;
    const profileId = profileIdOf(signIn.state);
    if (!profileId) throw new DiscovrError('NO_ACTIVE_PROFILE', 'No profile is active. Call selectProfile() first.');
    const usable = tokens.usable(profileId, refused);
    if (usable ?? refused) trace.emit?.({ type: 'token', step: usable ? 'held' : 'refused' });
    if (usable) return usable;
    if (refused !== undefined) tokens.refuse(refused);
    const { epoch } = signIn;
    const reason = refused === undefined ? 'missing' : 'refused';
    return this.#mint({ profileId, isWanted: () => epoch === signIn.epoch, reason, unusable: refused });
  }

  /** Mints a session for a profile and makes the profile active. If the mint fails, nothing changes. */
  async choose(profileId: string, isWanted: () => boolean): Promise<void> {
    const choice = this.#tabs.nextChoice();
    // It may wait for the network or for another tab, in which another profile is chosen later.
    const isActive = () => profileId === profileIdOf(this.#options.signIn.state);
    const isLatest = () => isWanted() && (!this.#tabs.isOutdated(choice) || isActive());
    await this.#mint({ profileId, isWanted: isLatest, reason: 'choice', choice });
  }

  /** Mints a replacement for a token that is about to expire. */
  async renew({ profileId, value }: SessionToken): Promise<void> {
    const { signIn } = this.#options;
    const { epoch } = signIn;
    await this.#mint({ profileId, isWanted: () => epoch === signIn.epoch, reason: 'renewal', unusable: value });
  }

  /** Allows the next mint immediately, despite earlier failures, because the device is online again. */
  retryNow(): void {
    this.#backoff.reset();
  }

  #mint({ profileId, isWanted, reason, unusable, choice }: MintRequest): Promise<SessionToken> {
    const { signIn, tokens, clock, trace } = this.#options;
    const refreshToken = signIn.credential?.refreshToken;
    if (!refreshToken) throw new DiscovrError('NOT_SIGNED_IN', 'No user is signed in. Sign in before this call.');
    const { current } = tokens;
    trace.emit?.({
      type: 'mint',
      step: 'asked',
      reason,
      leftMs: current && current.usableForMs + RENEWAL_MARGIN_MS - clock.since(current.receivedAt),
    });
    return this.#mints.run(`${refreshToken} ${profileId}`, isWanted, (context) =>
      this.#lock(async () => {
        const mint = { ...context, refreshToken, profileId, choice };
        if (choice) return this.#mintNow(mint);
        const usable = () => tokens.usable(profileId, unusable);
        // Another tab may have minted while this tab waited for the lock.
        if (!usable()) await this.#tabs.ask(profileId, () => usable() !== undefined);
        const offered = usable();
        if (!offered) return this.#mintNow(mint);
        trace.emit?.({ type: 'mint', step: 'spared' });
        return offered;
      }, context.signal),
    );
  }

  async #mintNow({ refreshToken, profileId, choice, isWanted, signal }: Mint): Promise<SessionToken> {
    const { tokens, server, lifetime, clock, onMintFailed } = this.#options;
    lifetime.throwIfOver();
    if (!isWanted()) throw sessionChangedError();
    try {
      // A back end that keeps sessions may return the same session for a choice, but not in place of an unusable one.
      const response = await this.#backoff.run(() =>
        server.mint(refreshToken, profileId, { signal, replaces: choice ? undefined : tokens.held?.sessionId }),
      );
      // The user or profile may have changed during the mint; its token must then not be used.
      if (!isWanted() || lifetime.isOver) throw sessionChangedError();
      return await this.#commit(receiveSessionToken(response, profileId, clock), choice);
    } catch (error) {
      await onMintFailed(error, refreshToken, profileId);
      throw error;
    }
  }

  async #commit(token: SessionToken, choice: ProfileChoice | undefined): Promise<SessionToken> {
    const { signIn, tokens } = this.#options;
    const isOtherProfile = token.profileId !== profileIdOf(signIn.state);
    tokens.hold(token);
    if (choice || isOtherProfile) this.#tabs.tellChoice(token, choice);
    else this.#tabs.tellToken(token);
    const isKept = isOtherProfile ? signIn.setProfile(token.profileId) : undefined;
    tokens.notify();
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
