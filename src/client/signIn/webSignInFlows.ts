import { abortError } from '../../api/http/abort.js';
import { startTimer } from '../../api/time/startTimer.js';
import type { CallOptions } from '../../api/http/transport.js';
import { readCallback } from '../../api/webSignInEndpoints.js';
import type { Lifetime } from '../../session/lifetime.js';
import { finishPopupSignIn } from '../../session/web/finishPopupSignIn.js';
import type { WebSignInContext } from '../../session/web/redeemAnswer.js';
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

/** How a sign-in in a window began, inside the click. */
export interface OpenedPopup {
  /** `null` where the browser blocked it, or where it would be in vain. */
  readonly window: SignInPopup | null;
  readonly redirectUri: string;
  /** Closes the window; the next call opens another. */
  readonly leave: () => void;
}

/** What signing in by window or redirect needs from outside. */
export interface WebSignInDependencies extends Omit<WebSignInContext, 'authorizeUrl' | 'environment'> {
  readonly options: WebSignInOptions;
  /** The client's: its end ends every sign-in. */
  readonly lifetime: Lifetime;
}

/** The sign-ins that are under way: one window at most, shared by its callers, and one completion for each answer. */
export class WebSignInFlows {
  readonly #options: WebSignInOptions;
  readonly #webSignIn: WebSignInContext;
  readonly #lifetime: Lifetime;
  readonly #begun = new WeakSet<OpenedPopup>();
  readonly #byPopup = new SharedCalls<SignInResult>();
  readonly #completions = new SharedCalls<CompletedWebSignIn>();

  constructor({ options, lifetime, ...context }: WebSignInDependencies) {
    const { authorizeUrl } = options;
    this.#options = options;
    this.#webSignIn = { ...context, authorizeUrl, environment: { ...browserEnvironment, ...options.environment } };
    this.#lifetime = lifetime;
  }

  /** Signs in through a window, or brings it to the front for those who do so already and waits with them. */
  byPopup(popup: OpenedPopup, signal: AbortSignal | undefined): Promise<SignInResult> {
    const { window, redirectUri, leave } = popup;
    // Given up while this part was on its way. Others may have come for the same window, and are about to begin.
    if (signal?.aborted || this.#lifetime.isOver) startTimer(() => this.#begun.has(popup) || leave(), 0);
    window?.focus();
    return this.#byPopup.run('popup', signal, (shared) =>
      this.#untilEnded(shared, async (attempt) => {
        this.#begun.add(popup);
        attempt.addEventListener('abort', leave);
        return finishPopupSignIn(this.#webSignIn, window, redirectUri, attempt);
      }),
    );
  }

  /** Leaves the page. */
  byRedirect({ signal, redirectUri: given, returnTo }: SignInWithWebAuthOptions): Promise<void> {
    const redirectUri = redirectUriOf(given, this.#options, this.#webSignIn.environment);
    return this.#untilEnded(signal, (attempt) => beginRedirect(this.#webSignIn, { redirectUri, returnTo }, attempt));
  }

  /** Ends a redirect; `null` where the address carries no answer. */
  async complete(address: string, { signal }: CallOptions): Promise<CompletedWebSignIn | null> {
    const answer = readCallback(address, this.#webSignIn.environment.pageAddress());
    if (!answer) return null;
    return this.#completions.run(answer.state, signal, (shared) =>
      this.#untilEnded(shared, (attempt) => completeRedirect(this.#webSignIn, answer, attempt)),
    );
  }

  /** Runs an attempt with a signal that aborts with the caller's, with the client, and when the attempt ends in any way. */
  async #untilEnded<T>(signal: AbortSignal | undefined, run: (signal: AbortSignal) => Promise<T>): Promise<T> {
    if (signal?.aborted || this.#lifetime.isOver) throw abortError();
    const attempt = new AbortController();
    const giveUp = () => attempt.abort(abortError('The sign-in was given up.'));
    const undoEnd = this.#lifetime.onEnd(giveUp);
    signal?.addEventListener('abort', giveUp);
    try {
      return await run(attempt.signal);
    } finally {
      undoEnd();
      signal?.removeEventListener('abort', giveUp);
      giveUp();
    }
  }
}
