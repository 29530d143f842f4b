import { raceAbort } from '../api/abort.js';
import type { Authorize } from '../api/authorizedSend.js';
import { createIdentityApi, type IdentityApi } from '../api/identityApi.js';
import type { CreatePagePayload, CreatePageResponse, Page } from '../api/schemas/page.js';
import type { PublicApi, RequestDeviceCodeOptions, SearchGifsOptions } from '../api/publicApi.js';
import type { PollDeviceCodeResponse } from '../api/schemas/device.js';
import type { GifSearchResponse } from '../api/schemas/gif.js';
import type { Profile, UpdateProfilePayload } from '../api/schemas/profile.js';
import { createSessionApi, type SessionApi } from '../api/sessionApi.js';
import { createTransport, type CallOptions, type Send } from '../api/transport.js';
import type { DiscovrCredential } from '../session/credential.js';
import { memoryCredentialStore } from '../session/credentialStore.js';
import { DeviceClock } from '../session/deviceClock.js';
import { DiscovrAuth } from '../session/discovrAuth.js';
import type { DeviceSignIn } from '../session/deviceSignIn.js';
import { scopeName } from '../session/scopeName.js';
import { profileIdOf, type SessionState } from '../session/sessionState.js';
import type { SessionRefreshed } from '../session/sessionTokens.js';
import type { CompletedWebAuth, SignInWithPopupOptions, SignInWithWebAuthOptions } from '../session/webAuthOptions.js';
import { createPageRequest } from './createPageRequest.js';
import type { AuthStateChange, DiscovrClientOptions, SignOutResult } from './clientOptions.js';
import type { DiscovrClientLike } from './discovrClientLike.js';
import { SharedCalls } from './sharedCalls.js';
import { TitleCalls } from './titleCalls.js';
import { WebSignIn } from './webSignIn.js';
import type { WebSignInContext } from './webSignInFlows.js';

/**
 * Talks to Discovr, with the surface of the official SDK. It needs no framework: browser, Node, worker alike. The
 * constructor starts nothing. Methods about rows and titles are in {@link TitleCalls}.
 *
 * Methods reject with a `DiscovrError`, or with an `AbortError` where their signal aborts or the person or profile
 * changed meanwhile.
 */
export class DiscovrClient extends TitleCalls implements DiscovrClientLike {
  /** Id of the app at Discovr. */
  readonly clientId: string;
  readonly #send: Send;
  readonly #auth: DiscovrAuth;
  readonly #identityApi: IdentityApi;
  readonly #sessionApi: SessionApi;
  readonly #isHosted: boolean;
  readonly #signInContext: WebSignInContext;
  readonly #webSignIn: WebSignIn;
  readonly #ended = new AbortController();
  readonly #pageFlights = new SharedCalls<CreatePageResponse>();

  constructor(clientId: string, options: DiscovrClientOptions = {}) {
    super();
    if (!clientId)
      throw new TypeError('DiscovrClient needs a client id. Pass the one of your app as its first argument.');
    const { sessionSource, timeoutMs = 15_000, now = Date.now, profileScope = 'all' } = options;
    if (sessionSource && options.credentialStore) {
      throw new TypeError('DiscovrClient takes a sessionSource or a credentialStore: the former keeps the credential.');
    }
    const basePath = (options.basePath ?? 'https://api.discovr.media').replace(/\/+$/, '');
    const scope = scopeName(basePath, clientId);
    const { credentialStore = sessionSource?.store ?? memoryCredentialStore() } = options;
    this.clientId = clientId;
    this.#send = createTransport({
      basePath,
      // Looked up at each call, so that a fetch that is replaced later, by instrumentation or a test, is used.
      fetch: options.fetch ?? ((input, init) => globalThis.fetch(input, init)),
      timeoutMs,
    });
    const identityApi = (authorize: Authorize) =>
      sessionSource?.identityApi(authorize) ?? createIdentityApi(this.#send, authorize);
    this.#isHosted = sessionSource !== undefined;
    this.#auth = new DiscovrAuth({
      scope,
      store: typeof credentialStore === 'function' ? credentialStore(scope) : credentialStore,
      // A back end answers over the network.
      storeTimeoutMs: sessionSource && timeoutMs,
      identityApi,
      profileScope,
      clock: new DeviceClock(now),
    });
    this.#identityApi = identityApi(this.#auth.withRefreshToken);
    this.#sessionApi = createSessionApi(this.#send, this.#auth.withSessionToken);
    this.#signInContext = {
      clientId,
      basePath,
      options: options.webAuth ?? {},
      send: this.#send,
      adopt: (credential) => this.adoptCredential(credential),
      now,
      ended: this.#ended.signal,
    };
    this.#webSignIn = new WebSignIn(this.#signInContext);
  }

  // Lifetime

  /**
   * Reads the credential store, and from now on goes along with the app's other tabs, and renews a session that is in
   * use before it ends. Returns the undo; may be called again. React's provider calls it.
   */
  connect(): () => void {
    return this.#auth.connect();
  }

  /** Ends the client for good: observers hear nothing more, calls in flight and later ones reject with `AbortError`. */
  dispose(): void {
    this.#ended.abort();
    this.#auth.dispose();
  }

  // Session

  /** The present session state; the same object until it changes. */
  getSession(): SessionState {
    return this.#auth.state;
  }

  /** Hears of each change of the session state, without a first call. Returns the undo. */
  onSessionChanged(listener: () => void): () => void {
    return this.#auth.onStateChanged(listener);
  }

  /** Tells whether a person is signed in; `false` while it is not known yet. */
  isSignedIn(): boolean {
    const { status } = this.#auth.state;
    return status === 'signedIn' || status === 'active';
  }

  /** Tells whether a profile is chosen. */
  hasActiveProfile(): boolean {
    return this.#auth.state.status === 'active';
  }

  /** Id of the chosen profile, or `null`. */
  getActiveProfileId(): string | null {
    return profileIdOf(this.#auth.state) ?? null;
  }

  /** Calls at once with the present state, then at each change. Returns the undo. */
  onAuthStateChanged(listener: (change: AuthStateChange) => void): () => void {
    const tell = () => listener({ signedIn: this.isSignedIn(), session: this.#auth.state });
    tell();
    return this.#auth.onStateChanged(tell);
  }

  /** Calls at once with the present session, then whenever one is minted: the recommendations may differ from then on. */
  onSessionRefreshed(listener: (session: SessionRefreshed) => void): () => void {
    listener(this.#auth.session);
    return this.#auth.onSessionRefreshed(listener);
  }

  /**
   * Signs in in a window of its own. Call it first thing in a click, since browsers block windows that open later. Called
   * again meanwhile, it brings that window to the front and gives the same result. It closes when every caller's signal
   * has aborted.
   *
   * Rejects with `USER_CANCELLED` where the person closes the window or declines, `POPUP_BLOCKED` where the window is
   * blocked or cut off (then {@link signInWithWebAuth} is the way), `AUTH_FAILED` or `NETWORK_ERROR` where it fails.
   */
  signInWithPopup(options: SignInWithPopupOptions = {}): Promise<void> {
    return this.#webSignIn.inWindow(options);
  }

  /**
   * Leaves the page for Discovr's sign-in page, which comes back to `redirectUri`; there {@link completeWebAuth} ends
   * it. Resolves when the page is about to be left; rejects with `AUTH_FAILED` where it cannot be.
   */
  signInWithWebAuth(options: SignInWithWebAuthOptions = {}): Promise<void> {
    return this.#webSignIn.byRedirect(options);
  }

  /**
   * Ends a sign-in by redirect, from the address the person came back to: by default the page's. Gives `null` where the
   * address carries no answer, so it may be called on each load. Take the answer out of the page's address afterwards.
   *
   * Rejects with `USER_CANCELLED` where the person declined, `AUTH_FAILED` where this tab began no such sign-in or it was
   * ended before; calls at the same time share one exchange.
   */
  completeWebAuth(url?: string | URL, options: CallOptions = {}): Promise<CompletedWebAuth | null> {
    return this.#webSignIn.complete(url, options);
  }

  /**
   * Asks for a code with which another device signs this one in, and waits for the approval in the background. The
   * result has the code, its QR picture, its expiry, and the state to watch.
   */
  async signInWithDeviceCode(options: RequestDeviceCodeOptions = {}): Promise<DeviceSignIn> {
    // Loaded at the first call, so that an app that never signs in this way pays nothing for it.
    const { startDeviceSignIn } = await import('../session/startDeviceSignIn.js');
    return startDeviceSignIn(this.#signInContext, options);
  }

  /** Asks once whether a code was approved, for loops of one's own. It signs nobody in: see {@link adoptCredential}. */
  async pollDeviceCode(deviceCode: string, options?: CallOptions): Promise<PollDeviceCodeResponse> {
    return (await this.#publicApi()).pollDeviceCode(deviceCode, options);
  }

  /**
   * Signs in with a credential the app obtained itself, in place of the present one, and keeps it in the store. Rejects
   * with a `TypeError` where a session source keeps the credential.
   */
  async adoptCredential(credential: DiscovrCredential): Promise<void> {
    if (this.#isHosted) {
      throw new TypeError(
        'The sessionSource keeps the credential. Sign in at your back end, then call refreshSignIn().',
      );
    }
    await this.#auth.adopt(credential);
  }

  /**
   * Looks again who is signed in: at the session source, after the app's own back end signed somebody in, or in a
   * credential store that something else has written to.
   */
  refreshSignIn(): Promise<void> {
    return this.#auth.readStoreNow();
  }

  /**
   * Forgets the sign-in on this device at once, in every tab, and revokes it. Where the revocation does not get through,
   * `revoked` is `false`, and it is tried again while the page lives. Rejects where Discovr will not revoke it, or the
   * store cannot forget it.
   */
  async signOut(): Promise<SignOutResult> {
    return { revoked: await this.#auth.signOut() };
  }

  // Profiles

  /** Profiles of the account, newest first; may be empty. */
  async getProfiles(options?: CallOptions): Promise<Profile[]> {
    return (await this.#identityApi.getProfiles(options)).profiles;
  }

  /** One profile. Rejects with `NOT_FOUND` where there is none. */
  getProfile(profileId: string, options?: CallOptions): Promise<Profile> {
    return this.#identityApi.getProfile(profileId, options);
  }

  /** Makes a profile and gives its id. `avatarUrl` is an image or an MP4, from `getProfileImages` for instance. */
  async createProfile(name: string, avatarUrl: string, options?: CallOptions): Promise<string> {
    return (await this.#identityApi.createProfile({ name, avatarUrl }, options)).profileId;
  }

  /** Changes the name, the avatar or both. */
  updateProfile(profileId: string, changes: UpdateProfilePayload, options?: CallOptions): Promise<Profile> {
    return this.#identityApi.updateProfile(profileId, changes, options);
  }

  /** Deletes a profile; where it is the active one, no profile is active afterwards. */
  async deleteProfile(profileId: string, options?: CallOptions): Promise<void> {
    await this.#identityApi.deleteProfile(profileId, options);
    await this.#auth.leaveProfile(profileId);
  }

  /** Addresses of ready-made avatars. */
  async getProfileImages(options?: CallOptions): Promise<string[]> {
    return (await this.#publicApi()).getProfileImages(options);
  }

  /** Searches looping pictures for avatars. Where a result is shown, Tenor must be named. */
  async searchGifs(query: string, options?: SearchGifsOptions): Promise<GifSearchResponse> {
    return (await this.#publicApi()).searchGifs(query, options);
  }

  /** Mints a session for a profile and makes it the active one. Where that fails nothing changes. */
  selectProfile(profileId: string, options?: CallOptions): Promise<void> {
    return this.#auth.selectProfile(profileId, options);
  }

  /** Like {@link selectProfile}; the official SDK has both. */
  switchProfile(profileId: string, options?: CallOptions): Promise<void> {
    return this.#auth.selectProfile(profileId, options);
  }

  // Pages

  /**
   * Creates the page for these filters, or without filters the default page of the profile's whole taste. Calls for
   * the same page share one request.
   */
  async createPage(payload?: CreatePagePayload, options: CallOptions = {}): Promise<CreatePageResponse> {
    await raceAbort(this.#auth.ready(), options.signal);
    const request = createPageRequest(payload);
    const key = `${this.#auth.epoch} ${request.key}`;
    return this.#pageFlights.run(key, options.signal, (signal) =>
      this.#sessionApi.createPage(request.payload, { signal }),
    );
  }

  /** The page with its hero. Rejects with `SESSION_EXPIRED` where it was made in an older session. */
  getPage(pageId: string, options?: CallOptions): Promise<Page> {
    return this.#sessionApi.getPage(pageId, options);
  }

  // Raw endpoints

  /** Endpoints of the identity tier, one to one with the wire. */
  identityApi(): IdentityApi {
    return this.#identityApi;
  }

  /** Endpoints of the session tier, one to one with the wire. */
  sessionApi(): SessionApi {
    return this.#sessionApi;
  }

  async #publicApi(): Promise<PublicApi> {
    return (await import('../api/publicApi.js')).createPublicApi(this.#send);
  }
}
