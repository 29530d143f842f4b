import { raceAbort } from '../api/http/abort.js';
import type { Authorize } from '../api/http/authorizedSend.js';
import { isDiscovrError } from '../api/errors/discovrError.js';
import type { CallOptions } from '../api/http/transport.js';
import { countedStart } from './countedStart.js';
import { personOf, type DiscovrCredential } from './store/credential.js';
import type { DiscovrAuthOptions } from './discovrAuthOptions.js';
import { webMintLock } from './tokens/mintLock.js';
import { openConnection, type Connection } from './tabs/connection.js';
import type { Lifetime } from './lifetime.js';
import { tabProfileMemory } from './state/profileMemory.js';
import { isTokenRefusal } from './state/refusal.js';
import { requireCredential } from './state/requireCredential.js';
import { Revocations } from './state/revocations.js';
import { profileIdOf, type SessionState } from './state/sessionState.js';
import { SessionTokens, type SessionRefreshed } from './tokens/sessionTokens.js';
import { SignInState } from './state/signInState.js';
import { notForgotten, notKept } from './store/storeErrors.js';
import { createTokenLending } from './tokens/tokenLending.js';

/**
 * Lends tokens to calls: the refresh token to identity endpoints, a session token to the others. Everything that
 * decides who is signed in, in this tab and with the others, comes together here.
 */
export class DiscovrAuth {
  readonly #signIn: SignInState;
  readonly #tokens: SessionTokens;
  readonly #revocations: Revocations;
  readonly #lifetime: Lifetime;
  /** Lends the refresh token to a call; where the server refuses it, the person is signed out. */
  readonly withRefreshToken: Authorize;
  /** Lends a session token to a call. */
  readonly withSessionToken: Authorize;
  /**
   * Reads the store, and from now on shares with other tabs, looks at the store again when the page is shown again,
   * and renews sessions that are in use. Returns the undo; may be called again.
   */
  readonly connect: () => () => void;
  #connection: Connection | undefined;
  /** Grows with each wish for a profile: only the last one counts. */
  #wish = 0;

  constructor(options: DiscovrAuthOptions) {
    const { namespace, store, server, lifetime, profilePerTab, clock, environment } = options;
    const { lock = webMintLock(`${namespace}-mint`) } = options;
    const ownProfile = profilePerTab ? tabProfileMemory(namespace) : undefined;
    const signIn = new SignInState({ store, lifetime, timeoutMs: options.storeTimeoutMs, ownProfile });
    const tokens = new SessionTokens({
      signIn,
      lifetime,
      server,
      clock,
      lock,
      askTabs: async (profileId, isEnough) => this.#connection?.tabs.ask(profileId, isEnough),
      onMinted: (token, isChoice) => this.#connection?.tabs.tellToken(token, isChoice),
      onMintFailed: (error, refreshToken, profileId) => this.#weighMintFailure(error, refreshToken, profileId),
    });
    this.#lifetime = lifetime;
    this.#signIn = signIn;
    this.#tokens = tokens;
    this.connect = countedStart(() => {
      if (lifetime.isOver) return () => undefined;
      // Connected again, it may have missed what another tab did.
      void (this.state.status === 'unknown' ? this.ready() : signIn.readAgain());
      const sharesProfile = !profilePerTab;
      return this.#keepOpen(openConnection({ ...environment, namespace, signIn, tokens, clock, sharesProfile }));
    });
    signIn.onStored(({ adopted }) => {
      if (adopted) this.#connection?.tabs.tellAdopted(adopted);
      else this.#connection?.tabs.tellStored();
    });
    this.#revocations = new Revocations(server, lifetime);
    const lending = createTokenLending({
      signIn,
      tokens,
      lifetime,
      requireRefreshToken: () => requireCredential(signIn, lifetime).refreshToken,
      onFailed: (error, refreshToken) => this.#signOutIfRefused(error, refreshToken),
      onUse: () => this.#connection?.renewal.noteUse(),
    });
    this.withRefreshToken = lending.withRefreshToken;
    this.withSessionToken = lending.withSessionToken;
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
    return this.#tokens.session;
  }

  /** Hears of each change of the state. Returns the undo. */
  onStateChanged(listener: (state: SessionState) => void): () => void {
    return this.#signIn.onChanged(listener);
  }

  /** Hears of each other session: the recommendations may differ from now on. Returns the undo. */
  onSessionRefreshed(listener: (session: SessionRefreshed) => void): () => void {
    return this.#tokens.onRefreshed(listener);
  }

  /** Settles when the state is known: once the store has been read, or has taken too long. */
  ready(): Promise<void> {
    return this.#signIn.ready();
  }

  /**
   * Takes on a credential obtained elsewhere, in place of the present one, and keeps it in the store.
   *
   * @throws {DiscovrError} `SIGN_IN_NOT_KEPT` where the store does not keep it; the person is signed in here all the same.
   */
  async adopt(credential: DiscovrCredential): Promise<void> {
    await this.ready();
    this.#lifetime.throwIfOver();
    this.#tokens.drop();
    await this.#signIn.adopt(credential).catch((cause: unknown) => Promise.reject(notKept(cause)));
  }

  /** Reads the store again, because the app knows that somebody signed in by way of it. */
  async readStoreNow(): Promise<void> {
    const former = this.#signIn.person;
    await this.#signIn.readNow();
    const { person } = this.#signIn;
    if (person && person !== former) this.#connection?.tabs.tellAdopted(person);
  }

  /**
   * Mints a session for a profile, then makes it the active one. Where the mint fails nothing changes.
   *
   * @throws `NOT_SIGNED_IN`; `NOT_FOUND` where the profile does not exist; an `AbortError` where another profile was
   * chosen, or somebody signed out, meanwhile.
   */
  async selectProfile(profileId: string, { signal }: CallOptions = {}): Promise<void> {
    await raceAbort(this.ready(), signal);
    requireCredential(this.#signIn, this.#lifetime);
    const { personEpoch } = this.#signIn;
    const wish = (this.#wish += 1);
    const isWanted = () => wish === this.#wish && !signal?.aborted && personEpoch === this.#signIn.personEpoch;
    await raceAbort(this.#tokens.choose(profileId, isWanted), signal);
  }

  /** Leaves a profile, where it is the active one: it was deleted. */
  async leaveProfile(profileId: string): Promise<void> {
    this.#connection?.tabs.tellProfileLeft(profileId);
    if (profileId === profileIdOf(this.state)) await this.#signIn.setProfile(undefined);
  }

  /**
   * Forgets the sign-in at once on this device, in every tab, and revokes it at the server. Gives `false` where that did
   * not get through; it is then tried again while the page lives.
   *
   * @throws where the server will not revoke it, or the store cannot forget it; the person is signed out here all the same.
   */
  async signOut(): Promise<boolean> {
    await this.ready();
    this.#lifetime.throwIfOver();
    const { credential } = this.#signIn;
    // A store that was too slow to be read may keep a credential all the same.
    if (!credential) return this.#forgotten(this.#signIn.clearStore()).then(() => true);
    this.#tokens.drop();
    this.#connection?.tabs.tellSignedOut(personOf(credential), false);
    const isForgotten = this.#forgotten(this.#signIn.forget('signOut'));
    // Awaited below; until then its failure must not count as unheard.
    isForgotten.catch(() => undefined);
    try {
      return await this.#revocations.revoke(credential.refreshToken);
    } finally {
      await isForgotten;
    }
  }

  /** Keeps a connection until the undo is called or the lifetime ends. */
  #keepOpen(connection: Connection): () => void {
    const close = () => {
      undoEnd();
      this.#connection = undefined;
      connection.close();
    };
    const undoEnd = this.#lifetime.onEnd(close);
    this.#connection = connection;
    return close;
  }

  #forgotten(writing: Promise<void>): Promise<void> {
    return writing.catch((cause: unknown) => Promise.reject(notForgotten(cause)));
  }

  async #weighMintFailure(error: unknown, refreshToken: string, profileId: string): Promise<void> {
    this.#signOutIfRefused(error, refreshToken);
    const isPresent = refreshToken === this.#signIn.credential?.refreshToken;
    if (isPresent && isDiscovrError(error) && error.status === 404) await this.leaveProfile(profileId);
  }

  #signOutIfRefused(error: unknown, refreshToken: string): void {
    // Only the present token can be refused: an answer to a former one says nothing about this one.
    const isPresent = this.#signIn.credential?.refreshToken === refreshToken && !this.#lifetime.isOver;
    if (!isTokenRefusal(error) || !isPresent) return;
    this.#tokens.drop();
    this.#connection?.tabs.tellSignedOut(personOf({ refreshToken }), true);
    // Where the store cannot forget it, the server refuses it again at the next start.
    this.#signIn.forget('refused').catch(() => undefined);
  }
}
