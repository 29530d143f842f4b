import { abortError, raceAbort } from '../api/abort.js';
import type { Authorize } from '../api/authorizedSend.js';

import { DiscovrError, isDiscovrError } from '../api/discovrError.js';
import type { IdentityApi } from '../api/identityApi.js';
import type { CallOptions } from '../api/transport.js';
import type { DiscovrCredential } from './credential.js';
import type { CredentialStore } from './credentialStore.js';
import { MintQueue, mintDropped } from './mintQueue.js';
import { createObservers } from './observers.js';
import { isTokenRefusal } from './refusal.js';
import { profileIdOf, type SessionState } from './sessionState.js';
import { receiveSessionToken, type SessionToken } from './sessionToken.js';
import { SignInState } from './signInState.js';

/** What {@link DiscovrAuth} needs from outside. */
export interface DiscovrAuthOptions {
  readonly store: CredentialStore;
  /** Gives the endpoints of sessions under a lent refresh token. */
  readonly identityApi: (authorize: Authorize) => Pick<IdentityApi, 'mintSessionToken' | 'signOutSession'>;
  /** This device's clock, in milliseconds. */
  readonly now: () => number;
}

/** The session with which pages are asked for; all `null` while there is none. */
export interface SessionRefreshed {
  readonly profileId: string | null;
  readonly sessionId: string | null;
  /** Unix seconds. */
  readonly expiresAt: number | null;
}

/**
 * Lends tokens to calls: the refresh token to identity endpoints, a session token to the others, minted when a call
 * needs one. Each mint makes a fresh recommendation snapshot, so nothing here mints ahead of need.
 */
export class DiscovrAuth {
  readonly #options: DiscovrAuthOptions;
  readonly #signIn: SignInState;
  readonly #mints = new MintQueue();
  readonly #refreshObservers = createObservers<SessionRefreshed>();
  readonly #ended = new AbortController();
  #token: SessionToken | undefined;
  /** Grows with each wish for a profile: only the last one counts. */
  #wish = 0;

  constructor(options: DiscovrAuthOptions) {
    this.#options = options;
    this.#signIn = new SignInState(options.store);
  }

  /** The present state; the same object until it changes. */
  get state(): SessionState {
    return this.#signIn.state;
  }

  /** Grows when the person or the profile changes. */
  get epoch(): number {
    return this.#signIn.epoch;
  }

  /** The session in use, as {@link onSessionRefreshed} tells it. */
  get session(): SessionRefreshed {
    const { profileId = null, sessionId = null, expiresAt = null } = this.#ownToken() ?? {};
    return { profileId, sessionId, expiresAt };
  }

  /** Hears of each change of the state. Returns the undo. */
  onStateChanged(listener: (state: SessionState) => void): () => void {
    return this.#signIn.onChanged(listener);
  }

  /** Hears of each minted session: the recommendations may differ from now on. Returns the undo. */
  onSessionRefreshed(listener: (session: SessionRefreshed) => void): () => void {
    return this.#refreshObservers.add(listener);
  }

  /** Settles when the state is known: once the store has been read, after two seconds at the latest. */
  ready(): Promise<void> {
    return this.#signIn.ready();
  }

  /** Takes on a credential obtained elsewhere, in place of the present one, and keeps it in the store. */
  async adopt(credential: DiscovrCredential): Promise<void> {
    await this.ready();
    this.#assertNotDisposed();
    this.#token = undefined;
    await this.#signIn.adopt(credential);
  }

  /**
   * Mints a session for a profile, then makes it the active one. Where the mint fails nothing changes.
   *
   * @throws `NOT_SIGNED_IN`; `NOT_FOUND` where the profile does not exist; an `AbortError` where another profile was
   * chosen, or somebody signed out, meanwhile.
   */
  async selectProfile(profileId: string, { signal }: CallOptions = {}): Promise<void> {
    await raceAbort(this.ready(), signal);
    this.#requireCredential();
    const { epoch } = this.#signIn;
    const wish = (this.#wish += 1);
    const isWanted = () => wish === this.#wish && !signal?.aborted && epoch === this.#signIn.epoch;
    await raceAbort(this.#mint(profileId, isWanted), signal);
  }

  /** Leaves a profile, where it is the active one: it was deleted. */
  async leaveProfile(profileId: string): Promise<void> {
    if (profileId === profileIdOf(this.state)) await this.#signIn.setProfile(undefined);
  }

  /**
   * Revokes the sign-in, and forgets it at once on this device whether or not the server can be reached.
   *
   * @throws `NETWORK_ERROR` or `SERVER_ERROR` where the revocation did not get through; the person is signed out here.
   */
  async signOut(): Promise<void> {
    await this.ready();
    this.#assertNotDisposed();
    const { credential } = this.#signIn;
    // A store that was too slow to be read may keep a credential all the same.
    if (!credential) return this.#signIn.clearStore();
    this.#token = undefined;
    const isForgotten = this.#signIn.forget('signOut');
    // Awaited below; until then its failure must not count as unheard.
    isForgotten.catch(() => undefined);
    try {
      await this.#options.identityApi((call) => call(credential.refreshToken)).signOutSession();
    } catch (error) {
      // A token the server refuses is as good as revoked.
      if (!isTokenRefusal(error)) throw error;
    } finally {
      await isForgotten;
    }
  }

  /** Ends for good: nothing is heard of afterwards, and calls in flight reject. */
  dispose(): void {
    this.#token = undefined;
    this.#ended.abort();
    this.#signIn.dispose();
    this.#refreshObservers.clear();
  }

  /** Lends the refresh token to a call; where the server refuses it, the person is signed out. */
  readonly withRefreshToken: Authorize = async (call, { signal } = {}) => {
    await raceAbort(this.ready(), signal);
    const { refreshToken } = this.#requireCredential();
    const assertSamePerson = () => {
      if (refreshToken !== this.#signIn.credential?.refreshToken) throw mintDropped();
    };
    let result: Awaited<ReturnType<typeof call>>;
    try {
      result = await raceAbort(call(refreshToken), this.#ended.signal);
    } catch (error) {
      assertSamePerson();
      this.#signOutIfRefused(error, refreshToken);
      throw error;
    }
    assertSamePerson();
    return result;
  };

  /**
   * Lends a session token to a call. Where the server refuses the token, one is minted anew and the call repeated,
   * once. A result that arrives after a sign-out or a change of profile is dropped with an `AbortError`.
   */
  readonly withSessionToken: Authorize = async (call, { signal } = {}) => {
    await raceAbort(this.ready(), signal);
    const { epoch } = this.#signIn;
    const assertSamePerson = () => {
      if (epoch !== this.#signIn.epoch) throw mintDropped();
    };
    const lend = (refused?: string) => raceAbort(this.#sessionToken(refused), signal);
    const attempt = async (token: string) => {
      try {
        return await raceAbort(call(token), this.#ended.signal);
      } catch (error) {
        // What arrives for somebody else is nobody's: a failure, too.
        assertSamePerson();
        throw error;
      }
    };
    const token = await lend();
    const result = await attempt(token).catch(async (error: unknown) => {
      if (!isTokenRefusal(error)) throw error;
      return attempt(await lend(token));
    });
    assertSamePerson();
    return result;
  };

  async #sessionToken(refused?: string): Promise<string> {
    this.#requireCredential();
    const profileId = profileIdOf(this.state);
    if (!profileId) throw new DiscovrError('NO_ACTIVE_PROFILE', 'No profile is active. Call selectProfile() first.');
    const token = this.#ownToken();
    if (token && token.value !== refused && this.#options.now() < token.usableUntil) return token.value;
    const { epoch } = this.#signIn;
    return (await this.#mint(profileId, () => epoch === this.#signIn.epoch)).value;
  }

  /** The token in memory, where it is the active profile's. */
  #ownToken(): SessionToken | undefined {
    return this.#token?.profileId === profileIdOf(this.state) ? this.#token : undefined;
  }

  #mint(profileId: string, isWanted: () => boolean): Promise<SessionToken> {
    const { refreshToken } = this.#requireCredential();
    return this.#mints.run(`${refreshToken} ${profileId}`, isWanted, async (isStillWanted) => {
      try {
        const api = this.#options.identityApi((call) => call(refreshToken));
        const response = await api.mintSessionToken({ profileId });
        // The wish may have changed while the mint was on its way; its token must then not become anybody's.
        if (!isStillWanted() || this.#signIn.isDisposed) throw mintDropped();
        return await this.#commit(receiveSessionToken(response, profileId, this.#options.now()));
      } catch (error) {
        this.#signOutIfRefused(error, refreshToken);
        const isPresent = refreshToken === this.#signIn.credential?.refreshToken;
        if (isPresent && isDiscovrError(error) && error.status === 404) await this.leaveProfile(profileId);
        throw error;
      }
    });
  }

  async #commit(token: SessionToken): Promise<SessionToken> {
    this.#token = token;
    const isOtherProfile = token.profileId !== profileIdOf(this.state);
    const isKept = isOtherProfile ? this.#signIn.setProfile(token.profileId) : undefined;
    this.#refreshObservers.notify(this.session);
    await isKept;
    return token;
  }

  #signOutIfRefused(error: unknown, refreshToken: string): void {
    // Only the present token can be refused: an answer to a former one says nothing about this one.
    const isPresent = this.#signIn.credential?.refreshToken === refreshToken && !this.#signIn.isDisposed;
    if (!isTokenRefusal(error) || !isPresent) return;
    this.#token = undefined;
    // Where the store cannot forget it, the server refuses it again at the next start.
    this.#signIn.forget('refused').catch(() => undefined);
  }

  #requireCredential(): DiscovrCredential {
    this.#assertNotDisposed();
    const { credential } = this.#signIn;
    if (!credential) throw new DiscovrError('NOT_SIGNED_IN', 'Nobody is signed in. Sign in before this call.');
    return credential;
  }

  #assertNotDisposed(): void {
    if (this.#signIn.isDisposed) throw abortError('The client was disposed of.');
  }
}
