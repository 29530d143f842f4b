import { startTimer } from '../../api/time/startTimer.js';
import type { DeviceClock, Moment } from '../deviceClock.js';
import type { SessionToken } from './sessionToken.js';
import type { SessionTokens } from './sessionTokens.js';
import { IN_USE_MS, RENEWAL_LEAST_MS } from '../timing.js';
import type { Visibility } from '../visibility.js';

/** What {@link Renewal} needs from outside. */
export interface RenewalOptions {
  readonly tokens: SessionTokens;
  readonly clock: DeviceClock;
  readonly visibility: Visibility;
}

/**
 * Renews a session shortly before it ends, so that a person rarely waits for it: only while the page is visible and in
 * use, since each mint changes what is recommended. Each session is tried once; where that fails, or nobody is there,
 * the next call after its end mints.
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

  /** Starts. Returns the undo. */
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

  /** Notes that a call used the session. */
  noteUse(): void {
    if (!this.#isOn) return;
    this.#lastUse = this.#options.clock.moment();
    this.#renewIfDue();
  }

  /** Looks again when the present token may be renewed. */
  #watch(): void {
    this.#stopTimer();
    const { present } = this.#options.tokens;
    if (present) this.#stopTimer = startTimer(() => this.#renewIfDue(), this.#untilDue(present));
  }

  #renewIfDue(): void {
    const { tokens, visibility } = this.#options;
    const { present } = tokens;
    if (!present || present.value === this.#tried || this.#untilDue(present) > 0) return;
    // A timer that was late, because the device slept, finds a token that has run out: the next call mints.
    if (!tokens.isUsable(present) || !visibility.isVisible() || !this.#isInUse()) return;
    this.#tried = present.value;
    // A renewal nobody asked for fails unheard: the token serves on, and the call after its end says what is wrong.
    tokens.renew(present).catch(() => undefined);
  }

  #untilDue({ receivedAt, renewableAfterMs }: SessionToken): number {
    return Math.max(renewableAfterMs, RENEWAL_LEAST_MS) - this.#options.clock.since(receivedAt);
  }

  #isInUse(): boolean {
    return this.#lastUse !== undefined && this.#options.clock.since(this.#lastUse) < IN_USE_MS;
  }
}
