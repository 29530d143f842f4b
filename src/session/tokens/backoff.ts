import { isTemporaryFailure } from '../../api/errors/temporaryFailure.js';
import type { DeviceClock, Moment } from '../deviceClock.js';
import { MINT_BACKOFF_LIMIT_MS, MINT_BACKOFF_MS } from '../timing.js';

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
