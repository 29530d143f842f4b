import { DiscovrError, isAbortError, isDiscovrError } from '../shared/errors.js';
import type { PublicApi } from '../api/publicApi.js';
import type { DeviceCodeResponse } from '../api/device.js';
import { startTimer } from '../shared/time.js';
import type { DiscovrCredential, SignInResult } from './credential.js';
import type { Lifetime } from '../shared/lifetime.js';
import { createObservers } from '../shared/observers.js';
import { DEVICE_POLL_INTERVAL_MS, DEVICE_POLL_SLOWER_MS, deviceCodeLifetimeMs } from './clock.js';
import type { Visibility } from '../platform/platform.js';

/**
 * State of a sign-in by code.
 *
 * - `waiting`: the code is shown and not approved yet
 * - `approved`: this device is signed in; `kept` is whether the store keeps the sign-in
 * - `expired`, `denied`: the code cannot be used again; request another code
 * - `failed`: an error that another poll cannot resolve
 * - `cancelled`: canceled on this device
 */
export type DeviceSignInState =
  | { readonly status: 'waiting' | 'expired' | 'denied' | 'cancelled' }
  | ({ readonly status: 'approved' } & SignInResult)
  | { readonly status: 'failed'; readonly error: DiscovrError };

export interface DeviceSignInOptions {
  readonly issued: DeviceCodeResponse;
  readonly poll: PublicApi['pollDeviceCode'];
  /** Settles when the client can sign in at once. */
  readonly ready: () => Promise<unknown>;
  /** Signs in with the credential of an approved code. */
  readonly adopt: (credential: DiscovrCredential) => Promise<SignInResult>;
  readonly visibility: Visibility;
  /** Returns the time by this device's clock, in milliseconds. */
  readonly now: () => number;
  /** Lifetime of the client. When it ends, or when the signal aborts, the sign-in is canceled. */
  readonly lifetime: Lifetime;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Waits until a code is approved on another device. It polls every five seconds, and more slowly when the server
 * requests that. It does not poll while the page is hidden, and polls immediately when the page is visible again.
 * Network errors and outages do not end it.
 */
export class DeviceSignIn {
  /** Code that the user types on another device. */
  readonly userCode: string;
  /** The code as a QR code: a PNG data URL. */
  readonly qrCode: string;
  /** When the code expires, in milliseconds by this device's clock. */
  readonly expiresAt: number;
  readonly #options: DeviceSignInOptions;
  readonly #observers = createObservers<DeviceSignInState>();
  readonly #ended = new AbortController();
  #state: DeviceSignInState = { status: 'waiting' };
  #intervalMs = DEVICE_POLL_INTERVAL_MS;
  /** Whether the credential has arrived. After that, the code cannot expire. */
  #isApproved = false;
  /** Whether the last response was lost. It may have been the approval, which the server sends only once. */
  #hasLostResponse = false;

  constructor(options: DeviceSignInOptions) {
    const { issued, now, lifetime, signal } = options;
    this.#options = options;
    this.userCode = issued.userCode;
    this.qrCode = issued.authQRCode;
    const lifetimeMs = deviceCodeLifetimeMs(issued.expiresIn);
    this.expiresAt = now() + lifetimeMs;
    // A timer, because the device's clock may be changed while the code is shown.
    const stopTimer = startTimer(() => this.#isApproved || this.#end({ status: 'expired' }), lifetimeMs);
    const cancel = () => this.cancel();
    const undoEnd = lifetime.onEnd(() => this.#end({ status: 'cancelled' }));
    signal?.addEventListener('abort', cancel);
    this.#ended.signal.addEventListener('abort', () => {
      stopTimer();
      undoEnd();
      signal?.removeEventListener('abort', cancel);
    });
    if (lifetime.isOver || signal?.aborted) cancel();
    void this.#pollUntilEnded();
  }

  /** The current state; the same object until it changes. */
  get state(): DeviceSignInState {
    return this.#state;
  }

  /** Calls the listener on each change of the state. Returns a function that removes it. */
  onChanged(listener: (state: DeviceSignInState) => void): () => void {
    return this.#observers.add(listener);
  }

  /** Cancels the sign-in. Does nothing if it has already ended, or if the device is being signed in. */
  cancel(): void {
    if (!this.#isApproved) this.#end({ status: 'cancelled' });
  }

  /** Resolves with the final state when the sign-in ends. */
  finished(): Promise<DeviceSignInState> {
    if (this.#state.status !== 'waiting') return Promise.resolve(this.#state);
    return new Promise((resolve) => this.#observers.add(resolve));
  }

  async #pollUntilEnded(): Promise<void> {
    while (!this.#ended.signal.aborted) {
      await this.#pause();
      if (!this.#ended.signal.aborted) await this.#poll();
    }
  }

  async #poll(): Promise<void> {
    const { issued, poll, ready } = this.#options;
    try {
      // Before the poll, because nothing may come between an approval and the sign-in.
      await ready();
      if (this.#ended.signal.aborted) return;
      const response = await poll(issued.deviceCode, { signal: this.#ended.signal });
      this.#hasLostResponse = false;
      // If the sign-in was canceled during the poll, the user must not be signed in.
      if (response.refreshToken === undefined || this.#ended.signal.aborted) return;
      this.#isApproved = true;
      const { refreshToken, publicId, expiresAt } = response;
      await this.#adopt({ refreshToken, publicId, expiresAt });
    } catch (error) {
      this.#handleError(error);
    }
  }

  /** Signs in with the credential. A failure ends the sign-in, because no other poll returns the credential again. */
  async #adopt(credential: DiscovrCredential): Promise<void> {
    try {
      const { kept } = await this.#options.adopt(credential);
      this.#end({ status: 'approved', kept });
    } catch (cause) {
      if (isAbortError(cause)) return this.#end({ status: 'cancelled' });
      const message = 'The code was approved, but the client could not sign in with it. Request another code.';
      this.#end({ status: 'failed', error: new DiscovrError('AUTH_FAILED', message, { cause }) });
    }
  }

  #handleError(error: unknown): void {
    if (this.#ended.signal.aborted || !isDiscovrError(error)) return;
    const { code, status, retryAfter } = error;
    if (status === 429 || code === 'slow_down') {
      this.#intervalMs = Math.max(this.#intervalMs + DEVICE_POLL_SLOWER_MS, (retryAfter || 0) * 1000);
    } else if (status === 401) {
      this.#end({ status: code === 'TOKEN_EXPIRED' || this.#hasLostResponse ? 'expired' : 'denied' });
    } else if (code === 'NETWORK_ERROR') {
      this.#hasLostResponse = true;
    } else if ((status ?? 0) < 500) {
      this.#end({ status: 'failed', error });
    }
  }

  /**
   * Waits for the interval, and for as long as the page is hidden. Ends as soon as a hidden page is visible again, even
   * if the interval is not over.
   */
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
