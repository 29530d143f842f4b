import type { PublicApi } from '../api/publicApi.js';
import type { CallOptions } from '../api/transport.js';
import { readCallback } from '../api/webSignIn.js';
import { POPUP_GRACE_MS, POPUP_POLL_INTERVAL_MS } from '../session/clock.js';
import type { SignInResult } from '../session/credential.js';
import {
  environmentOf,
  ERROR_PARAMETER,
  redirectUriOf,
  SIGN_IN_REPORT,
  type BackEndSignInFailure,
  type CompletedWebSignIn,
  type SignInWithWebAuthOptions,
  type WebSignInEnvironment,
  type WebSignInOptions,
} from '../session/web/environment.js';
import {
  closedByUser,
  finishPopupSignIn,
  popupBlocked,
  viewOfPopup,
  waitForPopup,
  type FinishPopupOptions,
} from '../session/web/popup.js';
import type { WebSignInContext } from '../session/web/proof.js';
import { beginRedirect, completeRedirect, returnPath } from '../session/web/redirect.js';
import type { Platform, SignInPopup } from '../platform/platform.js';
import { abortError } from '../shared/abort.js';
import { DiscovrError, outcomeOf } from '../shared/errors.js';
import type { Lifetime } from '../shared/lifetime.js';
import { SharedCalls } from '../shared/shareCall.js';
import { startInterval, startTimer } from '../shared/time.js';
import type { Trace } from '../shared/trace.js';
import { parseUrl } from '../shared/url.js';
import { backEndOf, type BackEnd, type BackEndContext } from './backEnd.js';

/** Settings and functions of a client that its sign-ins by popup, redirect and code need. */
export interface SignInContext extends BackEndContext, Omit<WebSignInContext, 'authorizeUrl' | 'environment'> {
  readonly options: WebSignInOptions;
  readonly platform: Platform;
  readonly trace: Trace;
  readonly calls: () => Promise<PublicApi>;
  /** Lifetime of the client. When it ends, every pending sign-in is aborted. */
  readonly lifetime: Lifetime;
}

/** Sign-ins by popup and by redirect, with one exchange for each response. */
export class WebSignInFlows {
  readonly #options: WebSignInOptions;
  readonly #webSignIn: WebSignInContext;
  /** The app's back end, if it keeps the credential. It then signs in instead of the browser. */
  readonly #backEnd: BackEnd | undefined;
  readonly #lifetime: Lifetime;
  readonly #trace: Trace;
  readonly #completions = new SharedCalls<CompletedWebSignIn>();

  constructor({ options, lifetime, auth, sessionSource, platform, trace, ...context }: SignInContext) {
    const { authorizeUrl } = options;
    this.#options = options;
    this.#webSignIn = { ...context, authorizeUrl, environment: { ...environmentOf(platform), ...options.environment } };
    this.#lifetime = lifetime;
    this.#trace = trace;
    this.#backEnd = backEndOf({ auth, sessionSource });
  }

  /** Signs in through a popup that was opened during the click. */
  byPopup({ window, redirectUri, signal }: FinishPopupOptions): Promise<SignInResult> {
    return this.#untilEnded('popup', signal, (attempt) =>
      this.#backEnd
        ? signInAtBackEndByPopup(this.#backEnd, { environment: this.#webSignIn.environment, window, signal: attempt })
        : finishPopupSignIn(this.#webSignIn, { window, redirectUri, signal: attempt }),
    );
  }

  /** Redirects to the sign-in page. */
  byRedirect({ signal, redirectUri: given, returnTo }: SignInWithWebAuthOptions): Promise<void> {
    const { environment } = this.#webSignIn;
    const backEnd = this.#backEnd;
    if (backEnd)
      return this.#untilEnded('redirect', signal, async () => redirectToBackEnd(backEnd, environment, returnTo));
    const redirectUri = redirectUriOf(given, this.#options, environment);
    return this.#untilEnded('redirect', signal, (attempt) =>
      beginRedirect(this.#webSignIn, { redirectUri, returnTo }, attempt),
    );
  }

  /** Completes a redirect. Returns `null` when the URL contains no response of the sign-in page. */
  async complete(url: string, { signal }: CallOptions): Promise<CompletedWebSignIn | null> {
    const page = this.#webSignIn.environment.pageUrl();
    if (this.#backEnd) assertBackEndSignedIn(url, page);
    const response = this.#backEnd ? undefined : readCallback(url, page);
    if (!response) return null;
    return this.#completions.run(response.state, signal, (shared) =>
      this.#untilEnded('callback', shared, (attempt) => completeRedirect(this.#webSignIn, response, attempt)),
    );
  }

  /**
   * Runs an attempt with a signal that aborts when the caller's signal aborts, when the client is disposed, and when
   * the attempt settles.
   */
  async #untilEnded<T>(
    way: 'popup' | 'redirect' | 'callback',
    signal: AbortSignal | undefined,
    run: (signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    if (signal?.aborted || this.#lifetime.isOver) throw abortError();
    const trace = this.#trace;
    trace.emit?.({ type: 'signIn', way });
    const attempt = new AbortController();
    const abort = () => attempt.abort(abortError('The sign-in was aborted.'));
    const undoEnd = this.#lifetime.onEnd(abort);
    signal?.addEventListener('abort', abort);
    try {
      const result = await run(attempt.signal);
      trace.emit?.({ type: 'signIn', way, outcome: 'ok' });
      return result;
    } catch (error) {
      trace.emit?.({ type: 'signIn', way, outcome: outcomeOf(error) });
      throw error;
    } finally {
      undoEnd();
      signal?.removeEventListener('abort', abort);
      abort();
    }
  }
}

/** A popup in which a user signs in at the app's back end. */
interface BackEndPopup<Window = SignInPopup> {
  readonly environment: WebSignInEnvironment;
  readonly window: Window;
  readonly signal: AbortSignal;
}

/**
 * Signs in at the app's back end through a popup that is already open. Without a window, the browser blocked it.
 *
 * @throws {DiscovrError} `POPUP_BLOCKED` when there is no popup, `USER_CANCELLED` when the user declines or closes the
 * popup, `NETWORK_ERROR` or `AUTH_FAILED` when the sign-in fails.
 */
async function signInAtBackEndByPopup(
  backEnd: BackEnd,
  { environment, window, signal }: BackEndPopup<SignInPopup | null>,
): Promise<SignInResult> {
  const url = redirectUrl(backEnd, environment);
  if (!window) throw popupBlocked();
  url.searchParams.set('mode', 'popup');
  // Begins to listen before the page loads, so that no report can be missed.
  const ended = untilSignedIn(backEnd, { environment, window, signal });
  if (viewOfPopup(window) !== 'gone' && !signal.aborted) window.location.replace(url.href);
  await ended;
  return { kept: true };
}

/** Leaves the page for the back end's sign-in. By default, the user returns to this page. */
function redirectToBackEnd(backEnd: BackEnd, environment: WebSignInEnvironment, returnTo?: string): void {
  const page = environment.pageUrl();
  const url = redirectUrl(backEnd, environment);
  url.searchParams.set('returnTo', returnPath(returnTo, page) ?? returnPath(page, page) ?? '/');
  environment.goTo(url.href);
}

/**
 * Reads the URL to which the back end redirected after a sign-in.
 *
 * @throws {DiscovrError} when the URL says that the sign-in failed.
 */
function assertBackEndSignedIn(url: string, base: string): void {
  const code = parseUrl(url, base || 'https://localhost')?.searchParams.get(ERROR_PARAMETER);
  if (code) throw backEndSignInError(code);
}

function redirectUrl(backEnd: BackEnd, { pageUrl }: WebSignInEnvironment): URL {
  const { redirectPath } = backEnd.signIns();
  if (!pageUrl()) throw new DiscovrError('AUTH_FAILED', 'The web sign-in runs only in a browser.');
  return new URL(redirectPath, pageUrl());
}

/**
 * Resolves when the back end has signed a user in. Any site can cause a report, so the client then asks the back end,
 * and a report alone does not end the sign-in while the popup is open. A policy can make an open popup look closed, so
 * it counts as closed only when this page has the focus.
 */
function untilSignedIn({ refresh }: BackEnd, { environment, window, signal }: BackEndPopup): Promise<void> {
  const { hasFocus, onReport } = environment;
  const before = refresh(false).catch(() => undefined);
  return waitForPopup<void>(signal, ({ resolve, fail }) => {
    let failure: DiscovrError | undefined = closedByUser();
    let stopGrace: (() => void) | undefined;
    const ask = async ({ isClosed }: { isClosed: boolean }) => {
      try {
        // Without a report, a user whose sign-out did not reach the back end is not taken for one who signed in.
        const user = await refresh(!failure);
        if (user && (user !== (await before) || (isClosed && !failure))) resolve();
        else if (isClosed) fail(failure ?? closedByUser());
      } catch (error) {
        fail(error);
      }
    };
    const undoListening = onReport((report) => {
      if (report?.type !== SIGN_IN_REPORT) return;
      // The same user may sign in again, which changes nothing that the client can see.
      failure = report.error ? backEndSignInError(report.error) : undefined;
      if (!failure) void ask({ isClosed: false });
    });
    const stopLooking = startInterval(() => {
      if (viewOfPopup(window) !== 'gone' || !hasFocus()) return;
      stopGrace ??= startTimer(() => void ask({ isClosed: true }), POPUP_GRACE_MS);
    }, POPUP_POLL_INTERVAL_MS);
    return () => {
      stopLooking();
      stopGrace?.();
      undoListening();
    };
  });
}

const MESSAGES: Record<BackEndSignInFailure, string> = {
  USER_CANCELLED: 'The user declined on the sign-in page.',
  NETWORK_ERROR: 'The back end of the app could not reach Discovr. Begin the sign-in again.',
  AUTH_FAILED: 'The sign-in at the back end of the app failed. Begin the sign-in again.',
};

/** Returns the error of a failed sign-in. The code comes from a URL that any site may have written. */
function backEndSignInError(code: unknown): DiscovrError {
  const known =
    typeof code === 'string' && Object.hasOwn(MESSAGES, code) ? (code as BackEndSignInFailure) : 'AUTH_FAILED';
  return new DiscovrError(known, MESSAGES[known]);
}
