import { startTimer } from '../shared/time.js';
import { IN_USE_MS, RENEWAL_LEAST_MS, type DeviceClock, type Moment } from './clock.js';
import type { SessionToken, SessionTokens } from './tokens.js';
import type { Visibility } from '../platform/platform.js';
import type { Lifetime } from '../shared/lifetime.js';

export interface RenewalOptions {
  readonly tokens: SessionTokens;
  readonly clock: DeviceClock;
  readonly visibility: Visibility;
  /** When it ends, nothing is renewed. */
  readonly lifetime: Pick<Lifetime, 'onEnd'>;
  /** Whether the client is connected. */
  readonly isConnected: () => boolean;
  /** Mints a replacement for a token that is about to expire. */
  readonly renew: (token: SessionToken) => Promise<void>;
}

/**
 * Renews a session shortly before it expires, so that the user rarely waits for a mint. Because each mint changes the
 * recommendations, it renews only while the client is connected, the page is visible and the session is in use. There
 * is one attempt for each session. If it fails or is skipped, the first call after the expiry mints.
 */
export class Renewal {
  readonly #options: RenewalOptions;
  #stopTimer = () => undefined as void;
  #lastUse: Moment | undefined;
  #tried: string | undefined;

  constructor(options: RenewalOptions) {
    this.#options = options;
    options.tokens.onRefreshed(() => this.#watch());
    options.lifetime.onEnd(() => this.#stopTimer());
  }

  /** Records that a call uses the session. */
  noteUse(): void {
    this.#lastUse = this.#options.clock.moment();
    this.#watch();
  }

  /** Sets the timer for the moment at which the current token may be renewed. */
  #watch(): void {
    this.#stopTimer();
    const { tokens, isConnected } = this.#options;
    const { current } = tokens;
    if (current && isConnected())
      this.#stopTimer = startTimer(() => this.#renewIfDue(), this.#untilDue(current), false);
  }

  #renewIfDue(): void {
    const { tokens, visibility, isConnected, renew } = this.#options;
    const { current } = tokens;
    if (!isConnected() || !current || current.value === this.#tried) return;
    // Timers count whole milliseconds, so they may be a little early.
    if (this.#untilDue(current) > 0) return this.#watch();
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
