import { abortReason } from '../../api/http/abort.js';
import { DiscovrError } from '../../api/errors/discovrError.js';
import { startInterval } from '../../api/time/startInterval.js';
import { startTimer } from '../../api/time/startTimer.js';
import { readAuthorizationMessage, type AuthorizationAnswer } from '../../api/webSignInEndpoints.js';
import { viewOfPopup, type PopupView } from './popupView.js';
import { WEB_SIGN_IN_LIFETIME_MS, POPUP_FAREWELL_MS, POPUP_POLL_INTERVAL_MS } from '../timing.js';
import type { SignInPopup } from './openPopup.js';
import type { ReceivedMessage, WebSignInEnvironment } from './webSignInEnvironment.js';

/**
 * How far a sign-in window has come.
 *
 * - `opening`: the page has not loaded yet
 * - `arriving`: it was seen once; a browser that is about to cut a window off shows it like that for a moment
 * - `inTouch`: it was seen twice, and it can speak to this one
 * - `cutOff`: gone before it was in touch
 * - `left`: gone after it was in touch
 */
type Phase = 'opening' | 'arriving' | 'inTouch' | 'cutOff' | 'left';

const NEXT_PHASE: Readonly<Record<Phase, Partial<Record<PopupView, Phase>>>> = {
  opening: { loaded: 'arriving', gone: 'cutOff' },
  arriving: { loaded: 'inTouch', gone: 'cutOff' },
  inTouch: { gone: 'left' },
  cutOff: {},
  left: {},
};

/** What {@link waitForAnswer} needs. */
export interface PopupSignInOptions {
  readonly window: SignInPopup;
  /** The only origin whose messages are heard. */
  readonly origin: string;
  /** The only sign-in whose answer is heard. */
  readonly state: string;
  readonly environment: Pick<WebSignInEnvironment, 'onMessage' | 'hasFocus'>;
  /** Gives up. */
  readonly signal: AbortSignal;
}

/**
 * Waits for what a sign-in window answers.
 *
 * A window that reads as closed may have been closed by the person, or be open and cut off by a
 * `Cross-Origin-Opener-Policy`: the browser shows both alike. The rule: a policy cuts when a page loads, so a window
 * that was never in touch counts as cut off; and whoever closes a window is back at the page, so without the focus it
 * counts as cut off, too. Only the rest was closed by the person. Where in doubt the redirect is offered, and nobody is
 * said to have cancelled.
 *
 * @throws {DiscovrError} `USER_CANCELLED` where the person closed the window; `POPUP_BLOCKED` where it is cut off;
 * `AUTH_FAILED` where nothing comes for ten minutes. An `AbortError` where the signal aborts.
 */
export function waitForAnswer(options: PopupSignInOptions): Promise<AuthorizationAnswer> {
  const { window, origin, state, environment, signal } = options;
  return new Promise((resolve, reject) => {
    let phase: Phase = 'opening';
    let stopFarewell: (() => void) | undefined;

    const end = (settle: () => void) => {
      stopLooking();
      stopLimit();
      stopFarewell?.();
      undoListening();
      signal.removeEventListener('abort', giveUp);
      settle();
    };
    const fail = (error: Error) => end(() => reject(error));
    const giveUp = () => fail(abortReason(signal));

    const hear = (message: ReceivedMessage) => {
      const answer = isFrom(message, window, origin) ? readAuthorizationMessage(message.data) : undefined;
      if (answer?.state === state) end(() => resolve(answer));
    };
    const look = () => {
      const next = NEXT_PHASE[phase][viewOfPopup(window)];
      if (!next) return;
      phase = next;
      if (next === 'arriving' || next === 'inTouch') return;
      stopFarewell = startTimer(() => {
        fail(next === 'left' && environment.hasFocus() ? closedByPerson() : cutOff());
      }, POPUP_FAREWELL_MS);
    };

    const stopLooking = startInterval(look, POPUP_POLL_INTERVAL_MS);
    const stopLimit = startTimer(() => fail(tooLate()), WEB_SIGN_IN_LIFETIME_MS);
    const undoListening = environment.onMessage(hear);
    signal.addEventListener('abort', giveUp);
    if (signal.aborted) giveUp();
  });
}

function isFrom({ origin, source }: ReceivedMessage, window: SignInPopup, expected: string): boolean {
  // A window that closed right after posting has no source any more.
  return origin === expected && (source === null || source === window);
}

function closedByPerson(): DiscovrError {
  return new DiscovrError('USER_CANCELLED', 'The sign-in window was closed.');
}

function cutOff(): DiscovrError {
  return new DiscovrError(
    'POPUP_BLOCKED',
    'The sign-in window cannot be reached: it was blocked, closed before its page came, or cut off by a ' +
      'Cross-Origin-Opener-Policy of this page or of its own. Offer signInWithWebAuth(); for windows, serve this page ' +
      'with "same-origin-allow-popups".',
  );
}

function tooLate(): DiscovrError {
  return new DiscovrError('AUTH_FAILED', 'Nobody finished the sign-in in its window within ten minutes.');
}
