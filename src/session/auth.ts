import type { CallOptions } from '../api/transport.js';
import type { Platform } from '../platform/platform.js';
import { raceAbort } from '../shared/abort.js';
import { DiscovrError, isDiscovrError } from '../shared/errors.js';
import { loadOnce } from '../shared/lateModule.js';
import type { Lifetime } from '../shared/lifetime.js';
import { countedStart } from '../shared/observers.js';
import type { Trace } from '../shared/trace.js';
import type { DeviceClock } from './clock.js';
import { userHashOf, type CredentialStore, type DiscovrCredential } from './credential.js';
import type { TokenServer } from './mints.js';
import { tabProfileMemory } from './profiles.js';
import { Revocations } from './revocations.js';
import { isTokenRefusal, profileIdOf, type SessionState } from './sessionState.js';
import { SignInState } from './signInState.js';
import { notForgotten, notKept } from './storedCredential.js';
import { TabChannel } from './tabChannel.js';
import type { createTokenCalls, TokenCalls } from './tokenCalls.js';
import { SessionTokens, type SessionRefreshed } from './tokens.js';

interface DiscovrAuthOptions {
  /** Name of the database, channel and locks that the tabs of this app share. */
  readonly namespace: string;
  readonly store: CredentialStore;
  /**
   * How long one call to the store may take, in milliseconds.
   * @default 2000
   */
  readonly storeTimeoutMs?: number | undefined;
  readonly server: TokenServer;
  /** Loads the code of the calls with tokens. */
  readonly loadTokenCalls: () => Promise<typeof createTokenCalls>;
  /** When it ends, pending calls reject and no listener is called again. */
  readonly lifetime: Lifetime;
  /** Whether each tab has its own active profile. */
  readonly profilePerTab: boolean;
  readonly clock: DeviceClock;
  readonly trace: Trace;
  readonly platform: Platform;
  /** Waits for a number of milliseconds. */
  readonly sleep?: ((milliseconds: number) => Promise<unknown>) | undefined;
}

/**
 * Runs calls with tokens: the refresh token for identity endpoints, a session token for all others. It combines all
 * parts that decide who is signed in, in this tab and across tabs.
 */
export class DiscovrAuth {
  readonly #signIn: SignInState;
  readonly #tokens: SessionTokens;
  readonly #revocations: Revocations;
  readonly #channel: TabChannel;
  readonly #lifetime: Lifetime;
  /** Loads the functions that run calls with a token, once. */
  readonly tokenCalls: () => Promise<TokenCalls>;
  /**
   * Reads the store. Then shares the session with other tabs, reads the store again whenever the page becomes visible
   * or the device is online again, and renews sessions that are in use. Returns a function that disconnects; after
   * several calls, the client stays connected until each of them is undone.
   */
  readonly connect: () => () => void;
  #isConnected = false;
  /** Number of selections so far, and the number of the latest one that has begun. */
  #selections = 0;
  #latest = 0;

  constructor(options: DiscovrAuthOptions) {
    const { namespace, store, server, lifetime, profilePerTab, platform } = options;
    const ownProfile = profilePerTab ? tabProfileMemory(namespace, platform) : undefined;
    const signIn = new SignInState({ store, lifetime, timeoutMs: options.storeTimeoutMs, ownProfile });
    const tokens = new SessionTokens({ ...options, signIn });
    const channel = new TabChannel(namespace, options);
    this.#lifetime = lifetime;
    this.#signIn = signIn;
    this.#tokens = tokens;
    this.#channel = channel;
    this.connect = countedStart(() => {
      if (lifetime.isOver) return () => undefined;
      // While this tab was disconnected, another tab may have written to the store.
      void (this.state.status === 'unknown' ? this.ready() : signIn.readAgain());
      return this.#keepOpen(openConnection({ platform, channel, signIn, tokens, tokenCalls: this.tokenCalls }));
    });
    signIn.onStored(({ adopted: user }) => channel.post(user ? { type: 'adopted', user } : { type: 'stored' }));
    this.#revocations = new Revocations({ server, lifetime, platform });
    this.tokenCalls = loadOnce('calls', async () => {
      const create = await options.loadTokenCalls();
      return create({
        ...options,
        signIn,
        tokens,
        requireRefreshToken: () => requireCredential(signIn, lifetime).refreshToken,
        channel,
        sharesProfile: !profilePerTab,
        onMintFailed: (error, refreshToken, profileId) => this.#handleMintFailure(error, refreshToken, profileId),
        onFailed: (error, refreshToken) => this.#signOutIfRefused(error, refreshToken),
        isConnected: () => this.#isConnected,
      });
    });
  }

  /** The current state; the same object until it changes. */
  get state(): SessionState {
    return this.#signIn.state;
  }

  /** Grows when the user or the profile changes. */
  get epoch(): number {
    return this.#signIn.epoch;
  }

  /** The session in use, as passed to {@link onSessionRefreshed}. */
  get session(): SessionRefreshed {
    return this.#tokens.session;
  }

  /** Calls the listener on each change of the state. Returns a function that removes it. */
  onStateChanged(listener: (state: SessionState) => void): () => void {
    return this.#signIn.onChanged(listener);
  }

  /**
   * Calls the listener when the session in use has changed: recommendations may then differ. Returns a function that
   * removes the listener.
   */
  onSessionRefreshed(listener: (session: SessionRefreshed) => void): () => void {
    return this.#tokens.onRefreshed(listener);
  }

  /** Settles when the state is known: when the store has been read or has timed out. */
  ready(): Promise<void> {
    return this.#signIn.ready();
  }

  /**
   * Signs in with a credential that was obtained elsewhere, replacing the current one, and writes it to the store.
   *
   * @throws {DiscovrError} `SIGN_IN_NOT_KEPT` when the store cannot keep it; the user is signed in on this page anyway.
   * @throws an `AbortError` when the signal aborts before the user is signed in.
   */
  async adopt(credential: DiscovrCredential, signal?: AbortSignal): Promise<void> {
    await raceAbort(this.ready(), signal);
    this.#lifetime.throwIfOver();
    this.#tokens.drop();
    await this.#signIn.adopt(credential).catch((cause: unknown) => Promise.reject(notKept(cause)));
  }

  /**
   * Reads the store again. Resolves with a hash that identifies the sign-in; `undefined` if no user is signed in.
   *
   * @param hasSignedIn whether a user has just signed in. Otherwise users who signed out stay signed out, even if the
   * store still has their credential.
   */
  async readStoreNow(hasSignedIn: boolean): Promise<string | undefined> {
    this.#lifetime.throwIfOver();
    const previous = this.#signIn.user;
    await (hasSignedIn ? this.#signIn.readNow() : this.#signIn.readAgain());
    const { user } = this.#signIn;
    if (user && user !== previous) this.#channel.post({ type: 'adopted', user });
    return user;
  }

  /**
   * Mints a session for a profile, then makes the profile active. If the mint fails, nothing changes.
   *
   * @throws {DiscovrError} `NOT_SIGNED_IN` when no user is signed in, `NOT_FOUND` when the profile does not exist.
   * @throws an `AbortError` when another profile is selected, or the user signs out, before the mint is done.
   */
  async selectProfile(profileId: string, { signal }: CallOptions = {}): Promise<void> {
    await raceAbort(this.ready(), signal);
    const { userEpoch } = this.#signIn;
    const selection = (this.#selections += 1);
    const { minting } = await raceAbort(this.tokenCalls(), signal);
    requireCredential(this.#signIn, this.#lifetime);
    // A later selection can come first, because a signal delays how a promise is seen to settle.
    this.#latest = Math.max(this.#latest, selection);
    const isWanted = () => selection === this.#latest && !signal?.aborted && userEpoch === this.#signIn.userEpoch;
    await raceAbort(minting.choose(profileId, isWanted), signal);
  }

  /** Leaves a deleted profile if it is the active one, here and in other tabs. */
  async leaveProfile(profileId: string): Promise<void> {
    const { user } = this.#signIn;
    if (user) this.#channel.post({ type: 'profileLeft', user, profileId });
    if (profileId === profileIdOf(this.state)) await this.#signIn.setProfile(undefined);
  }

  /**
   * Forgets the sign-in immediately in every tab of this device, and revokes it at the server. Resolves with `false`
   * after a temporary failure (offline, 429 or 5xx); revoking is then retried until the page is closed. Without a
   * sign-in, says whether the earlier ones of this client are revoked.
   *
   * @throws when the server refuses to revoke it, or the store cannot forget it; this tab is signed out anyway.
   */
  async signOut(): Promise<boolean> {
    await this.ready();
    this.#lifetime.throwIfOver();
    const { credential } = this.#signIn;
    // A store that timed out when it was read may still hold a credential.
    if (!credential) {
      await this.#forgotten(this.#signIn.clearStore());
      return this.#revocations.areDone();
    }
    this.#tokens.drop();
    this.#channel.post({ type: 'signedOut', user: userHashOf(credential), isRefused: false });
    const isForgotten = this.#forgotten(this.#signIn.forget('signOut'));
    // Awaited below; until then its failure must not become an unhandled rejection.
    isForgotten.catch(() => undefined);
    try {
      return await this.#revocations.revoke(credential.refreshToken);
    } finally {
      await isForgotten;
    }
  }

  /** Keeps a connection until the returned function is called or the lifetime ends. */
  #keepOpen(closeConnection: () => void): () => void {
    const close = () => {
      undoEnd();
      this.#isConnected = false;
      closeConnection();
    };
    const undoEnd = this.#lifetime.onEnd(close);
    this.#isConnected = true;
    return close;
  }

  #forgotten(writing: Promise<void>): Promise<void> {
    return writing.catch((cause: unknown) => Promise.reject(notForgotten(cause)));
  }

  async #handleMintFailure(error: unknown, refreshToken: string, profileId: string): Promise<void> {
    this.#signOutIfRefused(error, refreshToken);
    const isCurrent = refreshToken === this.#signIn.credential?.refreshToken;
    if (isCurrent && isDiscovrError(error) && error.status === 404) await this.leaveProfile(profileId);
  }

  #signOutIfRefused(error: unknown, refreshToken: string): void {
    // The refusal of a previous refresh token says nothing about the current one.
    const isCurrent = this.#signIn.credential?.refreshToken === refreshToken && !this.#lifetime.isOver;
    if (!isTokenRefusal(error) || !isCurrent) return;
    this.#tokens.drop();
    const user = userHashOf({ refreshToken });
    this.#channel.post({ type: 'signedOut', user, isRefused: true });
    this.#signIn.followSignOut(user, 'refused');
    // Clears the store, unless a later sign-in is there. If it cannot, the server refuses the token again when the app
    // starts next time.
    this.#signIn.readAgain().catch(() => undefined);
  }
}

/**
 * Returns the credential of the signed-in user.
 *
 * @throws {DiscovrError} `NOT_SIGNED_IN` when no user is signed in.
 * @throws an `AbortError` when the client is disposed.
 */
function requireCredential(signIn: Pick<SignInState, 'credential'>, lifetime: Lifetime): DiscovrCredential {
  lifetime.throwIfOver();
  if (!signIn.credential) throw new DiscovrError('NOT_SIGNED_IN', 'No user is signed in. Sign in before this call.');
  return signIn.credential;
}

interface ConnectionOptions {
  readonly platform: Pick<Platform, 'online' | 'visibility'>;
  readonly channel: TabChannel;
  readonly signIn: SignInState;
  readonly tokens: Pick<SessionTokens, 'current'>;
  /** Loads the code that gets session tokens and follows other tabs. */
  readonly tokenCalls: () => Promise<Pick<TokenCalls, 'minting'>>;
}

/**
 * Opens the channel to other tabs, and reads the store again when the page becomes visible or the device is online again.
 * If this tab has no session, requests one from other tabs. Returns a function that stops this.
 */
function openConnection({ platform, channel, signIn, tokens, tokenCalls }: ConnectionOptions): () => void {
  const { visibility, online } = platform;
  let isOpen = true;
  channel.open();
  // Asks before the code of the calls has loaded, so that a mint does not have to wait for the replies.
  void signIn.ready().then(() => {
    if (isOpen && !tokens.current) channel.ask({ user: signIn.user, profileId: profileIdOf(signIn.state) });
  });
  tokenCalls().catch(() => undefined);
  const undos = [
    () => channel.close(),
    online.onChanged(() => {
      if (!online.isOnline()) return;
      tokenCalls().then(
        ({ minting }) => minting.retryNow(),
        () => undefined,
      );
      void signIn.readAgain();
    }),
    visibility.onChanged(() => {
      if (visibility.isVisible()) void signIn.readAgain();
    }),
  ];
  return () => {
    isOpen = false;
    undos.forEach((undo) => undo());
  };
}
