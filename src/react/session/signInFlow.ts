'use client';

import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore, type RefObject } from 'react';
import type { DiscovrClientLike } from '../../client/clientLike.js';
import { toDiscovrError } from '../../client/foreignCall.js';
import type { SignInResult } from '../../session/credential.js';
import { STORE_TIMEOUT_MS } from '../../session/clock.js';
import { isSignedIn } from '../../session/sessionState.js';
import { isAbortError, isDiscovrError, type DiscovrError } from '../../shared/errors.js';
import { createObservers } from '../../shared/observers.js';
import { startTimer } from '../../shared/time.js';
import { failuresOf } from '../failures/failures.js';
import { useDiscovrContext } from '../provider/context.js';
import { useSessionFrom } from './useSession.js';

/** Options of a sign-in by popup. */
export interface PopupSignInOptions<Result> {
  /**
   * URL that the sign-in page redirects to: HTTPS, or HTTP on localhost.
   * @default the `redirectUri` of the client
   */
  redirectUri?: string | undefined;
  /** Called when a sign-in by this hook succeeds. `kept` is `false` if the sign-in could not be stored. */
  onSignedIn?: ((result: Result) => void) | undefined;
}

/** Functions of a sign-in by popup, which are stable across renders. */
export interface PopupSignInActions {
  /** Opens the sign-in popup, or focuses it if it is open. Call this before anything else in a click handler. */
  readonly signInWithPopup: () => void;
  /** Cancels the sign-in, and closes the popup. */
  readonly cancel: () => void;
  /** Forgets how the last attempt ended. */
  readonly reset: () => void;
}

interface UseSignInFlowResult<Options> {
  readonly flow: SignInFlow;
  /** The options of the latest render. */
  readonly latest: RefObject<Options>;
  readonly signIn: SignInProgress & PopupSignInActions;
}

const SIGNED_IN: SignInProgress = { status: 'signedIn' };
const idle = () => IDLE;

/** Signs in by popup. Cancels the attempt on unmount, unless it has just signed the user in. */
export function useSignInFlow<Options extends PopupSignInOptions<SignInResult>>(
  options: Options,
): UseSignInFlowResult<Options> {
  const { client, snapshots } = useDiscovrContext('useSignIn()');
  const session = useSessionFrom(snapshots);
  const [flow] = useState(() => new SignInFlow(client));
  const subscribe = useCallback((onChange: () => void) => flow.onChanged(onChange), [flow]);
  const progress = useSyncExternalStore(subscribe, () => flow.progress, idle);
  const latest = useRef(options);
  useEffect(() => {
    latest.current = options;
  });
  useEffect(() => () => flow.leave(), [flow]);

  const actions = useMemo(
    () => ({
      signInWithPopup() {
        const { redirectUri } = latest.current;
        void flow.byPopup(redirectUri).then((result) => result && latest.current.onSignedIn?.(result));
      },
      cancel: () => flow.reset(),
      reset: () => flow.reset(),
    }),
    [flow],
  );
  const shown = progress.status === 'idle' && isSignedIn(session) ? SIGNED_IN : progress;
  return { flow, latest, signIn: { ...shown, ...actions } };
}

/**
 * Progress of a web sign-in.
 *
 * - `idle`: no user is signed in, and no sign-in is in progress
 * - `waiting`: the popup is open
 * - `redirecting`: the browser is about to leave the page
 * - `completing`: the user has returned to the page, and the sign-in is being completed
 * - `cancelled`: the user closed the popup or declined; show no message
 * - `blocked`: the popup did not open, or the page lost contact with it; offer a redirect
 * - `failed`: the sign-in failed
 * - `signedIn`: a user is signed in
 */
export type SignInProgress =
  | {
      readonly status: 'idle' | 'waiting' | 'redirecting' | 'completing' | 'cancelled' | 'signedIn';
      readonly error?: undefined;
    }
  | { readonly status: 'blocked' | 'failed'; readonly error: DiscovrError };

/** The initial state. A single object, so that it can be compared by identity. */
const IDLE: SignInProgress = { status: 'idle' };

/** Runs the web sign-in, one attempt at a time: a new attempt replaces the previous one. */
export class SignInFlow {
  readonly client: DiscovrClientLike;
  readonly #observers = createObservers<void>();
  #progress = IDLE;
  #attempt: AbortController | undefined;
  /** Whether a user was signed in when the attempt began. */
  #wasSignedIn = false;

  constructor(client: DiscovrClientLike) {
    this.client = client;
  }

  /** The current state; the same object until it changes. */
  get progress(): SignInProgress {
    return this.#progress;
  }

  /** Calls the listener after each change. Returns a function that removes it. */
  onChanged(listener: () => void): () => void {
    return this.#observers.add(listener);
  }

  /** Opens the popup, or focuses the open one. Resolves with a result only when this call signed a user in. */
  async byPopup(redirectUri: string | undefined): Promise<SignInResult | undefined> {
    if (this.#progress.status === 'waiting' && this.#attempt) {
      // The first call reports the result.
      this.client.signInWithPopup({ redirectUri, signal: this.#attempt.signal }).catch(() => undefined);
      return undefined;
    }
    return this.run('waiting', (signal) => this.client.signInWithPopup({ redirectUri, signal }));
  }

  /** Leaves the page for the sign-in page. */
  async byRedirect(redirectUri: string | undefined, returnTo: string | undefined): Promise<void> {
    const leave = (signal: AbortSignal) => this.client.signInWithWebAuth({ redirectUri, returnTo, signal });
    // Keeps showing `redirecting` until the browser has left the page.
    await this.run('redirecting', leave, { status: 'redirecting' });
  }

  /** Cancels the attempt in progress, and forgets how the last one ended. */
  reset(): void {
    this.#attempt?.abort();
    this.#attempt = undefined;
    this.#show(IDLE);
  }

  /**
   * Cancels the attempt in progress, but later if it may have just signed the user in: a sign-in that is only shown to
   * signed-out users is removed before the credential is stored, and its result follows.
   */
  leave(): void {
    const attempt = this.#attempt;
    if (this.#wasSignedIn || !isSignedIn(this.client.getSession())) this.reset();
    // Another tab or the app may have signed the user in. Then the popup is still open.
    else if (attempt) startTimer(() => attempt.abort(), STORE_TIMEOUT_MS + 500);
  }

  /** Runs an attempt. Resolves with `undefined` if it failed or another attempt replaced it. */
  async run<T>(
    status: 'waiting' | 'redirecting' | 'completing',
    start: (signal: AbortSignal) => Promise<T>,
    afterwards = IDLE,
  ): Promise<T | undefined> {
    this.#attempt?.abort();
    const attempt = new AbortController();
    this.#attempt = attempt;
    this.#wasSignedIn = isSignedIn(this.client.getSession());
    try {
      // Starts before anything else, because browsers block popups that do not open directly on the click.
      const ended = start(attempt.signal);
      this.#show({ status });
      const result = await ended;
      if (this.#attempt !== attempt) return undefined;
      this.#show(afterwards);
      return result;
    } catch (error) {
      if (this.#attempt !== attempt) return undefined;
      const progress = progressAfter(error);
      this.#show(progress);
      if (progress.error) failuresOf(this.client).notify({ error: progress.error, operation: 'signIn' });
      return undefined;
    }
  }

  #show(progress: SignInProgress): void {
    if (progress === this.#progress) return;
    this.#progress = progress;
    this.#observers.notify();
  }
}

function progressAfter(thrown: unknown): SignInProgress {
  const error = toDiscovrError(thrown);
  // Anything but a DiscovrError is the AbortError of a canceled attempt.
  if (isAbortError(error) || !isDiscovrError(error)) return IDLE;
  if (error.code === 'USER_CANCELLED') return { status: 'cancelled' };
  return { status: error.code === 'POPUP_BLOCKED' ? 'blocked' : 'failed', error };
}
