import type { RequestDeviceCodeOptions } from '../api/publicApi.js';
import type { PollDeviceCodeResponse } from '../api/schemas/device.js';
import type { CallOptions } from '../api/http/transport.js';
import type { DiscovrCredential } from '../session/store/credential.js';
import type { DeviceSignIn } from '../session/device/deviceSignIn.js';
import { profileIdOf, type SessionState } from '../session/state/sessionState.js';
import type { SessionRefreshed } from '../session/tokens/sessionTokens.js';
import type { SignInResult } from '../session/signInResult.js';
import type {
  CompletedWebAuth,
  SignInWithPopupOptions,
  SignInWithWebAuthOptions,
} from '../session/web/webAuthOptions.js';
import type { AuthStateChange, SignOutResult } from './clientOptions.js';
import type { ClientParts } from './clientParts.js';
import { TitleCalls } from './titleCalls.js';
import { WebSignIn } from './webSignIn.js';

/** The part of `DiscovrClient` that is about who is signed in: what the session is, signing in, signing out. */
export abstract class SignInCalls extends TitleCalls {
  readonly #parts: ClientParts;
  readonly #webSignIn: WebSignIn;

  constructor(parts: ClientParts) {
    super();
    this.#parts = parts;
    this.#webSignIn = new WebSignIn(parts.signInContext);
  }

  /** The present session state; the same object until it changes. */
  getSession(): SessionState {
    return this.#parts.auth.state;
  }

  /** Hears of each change of the session state, without a first call. Returns the undo. */
  onSessionChanged(listener: () => void): () => void {
    return this.#parts.auth.onStateChanged(listener);
  }

  /** Tells whether a person is signed in; `false` while it is not known yet. */
  isSignedIn(): boolean {
    const { status } = this.#parts.auth.state;
    return status === 'signedIn' || status === 'active';
  }

  /** Tells whether a profile is chosen. */
  hasActiveProfile(): boolean {
    return this.#parts.auth.state.status === 'active';
  }

  /** Id of the chosen profile, or `null`. */
  getActiveProfileId(): string | null {
    return profileIdOf(this.#parts.auth.state) ?? null;
  }

  /** Calls at once with the present state, then at each change. Returns the undo. */
  onAuthStateChanged(listener: (change: AuthStateChange) => void): () => void {
    const tell = () => listener({ signedIn: this.isSignedIn(), session: this.#parts.auth.state });
    tell();
    return this.#parts.auth.onStateChanged(tell);
  }

  /** Calls at once with the present session, then whenever one is minted: the recommendations may differ from then on. */
  onSessionRefreshed(listener: (session: SessionRefreshed) => void): () => void {
    listener(this.#parts.auth.session);
    return this.#parts.auth.onSessionRefreshed(listener);
  }

  /**
   * Hears of each sign-in that the credential store could not keep, because the disk is full for instance: the person is
   * signed in until the page is left. Returns the undo.
   */
  onSignInNotKept(listener: () => void): () => void {
    return this.#parts.onSignInNotKept(listener);
  }

  /**
   * Signs in in a window of its own. Call it first thing in a click, since browsers block windows that open later. Called
   * again meanwhile, it brings that window to the front and gives the same result. It closes when every caller's signal
   * has aborted. `kept` is `false` where the store could not keep the sign-in, which then ends with the page.
   *
   * Rejects with `USER_CANCELLED` where the person closes the window or declines, `POPUP_BLOCKED` where the window is
   * blocked or cut off (then {@link signInWithWebAuth} is the way), `AUTH_FAILED` or `NETWORK_ERROR` where it fails.
   */
  signInWithPopup(options: SignInWithPopupOptions = {}): Promise<SignInResult> {
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
   * Ends a sign-in by redirect, from the address the person came back to: by default the page's; `/callback?code=…` will
   * do. Gives `null` where the address carries no answer, so it may be called on each load. Take the answer out of the
   * page's address afterwards.
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
    const { startDeviceSignIn } = await import('../session/device/startDeviceSignIn.js');
    return startDeviceSignIn(this.#parts.signInContext, options);
  }

  /** Asks once whether a code was approved, for loops of one's own. It signs nobody in: see {@link adoptCredential}. */
  async pollDeviceCode(deviceCode: string, options?: CallOptions): Promise<PollDeviceCodeResponse> {
    return (await this.#parts.publicApi()).pollDeviceCode(deviceCode, options);
  }

  /**
   * Signs in with a credential the app obtained itself, in place of the present one, and keeps it in the store. Rejects
   * with a `TypeError` where a session source keeps the credential, and with `SIGN_IN_NOT_KEPT` where the store does not
   * keep it; the person is then signed in until the page is left.
   */
  adoptCredential(credential: DiscovrCredential): Promise<void> {
    return this.#parts.adopt(credential);
  }

  /**
   * Looks again who is signed in: at the session source, after the app's own back end signed somebody in, or in a
   * credential store that something else has written to.
   */
  refreshSignIn(): Promise<void> {
    return this.#parts.auth.readStoreNow();
  }

  /**
   * Forgets the sign-in on this device at once, in every tab, and revokes it. Where the revocation does not get through,
   * `revoked` is `false`, and it is tried again while the page lives. Rejects where Discovr will not revoke it,
   * and with `SIGN_IN_NOT_FORGOTTEN` where the store cannot forget it; the person is signed out here all the same.
   */
  async signOut(): Promise<SignOutResult> {
    return { revoked: await this.#parts.auth.signOut() };
  }
}
