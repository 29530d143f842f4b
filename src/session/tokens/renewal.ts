import { startTimer } from '../../api/time/startTimer.js';
import type { DeviceClock, Moment } from '../deviceClock.js';
import type { SessionToken } from './sessionToken.js';
import type { SessionTokens } from './sessionTokens.js';
import { IN_USE_MS, RENEWAL_LEAST_MS } from '../timing.js';
import type { Visibility } from '../visibility.js';

/** Options of {@link Renewal}. */
export interface RenewalOptions {
  readonly tokens: SessionTokens;
  readonly clock: DeviceClock;
  readonly visibility: Visibility;
}

/**
 * Renews a session shortly before it expires, so that the user rarely waits for a mint. It does so only while the page
 * is visible and the session is in use, because each mint changes the recommendations. There is one attempt for each
 * session; if it fails or is skipped, the next call after the expiry mints.
 */
export class Renewal {
  readonly #options: RenewalOptions;
  #isOn = false;
  #stopTimer = () => undefined as void;
  #lastUse: Moment | undefined;
  #tried: string | undefined;

  constructor(options: RenewalOptions) {
    this.#options = options;
  }

  /** Starts to renew. Returns a function that stops it. */
  start(): () => void {
    this.#isOn = true;
    const undo = this.#options.tokens.onRefreshed(() => this.#watch());
    this.#watch();
    return () => {
      this.#isOn = false;
      this.#stopTimer();
      undo();
    };
  }

  /** Records that a call uses the session. */
  noteUse(): void {
    if (!this.#isOn) return;
    this.#lastUse = this.#options.clock.moment();
    this.#renewIfDue();
  }

  /** Checks again as soon as the current token may be renewed. */
  #watch(): void {
    this.#stopTimer();
    const { present } = this.#options.tokens;
    if (present) this.#stopTimer = startTimer(() => this.#renewIfDue(), this.#untilDue(present));
  }

  #renewIfDue(): void {
    const { tokens, visibility } = this.#options;
    const { present } = tokens;
    if (!present || present.value === this.#tried || this.#untilDue(present) > 0) return;
    // If the timer is late because the device slept, the token may have expired: the next call mints.
    if (!tokens.isUsable(present) || !visibility.isVisible() || !this.#isInUse()) return;
    this.#tried = present.value;
    // No caller waits for a renewal: the token stays in use, and the call after its expiry reports the error.
    tokens.renew(present).catch(() => undefined);
  }

  #untilDue({ receivedAt, renewableAfterMs }: SessionToken): number {
    return Math.max(renewableAfterMs, RENEWAL_LEAST_MS) - this.#options.clock.since(receivedAt);
  }

  #isInUse(): boolean {
    return this.#lastUse !== undefined && this.#options.clock.since(this.#lastUse) < IN_USE_MS;
  }
}
