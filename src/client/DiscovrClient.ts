import type { HistoryEntryOptions, HistoryListResponse, MediaHistoryOptions } from '../api/history.js';
import type { CallOptions } from '../api/transport.js';
import type { IdentityApi, Profile, UpdateProfilePayload } from '../api/profiles.js';
import type { Media, MediaProfileMeta, MediaProfileMetaOptions } from '../api/mediaFacts.js';
import type { PagingOptions } from '../api/paging.js';
import type { GifSearchResponse, RequestDeviceCodeOptions, SearchGifsOptions } from '../api/publicApi.js';
import type { PollDeviceCodeResponse } from '../api/device.js';
import type { MediaListResponse, SuccessMessage } from '../api/lists.js';
import type { CreatePagePayload, CreatePageResponse, Page } from '../api/pages.js';
import type { ScrobbleResponse, ScrobbleSkipResponse } from '../api/playback.js';
import type { GetRowItemsResponse, GetRowsResponse, Row, RowItem } from '../api/rows.js';
import type { SessionApi } from '../api/sessionApi.js';
import type { DeviceSignIn } from '../session/deviceSignIn.js';
import type { Platform } from '../platform/platform.js';
import { DiscovrAuth } from '../session/auth.js';
import { DeviceClock } from '../session/clock.js';
import { raceAbort } from '../shared/abort.js';
import { lateMethods, loadOnce } from '../shared/lateModule.js';
import { Lifetime } from '../shared/lifetime.js';
import { traceOf } from '../shared/trace.js';
import type { DiscovrCredential, SignInResult } from '../session/credential.js';
import { isSignedIn, profileIdOf, type SessionState } from '../session/sessionState.js';
import type { SessionRefreshed } from '../session/tokens.js';
import type {
  CompletedWebSignIn,
  SignInWithPopupOptions,
  SignInWithWebAuthOptions,
} from '../session/web/environment.js';
import { backEndTokenServer } from './backEnd.js';
import type { Calls } from './calls.js';
import {
  settingsOf,
  type AddHistoryItemOptions,
  type AddPlaybackItemOptions,
  type AuthStateChange,
  type DiscovrClientOptions,
  type IterateOptions,
  type PatchPlaybackItemOptions,
  type ScrobbleOptions,
  type SignOutResult,
} from './options.js';
import { Adoption, WebSignIn } from './webSignIn.js';
import type { SignInContext } from './webSignInFlows.js';

const loadDeviceSignIn = loadOnce('sign-ins', () => import('./deviceSignIn.js'));

/**
 * Client for the Discovr API on any platform. `browserClient.ts`, which documents it, and the native entry export it with
 * theirs.
 */
export class DiscovrClient {
  /** Client id of the app. */
  readonly clientId: string;
  /** What the client asks of its surroundings. */
  readonly platform: Platform;
  readonly #lifetime = new Lifetime();
  readonly #auth: DiscovrAuth;
  /** The calls, whose code is loaded once. If it cannot be loaded, the next call reports this and tries again. */
  readonly #calls: () => Promise<Calls>;
  readonly #identity: IdentityApi;
  readonly #session: SessionApi;
  readonly #adoption: Adoption;
  readonly #signIns: SignInContext;
  readonly #webSignIn: WebSignIn;

  constructor(clientId: string, options: DiscovrClientOptions, platform: Platform) {
    const trace = traceOf(this);
    const lifetime = (trace.lifetime = this.#lifetime);
    const shared = { lifetime, platform, trace };
    const { transport, ...settings } = settingsOf(clientId, options, shared);
    const { sessionSource, now = Date.now, profilePerTab = false } = options;
    trace.backEnd = sessionSource && traceOf(sessionSource);
    const tokenServer = loadOnce('calls', async () => (await import('./calls.js')).createTokenServer(transport));
    const auth = new DiscovrAuth({
      ...settings,
      ...shared,
      server: sessionSource
        ? backEndTokenServer(sessionSource)
        : {
            mint: async (...args) => (await tokenServer()).mint(...args),
            revoke: async (token) => (await tokenServer()).revoke(token),
          },
      loadTokenCalls: async () => (await import('./calls.js')).createTokenCalls,
      profilePerTab,
      clock: new DeviceClock(now),
    });
    const calls = loadOnce('calls', async () => (await import('./calls.js')).createCalls(transport, auth));
    calls().catch(() => undefined);
    const adoption = new Adoption(auth, sessionSource !== undefined);
    this.clientId = clientId;
    this.platform = platform;
    this.#auth = auth;
    this.#calls = calls;
    this.#identity =
      sessionSource?.identityApi(async (call, callOptions) =>
        (await raceAbort(lifetime.race(auth.tokenCalls()), callOptions?.signal)).withRefreshToken(call, callOptions),
      ) ?? lateMethods(async () => (await calls()).identityApi);
    this.#session = lateMethods(async () => (await calls()).sessionApi);
    this.#adoption = adoption;
    this.#signIns = {
      ...shared,
      clientId,
      basePath: transport.basePath,
      options: options.webSignIn ?? {},
      now,
      auth,
      adopt: adoption.signIn,
      calls,
      sessionSource,
    };
    this.#webSignIn = new WebSignIn(this.#signIns);
  }

  /**
   * Reads the credential store. While connected, the client stays in sync with the app's other tabs. It also renews the
   * session before it expires, if the session is in use. `DiscovrProvider` calls this method. Returns a function that
   * disconnects. After several calls, the client stays connected until every returned function has been called.
   */
  connect(): () => void {
    return this.#auth.connect();
  }

  /**
   * Ends the client permanently. Listeners are not called again; pending and later calls reject with an `AbortError`.
   */
  dispose(): void {
    this.#lifetime.end();
  }

  /** Returns the current session state: the same object until the state changes. */
  getSession(): SessionState {
    return this.#auth.state;
  }

  /**
   * Resolves with the session state as soon as it is known: when the credential store has responded (two seconds at
   * most), or the session source (`timeoutMs` at most). Await it in code that reads the state once, such as a route
   * guard. Calls wait for it themselves.
   */
  async ready(): Promise<SessionState> {
    await this.#auth.ready();
    return this.#auth.state;
  }

  /** Calls the listener on each change of the session state. Returns a function that unsubscribes. */
  onSessionChanged(listener: () => void): () => void {
    return this.#auth.onStateChanged(listener);
  }

  /** Whether a user is signed in; `false` until the credential store has been read. */
  isSignedIn(): boolean {
    return isSignedIn(this.#auth.state);
  }

  /** Whether a profile is active. */
  hasActiveProfile(): boolean {
    return this.#auth.state.status === 'active';
  }

  /** Returns the id of the active profile, or `null`. */
  getActiveProfileId(): string | null {
    return profileIdOf(this.#auth.state) ?? null;
  }

  /** Calls the listener immediately and on each change of the session state. Returns a function that unsubscribes. */
  onAuthStateChanged(listener: (change: AuthStateChange) => void): () => void {
    const notify = () => listener({ signedIn: this.isSignedIn(), session: this.#auth.state });
    notify();
    return this.#auth.onStateChanged(notify);
  }

  /**
   * Calls the listener immediately with the current session, then with each new session, which may bring different
   * recommendations. Returns a function that unsubscribes.
   */
  onSessionRefreshed(listener: (session: SessionRefreshed) => void): () => void {
    listener(this.#auth.session);
    return this.#auth.onSessionRefreshed(listener);
  }

  /**
   * Calls the listener for each sign-in that the credential store could not keep, for example because the disk is full.
   * The user then stays signed in until the app is reloaded or closed. Returns a function that unsubscribes.
   */
  onSignInNotKept(listener: () => void): () => void {
    return this.#adoption.onNotKept(listener);
  }

  /**
   * Signs in through a popup; with a session source, at the app's back end. Call it at the start of a click handler,
   * because browsers block popups that open later. A call while the popup is open focuses it and shares its result.
   * The popup closes when every caller's signal has aborted. `kept` is `false` when the store could not keep the
   * sign-in, which then lasts until the app is reloaded or closed.
   *
   * @throws {DiscovrError} `USER_CANCELLED` when the user closes the popup or declines; `POPUP_BLOCKED` when the popup
   * is blocked or the browser cuts the popup's connection to the app (offer {@link signInWithWebAuth} then);
   * `AUTH_FAILED` or `NETWORK_ERROR` when the sign-in fails.
   */
  signInWithPopup(options: SignInWithPopupOptions = {}): Promise<SignInResult> {
    return this.#webSignIn.byPopup(options);
  }

  /**
   * Redirects to Discovr's sign-in page, which redirects back to `redirectUri`. Call {@link completeWebSignIn} there.
   * With a session source, the app's back end signs in, and the user returns to `returnTo`, by default to this page.
   * Resolves when the browser is about to leave the app.
   *
   * @throws {DiscovrError} `AUTH_FAILED` when the sign-in cannot begin.
   */
  signInWithWebAuth(options: SignInWithWebAuthOptions = {}): Promise<void> {
    return this.#webSignIn.byRedirect(options);
  }

  /**
   * Completes a sign-in by redirect. Returns `null` when the URL contains no response of the sign-in page, so an app
   * can call this method on each load. With a session source, the back end has completed the sign-in: resolves with
   * `null`, or rejects if the URL reports a failure. Simultaneous calls share one exchange. Remove the response from the
   * address bar afterwards.
   *
   * @param url the URL to which the sign-in page redirected, absolute or relative such as `/callback?code=…`; by
   * default the URL in the address bar.
   * @throws {DiscovrError} `USER_CANCELLED` when the user declined; `AUTH_FAILED` when this tab did not begin the
   * sign-in within the last 10 minutes, or has already completed it.
   */
  completeWebSignIn(url?: string | URL, options: CallOptions = {}): Promise<CompletedWebSignIn | null> {
    return this.#webSignIn.complete(url, options);
  }

  /**
   * Requests a code that the user enters or scans on another device to sign in on this one, and polls for the approval
   * in the background. The result has the code, its QR image, its expiry, and the state of the sign-in.
   */
  async signInWithDeviceCode(options: RequestDeviceCodeOptions = {}): Promise<DeviceSignIn> {
    return (await loadDeviceSignIn()).startDeviceSignIn(this.#signIns, options);
  }

  /**
   * Checks once whether a code has been approved, for apps with a custom polling loop. Does not sign in: pass the
   * credential of an approved code to {@link adoptCredential}. With a session source, use {@link signInWithDeviceCode}.
   */
  async pollDeviceCode(deviceCode: string, options?: CallOptions): Promise<PollDeviceCodeResponse> {
    return (await this.#calls()).pollDeviceCode(deviceCode, options);
  }

  /**
   * Signs in with a credential the app obtained itself. It replaces the current credential and is kept in the store.
   *
   * @throws {TypeError} when a session source keeps the credential.
   * @throws {DiscovrError} `TOKEN_INVALID` when the credential has no refresh token; `SIGN_IN_NOT_KEPT` when the store
   * cannot keep it, and the user stays signed in until the app is reloaded or closed.
   */
  adoptCredential(credential: DiscovrCredential): Promise<void> {
    return this.#adoption.adopt(credential);
  }

  /**
   * Checks again who is signed in. Call it after the back end behind a session source signed a user in, or after other
   * code wrote to the credential store.
   */
  async refreshSignIn(): Promise<void> {
    await this.#auth.readStoreNow(true);
  }

  /**
   * Signs out immediately in every tab, removes the credential from the store, and revokes it on the server. When
   * Discovr cannot be reached, `revoked` is `false` and the client retries the revocation until the app is closed.
   *
   * @throws {DiscovrError} when Discovr refuses the revocation, and `SIGN_IN_NOT_FORGOTTEN` when the store cannot
   * remove the credential. The user is signed out on this device in both cases.
   */
  async signOut(): Promise<SignOutResult> {
    return { revoked: await this.#auth.signOut() };
  }

  /** Returns the profiles of the account, newest first. The list may be empty. */
  async getProfiles(options?: CallOptions): Promise<Profile[]> {
    return (await this.#identity.getProfiles(options)).profiles;
  }

  /**
   * Returns one profile.
   *
   * @throws {DiscovrError} `NOT_FOUND` when the profile does not exist.
   */
  getProfile(profileId: string, options?: CallOptions): Promise<Profile> {
    return this.#identity.getProfile(profileId, options);
  }

  /**
   * Creates a profile and returns its id. `avatarUrl` is the URL of an image or an MP4, for example from
   * {@link getProfileImages}.
   */
  async createProfile(name: string, avatarUrl: string, options?: CallOptions): Promise<string> {
    return (await this.#identity.createProfile({ name, avatarUrl }, options)).profileId;
  }

  /** Changes the name of a profile, its avatar, or both. Returns the changed profile. */
  updateProfile(profileId: string, changes: UpdateProfilePayload, options?: CallOptions): Promise<Profile> {
    return this.#identity.updateProfile(profileId, changes, options);
  }

  /** Deletes a profile. If it was the active profile, no profile is active afterwards. */
  async deleteProfile(profileId: string, options?: CallOptions): Promise<void> {
    await this.#identity.deleteProfile(profileId, options);
    await this.#auth.leaveProfile(profileId);
  }

  /** Returns the URLs of ready-made avatars. Works without a signed-in user. */
  async getProfileImages(options?: CallOptions): Promise<string[]> {
    return (await this.#calls()).getProfileImages(options);
  }

  /**
   * Searches for animated images to use as avatars. Works without a signed-in user. An app that shows a result must
   * name the service it comes from.
   */
  async searchGifs(query: string, options?: SearchGifsOptions): Promise<GifSearchResponse> {
    return (await this.#calls()).searchGifs(query, options);
  }

  /**
   * Mints a session for a profile and makes the profile active. When the mint fails, the active profile stays
   * unchanged.
   *
   * @throws {DiscovrError} `NOT_SIGNED_IN` when no user is signed in; `NOT_FOUND` when the profile does not exist.
   */
  selectProfile(profileId: string, options?: CallOptions): Promise<void> {
    return this.#auth.selectProfile(profileId, options);
  }

  /** Alias of {@link selectProfile}, because the official SDK has both methods. */
  switchProfile(profileId: string, options?: CallOptions): Promise<void> {
    return this.#auth.selectProfile(profileId, options);
  }

  /**
   * Creates a page from filters. Without filters, creates the default page, which reflects everything the profile
   * likes. Simultaneous calls for the same page share one request.
   *
   * @throws {DiscovrError} `VALIDATION_FAILED`, before anything is sent, when the payload is invalid.
   */
  async createPage(payload?: CreatePagePayload, options: CallOptions = {}): Promise<CreatePageResponse> {
    return (await raceAbort(this.#calls(), options.signal)).createPage(payload, options);
  }

  /**
   * Returns a page with its hero.
   *
   * @throws {DiscovrError} `SESSION_EXPIRED` when the page was created in an earlier session.
   */
  async getPage(pageId: string, options?: CallOptions): Promise<Page> {
    return (await this.#calls()).getPage(pageId, options);
  }

  /**
   * Returns a batch of a page's rows, without their items.
   *
   * @throws {DiscovrError} `SESSION_EXPIRED` when the page was created in an earlier session.
   */
  async getRows(pageId: string, options?: PagingOptions): Promise<GetRowsResponse> {
    return (await this.#calls()).getRows(pageId, options);
  }

  /**
   * Returns one row, without its items.
   *
   * @throws {DiscovrError} `SESSION_EXPIRED` when the page was created in an earlier session.
   */
  async getRow(pageId: string, rowId: string, options?: CallOptions): Promise<Row> {
    return (await this.#calls()).getRow(pageId, rowId, options);
  }

  /**
   * Returns a batch of a row's items. Items stay available after the session of their page has ended, so a rail on
   * screen can keep loading.
   */
  async getRowItems(pageId: string, rowId: string, options?: PagingOptions): Promise<GetRowItemsResponse> {
    return (await this.#calls()).getRowItems(pageId, rowId, options);
  }

  /** Iterates over all rows of a page. Requests a batch only when the previous one is used up. */
  async *iterateRows(pageId: string, options?: IterateOptions): AsyncGenerator<Row, void, undefined> {
    yield* (await this.#calls()).iterateRows(pageId, options);
  }

  /** Iterates over all items of a row. Requests a batch only when the previous one is used up. */
  async *iterateItems(
    pageId: string,
    rowId: string,
    options?: IterateOptions,
  ): AsyncGenerator<RowItem, void, undefined> {
    yield* (await this.#calls()).iterateItems(pageId, rowId, options);
  }

  /** Returns the details of a title: synopsis, images, cast, running time, release date. */
  async getMedia(mediaId: string, options?: CallOptions): Promise<Media> {
    return (await this.#calls()).getMedia(mediaId, options);
  }

  /**
   * Returns what the active profile has done with a title: the lists that contain it, playback progress, and whether it
   * is in the history. With `providers: true`, the result also names the services that offer the title.
   */
  async getMediaProfileMeta(mediaId: string, options?: MediaProfileMetaOptions): Promise<MediaProfileMeta> {
    return (await this.#calls()).getMediaProfileMeta(mediaId, options);
  }

  /**
   * Likes a title, and removes it from the disliked and super-liked titles. Recommendations change with the next
   * session.
   */
  async addLikedItem(mediaId: string, options?: CallOptions): Promise<SuccessMessage> {
    return (await this.#calls()).addListItem('liked', { mediaId }, options);
  }

  /** Removes a title from the liked titles (method name inferred). */
  async removeLikedItem(mediaId: string, options?: CallOptions): Promise<SuccessMessage> {
    return (await this.#calls()).removeListItem('liked', mediaId, options);
  }

  /** Returns the liked titles, most recently added first (method name inferred). */
  async getLikedItems(options?: PagingOptions): Promise<MediaListResponse> {
    return (await this.#calls()).getListItems('liked', options);
  }

  /**
   * Dislikes a title, and removes it from the liked and super-liked titles. From the next session on, the title is not
   * recommended.
   */
  async addDislikedItem(mediaId: string, options?: CallOptions): Promise<SuccessMessage> {
    return (await this.#calls()).addListItem('disliked', { mediaId }, options);
  }

  /** Removes a title from the disliked titles (method name inferred). */
  async removeDislikedItem(mediaId: string, options?: CallOptions): Promise<SuccessMessage> {
    return (await this.#calls()).removeListItem('disliked', mediaId, options);
  }

  /** Returns the disliked titles, most recently added first (method name inferred). */
  async getDislikedItems(options?: PagingOptions): Promise<MediaListResponse> {
    return (await this.#calls()).getListItems('disliked', options);
  }

  /** Super-likes a title, and removes it from the liked and disliked titles. */
  async addSuperLikedItem(mediaId: string, options?: CallOptions): Promise<SuccessMessage> {
    return (await this.#calls()).addListItem('super_liked', { mediaId }, options);
  }

  /** Removes a title from the super-liked titles (method name inferred). */
  async removeSuperLikedItem(mediaId: string, options?: CallOptions): Promise<SuccessMessage> {
    return (await this.#calls()).removeListItem('super_liked', mediaId, options);
  }

  /** Returns the super-liked titles, most recently added first (method name inferred). */
  async getSuperLikedItems(options?: PagingOptions): Promise<MediaListResponse> {
    return (await this.#calls()).getListItems('super_liked', options);
  }

  /** Adds a title to the watchlist. Likes and dislikes stay unchanged. */
  async addWatchlistItem(mediaId: string, options?: CallOptions): Promise<SuccessMessage> {
    return (await this.#calls()).addListItem('watchlist', { mediaId }, options);
  }

  /** Removes a title from the watchlist (method name inferred). */
  async removeWatchlistItem(mediaId: string, options?: CallOptions): Promise<SuccessMessage> {
    return (await this.#calls()).removeListItem('watchlist', mediaId, options);
  }

  /** Returns the titles of the watchlist, most recently added first (method name inferred). */
  async getWatchlistItems(options?: PagingOptions): Promise<MediaListResponse> {
    return (await this.#calls()).getListItems('watchlist', options);
  }

  /**
   * Adds a title to the history. A series needs its `season`; an entry without an `episode` covers the whole season
   * (see `entryOfEpisode`). A title or an episode counts as completed from 80 percent. `updatedAt` is ISO 8601
   * (inferred).
   *
   * @throws {DiscovrError} `VALIDATION_FAILED`, before anything is sent, when a value is invalid.
   */
  async addHistoryItem(mediaId: string, options: AddHistoryItemOptions = {}): Promise<SuccessMessage> {
    const { signal, ...payload } = options;
    return (await this.#calls()).addHistory({ mediaId, ...payload }, { signal });
  }

  /** Sets how much of a film, a season or an episode was watched; 0 marks it as not watched. */
  async patchHistoryItem(mediaId: string, progress: number, options?: HistoryEntryOptions): Promise<SuccessMessage> {
    return (await this.#calls()).patchHistory(mediaId, { progress }, options);
  }

  /** Returns the history, most recently created entry first. */
  async getHistoryItems(options?: PagingOptions): Promise<HistoryListResponse> {
    return (await this.#calls()).getHistory(options);
  }

  /**
   * Returns the history entries of one title, most recently changed first (method name inferred). A series needs its
   * `season`; without an `episode`, every entry of that season is returned.
   *
   * @throws {DiscovrError} `VALIDATION_FAILED`, before anything is sent, when the season of a series is missing.
   */
  async getHistoryItemsByMediaId(mediaId: string, options?: MediaHistoryOptions): Promise<HistoryListResponse> {
    return (await this.#calls()).getMediaHistory(mediaId, options);
  }

  /** Removes every history entry of a title (method name inferred). */
  async removeHistoryItem(mediaId: string, options?: CallOptions): Promise<SuccessMessage> {
    return (await this.#calls()).removeHistory(mediaId, options);
  }

  /** Starts the playback of a title. `updatedAt` is ISO 8601 (inferred). */
  async addPlaybackItem(mediaId: string, options: AddPlaybackItemOptions = {}): Promise<SuccessMessage> {
    const { signal, ...payload } = options;
    return (await this.#calls()).addPlayback({ mediaId, ...payload }, { signal });
  }

  /**
   * Changes the playback position of a title. An omitted `updatedAt` becomes the current time; other omitted values
   * stay unchanged.
   */
  async patchPlaybackItem(mediaId: string, options: PatchPlaybackItemOptions = {}): Promise<SuccessMessage> {
    const { signal, ...payload } = options;
    return (await this.#calls()).patchPlayback({ mediaId, ...payload }, { signal });
  }

  /** Reports playback progress. Call it every 10 to 30 seconds, and immediately on pause, resume and completion. */
  async scrobble(mediaId: string, progress: number, options: ScrobbleOptions = {}): Promise<ScrobbleResponse> {
    const { tv, signal } = options;
    return (await this.#calls()).scrobble(mediaId, { progress, tv }, { signal });
  }

  /** Reports a skip between two positions, both in percent. `duration` is the length of the skip in seconds. */
  async scrobbleSkip(
    mediaId: string,
    from: number,
    to: number,
    duration: number,
    options: ScrobbleOptions = {},
  ): Promise<ScrobbleSkipResponse> {
    const { tv, signal } = options;
    return (await this.#calls()).scrobbleSkip(mediaId, { from, to, duration, tv }, { signal });
  }

  /** Returns the endpoints of the identity tier as methods. */
  identityApi(): IdentityApi {
    return this.#identity;
  }

  /** Returns the endpoints of the session tier as methods. */
  sessionApi(): SessionApi {
    return this.#session;
  }
}
