'use client';

import { useCallback, useEffect } from 'react';
import { isCallback, withoutCallback, type CompletedWebSignIn } from '../../session/web/environment.js';
import {
  useSignInFlow,
  type PopupSignInActions,
  type PopupSignInOptions,
  type SignInFlow,
  type SignInProgress,
} from './signInFlow.js';

/** Options of {@link useSignIn}. */
export interface UseSignInOptions extends PopupSignInOptions<CompletedWebSignIn> {
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
export type UseSignInResult = SignInProgress &
  PopupSignInActions & {
    /** Leaves the page for the sign-in page. `onSignedIn` later receives `returnTo`, a path of the app. */
    readonly signInWithRedirect: (options?: { returnTo?: string | undefined }) => void;
  };

/**
 * Signs in by popup or redirect, and completes a redirect that returns to this page. Closes the popup on unmount,
 * because no component would be notified of its result.
 *
 * @example
 * const signIn = useSignIn();
 * if (signIn.status === 'waiting') return <button onClick={signIn.cancel}>Cancel</button>;
 * return <button onClick={signIn.signInWithPopup}>Sign in</button>;
 */
export function useSignIn(options: UseSignInOptions = {}): UseSignInResult {
  const { completesRedirect = true } = options;
  const { flow, latest, signIn } = useSignInFlow(options);

  useEffect(() => {
    const url = window.location.href;
    if (completesRedirect && isCallback(url)) {
      void complete(flow, url).then((completed) => completed && latest.current.onSignedIn?.(completed));
    }
    // The browser can restore the page from its back/forward cache, still in the state `redirecting`.
    const forget = (event: PageTransitionEvent) => event.persisted && flow.reset();
    window.addEventListener('pageshow', forget);
    return () => window.removeEventListener('pageshow', forget);
  }, [flow, latest, completesRedirect]);

  const signInWithRedirect = useCallback(
    ({ returnTo }: { returnTo?: string | undefined } = {}) => {
      void flow.byRedirect(latest.current.redirectUri, returnTo);
    },
    [flow, latest],
  );
  return { ...signIn, signInWithRedirect };
}

/** Completes a redirect from its callback URL. Then removes the callback parameters from the URL, even on failure. */
async function complete(flow: SignInFlow, url: string): Promise<CompletedWebSignIn | undefined> {
  const completed = await flow.run('completing', async () => {
    let result: CompletedWebSignIn | null | undefined;
    try {
      // No signal: the code is valid only once, so its exchange must finish even when the hook is unmounted.
      return (result = await flow.client.completeWebSignIn(url));
    } finally {
      // The response of another service stays in the URL.
      const isOurs = result !== null && window.location.href === url;
      if (isOurs) window.history.replaceState(window.history.state, '', withoutCallback(url));
    }
  });
  return completed ?? undefined;
}
