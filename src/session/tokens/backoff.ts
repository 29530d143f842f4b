import { isPassingFault } from '../../api/errors/passingFault.js';
import type { DeviceClock, Moment } from '../deviceClock.js';
import { MINT_BACKOFF_LIMIT_MS, MINT_BACKOFF_MS } from '../timing.js';

/**
 * Holds calls back while a server is down, so that it is not met by everybody at once when it is up again. The first
 * failure holds nothing back: a person who tries again is served.
 */
export class Backoff {
  readonly #clock: DeviceClock;
  #failures = 0;
  #hold: { readonly error: unknown; readonly since: Moment; readonly forMs: number } | undefined;

  constructor(clock: DeviceClock) {
    this.#clock = clock;
  }

  /** Makes the call, or rejects with the last failure while it is held back. */
  async run<T>(call: () => Promise<T>): Promise<T> {
    if (this.#hold && this.#clock.since(this.#hold.since) < this.#hold.forMs) throw this.#hold.error;
    try {
      const result = await call();
      this.reset();
      return result;
    } catch (error) {
      if (isPassingFault(error)) this.#holdBack(error);
      throw error;
    }
  }

  /** Lets the next call through: the network is back. */
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
 * Milliseconds to wait after so many failures that followed the first; nothing after the first itself.
 *
 * @param random from 0 up to 1.
 */
export function backoffDelay(failures: number, random: number): number {
  if (failures === 0) return 0;
  const ceiling = Math.min(MINT_BACKOFF_LIMIT_MS, MINT_BACKOFF_MS * 2 ** (failures - 1));
  return ceiling * (0.5 + random / 2);
}
