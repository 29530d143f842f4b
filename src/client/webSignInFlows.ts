import { abortError } from '../api/http/abort.js';
import { startTimer } from '../api/time/startTimer.js';
import type { CallOptions } from '../api/http/transport.js';
import { readCallback } from '../api/webAuthEndpoints.js';
import { finishPopupSignIn } from '../session/web/finishPopupSignIn.js';
import type { WebAuthContext } from '../session/web/redeemAnswer.js';
import { beginRedirect, completeRedirect } from '../session/web/redirectSignIn.js';
import type { SignInWindow } from '../session/web/openWindow.js';
import { redirectUriOf } from '../session/web/redirectUri.js';
import type { SignInResult } from '../session/signInResult.js';
import { browserEnvironment } from '../session/web/webAuthEnvironment.js';
import type { CompletedWebAuth, SignInWithWebAuthOptions, WebAuthOptions } from '../session/web/webAuthOptions.js';
import { SharedCalls } from './sharedCalls.js';

/** How a sign-in in a window began, inside the click. */
export interface SignInEntrance {
  /** `null` where the browser blocked it, or where it would be in vain. */
  readonly window: SignInWindow | null;
  readonly redirectUri: string;
  /** Closes the window; the next call opens another. */
  readonly leave: () => void;
}

/** What signing in by window or redirect needs from outside. */
export interface WebSignInContext extends Omit<WebAuthContext, 'authorizeUrl' | 'environment'> {
  readonly options: WebAuthOptions;
  /** Ends every sign-in with the client. */
  readonly ended: AbortSignal;
}

/** The sign-ins that are under way: one window at most, shared by its callers, and one completion for each answer. */
export class WebSignInFlows {
  readonly #options: WebAuthOptions;
  readonly #webAuth: WebAuthContext;
  readonly #ended: AbortSignal;
  readonly #begun = new WeakSet<SignInEntrance>();
  readonly #inWindow = new SharedCalls<SignInResult>();
  readonly #completions = new SharedCalls<CompletedWebAuth>();

  constructor({ options, ended, ...context }: WebSignInContext) {
    const { authorizeUrl } = options;
    this.#options = options;
    this.#webAuth = { ...context, authorizeUrl, environment: { ...browserEnvironment, ...options.environment } };
    this.#ended = ended;
  }

  /** Signs in through a window, or brings it to the front for those who do so already and waits with them. */
  inWindow(entrance: SignInEntrance, signal: AbortSignal | undefined): Promise<SignInResult> {
    const { window, redirectUri, leave } = entrance;
    // Given up while this part was on its way. Others may have come for the same window, and are about to begin.
    if (signal?.aborted || this.#ended.aborted) startTimer(() => this.#begun.has(entrance) || leave(), 0);
    window?.focus();
    return this.#inWindow.run('window', signal, (shared) =>
      this.#untilEnded(shared, async (attempt) => {
        this.#begun.add(entrance);
        attempt.addEventListener('abort', leave);
        return finishPopupSignIn(this.#webAuth, window, redirectUri, attempt);
      }),
    );
  }

  /** Leaves the page. */
  byRedirect({ signal, redirectUri: given, returnTo }: SignInWithWebAuthOptions): Promise<void> {
    const redirectUri = redirectUriOf(given, this.#options, this.#webAuth.environment);
    return this.#untilEnded(signal, (attempt) => beginRedirect(this.#webAuth, { redirectUri, returnTo }, attempt));
  }

  /** Ends a redirect; `null` where the address carries no answer. */
  async complete(address: string, { signal }: CallOptions): Promise<CompletedWebAuth | null> {
    const answer = readCallback(address, this.#webAuth.environment.pageAddress());
    if (!answer) return null;
    return this.#completions.run(answer.state, signal, (shared) =>
      this.#untilEnded(shared, (attempt) => completeRedirect(this.#webAuth, answer, attempt)),
    );
  }

  /** Runs an attempt with a signal that aborts with the caller's, with the client, and when the attempt ends in any way. */
  async #untilEnded<T>(signal: AbortSignal | undefined, run: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const attempt = new AbortController();
    const outer = [signal, this.#ended].filter((one) => one !== undefined);
    const giveUp = () => attempt.abort(abortError('The sign-in was given up.'));
    if (outer.some(({ aborted }) => aborted)) throw abortError();
    for (const one of outer) one.addEventListener('abort', giveUp);
    try {
      return await run(attempt.signal);
    } finally {
      for (const one of outer) one.removeEventListener('abort', giveUp);
      giveUp();
    }
  }
}
