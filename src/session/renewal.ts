import { startTimer } from '../shared/time.js';
import { IN_USE_MS, RENEWAL_LEAST_MS, type DeviceClock, type Moment } from './clock.js';
import type { SessionToken, SessionTokens } from './tokens.js';
import type { Visibility } from '../platform/platform.js';

export interface RenewalOptions {
  readonly tokens: SessionTokens;
  readonly clock: DeviceClock;
  readonly visibility: Visibility;
  /** Mints a replacement for a token that is about to expire. */
  readonly renew: (token: SessionToken) => Promise<void>;
}

/**
 * Renews a session shortly before it expires, so that the user rarely waits for a mint. Because each mint changes the
 * recommendations, it renews only while the page is visible and the session is in use. There is one attempt for each
 * session. If it fails or is skipped, the first call after the expiry mints.
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

  /** Starts to renew sessions. Returns a function that stops this. */
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

  /** Sets the timer for the moment at which the current token may be renewed. */
  #watch(): void {
    this.#stopTimer();
    const { current } = this.#options.tokens;
    if (current) this.#stopTimer = startTimer(() => this.#renewIfDue(), this.#untilDue(current));
  }

  #renewIfDue(): void {
    const { tokens, visibility, renew } = this.#options;
    const { current } = tokens;
    if (!current || current.value === this.#tried || this.#untilDue(current) > 0) return;
    // If the timer is late because the device slept, the token may have expired: the next call mints.
    if (!tokens.isUsable(current) || !visibility.isVisible() || !this.#isInUse()) return;
    this.#tried = current.value;
    // No caller waits for a renewal. If it fails, the token stays in use, and the first call after its expiry mints.
    renew(current).catch(() => undefined);
  }

  #untilDue({ receivedAt, renewableAfterMs }: SessionToken): number {
    return Math.max(renewableAfterMs, RENEWAL_LEAST_MS) - this.#options.clock.since(receivedAt);
  }

  #isInUse(): boolean {
    return this.#lastUse !== undefined && this.#options.clock.since(this.#lastUse) < IN_USE_MS;
  }
}
