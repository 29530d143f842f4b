import type { HistoryPlaceOptions, MediaHistoryOptions } from '../api/historyApi.js';
import type { CallOptions } from '../api/http/transport.js';
import type { IdentityApi } from '../api/identityApi.js';
import type { MediaProfileMetaOptions } from '../api/mediaApi.js';
import type { PagingOptions } from '../api/pagingOptions.js';
import type { RequestDeviceCodeOptions, SearchGifsOptions } from '../api/publicApi.js';
import type { PollDeviceCodeResponse } from '../api/schemas/device.js';
import type { GifSearchResponse } from '../api/schemas/gif.js';
import type { HistoryListResponse } from '../api/schemas/titles/history.js';
import type { MediaListResponse, SuccessMessage } from '../api/schemas/titles/list.js';
import type { Media, MediaProfileMeta } from '../api/schemas/titles/mediaFacts.js';
import type { CreatePagePayload, CreatePageResponse, Page } from '../api/schemas/page.js';
import type { ScrobbleResponse, ScrobbleSkipResponse } from '../api/schemas/titles/playback.js';
import type { Profile, UpdateProfilePayload } from '../api/schemas/profile.js';
import type { GetRowItemsResponse, GetRowsResponse, Row, RowItem } from '../api/schemas/row.js';
import type { SessionApi } from '../api/sessionApi.js';
import type { DeviceSignIn } from '../session/device/deviceSignIn.js';
import type { DiscovrAuth } from '../session/discovrAuth.js';
import type { Lifetime } from '../session/lifetime.js';
import type { SignInResult } from '../session/signInResult.js';
import { profileIdOf, type SessionState } from '../session/state/sessionState.js';
import type { DiscovrCredential } from '../session/store/credential.js';
import type { SessionRefreshed } from '../session/tokens/sessionTokens.js';
import type {
  CompletedWebSignIn,
  SignInWithPopupOptions,
  SignInWithWebAuthOptions,
} from '../session/web/webSignInOptions.js';
import type { Adoption } from './signIn/adoption.js';
import type { AuthStateChange, DiscovrClientOptions, SignOutResult } from './clientOptions.js';
import { createClientParts, type ClientParts } from './clientParts.js';
import { iterateBatches } from './pages/iterateBatches.js';
import type { PageCalls } from './pages/pageCalls.js';
import type {
  AddHistoryItemOptions,
  AddPlaybackItemOptions,
  IterateOptions,
  PatchPlaybackItemOptions,
  ScrobbleOptions,
} from './titles/titleOptions.js';
import type { WebSignIn } from './signIn/webSignIn.js';

/**
 * Talks to Discovr, with the surface of the official SDK. It needs no framework: it runs in a browser, in Node and in a
 * worker. The constructor starts nothing.
 *
 * Methods reject with a `DiscovrError`, or with an `AbortError` when their signal aborts or the person or profile changes
 * during the call. Progress is in percent, 0 to 100.
 */
export class DiscovrClient {
  /** Id of the app at Discovr. */
  readonly clientId: string;
  readonly #auth: DiscovrAuth;
  readonly #identity: IdentityApi;
  readonly #session: SessionApi;
  readonly #public: ClientParts['publicApi'];
  readonly #pages: PageCalls;
  readonly #adoption: Adoption;
  readonly #webSignIn: WebSignIn;
  readonly #deviceSignIn: ClientParts['deviceSignIn'];
  readonly #lifetime: Lifetime;

  constructor(clientId: string, options: DiscovrClientOptions = {}) {
    const parts = createClientParts(clientId, options);
    this.clientId = clientId;
    this.#auth = parts.auth;
    this.#identity = parts.identityApi;
    this.#session = parts.sessionApi;
    this.#public = parts.publicApi;
    this.#pages = parts.pages;
    this.#adoption = parts.adoption;
    this.#webSignIn = parts.webSignIn;
    this.#deviceSignIn = parts.deviceSignIn;
    this.#lifetime = parts.lifetime;
  }

  /**
   * Reads the credential store, and from now on follows the app's other tabs and renews a session that is in use before
   * it ends. Returns the undo; may be called again. React's provider calls it.
   */
  connect(): () => void {
    return this.#auth.connect();
  }

  /** Ends the client for good: observers hear nothing more, calls in flight and later ones reject with `AbortError`. */
  dispose(): void {
    this.#lifetime.end();
  }

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

  /**
   * Calls at once with the present session, then whenever one is minted: recommendations may differ from then on.
   * Returns the undo.
   */
  onSessionRefreshed(listener: (session: SessionRefreshed) => void): () => void {
    listener(this.#auth.session);
    return this.#auth.onSessionRefreshed(listener);
  }

  /**
   * Hears of each sign-in that the credential store could not keep, because the disk is full for instance: the person is
   * signed in until the page is left. Returns the undo.
   */
  onSignInNotKept(listener: () => void): () => void {
    return this.#adoption.onNotKept(listener);
  }

  /**
   * Signs in in a window of its own. Call it first thing in a click, since browsers block windows that open later. Another
   * call while the window is open brings it to the front and gives the same result. It closes when every caller's signal
   * has aborted. `kept` is `false` when the store could not keep the sign-in, which then ends with the page.
   *
   * Rejects with `USER_CANCELLED` when the person closes the window or declines, `POPUP_BLOCKED` when the window is
   * blocked or cut off (then {@link signInWithWebAuth} is the way), `AUTH_FAILED` or `NETWORK_ERROR` when it fails.
   */
  signInWithPopup(options: SignInWithPopupOptions = {}): Promise<SignInResult> {
    return this.#webSignIn.byPopup(options);
  }

  /**
   * Leaves the page for Discovr's sign-in page, which comes back to `redirectUri`; there {@link completeWebSignIn} ends
   * it. Resolves when the page is about to be left; rejects with `AUTH_FAILED` when it cannot be.
   */
  signInWithWebAuth(options: SignInWithWebAuthOptions = {}): Promise<void> {
    return this.#webSignIn.byRedirect(options);
  }

  /**
   * Ends a sign-in by redirect, from the address the person came back to: by default the page's; `/callback?code=…` will
   * do. Gives `null` when the address carries no answer, so it may be called on each load. Take the answer out of the
   * page's address afterwards.
   *
   * Rejects with `USER_CANCELLED` when the person declined, `AUTH_FAILED` when this tab began no such sign-in or has
   * already ended it; calls at the same time share one exchange.
   */
  completeWebSignIn(url?: string | URL, options: CallOptions = {}): Promise<CompletedWebSignIn | null> {
    return this.#webSignIn.complete(url, options);
  }

  /**
   * Asks for a code with which another device signs this one in, and waits for the approval in the background. The
   * result has the code, its QR picture, its expiry, and the state to watch.
   */
  async signInWithDeviceCode(options: RequestDeviceCodeOptions = {}): Promise<DeviceSignIn> {
    return (await this.#deviceSignIn()).start(options);
  }

  /** Asks once whether a code was approved, for loops of one's own. It signs nobody in: see {@link adoptCredential}. */
  async pollDeviceCode(deviceCode: string, options?: CallOptions): Promise<PollDeviceCodeResponse> {
    return (await this.#public()).pollDeviceCode(deviceCode, options);
  }

  /**
   * Signs in with a credential the app obtained itself, in place of the present one, and keeps it in the store. Rejects
   * with a `TypeError` when a session source keeps the credential, and with `SIGN_IN_NOT_KEPT` when the store does not
   * keep it; the person is then signed in until the page is left.
   */
  adoptCredential(credential: DiscovrCredential): Promise<void> {
    return this.#adoption.adopt(credential);
  }

  /**
   * Looks again who is signed in: at the session source, after the app's own back end signed somebody in, or in a
   * credential store that something else has written to.
   */
  refreshSignIn(): Promise<void> {
    return this.#auth.readStoreNow();
  }

  /**
   * Forgets the sign-in on this device at once, in every tab, and revokes it. When the revocation does not get through,
   * `revoked` is `false`, and it is tried again while the page lives. Rejects when Discovr refuses to revoke it, and with
   * `SIGN_IN_NOT_FORGOTTEN` when the store cannot forget it; the person is signed out here all the same.
   */
  async signOut(): Promise<SignOutResult> {
    return { revoked: await this.#auth.signOut() };
  }

  /** Profiles of the account, newest first; may be empty. */
  async getProfiles(options?: CallOptions): Promise<Profile[]> {
    return (await this.#identity.getProfiles(options)).profiles;
  }

  /** One profile. Rejects with `NOT_FOUND` when there is none. */
  getProfile(profileId: string, options?: CallOptions): Promise<Profile> {
    return this.#identity.getProfile(profileId, options);
  }

  /** Makes a profile and gives its id. `avatarUrl` is an image or an MP4, from `getProfileImages` for instance. */
  async createProfile(name: string, avatarUrl: string, options?: CallOptions): Promise<string> {
    return (await this.#identity.createProfile({ name, avatarUrl }, options)).profileId;
  }

  /** Changes the name, the avatar or both. */
  updateProfile(profileId: string, changes: UpdateProfilePayload, options?: CallOptions): Promise<Profile> {
    return this.#identity.updateProfile(profileId, changes, options);
  }

  /** Deletes a profile; when it is the active one, no profile is active afterwards. */
  async deleteProfile(profileId: string, options?: CallOptions): Promise<void> {
    await this.#identity.deleteProfile(profileId, options);
    await this.#auth.leaveProfile(profileId);
  }

  /** Addresses of ready-made avatars. */
  async getProfileImages(options?: CallOptions): Promise<string[]> {
    return (await this.#public()).getProfileImages(options);
  }

  /** Searches looping pictures for avatars. Where a result is shown, the service it comes from must be named. */
  async searchGifs(query: string, options?: SearchGifsOptions): Promise<GifSearchResponse> {
    return (await this.#public()).searchGifs(query, options);
  }

  /** Mints a session for a profile and makes it the active one. When that fails nothing changes. */
  selectProfile(profileId: string, options?: CallOptions): Promise<void> {
    return this.#auth.selectProfile(profileId, options);
  }

  /** Like {@link selectProfile}; the official SDK has both. */
  switchProfile(profileId: string, options?: CallOptions): Promise<void> {
    return this.#auth.selectProfile(profileId, options);
  }

  /**
   * Creates the page for these filters, or without filters the default page of the profile's whole taste. Calls for
   * the same page share one request.
   */
  createPage(payload?: CreatePagePayload, options: CallOptions = {}): Promise<CreatePageResponse> {
    return this.#pages.create(payload, options);
  }

  /** The page with its hero. Rejects with `SESSION_EXPIRED` when it was made in an older session. */
  getPage(pageId: string, options?: CallOptions): Promise<Page> {
    return this.#session.getPage(pageId, options);
  }

  /** Rows of a page, without their items. Rejects with `SESSION_EXPIRED` when the page was made in an older session. */
  getRows(pageId: string, options?: PagingOptions): Promise<GetRowsResponse> {
    return this.#session.getRows(pageId, options);
  }

  /** One row, without its items. Rejects with `SESSION_EXPIRED` when the page was made in an older session. */
  getRow(pageId: string, rowId: string, options?: CallOptions): Promise<Row> {
    return this.#session.getRow(pageId, rowId, options);
  }

  /** Items of a row. They stay available when the session of their page has ended, so a rail on screen can go on. */
  getRowItems(pageId: string, rowId: string, options?: PagingOptions): Promise<GetRowItemsResponse> {
    return this.#session.getRowItems(pageId, rowId, options);
  }

  /** All rows of a page. Each part is asked for when the one before is used up. */
  iterateRows(pageId: string, options?: IterateOptions): AsyncGenerator<Row, void, undefined> {
    return iterateBatches(
      (nextPageToken) => this.#session.getRows(pageId, { ...options, nextPageToken }),
      ({ rows }) => rows,
    );
  }

  /** All items of a row. Each part is asked for when the one before is used up. */
  iterateItems(pageId: string, rowId: string, options?: IterateOptions): AsyncGenerator<RowItem, void, undefined> {
    return iterateBatches(
      (nextPageToken) => this.#session.getRowItems(pageId, rowId, { ...options, nextPageToken }),
      ({ items }) => items,
    );
  }

  /** What is known of a title: synopsis, pictures, cast, running time, release. */
  getMedia(mediaId: string, options?: CallOptions): Promise<Media> {
    return this.#session.getMedia(mediaId, options);
  }

  /** What a title is to the active profile: liked or not, how far it was watched; with `providers`, where it is offered. */
  getMediaProfileMeta(mediaId: string, options?: MediaProfileMetaOptions): Promise<MediaProfileMeta> {
    return this.#session.getMediaProfileMeta(mediaId, options);
  }

  /** Likes a title, and takes it off the disliked and super-liked ones. Recommendations change with the next session. */
  addLikedItem(mediaId: string, options?: CallOptions): Promise<SuccessMessage> {
    return this.#session.addListItem('liked', { mediaId }, options);
  }

  /** Removes a like (name inferred). */
  removeLikedItem(mediaId: string, options?: CallOptions): Promise<SuccessMessage> {
    return this.#session.removeListItem('liked', mediaId, options);
  }

  /** Liked titles, last added first (name inferred). */
  getLikedItems(options?: PagingOptions): Promise<MediaListResponse> {
    return this.#session.getListItems('liked', options);
  }

  /** Dislikes a title, and takes it off the liked and super-liked ones. It is not recommended from the next session on. */
  addDislikedItem(mediaId: string, options?: CallOptions): Promise<SuccessMessage> {
    return this.#session.addListItem('disliked', { mediaId }, options);
  }

  /** Removes a dislike (name inferred). */
  removeDislikedItem(mediaId: string, options?: CallOptions): Promise<SuccessMessage> {
    return this.#session.removeListItem('disliked', mediaId, options);
  }

  /** Disliked titles, last added first (name inferred). */
  getDislikedItems(options?: PagingOptions): Promise<MediaListResponse> {
    return this.#session.getListItems('disliked', options);
  }

  /** Likes a title very much, and takes it off the liked and disliked ones. */
  addSuperLikedItem(mediaId: string, options?: CallOptions): Promise<SuccessMessage> {
    return this.#session.addListItem('super_liked', { mediaId }, options);
  }

  /** Removes a super-like (name inferred). */
  removeSuperLikedItem(mediaId: string, options?: CallOptions): Promise<SuccessMessage> {
    return this.#session.removeListItem('super_liked', mediaId, options);
  }

  /** Super-liked titles, last added first (name inferred). */
  getSuperLikedItems(options?: PagingOptions): Promise<MediaListResponse> {
    return this.#session.getListItems('super_liked', options);
  }

  /** Puts a title on the watchlist, whether or not it is liked or disliked. */
  addWatchlistItem(mediaId: string, options?: CallOptions): Promise<SuccessMessage> {
    return this.#session.addListItem('watchlist', { mediaId }, options);
  }

  /** Takes a title off the watchlist (name inferred). */
  removeWatchlistItem(mediaId: string, options?: CallOptions): Promise<SuccessMessage> {
    return this.#session.removeListItem('watchlist', mediaId, options);
  }

  /** Titles of the watchlist, last added first (name inferred). */
  getWatchlistItems(options?: PagingOptions): Promise<MediaListResponse> {
    return this.#session.getListItems('watchlist', options);
  }

  /**
   * Marks a title as watched. A series needs its `season`; an entry without an episode stands for the whole season: see
   * `entryOfEpisode`. From 80 percent on a title or an episode counts as completed. `updatedAt` is ISO 8601 (inferred).
   *
   * Rejects with `VALIDATION_FAILED`, before anything is sent, when a value cannot be right.
   */
  async addHistoryItem(mediaId: string, options: AddHistoryItemOptions = {}): Promise<SuccessMessage> {
    const { signal, ...payload } = options;
    return this.#session.addHistory({ mediaId, ...payload }, { signal });
  }

  /** Sets how far a film, a season or an episode was watched; 0 marks it as not watched. */
  patchHistoryItem(mediaId: string, progress: number, options?: HistoryPlaceOptions): Promise<SuccessMessage> {
    return this.#session.patchHistory(mediaId, { progress }, options);
  }

  /** What was watched, newest first by creation. */
  getHistoryItems(options?: PagingOptions): Promise<HistoryListResponse> {
    return this.#session.getHistory(options);
  }

  /**
   * The entries of one title, newest first by their last change (name inferred). A series needs its `season`; without an
   * `episode` it gives every entry of that season.
   *
   * Rejects with `VALIDATION_FAILED`, before anything is sent, when the season of a series is missing.
   */
  getHistoryItemsByMediaId(mediaId: string, options?: MediaHistoryOptions): Promise<HistoryListResponse> {
    return this.#session.getMediaHistory(mediaId, options);
  }

  /** Forgets every entry of a title (name inferred). */
  removeHistoryItem(mediaId: string, options?: CallOptions): Promise<SuccessMessage> {
    return this.#session.removeHistory(mediaId, options);
  }

  /** Begins the playback of a title. `updatedAt` is ISO 8601 (inferred). */
  async addPlaybackItem(mediaId: string, options: AddPlaybackItemOptions = {}): Promise<SuccessMessage> {
    const { signal, ...payload } = options;
    return this.#session.addPlayback({ mediaId, ...payload }, { signal });
  }

  /** Changes the position of a playback; what is left out stays as it is. */
  async patchPlaybackItem(mediaId: string, options: PatchPlaybackItemOptions = {}): Promise<SuccessMessage> {
    const { signal, ...payload } = options;
    return this.#session.patchPlayback({ mediaId, ...payload }, { signal });
  }

  /** Reports how far playback is: every 10 to 30 seconds, and at once on pause, resume and completion. */
  async scrobble(mediaId: string, progress: number, options: ScrobbleOptions = {}): Promise<ScrobbleResponse> {
    const { tv, signal } = options;
    return this.#session.scrobble(mediaId, { progress, tv }, { signal });
  }

  /** Reports a jump from one place to another, both in percent; `duration` is the length of the jump in seconds. */
  async scrobbleSkip(
    mediaId: string,
    from: number,
    to: number,
    duration: number,
    options: ScrobbleOptions = {},
  ): Promise<ScrobbleSkipResponse> {
    const { tv, signal } = options;
    return this.#session.scrobbleSkip(mediaId, { from, to, duration, tv }, { signal });
  }

  /** Endpoints of the identity tier, one to one with the wire. */
  identityApi(): IdentityApi {
    return this.#identity;
  }

  /** Endpoints of the session tier, one to one with the wire. */
  sessionApi(): SessionApi {
    return this.#session;
  }
}
