import { DiscovrError } from '../../api/errors/discovrError.js';
import { startInterval } from '../../api/time/startInterval.js';
import { startTimer } from '../../api/time/startTimer.js';
import { readAuthorizationMessage, type AuthorizationResponse } from '../../api/webSignInEndpoints.js';
import { viewOfPopup, type PopupView } from './popupView.js';
import { POPUP_GRACE_MS, POPUP_POLL_INTERVAL_MS } from '../timing.js';
import type { SignInPopup } from './openPopup.js';
import { waitForPopup } from './waitForPopup.js';
import type { ReceivedMessage, WebSignInEnvironment } from './webSignInEnvironment.js';

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

/** Options of {@link waitForResponse}. */
export interface PopupSignInOptions {
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
      const response = isFrom(message, window, origin) ? readAuthorizationMessage(message.data) : undefined;
      if (response?.state === state) resolve(response);
    };
    const look = () => {
      const next = NEXT_PHASE[phase][viewOfPopup(window)];
      if (!next) return;
      phase = next;
      if (next === 'arriving' || next === 'inTouch') return;
      stopGrace = startTimer(() => {
        fail(next === 'left' && environment.hasFocus() ? closedByUser() : cutOff());
      }, POPUP_GRACE_MS);
    };

    const stopLooking = startInterval(look, POPUP_POLL_INTERVAL_MS);
    const undoListening = environment.onMessage(receive);
    return () => {
      stopLooking();
      stopGrace?.();
      undoListening();
    };
  });
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
