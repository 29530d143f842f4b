import { abortError } from '../../api/http/abort.js';
import { startTimer } from '../../api/time/startTimer.js';
import type { CallOptions } from '../../api/http/transport.js';
import { readCallback } from '../../api/webSignInEndpoints.js';
import type { Lifetime } from '../../session/lifetime.js';
import { finishPopupSignIn } from '../../session/web/finishPopupSignIn.js';
import type { WebSignInContext } from '../../session/web/redeemResponse.js';
import { beginRedirect, completeRedirect } from '../../session/web/redirectSignIn.js';
import type { SignInPopup } from '../../session/web/openPopup.js';
import { redirectUriOf } from '../../session/web/redirectUri.js';
import type { SignInResult } from '../../session/signInResult.js';
import { browserEnvironment } from '../../session/web/webSignInEnvironment.js';
import type {
  CompletedWebSignIn,
  SignInWithWebAuthOptions,
  WebSignInOptions,
} from '../../session/web/webSignInOptions.js';
import { SharedCalls } from '../sharedCalls.js';
import { backEndOf, type BackEnd, type BackEndContext } from './backEnd.js';
import { assertBackEndSignedIn, redirectToBackEnd, signInAtBackEndByPopup } from './backEndSignIn.js';

/** Popup of a sign-in, opened during a click. */
export interface OpenedPopup {
  /** The popup; `null` when the browser blocked it, or when none was opened because the redirect URI is invalid. */
  readonly window: SignInPopup | null;
  readonly redirectUri: string;
  /** Closes the popup. The next sign-in opens another popup. */
  readonly leave: () => void;
}

/** Dependencies of {@link WebSignInFlows}. */
export interface WebSignInDependencies extends BackEndContext, Omit<WebSignInContext, 'authorizeUrl' | 'environment'> {
  readonly options: WebSignInOptions;
  /** Lifetime of the client. When it ends, every pending sign-in is aborted. */
  readonly lifetime: Lifetime;
}

/** Pending web sign-ins: at most one popup, shared by its callers, and one exchange for each response. */
export class WebSignInFlows {
  readonly #options: WebSignInOptions;
  readonly #webSignIn: WebSignInContext;
  /** The app's back end, if it keeps the credential. It then signs in instead of the browser. */
  readonly #backEnd: BackEnd | undefined;
  readonly #lifetime: Lifetime;
  readonly #begun = new WeakSet<OpenedPopup>();
  readonly #byPopup = new SharedCalls<SignInResult>();
  readonly #completions = new SharedCalls<CompletedWebSignIn>();

  constructor({ options, lifetime, auth, sessionSource, ...context }: WebSignInDependencies) {
    const { authorizeUrl } = options;
    this.#options = options;
    this.#webSignIn = { ...context, authorizeUrl, environment: { ...browserEnvironment, ...options.environment } };
    this.#lifetime = lifetime;
    this.#backEnd = backEndOf({ auth, sessionSource });
  }

  /** Signs in through a popup. A call while the popup is open focuses it and shares its result. */
  byPopup(popup: OpenedPopup, signal: AbortSignal | undefined): Promise<SignInResult> {
    const { window, redirectUri, leave } = popup;
    // The caller aborted, or the client was disposed, while this code was loading. The popup stays open if another
    // caller is about to use it.
    if (signal?.aborted || this.#lifetime.isOver) startTimer(() => this.#begun.has(popup) || leave(), 0);
    window?.focus();
    return this.#byPopup.run('popup', signal, (shared) =>
      this.#untilEnded(shared, async (attempt) => {
        this.#begun.add(popup);
        attempt.addEventListener('abort', leave);
        return this.#backEnd
          ? signInAtBackEndByPopup(this.#backEnd, this.#webSignIn.environment, window, attempt)
          : finishPopupSignIn(this.#webSignIn, window, redirectUri, attempt);
      }),
    );
  }

  /** Redirects to the sign-in page. */
  byRedirect({ signal, redirectUri: given, returnTo }: SignInWithWebAuthOptions): Promise<void> {
    const { environment } = this.#webSignIn;
    const backEnd = this.#backEnd;
    if (backEnd) return this.#untilEnded(signal, async () => redirectToBackEnd(backEnd, environment, returnTo));
    const redirectUri = redirectUriOf(given, this.#options, environment);
    return this.#untilEnded(signal, (attempt) => beginRedirect(this.#webSignIn, { redirectUri, returnTo }, attempt));
  }

  /** Completes a redirect. Returns `null` when the URL contains no response of the sign-in page. */
  async complete(url: string, { signal }: CallOptions): Promise<CompletedWebSignIn | null> {
    const page = this.#webSignIn.environment.pageUrl();
    if (this.#backEnd) assertBackEndSignedIn(url, page);
    const response = this.#backEnd ? undefined : readCallback(url, page);
    if (!response) return null;
    return this.#completions.run(response.state, signal, (shared) =>
      this.#untilEnded(shared, (attempt) => completeRedirect(this.#webSignIn, response, attempt)),
    );
  }

  /**
   * Runs an attempt with a signal that aborts when the caller's signal aborts, when the client is disposed, and when
   * the attempt settles.
   */
  async #untilEnded<T>(signal: AbortSignal | undefined, run: (signal: AbortSignal) => Promise<T>): Promise<T> {
    if (signal?.aborted || this.#lifetime.isOver) throw abortError();
    const attempt = new AbortController();
    const abort = () => attempt.abort(abortError('The sign-in was aborted.'));
    const undoEnd = this.#lifetime.onEnd(abort);
    signal?.addEventListener('abort', abort);
    try {
      return await run(attempt.signal);
    } finally {
      undoEnd();
      signal?.removeEventListener('abort', abort);
      abort();
    }
  }
}
