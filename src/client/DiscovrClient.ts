import { createIdentityApi, type IdentityApi } from '../api/identityApi.js';
import type { CreatePagePayload, CreatePageResponse, Page } from '../api/schemas/page.js';
import type { Profile } from '../api/schemas/profile.js';
import { createSessionApi, type SessionApi } from '../api/sessionApi.js';
import { createTransport, type CallOptions, type Send } from '../api/transport.js';
import type { DiscovrCredential } from '../session/credential.js';
import { memoryCredentialStore, type CredentialStore } from '../session/credentialStore.js';
import { DiscovrAuth, type SessionRefreshed } from '../session/discovrAuth.js';
import { profileIdOf, type SessionState } from '../session/sessionState.js';
import { createPageRequest } from './createPageRequest.js';
import type { DiscovrClientLike } from './discovrClientLike.js';
import { SharedCalls } from './sharedCalls.js';

/** Options of {@link DiscovrClient}. */
export interface DiscovrClientOptions {
  /**
   * Base URL of the API; a path of the app's own origin works for a proxy.
   * @default 'https://api.discovr.media'
   */
  basePath?: string | undefined;
  /**
   * Function through which every request goes.
   * @default the platform's `fetch`
   */
  fetch?: typeof globalThis.fetch | undefined;
  /**
   * Where the credential is kept.
   * @default memory, so that nothing is ever at rest
   */
  credentialStore?: CredentialStore | undefined;
  /**
   * One deadline, in milliseconds, over a call's attempts, the waits between them and the reading of the body.
   * @default 15000
   */
  timeoutMs?: number | undefined;
  /**
   * This device's clock, in milliseconds since 1970.
   * @default Date.now
   */
  now?: (() => number) | undefined;
}

/** What {@link DiscovrClient.onAuthStateChanged} tells. */
export interface AuthStateChange {
  readonly signedIn: boolean;
  /** The whole state, which also tells "not known yet" and an active profile apart. */
  readonly session: SessionState;
}

/**
 * Talks to Discovr, with the surface of the official SDK. It needs no framework: browser, Node, worker alike. The
 * constructor starts nothing.
 *
 * Methods reject with a `DiscovrError`, or with an `AbortError` where their signal aborts or the person or profile
 * changed meanwhile.
 */
export class DiscovrClient implements DiscovrClientLike {
  /** Id of the app at Discovr. */
  readonly clientId: string;
  readonly #send: Send;
  readonly #auth: DiscovrAuth;
  readonly #identityApi: IdentityApi;
  readonly #sessionApi: SessionApi;
  readonly #pageFlights = new SharedCalls<CreatePageResponse>();

  constructor(clientId: string, options: DiscovrClientOptions = {}) {
    if (!clientId)
      throw new TypeError('DiscovrClient needs a client id. Pass the one of your app as its first argument.');
    const { basePath = 'https://api.discovr.media', credentialStore, timeoutMs = 15_000, now = Date.now } = options;
    this.clientId = clientId;
    this.#send = createTransport({
      basePath: basePath.replace(/\/+$/, ''),
      // Looked up at each call, so that a fetch that is replaced later, by instrumentation or a test, is used.
      fetch: options.fetch ?? ((input, init) => globalThis.fetch(input, init)),
      timeoutMs,
    });
    this.#auth = new DiscovrAuth({
      store: credentialStore ?? memoryCredentialStore(),
      identityApi: (authorize) => createIdentityApi(this.#send, authorize),
      now,
    });
    this.#identityApi = createIdentityApi(this.#send, this.#auth.withRefreshToken);
    this.#sessionApi = createSessionApi(this.#send, this.#auth.withSessionToken);
  }

  // Lifetime

  /** Reads the credential store. Returns the undo; may be called again. React's provider calls it. */
  connect(): () => void {
    void this.#auth.ready();
    return () => undefined;
  }

  /** Ends the client for good: observers hear nothing more, calls in flight and later ones reject with `AbortError`. */
  dispose(): void {
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

  /** Signs in with a credential the app obtained itself, in place of the present one, and keeps it in the store. */
  adoptCredential(credential: DiscovrCredential): Promise<void> {
    return this.#auth.adopt(credential);
  }

  /** Revokes the sign-in and forgets it on this device at once; it also rejects where the revocation did not get through. */
  signOut(): Promise<void> {
    return this.#auth.signOut();
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
    await this.#auth.ready();
    const request = createPageRequest(payload);
    const key = `${this.getActiveProfileId()} ${request.key}`;
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
}
