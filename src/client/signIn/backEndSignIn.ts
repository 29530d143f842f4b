import { DiscovrError } from '../../api/errors/discovrError.js';
import { parseUrl } from '../../api/schemas/parseUrl.js';
import { startInterval } from '../../api/time/startInterval.js';
import { startTimer } from '../../api/time/startTimer.js';
import type { SignInResult } from '../../session/signInResult.js';
import { POPUP_GRACE_MS, POPUP_POLL_INTERVAL_MS } from '../../session/timing.js';
import { ERROR_PARAMETER, SIGN_IN_REPORT } from '../../session/web/backEndReport.js';
import { closedByUser } from '../../session/web/popupSignIn.js';
import { popupBlocked } from '../../session/web/finishPopupSignIn.js';
import type { SignInPopup } from '../../session/web/openPopup.js';
import { viewOfPopup } from '../../session/web/popupView.js';
import { returnPath } from '../../session/web/returnPath.js';
import { waitForPopup } from '../../session/web/waitForPopup.js';
import type { WebSignInEnvironment } from '../../session/web/webSignInEnvironment.js';
import type { BackEnd } from './backEnd.js';
import { backEndSignInError } from './backEndSignInError.js';

/**
 * Signs in at the app's back end through a popup that is already open.
 *
 * @param popup `null` when the browser blocked it.
 * @throws {DiscovrError} `POPUP_BLOCKED` when there is no popup, `USER_CANCELLED` when the user declines or closes the
 * popup, `NETWORK_ERROR` or `AUTH_FAILED` when the sign-in fails.
 */
export async function signInAtBackEndByPopup(
  backEnd: BackEnd,
  environment: WebSignInEnvironment,
  popup: SignInPopup | null,
  signal: AbortSignal,
): Promise<SignInResult> {
  const url = redirectUrl(backEnd, environment);
  if (!popup) throw popupBlocked();
  url.searchParams.set('mode', 'popup');
  // Begins to listen before the page loads, so that no report can be missed.
  const ended = untilSignedIn(backEnd, environment, popup, signal);
  if (viewOfPopup(popup) !== 'gone' && !signal.aborted) popup.location.replace(url.href);
  await ended;
  return { kept: true };
}

/** Leaves the page for the back end's sign-in. By default, the user returns to this page. */
export function redirectToBackEnd(backEnd: BackEnd, environment: WebSignInEnvironment, returnTo?: string): void {
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
export function assertBackEndSignedIn(url: string, base: string): void {
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
function untilSignedIn(
  { refresh }: BackEnd,
  { hasFocus, onReport }: WebSignInEnvironment,
  popup: SignInPopup,
  signal: AbortSignal,
): Promise<void> {
  const before = refresh().catch(() => undefined);
  return waitForPopup<void>(signal, ({ resolve, fail }) => {
    let failure: DiscovrError | undefined = closedByUser();
    let stopGrace: (() => void) | undefined;
    const ask = async ({ isClosed }: { isClosed: boolean }) => {
      try {
        const user = await refresh();
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
      if (viewOfPopup(popup) !== 'gone' || !hasFocus()) return;
      stopGrace ??= startTimer(() => void ask({ isClosed: true }), POPUP_GRACE_MS);
    }, POPUP_POLL_INTERVAL_MS);
    return () => {
      stopLooking();
      stopGrace?.();
      undoListening();
    };
  });
}
