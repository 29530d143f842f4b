'use client';

import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { readCallback } from '../../api/webSignInEndpoints.js';
import type { DiscovrClientLike } from '../../client/discovrClientLike.js';
import type { CompletedWebSignIn } from '../../session/web/webSignInOptions.js';
import { useDiscovrContext } from '../provider/context.js';
import { IDLE, SignInFlow, type SignInProgress, type WebSignInClient } from './signInFlow.js';
import { useClientSession } from './useSession.js';

/** Options of {@link useSignIn}. */
export interface UseSignInOptions {
  /**
   * Address to which the sign-in page answers: HTTPS, or HTTP on this computer.
   * @default the client's
   */
  redirectUri?: string | undefined;
  /**
   * Whether a redirect that comes back to the page this hook is on is completed, and its answer taken out of the
   * address. Turn it off where the app calls `client.completeWebSignIn()` itself, or where other sign-ins come back here.
   * @default true
   */
  completesRedirect?: boolean | undefined;
  /**
   * Hears that somebody signed in here, and whether the sign-in is kept; after a redirect with the `returnTo` it was
   * begun with.
   */
  onSignedIn?: ((result: CompletedWebSignIn) => void) | undefined;
}

/** What {@link useSignIn} gives: how far it has come, and what can be done. The functions never change. */
export type UseSignInResult = SignInProgress & {
  /** Opens the sign-in window, or brings it to the front where it is open. Call it first thing in a click. */
  readonly signInWithPopup: () => void;
  /** Leaves the page for the sign-in page. `returnTo`, a path of the app, comes back to `onSignedIn`. */
  readonly signInWithRedirect: (options?: { returnTo?: string | undefined }) => void;
  /** Gives up, and closes the window. */
  readonly cancel: () => void;
  /** Forgets how the last attempt ended. */
  readonly reset: () => void;
};

const SIGNED_IN: SignInProgress = { status: 'signedIn' };
const idle = () => IDLE;

/**
 * Signs in in a window or by redirect, and completes a redirect that comes back to this page. On unmount the window
 * closes, since nobody would hear of it any more.
 *
 * @throws where the provider's client cannot sign in this way.
 * @example
 * const signIn = useSignIn();
 * if (signIn.status === 'waiting') return <button onClick={signIn.cancel}>Cancel</button>;
 * return <button onClick={signIn.signInWithPopup}>Sign in</button>;
 */
export function useSignIn(options: UseSignInOptions = {}): UseSignInResult {
  const { completesRedirect = true } = options;
  const { client } = useDiscovrContext('useSignIn()');
  const { status } = useClientSession(client);
  const [flow] = useState(() => new SignInFlow(requireWebSignIn(client)));
  const subscribe = useCallback((onChange: () => void) => flow.onChanged(onChange), [flow]);
  const progress = useSyncExternalStore(subscribe, () => flow.progress, idle);
  const latest = useRef(options);
  useEffect(() => {
    latest.current = options;
  });

  useEffect(() => {
    const address = window.location.href;
    if (completesRedirect && readCallback(address)) {
      void flow.complete(address).then((completed) => completed && latest.current.onSignedIn?.(completed));
    }
    // A page that was left may be come back to as it was left, and then waits for nothing.
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
    'discovr-react: this client cannot sign in by window or redirect. Give the provider a DiscovrClient.',
  );
}

function canSignInOnTheWeb(client: DiscovrClientLike): client is WebSignInClient {
  return client.signInWithPopup !== undefined && client.signInWithWebAuth !== undefined;
}
