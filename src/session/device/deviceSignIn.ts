import { DiscovrError, isAbortError, isDiscovrError } from '../../api/errors/discovrError.js';
import type { PublicApi } from '../../api/publicApi.js';
import type { DeviceCodeResponse } from '../../api/schemas/device.js';
import { startTimer } from '../../api/time/startTimer.js';
import type { DiscovrCredential } from '../store/credential.js';
import type { Lifetime } from '../lifetime.js';
import { createObservers } from '../observers.js';
import type { SignInResult } from '../signInResult.js';
import { DEVICE_CODE_LIFETIME_MS, DEVICE_POLL_INTERVAL_MS, DEVICE_POLL_SLOWER_MS } from '../timing.js';
import type { Visibility } from '../visibility.js';

/**
 * How far signing in by a code has come.
 *
 * - `waiting`: the code is shown and has not been approved yet
 * - `approved`: this device is signed in; `kept` tells whether the store keeps the sign-in
 * - `expired`, `denied`: the code is used up; ask for another
 * - `failed`: Discovr answered with something that cannot be lived with
 * - `cancelled`: given up here
 */
export type DeviceSignInState =
  | { readonly status: 'waiting' | 'expired' | 'denied' | 'cancelled' }
  | ({ readonly status: 'approved' } & SignInResult)
  | { readonly status: 'failed'; readonly error: DiscovrError };

/** What {@link DeviceSignIn} needs from outside. */
export interface DeviceSignInOptions {
  readonly code: DeviceCodeResponse;
  readonly poll: PublicApi['pollDeviceCode'];
  /** Takes on the credential of an approved code. */
  readonly adopt: (credential: DiscovrCredential) => Promise<SignInResult>;
  readonly visibility: Visibility;
  /** This device's clock, in milliseconds. */
  readonly now: () => number;
  /** The client's. Its end gives the code up, and so does the signal; both may last longer than the code. */
  readonly lifetime: Lifetime;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Waits until a code is approved on another device. It asks every five seconds, slower when the server says so, not
 * while the page is hidden, and at once when it is shown again; a gap in the network does not lose the code.
 */
export class DeviceSignIn {
  /** What a person types elsewhere. */
  readonly userCode: string;
  /** The code as a picture: a PNG data URL. */
  readonly qrCode: string;
  /** When the code runs out, in milliseconds of this device's clock. */
  readonly expiresAt: number;
  readonly #options: DeviceSignInOptions;
  readonly #observers = createObservers<DeviceSignInState>();
  readonly #ended = new AbortController();
  #state: DeviceSignInState = { status: 'waiting' };
  #intervalMs = DEVICE_POLL_INTERVAL_MS;
  /** Whether the credential came: the code can then no longer run out. */
  #isApproved = false;
  /** Whether the last answer did not get here: it may have been the approval, which is given once. */
  #hasLostAnswer = false;

  constructor(options: DeviceSignInOptions) {
    const { code, now, lifetime, signal } = options;
    this.#options = options;
    this.userCode = code.userCode;
    this.qrCode = code.authQRCode;
    const { least, most } = DEVICE_CODE_LIFETIME_MS;
    const lifetimeMs = Math.min(most, Math.max(least, code.expiresIn || 0));
    this.expiresAt = now() + lifetimeMs;
    // By a timer and not by the clock alone, which may be set while the code is shown.
    const stopTimer = startTimer(() => this.#isApproved || this.#end({ status: 'expired' }), lifetimeMs);
    const giveUp = () => this.cancel();
    const undoEnd = lifetime.onEnd(giveUp);
    signal?.addEventListener('abort', giveUp);
    this.#ended.signal.addEventListener('abort', () => {
      stopTimer();
      undoEnd();
      signal?.removeEventListener('abort', giveUp);
    });
    if (lifetime.isOver || signal?.aborted) giveUp();
    void this.#askUntilEnded();
  }

  /** The present state; the same object until it changes. */
  get state(): DeviceSignInState {
    return this.#state;
  }

  /** Hears of each change of the state. Returns the undo. */
  onChanged(listener: (state: DeviceSignInState) => void): () => void {
    return this.#observers.add(listener);
  }

  /** Gives the code up. Nothing happens where it has ended already. */
  cancel(): void {
    this.#end({ status: 'cancelled' });
  }

  /** Settles with the state in which it ends. */
  finished(): Promise<DeviceSignInState> {
    if (this.#state.status !== 'waiting') return Promise.resolve(this.#state);
    return new Promise((resolve) => this.#observers.add(resolve));
  }

  async #askUntilEnded(): Promise<void> {
    while (!this.#ended.signal.aborted) {
      await this.#pause();
      if (!this.#ended.signal.aborted) await this.#ask();
    }
  }

  async #ask(): Promise<void> {
    const { code, poll } = this.#options;
    try {
      const answer = await poll(code.deviceCode, { signal: this.#ended.signal });
      this.#hasLostAnswer = false;
      // Given up meanwhile: nobody wants to be signed in any more.
      if (answer.refreshToken === undefined || this.#ended.signal.aborted) return;
      this.#isApproved = true;
      const { refreshToken, publicId, expiresAt } = answer;
      await this.#adopt({ refreshToken, publicId, expiresAt });
    } catch (error) {
      this.#weigh(error);
    }
  }

  /** What goes wrong here is no answer of the server, and asking again brings no second credential. */
  async #adopt(credential: DiscovrCredential): Promise<void> {
    try {
      const { kept } = await this.#options.adopt(credential);
      this.#end({ status: 'approved', kept });
    } catch (cause) {
      if (isAbortError(cause)) return this.cancel();
      const message = 'The code was approved, but this client cannot take on the sign-in.';
      this.#end({ status: 'failed', error: new DiscovrError('AUTH_FAILED', message, { cause }) });
    }
  }

  #weigh(error: unknown): void {
    if (this.#ended.signal.aborted || !isDiscovrError(error)) return;
    const { code, status, retryAfter } = error;
    if (status === 429 || code === 'slow_down') {
      this.#intervalMs = Math.max(this.#intervalMs + DEVICE_POLL_SLOWER_MS, (retryAfter || 0) * 1000);
    } else if (status === 401) {
      this.#end({ status: code === 'TOKEN_EXPIRED' || this.#hasLostAnswer ? 'expired' : 'denied' });
    } else if (code === 'NETWORK_ERROR') {
      this.#hasLostAnswer = true;
    } else if ((status ?? 0) < 500) {
      this.#end({ status: 'failed', error });
    }
  }

  /** Waits for the interval, and on while the page is hidden; being shown again ends the wait at once. */
  #pause(): Promise<void> {
    const { visibility } = this.#options;
    return new Promise((resolve) => {
      let isDue = false;
      const go = () => {
        stopTimer();
        undo();
        this.#ended.signal.removeEventListener('abort', go);
        resolve();
      };
      const stopTimer = startTimer(() => {
        isDue = true;
        if (visibility.isVisible()) go();
      }, this.#intervalMs);
      let wasHidden = !visibility.isVisible();
      const undo = visibility.onChanged(() => {
        if (visibility.isVisible() && (wasHidden || isDue)) go();
        wasHidden = !visibility.isVisible();
      });
      this.#ended.signal.addEventListener('abort', go);
    });
  }

  #end(state: DeviceSignInState): void {
    if (this.#state.status !== 'waiting') return;
    this.#state = state;
    this.#ended.abort();
    this.#observers.notify(state);
    this.#observers.clear();
  }
}
