import { abortError } from '../api/abort.js';
import { DiscovrError } from '../api/discovrError.js';
import type { CallOptions } from '../api/transport.js';
import { AUTHORIZE_PATH, readCallback } from '../api/webAuthEndpoints.js';
import type { WebAuthContext } from '../session/redeemAnswer.js';
import { checkedRedirectUri } from '../session/redirectUri.js';
import { browserEnvironment, type SignInWindow } from '../session/webAuthEnvironment.js';
import type {
  CompletedWebAuth,
  SignInWithPopupOptions,
  SignInWithWebAuthOptions,
  WebAuthOptions,
} from '../session/webAuthOptions.js';
import { SharedCalls } from './sharedCalls.js';

/** What {@link WebSignIn} needs from outside. */
export interface WebSignInContext extends Omit<WebAuthContext, 'authorizeUrl' | 'environment'> {
  readonly options: WebAuthOptions;
  /** Ends every sign-in with the client. */
  readonly ended: AbortSignal;
}

/**
 * Signs in by window and by redirect. Only what has to happen inside a click is here; the rest is loaded by the first
 * call.
 */
export class WebSignIn {
  readonly #context: WebSignInContext;
  readonly #environment: WebAuthContext['environment'];
  readonly #inWindow = new SharedCalls<void>();
  readonly #completions = new SharedCalls<CompletedWebAuth>();
  #window: SignInWindow | undefined;

  constructor(context: WebSignInContext) {
    this.#context = context;
    this.#environment = { ...browserEnvironment, ...context.options.environment };
  }

  /** See `DiscovrClient.signInWithPopup`. */
  inWindow({ signal, redirectUri }: SignInWithPopupOptions): Promise<void> {
    this.#window?.focus();
    return this.#inWindow.run('window', signal, (shared) =>
      this.#untilEnded(shared, async (attempt) => {
        const uri = this.#redirectUri(redirectUri);
        if (new URL(uri).origin !== new URL(this.#environment.pageAddress()).origin) throw foreignRedirectUri();
        this.#assertSecureContext();
        const window = this.#environment.openWindow();
        if (!window) throw blocked();
        this.#window = window;
        attempt.addEventListener('abort', () => {
          this.#window = undefined;
          window.close();
        });
        const { finishPopupSignIn } = await loaded(import('../session/finishPopupSignIn.js'));
        await finishPopupSignIn(this.#webAuth(), window, { redirectUri: uri, signal: attempt });
      }),
    );
  }

  /** See `DiscovrClient.signInWithWebAuth`. */
  byRedirect({ signal, redirectUri, returnTo }: SignInWithWebAuthOptions): Promise<void> {
    return this.#untilEnded(signal, async (attempt) => {
      const uri = this.#redirectUri(redirectUri);
      this.#assertSecureContext();
      const { beginRedirect } = await loaded(import('../session/redirectSignIn.js'));
      await beginRedirect(this.#webAuth(), { redirectUri: uri, returnTo, signal: attempt });
    });
  }

  /** See `DiscovrClient.completeWebAuth`. */
  async complete(url: string | URL | undefined, { signal }: CallOptions): Promise<CompletedWebAuth | null> {
    const answer = readCallback(String(url ?? this.#environment.pageAddress()));
    if (!answer) return null;
    return this.#completions.run(answer.state, signal, (shared) =>
      this.#untilEnded(shared, async (attempt) => {
        const { completeRedirect } = await loaded(import('../session/redirectSignIn.js'));
        return completeRedirect(this.#webAuth(), answer, attempt);
      }),
    );
  }

  /** Runs an attempt with a signal that aborts with the caller's, with the client, and when the attempt ends in any way. */
  async #untilEnded<T>(signal: AbortSignal | undefined, run: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const attempt = new AbortController();
    const outer = [signal, this.#context.ended].filter((one) => one !== undefined);
    const giveUp = () => attempt.abort(abortError('The sign-in was given up.'));
    if (outer.some(({ aborted }) => aborted)) throw abortError();
    for (const one of outer) one.addEventListener('abort', giveUp, { signal: attempt.signal });
    try {
      return await run(attempt.signal);
    } finally {
      giveUp();
    }
  }

  #redirectUri(given: string | undefined): string {
    return checkedRedirectUri(given ?? this.#context.options.redirectUri, this.#environment.pageAddress());
  }

  #webAuth(): WebAuthContext {
    const { options, basePath } = this.#context;
    const address = options.authorizeUrl ?? `${basePath}${AUTHORIZE_PATH}`;
    const authorizeUrl = new URL(address, this.#environment.pageAddress()).href;
    return { ...this.#context, authorizeUrl, environment: this.#environment };
  }

  #assertSecureContext(): void {
    // Its type does not say so, but outside secure contexts it is missing.
    const subtle: SubtleCrypto | undefined = this.#environment.crypto().subtle;
    if (subtle) return;
    throw new DiscovrError(
      'AUTH_FAILED',
      'Signing in by window or redirect needs crypto.subtle, which browsers have only in secure contexts. Serve the ' +
        'page over HTTPS, or from localhost.',
    );
  }
}

/** A part that cannot be fetched is a matter of the network, like any request. */
function loaded<T>(part: Promise<T>): Promise<T> {
  return part.catch((cause: unknown) => {
    throw new DiscovrError('NETWORK_ERROR', 'A part of discovr-react could not be loaded.', { cause });
  });
}

function blocked(): DiscovrError {
  return new DiscovrError(
    'POPUP_BLOCKED',
    'The browser blocked the sign-in window. Call signInWithPopup() first thing in a click, or offer signInWithWebAuth().',
  );
}

function foreignRedirectUri(): DiscovrError {
  return new DiscovrError(
    'AUTH_FAILED',
    'A sign-in window answers to the origin of redirectUri, and that is not the origin of this page. Pass one of this ' +
      'page’s origin, or sign in by redirect.',
  );
}
