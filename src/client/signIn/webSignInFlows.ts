import { abortError } from '../../api/http/abort.js';
import { startTimer } from '../../api/time/startTimer.js';
import type { CallOptions } from '../../api/http/transport.js';
import { readCallback } from '../../api/webAuthEndpoints.js';
import type { Lifetime } from '../../session/lifetime.js';
import { finishPopupSignIn } from '../../session/web/finishPopupSignIn.js';
import type { WebAuthContext } from '../../session/web/redeemAnswer.js';
import { beginRedirect, completeRedirect } from '../../session/web/redirectSignIn.js';
import type { SignInWindow } from '../../session/web/openWindow.js';
import { redirectUriOf } from '../../session/web/redirectUri.js';
import type { SignInResult } from '../../session/signInResult.js';
import { browserEnvironment } from '../../session/web/webAuthEnvironment.js';
import type { CompletedWebAuth, SignInWithWebAuthOptions, WebAuthOptions } from '../../session/web/webAuthOptions.js';
import { SharedCalls } from '../sharedCalls.js';

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
  /** The client's: its end ends every sign-in. */
  readonly lifetime: Lifetime;
}

/** The sign-ins that are under way: one window at most, shared by its callers, and one completion for each answer. */
export class WebSignInFlows {
  readonly #options: WebAuthOptions;
  readonly #webAuth: WebAuthContext;
  readonly #lifetime: Lifetime;
  readonly #begun = new WeakSet<SignInEntrance>();
  readonly #inWindow = new SharedCalls<SignInResult>();
  readonly #completions = new SharedCalls<CompletedWebAuth>();

  constructor({ options, lifetime, ...context }: WebSignInContext) {
    const { authorizeUrl } = options;
    this.#options = options;
    this.#webAuth = { ...context, authorizeUrl, environment: { ...browserEnvironment, ...options.environment } };
    this.#lifetime = lifetime;
  }

  /** Signs in through a window, or brings it to the front for those who do so already and waits with them. */
  inWindow(entrance: SignInEntrance, signal: AbortSignal | undefined): Promise<SignInResult> {
    const { window, redirectUri, leave } = entrance;
    // Given up while this part was on its way. Others may have come for the same window, and are about to begin.
    if (signal?.aborted || this.#lifetime.isOver) startTimer(() => this.#begun.has(entrance) || leave(), 0);
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
