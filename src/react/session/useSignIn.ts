'use client';

import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { isCallback } from '../../session/web/redirect.js';
import type { DiscovrClientLike } from '../../client/clientLike.js';
import type { CompletedWebSignIn } from '../../session/web/environment.js';
import { useDiscovrContext } from '../provider/context.js';
import { IDLE, SignInFlow, type SignInProgress, type WebSignInClient } from './signInFlow.js';
import { useSessionFrom } from './useSession.js';

/** Options of {@link useSignIn}. */
export interface UseSignInOptions {
  /**
   * URL that the sign-in page redirects to: HTTPS, or HTTP on localhost.
   * @default the `redirectUri` of the client
   */
  redirectUri?: string | undefined;
  /**
   * Whether to complete a redirect that returns to this page, and to remove its callback parameters from the URL. Pass
   * `false` if the app calls `client.completeWebSignIn()`, or if sign-ins of other services also return to this page.
   * @default true
   */
  completesRedirect?: boolean | undefined;
  /**
   * Called when a sign-in by this hook succeeds. `kept` is `false` if the sign-in could not be stored; `returnTo` is
   * the path that was passed to `signInWithRedirect`.
   */
  onSignedIn?: ((result: CompletedWebSignIn) => void) | undefined;
}

/** Result of {@link useSignIn}: the progress, and functions that are stable across renders. */
export type UseSignInResult = SignInProgress & {
  /** Opens the sign-in popup, or focuses it if it is open. Call this before anything else in a click handler. */
  readonly signInWithPopup: () => void;
  /** Leaves the page for the sign-in page. `onSignedIn` later receives `returnTo`, a path of the app. */
  readonly signInWithRedirect: (options?: { returnTo?: string | undefined }) => void;
  /** Cancels the sign-in, and closes the popup. */
  readonly cancel: () => void;
  /** Forgets how the last attempt ended. */
  readonly reset: () => void;
};

const SIGNED_IN: SignInProgress = { status: 'signedIn' };
const idle = () => IDLE;

/**
 * Signs in by popup or redirect, and completes a redirect that returns to this page. Closes the popup on unmount,
 * because no component would be notified of its result.
 *
 * @throws {TypeError} when the provider's client cannot sign in by popup and redirect.
 * @example
 * const signIn = useSignIn();
 * if (signIn.status === 'waiting') return <button onClick={signIn.cancel}>Cancel</button>;
 * return <button onClick={signIn.signInWithPopup}>Sign in</button>;
 */
export function useSignIn(options: UseSignInOptions = {}): UseSignInResult {
  const { completesRedirect = true } = options;
  const { client, snapshots } = useDiscovrContext('useSignIn()');
  const { status } = useSessionFrom(snapshots);
  const [flow] = useState(() => new SignInFlow(requireWebSignIn(client)));
  const subscribe = useCallback((onChange: () => void) => flow.onChanged(onChange), [flow]);
  const progress = useSyncExternalStore(subscribe, () => flow.progress, idle);
  const latest = useRef(options);
  useEffect(() => {
    latest.current = options;
  });

  useEffect(() => {
    const url = window.location.href;
    if (completesRedirect && isCallback(url)) {
      void flow.complete(url).then((completed) => completed && latest.current.onSignedIn?.(completed));
    }
    // The browser can restore the page from its back/forward cache, still in the state `redirecting`.
    const forget = (event: PageTransitionEvent) => event.persisted && flow.reset();
    window.addEventListener('pageshow', forget);
    return () => {
      window.removeEventListener('pageshow', forget);
      flow.reset();
    };
  }, [flow, completesRedirect]);

  const actions = useMemo(
    () => ({
      signInWithPopup() {
        const { redirectUri } = latest.current;
        void flow.byPopup(redirectUri).then((result) => result && latest.current.onSignedIn?.(result));
      },
      signInWithRedirect({ returnTo }: { returnTo?: string | undefined } = {}) {
        void flow.byRedirect(latest.current.redirectUri, returnTo);
      },
      cancel: () => flow.reset(),
      reset: () => flow.reset(),
    }),
    [flow],
  );
  const isSignedIn = status === 'signedIn' || status === 'active';
  return { ...(progress.status === 'idle' && isSignedIn ? SIGNED_IN : progress), ...actions };
}

function requireWebSignIn(client: DiscovrClientLike): WebSignInClient {
  if (canSignInOnTheWeb(client)) return client;
  throw new TypeError(
    'discovr-react: useSignIn() needs a client that can sign in by popup and redirect, and this client cannot. ' +
      'Pass the provider a DiscovrClient.',
  );
}

function canSignInOnTheWeb(client: DiscovrClientLike): client is WebSignInClient {
  return client.signInWithPopup !== undefined && client.signInWithWebAuth !== undefined;
}
