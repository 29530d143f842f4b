import { AUTHORIZATION_MESSAGE, authorizationUrl, type AuthorizationResponse } from '../../api/webSignIn.js';
import { abortReason } from '../../shared/abort.js';
import { DiscovrError } from '../../shared/errors.js';
import { startInterval, startTimer } from '../../shared/time.js';
import { POPUP_GRACE_MS, POPUP_POLL_INTERVAL_MS, WEB_SIGN_IN_LIFETIME_MS } from '../clock.js';
import type { SignInResult } from '../credential.js';
import { literal, object, readOrUndefined, text, type Reader } from '../readers.js';
import type { ReceivedMessage, SignInPopup } from '../../platform/platform.js';
import type { WebSignInEnvironment } from './environment.js';
import { assertCanBegin, createSignInProof, redeemResponse, signInPageUrl, type WebSignInContext } from './proof.js';

/** Popup of a sign-in, opened during a click. */
export interface FinishPopupOptions {
  /** The popup; `null` when the browser blocked it, or it was not opened because `redirectUri` is invalid. */
  readonly window: SignInPopup | null;
  readonly redirectUri: string;
  readonly signal: AbortSignal;
}

/**
 * Signs in through a popup that is already open: browsers allow popups only during a click, and these steps are
 * asynchronous.
 *
 * @throws {DiscovrError} `POPUP_BLOCKED` when there is no popup; the errors of {@link assertCanBegin},
 * {@link waitForResponse} and {@link redeemResponse}.
 */
export async function finishPopupSignIn(
  context: WebSignInContext,
  { window, redirectUri, signal }: FinishPopupOptions,
): Promise<SignInResult> {
  const { clientId, environment } = context;
  assertCanBegin(environment, redirectUri, 'popup');
  if (!window) throw popupBlocked();
  const authorizeUrl = signInPageUrl(context);
  const { state, codeVerifier, codeChallenge } = await createSignInProof(environment.crypto());
  const { origin } = new URL(authorizeUrl);
  // Begins to listen before the sign-in page loads, so that no response can be missed.
  const response = waitForResponse({ window, origin, state, environment, signal });
  if (viewOfPopup(window) !== 'gone' && !signal.aborted) {
    const request = { clientId, redirectUri, state, codeChallenge, responseMode: 'web_message' } as const;
    window.location.replace(authorizationUrl(authorizeUrl, request));
  }
  return redeemResponse(context, { response: await response, codeVerifier, redirectUri, signal });
}

/** Returns the error for a popup that the browser blocked. */
export function popupBlocked(): DiscovrError {
  return new DiscovrError(
    'POPUP_BLOCKED',
    'The browser blocked the sign-in popup. Call signInWithPopup() as the first statement of a click handler, or ' +
      'offer signInWithWebAuth().',
  );
}

/**
 * Progress of a sign-in popup.
 *
 * - `opening`: the sign-in page has not loaded yet
 * - `arriving`: the loaded page was observed once; the browser may still be about to cut off the popup
 * - `inTouch`: the loaded page was observed twice, so it can post messages to this page
 * - `cutOff`: unreachable before it was `inTouch`
 * - `left`: unreachable after it was `inTouch`
 */
type Phase = 'opening' | 'arriving' | 'inTouch' | 'cutOff' | 'left';

const NEXT_PHASE: Readonly<Record<Phase, Partial<Record<PopupView, Phase>>>> = {
  opening: { loaded: 'arriving', gone: 'cutOff' },
  arriving: { loaded: 'inTouch', gone: 'cutOff' },
  inTouch: { gone: 'left' },
  cutOff: {},
  left: {},
};

interface PopupSignInOptions {
  readonly window: SignInPopup;
  /** Messages from other origins are ignored. */
  readonly origin: string;
  /** Responses to other sign-ins are ignored. */
  readonly state: string;
  readonly environment: Pick<WebSignInEnvironment, 'onMessage' | 'hasFocus'>;
  readonly signal: AbortSignal;
}

/**
 * Waits for the response of a sign-in popup.
 *
 * When a popup's `closed` is `true`, either the user closed the popup, or it is still open and a
 * `Cross-Origin-Opener-Policy` cut it off. These rules distinguish the two:
 *
 * - A policy cuts off the popup when a page loads, so a popup that was never `inTouch` counts as cut off.
 * - A user who closes the popup is back on this page. If this page has no focus, the user has not closed the popup, so
 *   it also counts as cut off.
 * - Otherwise the user closed it.
 *
 * When in doubt, it rejects with `POPUP_BLOCKED` instead of `USER_CANCELLED`, so that apps offer the redirect.
 *
 * @throws {DiscovrError} `USER_CANCELLED` when the user closes the popup, `POPUP_BLOCKED` when the popup is cut off,
 * `AUTH_FAILED` when no response arrives within ten minutes.
 * @throws an `AbortError` when the signal aborts.
 */
export function waitForResponse(options: PopupSignInOptions): Promise<AuthorizationResponse> {
  const { window, origin, state, environment, signal } = options;
  return waitForPopup(signal, ({ resolve, fail }) => {
    let phase: Phase = 'opening';
    let stopGrace: (() => void) | undefined;

    const receive = (message: ReceivedMessage) => {
      const response = isFrom(message, window, origin) ? readResponse(message.data) : undefined;
      if (response?.state === state) resolve(response);
    };
    const checkPopup = () => {
      const next = NEXT_PHASE[phase][viewOfPopup(window)];
      if (!next) return;
      phase = next;
      if (next === 'arriving' || next === 'inTouch') return;
      stopGrace = startTimer(() => {
        fail(next === 'left' && environment.hasFocus() ? closedByUser() : cutOff());
      }, POPUP_GRACE_MS);
    };

    const stopChecking = startInterval(checkPopup, POPUP_POLL_INTERVAL_MS);
    const undoListening = environment.onMessage(receive);
    return () => {
      stopChecking();
      stopGrace?.();
      undoListening();
    };
  });
}

/** Maximum length of a code, state or error, in characters. Real codes have a few dozen. */
const MAX_TEXT_LENGTH = 8_192;

const part = text(1, MAX_TEXT_LENGTH);
const type = literal(AUTHORIZATION_MESSAGE);
type Message<Name extends 'code' | 'error'> = { type: string; state: string } & Record<Name, string>;
const responses: readonly Reader<AuthorizationResponse>[] = [
  object<Message<'error'>>({ type, state: part, error: part }),
  object<Message<'code'>>({ type, state: part, code: part }),
];

/** Reads the message that a sign-in popup posts. Returns `undefined` for any other message. */
function readResponse(data: unknown): AuthorizationResponse | undefined {
  for (const read of responses) {
    const response = readOrUndefined(read, data);
    if (response) return response;
  }
  return undefined;
}

function isFrom({ origin, source }: ReceivedMessage, window: SignInPopup, expected: string): boolean {
  // The source is null if the popup closed right after posting.
  return origin === expected && (source === null || source === window);
}

/** Returns the error for a popup that the user has closed. */
export function closedByUser(): DiscovrError {
  return new DiscovrError('USER_CANCELLED', 'The user closed the sign-in popup.');
}

function cutOff(): DiscovrError {
  return new DiscovrError(
    'POPUP_BLOCKED',
    'The sign-in popup cannot be reached: it was blocked, it was closed before its page loaded, or the ' +
      'Cross-Origin-Opener-Policy of this page or of the sign-in page cut it off. Offer signInWithWebAuth(). To ' +
      'allow popups, serve this page with "Cross-Origin-Opener-Policy: same-origin-allow-popups".',
  );
}

/** Functions that end the wait for a popup. */
interface PopupWait<T> {
  resolve(result: T): void;
  fail(error: unknown): void;
}

/**
 * Waits for the end of a sign-in in a popup.
 *
 * @param watch begins to watch the popup, and returns a function that stops. Must not end the wait before it returns.
 * @throws {DiscovrError} `AUTH_FAILED` when nothing has ended the wait within ten minutes.
 * @throws an `AbortError` when the signal aborts.
 */
export function waitForPopup<T>(signal: AbortSignal, watch: (wait: PopupWait<T>) => () => void): Promise<T> {
  return new Promise((resolve, reject) => {
    const end = (settle: () => void) => {
      stopWatching();
      stopLimit();
      signal.removeEventListener('abort', abort);
      settle();
    };
    const fail = (error: unknown) => end(() => reject(error));
    const abort = () => fail(abortReason(signal));
    const stopLimit = startTimer(() => fail(tooLate()), WEB_SIGN_IN_LIFETIME_MS);
    const stopWatching = watch({ resolve: (result) => end(() => resolve(result)), fail });
    signal.addEventListener('abort', abort);
    if (signal.aborted) abort();
  });
}

function tooLate(): DiscovrError {
  return new DiscovrError(
    'AUTH_FAILED',
    'The sign-in popup was not completed within 10 minutes. Call signInWithPopup() again.',
  );
}

/** A popup as this page sees it: still blank, loaded (a page of any origin), or gone (closed or unreachable). */
type PopupView = 'blank' | 'loaded' | 'gone';

/** Returns how this page sees a popup. */
export function viewOfPopup(window: SignInPopup): PopupView {
  try {
    if (window.closed !== false) return 'gone';
  } catch {
    // A policy isolates the popup from this page.
    return 'gone';
  }
  try {
    return ['', 'about:blank'].includes(window.location.href) ? 'blank' : 'loaded';
  } catch {
    // Only a page of another origin hides its URL.
    return 'loaded';
  }
}
