import type { CallOptions } from '../api/transport.js';
import type { DiscovrAuth } from '../session/auth.js';
import type { DiscovrCredential, SignInResult } from '../session/credential.js';
import {
  ERROR_PARAMETER,
  isRedirectUri,
  openPopup,
  redirectUriOf,
  type CompletedWebSignIn,
  type SignInWithPopupOptions,
  type SignInWithWebAuthOptions,
  type WebSignInEnvironment,
} from '../session/web/environment.js';
import { abortError } from '../shared/abort.js';
import { isDiscovrError } from '../shared/errors.js';
import { loadOnce } from '../shared/lateModule.js';
import { createObservers } from '../shared/observers.js';
import type { OpenedPopup, SignInContext, WebSignInFlows } from './webSignInFlows.js';

/**
 * Signs in by popup and by redirect. Contains only what must run during a click, such as opening the popup. The first
 * call loads {@link WebSignInFlows}, which does the rest, including all checks and errors.
 */
export class WebSignIn {
  readonly #context: SignInContext;
  readonly #browser: Pick<WebSignInEnvironment, 'pageUrl' | 'openPopup'>;
  readonly #load: () => Promise<WebSignInFlows>;
  #popup: OpenedPopup | undefined;

  constructor(context: SignInContext) {
    this.#context = context;
    this.#browser = { pageUrl: context.platform.address, openPopup, ...context.options.environment };
    this.#load = loadOnce('sign-ins', async () => {
      const { WebSignInFlows } = await import('./webSignInFlows.js');
      return new WebSignInFlows(context);
    });
  }

  /** See `DiscovrClient.signInWithPopup`. */
  async byPopup({ signal, redirectUri }: SignInWithPopupOptions): Promise<SignInResult> {
    if (signal?.aborted || this.#context.lifetime.isOver) throw abortError();
    const popup = (this.#popup ??= this.#openPopup(redirectUri));
    const flows = await this.#load().catch((error: unknown) => {
      popup.leave();
      throw error;
    });
    return flows.byPopup(popup, signal);
  }

  /** See `DiscovrClient.signInWithWebAuth`. */
  async byRedirect(options: SignInWithWebAuthOptions): Promise<void> {
    return (await this.#load()).byRedirect(options);
  }

  /** See `DiscovrClient.completeWebSignIn`. */
  async complete(url: string | URL | undefined, options: CallOptions): Promise<CompletedWebSignIn | null> {
    const text = url?.toString() ?? this.#browser.pageUrl();
    // Most page loads complete no sign-in, so they do not load the code for it.
    return text.includes('state=') || text.includes(ERROR_PARAMETER)
      ? (await this.#load()).complete(text, options)
      : null;
  }

  #openPopup(given: string | undefined): OpenedPopup {
    const redirectUri = redirectUriOf(given, this.#context.options, this.#browser);
    // A back end has a redirect URI of its own.
    const { sessionSource } = this.#context;
    const canRespond = sessionSource ? sessionSource.signIns : isRedirectUri(redirectUri);
    const window = canRespond ? this.#browser.openPopup() : null;
    const popup = {
      window,
      redirectUri,
      leave: () => {
        window?.close();
        if (this.#popup === popup) this.#popup = undefined;
      },
    };
    return popup;
  }
}

/** Signs in with credentials that come from a sign-in or from the app itself. */
export class Adoption {
  readonly #auth: Pick<DiscovrAuth, 'adopt'>;
  readonly #isKeptByBackEnd: boolean;
  readonly #unkept = createObservers<void>();
  /** Calls a listener for each sign-in that the store did not keep. Returns a function that unsubscribes. */
  readonly onNotKept = this.#unkept.add;

  /** @param isKeptByBackEnd whether a session source keeps the credential. If so, {@link adopt} rejects. */
  constructor(auth: Pick<DiscovrAuth, 'adopt'>, isKeptByBackEnd: boolean) {
    this.#auth = auth;
    this.#isKeptByBackEnd = isKeptByBackEnd;
  }

  /**
   * Signs in with a credential.
   *
   * @throws {TypeError} when a session source keeps the credential.
   * @throws {DiscovrError} `SIGN_IN_NOT_KEPT` when the store cannot keep it.
   */
  async adopt(credential: DiscovrCredential): Promise<void> {
    if (this.#isKeptByBackEnd) {
      throw new TypeError(
        'The sessionSource keeps the credential. Sign in at your back end, then call refreshSignIn().',
      );
    }
    await this.#auth.adopt(credential).catch((error: unknown) => {
      if (isDiscovrError(error, 'SIGN_IN_NOT_KEPT')) this.#unkept.notify();
      throw error;
    });
  }

  /** Signs in with a credential. The result reports whether the store keeps it. */
  async signIn(credential: DiscovrCredential): Promise<SignInResult> {
    try {
      await this.adopt(credential);
      return { kept: true };
    } catch (error) {
      if (isDiscovrError(error, 'SIGN_IN_NOT_KEPT')) return { kept: false };
      throw error;
    }
  }
}
