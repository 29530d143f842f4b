import { isAbortError, isDiscovrError, type DiscovrError } from '../../api/errors/discovrError.js';
import { withoutCallback } from '../../api/webSignInEndpoints.js';
import type { DiscovrClientLike } from '../../client/discovrClientLike.js';
import { toDiscovrError } from '../../client/toDiscovrError.js';
import { createObservers } from '../../session/observers.js';
import type { SignInResult } from '../../session/signInResult.js';
import type { CompletedWebSignIn } from '../../session/web/webSignInOptions.js';

/**
 * How far signing in has come.
 *
 * - `idle`: nobody is signed in, and nothing is under way
 * - `waiting`: a window is open
 * - `redirecting`: the page is about to be left
 * - `completing`: the person came back to the page, and the sign-in is being ended
 * - `cancelled`: the person closed the window or declined; nothing to tell them
 * - `blocked`: no window opened, or it is cut off; offer the redirect
 * - `failed`: it did not work
 * - `signedIn`: somebody is signed in
 */
export type SignInProgress =
  | {
      readonly status: 'idle' | 'waiting' | 'redirecting' | 'completing' | 'cancelled' | 'signedIn';
      readonly error?: undefined;
    }
  | { readonly status: 'blocked' | 'failed'; readonly error: DiscovrError };

/** A client that can sign in by window and by redirect. */
export type WebSignInClient = DiscovrClientLike &
  Required<Pick<DiscovrClientLike, 'signInWithPopup' | 'signInWithWebAuth'>>;

/** The state before anything was begun. One object, so that it compares equal. */
export const IDLE: SignInProgress = { status: 'idle' };

/** One person's way through signing in, one attempt at a time: a later one takes the place of an earlier one. */
export class SignInFlow {
  readonly #client: WebSignInClient;
  readonly #observers = createObservers<void>();
  #progress = IDLE;
  #attempt: AbortController | undefined;

  constructor(client: WebSignInClient) {
    this.#client = client;
  }

  /** The present state; the same object until it changes. */
  get progress(): SignInProgress {
    return this.#progress;
  }

  /** Hears of each change. Returns the undo. */
  onChanged(listener: () => void): () => void {
    return this.#observers.add(listener);
  }

  /** Opens a window, or brings the one that is open to the front. Gives a result where it signed somebody in. */
  async byPopup(redirectUri: string | undefined): Promise<SignInResult | undefined> {
    if (this.#progress.status === 'waiting' && this.#attempt) {
      // The first call tells how it ends.
      this.#client.signInWithPopup({ redirectUri, signal: this.#attempt.signal }).catch(() => undefined);
      return undefined;
    }
    return this.#run('waiting', (signal) => this.#client.signInWithPopup({ redirectUri, signal }));
  }

  /** Leaves the page. */
  async byRedirect(redirectUri: string | undefined, returnTo: string | undefined): Promise<void> {
    const leave = (signal: AbortSignal) => this.#client.signInWithWebAuth({ redirectUri, returnTo, signal });
    // Shown until the page is gone.
    await this.#run('redirecting', leave, { status: 'redirecting' });
  }

  /** Ends a redirect by the answer in the page's address, and takes the answer out of it, whatever came of it. */
  async complete(address: string): Promise<CompletedWebSignIn | undefined> {
    const completed = await this.#run('completing', async () => {
      try {
        // Without a signal: what is good once has to be brought to its end, whoever is still there to see it.
        return await this.#client.completeWebSignIn?.(address);
      } finally {
        if (window.location.href === address)
          window.history.replaceState(window.history.state, '', withoutCallback(address));
      }
    });
    return completed ?? undefined;
  }

  /** Gives up what is under way, and forgets how the last attempt ended. */
  reset(): void {
    this.#attempt?.abort();
    this.#attempt = undefined;
    this.#show(IDLE);
  }

  /** Gives the result where the attempt ended well and no other took its place. */
  async #run<T>(
    status: 'waiting' | 'redirecting' | 'completing',
    start: (signal: AbortSignal) => Promise<T>,
    afterwards = IDLE,
  ): Promise<T | undefined> {
    this.#attempt?.abort();
    const attempt = new AbortController();
    this.#attempt = attempt;
    try {
      // Started before anything else, since a window has to open inside the click.
      const ended = start(attempt.signal);
      this.#show({ status });
      const result = await ended;
      if (this.#attempt !== attempt) return undefined;
      this.#show(afterwards);
      return result;
    } catch (error) {
      if (this.#attempt === attempt) this.#show(progressAfter(error));
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
  // It is either one of ours, or tells that somebody no longer wanted it.
  if (isAbortError(error) || !isDiscovrError(error)) return IDLE;
  if (error.code === 'USER_CANCELLED') return { status: 'cancelled' };
  return { status: error.code === 'POPUP_BLOCKED' ? 'blocked' : 'failed', error };
}
