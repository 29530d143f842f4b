import type { RequestDeviceCodeOptions } from '../api/publicApi.js';
import type { CreatePagePayload, CreatePageResponse, Page } from '../api/schemas/page.js';
import type { CallOptions } from '../api/transport.js';
import type { DeviceSignIn } from '../session/deviceSignIn.js';
import type { SessionRefreshed } from '../session/discovrAuth.js';
import type { SessionState } from '../session/sessionState.js';
import type { CompletedWebAuth, SignInWithPopupOptions, SignInWithWebAuthOptions } from '../session/webAuthOptions.js';

/** What the React layer needs of a client: a {@link DiscovrClient}, or the official SDK behind {@link adaptSdk}. */
export interface DiscovrClientLike {
  /** The present session state; the same object until it changes. */
  getSession(): SessionState;
  /** Hears of each change of the session state, without a first call. Returns the undo. */
  onSessionChanged(listener: () => void): () => void;
  /** Calls at once with the present session, then at each renewal. Returns the undo. */
  onSessionRefreshed(listener: (session: SessionRefreshed) => void): () => void;
  /** Starts what the client listens to. Returns the undo; may be called again. */
  connect(): () => void;
  /** Signing in by a code; absent where the client cannot. */
  signInWithDeviceCode?(options?: RequestDeviceCodeOptions): Promise<DeviceSignIn>;
  /** Signing in in a window; absent where the client cannot. Called again meanwhile, it brings the window to the front. */
  signInWithPopup?(options?: SignInWithPopupOptions): Promise<void>;
  /** Signing in by redirect; absent where the client cannot. */
  signInWithWebAuth?(options?: SignInWithWebAuthOptions): Promise<void>;
  /** Ends a redirect; `null` where the address carries no answer. */
  completeWebAuth?(url?: string | URL, options?: CallOptions): Promise<CompletedWebAuth | null>;
  createPage(payload?: CreatePagePayload, options?: CallOptions): Promise<CreatePageResponse>;
  getPage(pageId: string, options?: CallOptions): Promise<Page>;
}
