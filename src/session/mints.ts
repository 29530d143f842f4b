import type { MintOptions, SessionTokenResponse } from '../api/session.js';
import type { Platform } from '../platform/platform.js';
import { abortError, abortWith } from '../shared/abort.js';
import { isTemporaryFailure, outcomeOf } from '../shared/errors.js';
import { startTimer } from '../shared/time.js';
import type { Trace } from '../shared/trace.js';
import {
  MINT_BACKOFF_LIMIT_MS,
  MINT_BACKOFF_MS,
  MINT_LOCK_TIMEOUT_MS,
  type DeviceClock,
  type Moment,
} from './clock.js';

/** Calls of the session layer to Discovr or to the app's back end. */
export interface TokenServer {
  /** Mints a session token for a profile. */
  mint(refreshToken: string, profileId: string, options: MintOptions): Promise<SessionTokenResponse>;
  /** Revokes the refresh token. */
  revoke(refreshToken: string): Promise<unknown>;
}

interface RunningMint<Token> {
  readonly key: string;
  /** The `isWanted` functions of all calls that share the mint. */
  readonly wanted: (() => boolean)[];
  readonly controller: AbortController;
  readonly token: Promise<Token>;
}

/** What a mint can read about the calls that wait for it. */
export interface MintContext {
  /** Whether any of the waiting calls still needs the token. */
  readonly isWanted: () => boolean;
  /** Aborts when no call needs the token and a mint with another key waits. */
  readonly signal: AbortSignal;
}

/** Creates the error for a call during which the user selected another profile or signed out. */
export function sessionChangedError(): Error {
  return abortError('The call was aborted because another profile was selected or the user signed out.');
}

/**
 * Runs one mint at a time. Calls with the same key share a mint; calls with another key wait for their turn. Unlike the
 * callers of `SharedCalls`, these have no signal: at its turn, each is asked whether it still needs the token.
 */
export class MintQueue<Token> {
  readonly #trace: Trace;
  #running: RunningMint<Token> | undefined;

  constructor(trace: Trace) {
    this.#trace = trace;
  }

  /**
   * @param key user and profile to mint for.
   * @param isWanted whether the caller still needs the token; called before the mint, and before the token is used.
   * @param mint runs the mint; called at most once for all calls that share it.
   */
  async run(key: string, isWanted: () => boolean, mint: (context: MintContext) => Promise<Token>): Promise<Token> {
    // An aborted mint cannot be joined.
    while (this.#running && (this.#running.key !== key || this.#running.controller.signal.aborted)) {
      const { wanted, controller, token } = this.#running;
      if (!isAnyTrue(wanted)) abortWith(controller, sessionChangedError());
      await token.catch(() => undefined);
    }
    if (!isWanted()) throw sessionChangedError();
    this.#trace.emit?.({ type: 'mint', step: this.#running ? 'joined' : 'turn' });
    if (this.#running) {
      this.#running.wanted.push(isWanted);
      return this.#running.token;
    }
    const wanted = [isWanted];
    const controller = new AbortController();
    const token = mint({ isWanted: () => isAnyTrue(wanted), signal: controller.signal });
    this.#running = { key, wanted, controller, token };
    const end = (outcome: string) => {
      this.#running = undefined;
      this.#trace.emit?.({ type: 'mint', step: 'ended', outcome, callers: wanted.length });
    };
    token.then(
      () => end('ok'),
      (error: unknown) => end(outcomeOf(error)),
    );
    return token;
  }
}

function isAnyTrue(wanted: readonly (() => boolean)[]): boolean {
  return wanted.some((isWanted) => isWanted());
}

/** Runs a mint while no other tab mints, if the platform has locks. */
export type MintLock = <T>(mint: () => Promise<T>, signal: AbortSignal) => Promise<T>;

/**
 * Creates a lock across all tabs. It is held only during a mint and never stolen. If it is not available within ten
 * seconds, the mint runs without it, and later mints do not wait until the lock was free once.
 */
export function mintLock(name: string, { lock }: Pick<Platform, 'lock'>, trace: Trace): MintLock {
  let isStuck = false;
  return async (mint, signal) => {
    const waiting = new AbortController();
    const stopWaiting = () => waiting.abort();
    const stopTimer = startTimer(() => {
      isStuck = true;
      stopWaiting();
    }, MINT_LOCK_TIMEOUT_MS);
    signal.addEventListener('abort', stopWaiting);
    try {
      return await lock(name, isStuck ? { ifAvailable: true } : { signal: waiting.signal }, (isHeld) => {
        stopTimer();
        if (isHeld) isStuck = false;
        trace.emit?.({ type: 'mint', step: 'lock', isHeld });
        return mint();
      });
    } finally {
      stopTimer();
      signal.removeEventListener('abort', stopWaiting);
    }
  };
}

/**
 * Rejects calls for a while after failures, so that clients do not all call a server at the moment it recovers.
 * The first failure blocks nothing, so that a user can retry immediately.
 */
export class Backoff {
  readonly #clock: DeviceClock;
  #failures = 0;
  #hold: { readonly error: unknown; readonly since: Moment; readonly forMs: number } | undefined;

  constructor(clock: DeviceClock) {
    this.#clock = clock;
  }

  /** Makes the call, or rejects with the last failure while calls are blocked. */
  async run<T>(call: () => Promise<T>): Promise<T> {
    if (this.#hold && this.#clock.since(this.#hold.since) < this.#hold.forMs) throw this.#hold.error;
    try {
      const result = await call();
      this.reset();
      return result;
    } catch (error) {
      if (isTemporaryFailure(error)) this.#holdBack(error);
      throw error;
    }
  }

  /** Allows calls immediately, for example because the device is online again. */
  reset(): void {
    this.#failures = 0;
    this.#hold = undefined;
  }

  #holdBack(error: unknown): void {
    this.#failures += 1;
    const forMs = backoffDelay(this.#failures - 1, Math.random());
    this.#hold = { error, since: this.#clock.moment(), forMs };
  }
}

/**
 * Returns how long to block calls after a failure, in milliseconds: 0 after the first failure in a row.
 *
 * @param failures number of failures in a row before this one.
 * @param random random number from 0 to 1.
 */
export function backoffDelay(failures: number, random: number): number {
  if (failures === 0) return 0;
  const ceiling = Math.min(MINT_BACKOFF_LIMIT_MS, MINT_BACKOFF_MS * 2 ** (failures - 1));
  return ceiling * (0.5 + random / 2);
}
