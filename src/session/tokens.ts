import type { Lifetime } from '../shared/lifetime.js';
import { createObservers } from '../shared/observers.js';
import type { Trace } from '../shared/trace.js';
import type { DeviceClock, Moment } from './clock.js';
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

interface SessionTokensOptions {
  readonly signIn: SignInState;
  readonly lifetime: Lifetime;
  readonly trace: Trace;
  readonly clock: DeviceClock;
}

/** Keeps the session token of the active profile in memory. `tokenCalls.ts` gets it. */
export class SessionTokens {
  readonly #options: SessionTokensOptions;
  readonly #observers = createObservers<SessionRefreshed>();
  #token: SessionToken | undefined;
  /** Hash of the user for whom `#token` was minted. */
  #owner: string | undefined;
  /** The last token that the server refused. Other tabs may still offer it. */
  #refused: string | undefined;

  constructor(options: SessionTokensOptions) {
    this.#options = options;
    options.lifetime.onEnd(() => {
      this.#token = undefined;
      this.#observers.clear();
    });
  }

  /** The token in memory, of whichever user and profile. */
  get held(): SessionToken | undefined {
    return this.#token;
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
   * Returns the token in memory if it belongs to this profile and calls may use it.
   *
   * @param unusable value of a token that must not be used.
   */
  usable(profileId: string, unusable?: string): SessionToken | undefined {
    const { current: token } = this;
    const isIt = token?.profileId === profileId && token.value !== unusable && token.value !== this.#refused;
    return isIt && this.isUsable(token) ? token : undefined;
  }

  /** Adopts a token of another tab, unless the current one is usable and was minted later. */
  accept(token: SessionToken): void {
    if (token.profileId !== profileIdOf(this.#options.signIn.state)) return;
    const usable = this.usable(token.profileId);
    const isBetter = !usable || isFresher(token, usable);
    if (!isBetter || !this.isUsable(token) || token.value === this.#refused) return;
    this.#options.trace.emit?.({ type: 'token', step: 'taken' });
    this.hold(token);
    this.notify();
  }

  /** Keeps a token of the user who is signed in. */
  hold(token: SessionToken): void {
    this.#token = token;
    this.#owner = this.#options.signIn.user;
  }

  /** Tells the listeners that the session in use has changed. */
  notify(): void {
    this.#observers.notify(this.session);
  }

  /** Remembers that the server refused a token. */
  refuse(value: string): void {
    this.#refused = value;
  }

  /** Forgets the token, because the user has changed or signed out. */
  drop(): void {
    this.#token = undefined;
  }
}

/** Whether a token was minted later than another token of the profile. The result is the same in all tabs. */
function isFresher(token: SharedSessionToken, than: SharedSessionToken): boolean {
  return token.expiresAt === than.expiresAt ? token.sessionId > than.sessionId : token.expiresAt > than.expiresAt;
}
