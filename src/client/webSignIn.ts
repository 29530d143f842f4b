import type { CallOptions } from '../api/transport.js';
import type { DiscovrAuth } from '../session/auth.js';
import type { DiscovrCredential, SignInResult } from '../session/credential.js';
import {
  ERROR_PARAMETER,
  isRedirectUri,
  redirectUriOf,
  type CompletedWebSignIn,
  type SignInWithPopupOptions,
  type SignInWithWebAuthOptions,
  type WebSignInEnvironment,
} from '../session/web/environment.js';
import type { SignInPopup } from '../platform/platform.js';
import { abortError } from '../shared/abort.js';
import { DiscovrError, isDiscovrError } from '../shared/errors.js';
import { loadOnce } from '../shared/lateModule.js';
import { createObservers } from '../shared/observers.js';
import { SharedCalls } from '../shared/shareCall.js';
import type { SignInContext, WebSignInFlows } from './webSignInFlows.js';

/**
 * Signs in by popup and by redirect. Contains only what must run during a click, such as opening the popup. The first
 * call loads {@link WebSignInFlows}, which does the rest, including all checks and errors.
 */
export class WebSignIn {
  readonly #context: SignInContext;
  readonly #browser: Pick<WebSignInEnvironment, 'pageUrl' | 'openPopup'>;
  readonly #load: () => Promise<WebSignInFlows>;
  readonly #byPopup = new SharedCalls<SignInResult>();
  /** The last popup; `null` when none was opened. */
  #popup: SignInPopup | null = null;

  constructor(context: SignInContext) {
    this.#context = context;
    const { address, windows } = context.platform;
    this.#browser = { pageUrl: address, openPopup: () => windows?.openPopup() ?? null, ...context.options.environment };
    this.#load = loadOnce('sign-ins', async () => {
      const { WebSignInFlows } = await import('./webSignInFlows.js');
      return new WebSignInFlows(context);
    });
  }

  /** See `DiscovrClient.signInWithPopup`. A call while the popup is open focuses it and shares its result. */
  async byPopup({ signal, redirectUri }: SignInWithPopupOptions): Promise<SignInResult> {
    if (signal?.aborted || this.#context.lifetime.isOver) throw abortError();
    const result = this.#byPopup.run('popup', signal, (shared) => this.#throughPopup(redirectUri, shared));
    this.#popup?.focus();
    return result;
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

  /** Opens a popup and signs in through it. Closes it at the end, or as soon as the signal aborts. */
  async #throughPopup(given: string | undefined, signal: AbortSignal): Promise<SignInResult> {
    const redirectUri = redirectUriOf(given, this.#context.options, this.#browser);
    // A back end has a redirect URI of its own.
    const { sessionSource } = this.#context;
    const canRespond = sessionSource ? sessionSource.signIns : isRedirectUri(redirectUri);
    const window = canRespond ? this.#browser.openPopup() : null;
    const close = () => window?.close();
    this.#popup = window;
    // The rest of the sign-in closes it only once its code has loaded.
    signal.addEventListener('abort', close);
    try {
      return await (await this.#load()).byPopup({ window, redirectUri, signal });
    } finally {
      close();
    }
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
   * @throws {DiscovrError} `TOKEN_INVALID` without a refresh token, `SIGN_IN_NOT_KEPT` when the store cannot keep it.
   * @throws an `AbortError` when the signal aborts before the user is signed in.
   */
  async adopt(credential: DiscovrCredential, signal?: AbortSignal): Promise<void> {
    if (this.#isKeptByBackEnd) {
      throw new TypeError(
        'The sessionSource keeps the credential. Sign in at your back end, then call refreshSignIn().',
      );
    }
    if (!credential.refreshToken) throw new DiscovrError('TOKEN_INVALID', 'The credential has no refresh token.');
    await this.#auth.adopt(credential, signal).catch((error: unknown) => {
      if (isDiscovrError(error, 'SIGN_IN_NOT_KEPT')) this.#unkept.notify();
      throw error;
    });
  }

  /** Signs in as {@link adopt} does, but the result reports whether the store keeps the credential. */
  readonly signIn = async (credential: DiscovrCredential, signal?: AbortSignal): Promise<SignInResult> => {
    try {
      await this.adopt(credential, signal);
      return { kept: true };
    } catch (error) {
      if (isDiscovrError(error, 'SIGN_IN_NOT_KEPT')) return { kept: false };
      throw error;
    }
  };
}
