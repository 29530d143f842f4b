import type { RequestDeviceCodeOptions, SearchGifsOptions } from '../api/publicApi.js';
import type { GifSearchResponse } from '../api/schemas/gif.js';
import type { CreatePagePayload, CreatePageResponse, Page } from '../api/schemas/page.js';
import type { Profile, UpdateProfilePayload } from '../api/schemas/profile.js';
import type { CallOptions } from '../api/http/transport.js';
import type { DeviceSignIn } from '../session/device/deviceSignIn.js';
import type { SessionRefreshed } from '../session/tokens/sessionTokens.js';
import type { SignInResult } from '../session/signInResult.js';
import type { SessionState } from '../session/state/sessionState.js';
import type { SignOutResult } from './clientOptions.js';
import type { TitleMethods } from './titles/titleMethods.js';
import type {
  CompletedWebAuth,
  SignInWithPopupOptions,
  SignInWithWebAuthOptions,
} from '../session/web/webAuthOptions.js';

/**
 * What the React layer needs of a client: a {@link DiscovrClient}, or the official SDK behind {@link adaptSdk}. Methods
 * that may be absent are capabilities: what stands on one says so where the client lacks it. Those about rows and titles are
 * described with {@link TitleMethods}.
 */
export interface DiscovrClientLike extends Partial<TitleMethods> {
  /** The present session state; the same object until it changes. */
  getSession(): SessionState;
  /** Hears of each change of the session state, without a first call. Returns the undo. */
  onSessionChanged(listener: () => void): () => void;
  /** Hears of each sign-in that ends with this visit because it could not be kept. Returns the undo. */
  onSignInNotKept?(listener: () => void): () => void;
  /** Calls at once with the present session, then at each renewal. Returns the undo. */
  onSessionRefreshed(listener: (session: SessionRefreshed) => void): () => void;
  /** Starts what the client listens to. Returns the undo; may be called again. */
  connect(): () => void;
  /** Signing in by a code; absent where the client cannot. */
  signInWithDeviceCode?(options?: RequestDeviceCodeOptions): Promise<DeviceSignIn>;
  /** Forgets the sign-in on this device at once, and revokes it. */
  signOut?(): Promise<SignOutResult>;
  /** Profiles of the account, newest first. */
  getProfiles?(options?: CallOptions): Promise<Profile[]>;
  /** Makes a profile and gives its id. */
  createProfile?(name: string, avatarUrl: string, options?: CallOptions): Promise<string>;
  updateProfile?(profileId: string, changes: UpdateProfilePayload, options?: CallOptions): Promise<Profile>;
  deleteProfile?(profileId: string, options?: CallOptions): Promise<void>;
  /** Mints a session for a profile and makes it the active one. */
  selectProfile?(profileId: string, options?: CallOptions): Promise<void>;
  /** Addresses of ready-made avatars. */
  getProfileImages?(options?: CallOptions): Promise<string[]>;
  /** Searches looping pictures. Where a result is shown, the service it comes from must be named. */
  searchGifs?(query: string, options?: SearchGifsOptions): Promise<GifSearchResponse>;
  /** Signing in in a window; absent where the client cannot. Called again meanwhile, it brings the window to the front. */
  signInWithPopup?(options?: SignInWithPopupOptions): Promise<SignInResult>;
  /** Signing in by redirect; absent where the client cannot. */
  signInWithWebAuth?(options?: SignInWithWebAuthOptions): Promise<void>;
  /** Ends a redirect; `null` where the address carries no answer. */
  completeWebAuth?(url?: string | URL, options?: CallOptions): Promise<CompletedWebAuth | null>;
  createPage(payload?: CreatePagePayload, options?: CallOptions): Promise<CreatePageResponse>;
  getPage(pageId: string, options?: CallOptions): Promise<Page>;
}
