import { DiscovrError } from '../../api/errors/discovrError.js';
import { Backoff } from './backoff.js';
import type { DeviceClock } from '../deviceClock.js';
import type { MintLock } from './mintLock.js';
import { MintQueue, mintDropped, type MintFlight } from './mintQueue.js';
import type { Lifetime } from '../lifetime.js';
import { createObservers } from '../observers.js';
import { profileIdOf } from '../state/sessionState.js';
import { isFresher, receiveSessionToken, type SessionToken } from './sessionToken.js';
import type { SignInState } from '../state/signInState.js';
import type { TokenServer } from './tokenServer.js';

/** The session with which pages are asked for; all `null` while there is none. */
export interface SessionRefreshed {
  readonly profileId: string | null;
  readonly sessionId: string | null;
  /** Unix seconds. */
  readonly expiresAt: number | null;
}

/** What {@link SessionTokens} needs from outside. */
export interface SessionTokensOptions {
  readonly signIn: SignInState;
  readonly lifetime: Lifetime;
  readonly server: Pick<TokenServer, 'mint'>;
  readonly clock: DeviceClock;
  readonly lock: MintLock;
  /** Waits for other tabs to offer a token of this profile, until there is one that will do, a moment at most. */
  readonly askTabs: (profileId: string, isEnough: () => boolean) => Promise<void>;
  /** Hears of a token minted here, before the profile it is for becomes active. */
  readonly onMinted: (token: SessionToken, isChoice: boolean) => void;
  /** Hears how a mint failed, and under which refresh token. */
  readonly onMintFailed: (error: unknown, refreshToken: string, profileId: string) => Promise<void>;
}

/** For whom to mint, and until when it is wanted. */
interface MintWish {
  readonly profileId: string;
  readonly isWanted: () => boolean;
  /** A token that will not do, refused or near its end; where absent, none will do but one that is minted now. */
  readonly inPlaceOf?: string | undefined;
}

/** The session token of the active profile, in memory: one mint at a time, in this tab and, by a lock, among all. */
export class SessionTokens {
  readonly #options: SessionTokensOptions;
  readonly #mints = new MintQueue();
  readonly #backoff: Backoff;
  readonly #observers = createObservers<SessionRefreshed>();
  #token: SessionToken | undefined;
  /** Under whose refresh token it was minted. */
  #owner: string | undefined;
  /** The last token the server did not take; other tabs may still offer it. */
  #refused: string | undefined;

  constructor(options: SessionTokensOptions) {
    this.#options = options;
    this.#backoff = new Backoff(options.clock);
    options.lifetime.onEnd(() => {
      this.#token = undefined;
      this.#observers.clear();
    });
  }

  /** The token in memory, where it is the active profile's; it may have run out. */
  get present(): SessionToken | undefined {
    const { state, person } = this.#options.signIn;
    return this.#owner === person && this.#token?.profileId === profileIdOf(state) ? this.#token : undefined;
  }

  /** The session in use, as {@link onRefreshed} tells it. */
  get session(): SessionRefreshed {
    const { profileId = null, sessionId = null, expiresAt = null } = this.present ?? {};
    return { profileId, sessionId, expiresAt };
  }

  /** Hears of each other session: the recommendations may differ from now on. Returns the undo. */
  onRefreshed(listener: (session: SessionRefreshed) => void): () => void {
    return this.#observers.add(listener);
  }

  /** Tells whether calls may still use a token. */
  isUsable(token: SessionToken): boolean {
    return this.#options.clock.since(token.receivedAt) < token.usableForMs;
  }

  /**
   * Gives the active profile's token, minted where there is none that can be used.
   *
   * @param refused a token the server did not take.
   */
  async get(refused?: string): Promise<SessionToken> {
    const { signIn } = this.#options;
    const profileId = profileIdOf(signIn.state);
    if (!profileId) throw new DiscovrError('NO_ACTIVE_PROFILE', 'No profile is active. Call selectProfile() first.');
    const usable = this.#usable(profileId, refused);
    if (usable) return usable;
    if (refused !== undefined) this.#refused = refused;
    const { epoch } = signIn;
    return this.#mint({ profileId, isWanted: () => epoch === signIn.epoch, inPlaceOf: refused ?? '' });
  }

  /** Mints a session for a profile and makes it the active one. Where the mint fails nothing changes. */
  async choose(profileId: string, isWanted: () => boolean): Promise<void> {
    await this.#mint({ profileId, isWanted });
  }

  /** Mints in place of a token that is near its end. */
  async renew({ profileId, value }: SessionToken): Promise<void> {
    const { signIn } = this.#options;
    const { epoch } = signIn;
    await this.#mint({ profileId, isWanted: () => epoch === signIn.epoch, inPlaceOf: value });
  }

  /** Takes on a token another tab has minted, where it is better than the one here. */
  accept(token: SessionToken): void {
    if (token.profileId !== profileIdOf(this.#options.signIn.state)) return;
    const usable = this.#usable(token.profileId);
    const isBetter = !usable || isFresher(token, usable);
    if (!isBetter || !this.isUsable(token) || token.value === this.#refused) return;
    this.#hold(token);
    this.#observers.notify(this.session);
  }

  /** Forgets the token: it belongs to a former person. */
  drop(): void {
    this.#token = undefined;
  }

  /** Lets mints through that were held back after failures: the network is back. */
  retryNow(): void {
    this.#backoff.reset();
  }

  #hold(token: SessionToken): void {
    this.#token = token;
    this.#owner = this.#options.signIn.person;
  }

  /** The token in memory, where it is this profile's and calls may use it. */
  #usable(profileId: string, inPlaceOf?: string): SessionToken | undefined {
    const { present: token } = this;
    const isIt = token?.profileId === profileId && token.value !== inPlaceOf && token.value !== this.#refused;
    return isIt && this.isUsable(token) ? token : undefined;
  }

  #mint({ profileId, isWanted, inPlaceOf }: MintWish): Promise<SessionToken> {
    const { signIn, lock, askTabs } = this.#options;
    const refreshToken = signIn.credential?.refreshToken;
    if (!refreshToken) throw new DiscovrError('NOT_SIGNED_IN', 'Nobody is signed in. Sign in before this call.');
    return this.#mints.run(`${refreshToken} ${profileId}`, isWanted, (flight) =>
      lock(async () => {
        if (inPlaceOf === undefined) return this.#mintNow(refreshToken, profileId, flight, true);
        const usable = () => this.#usable(profileId, inPlaceOf);
        // Another tab may have minted while this one waited for its turn.
        if (!usable()) await askTabs(profileId, () => usable() !== undefined);
        return usable() ?? this.#mintNow(refreshToken, profileId, flight, false);
      }, flight.signal),
    );
  }

  async #mintNow(
    refreshToken: string,
    profileId: string,
    { isWanted, signal }: MintFlight,
    isChoice: boolean,
  ): Promise<SessionToken> {
    const { server, lifetime, clock, onMintFailed } = this.#options;
    if (!isWanted()) throw mintDropped();
    try {
      const response = await this.#backoff.run(() => server.mint(refreshToken, profileId, { signal }));
      // The wish may have changed while the mint was on its way; its token must then not become anybody's.
      if (!isWanted() || lifetime.isOver) throw mintDropped();
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
