/** A moment by both clocks of a device, in milliseconds. */
export interface Moment {
  readonly wall: number;
  readonly monotonic: number;
}

/**
 * Measures elapsed time with both clocks of a device, because neither can be trusted alone: users and networks change
 * the wall clock, and the monotonic clock may stop while the device sleeps. It uses the clock that has moved further,
 * because it is better to replace a token too early than to use an expired one.
 */
export class DeviceClock {
  readonly #wall: () => number;
  readonly #monotonic: () => number;

  constructor(wall: () => number = Date.now, monotonic: () => number = () => performance.now()) {
    this.#wall = wall;
    this.#monotonic = monotonic;
  }

  /** Milliseconds since 1970 by the wall clock. */
  now(): number {
    return this.#wall();
  }

  /** Returns the current moment, or the moment `agoMs` milliseconds ago. */
  moment(agoMs = 0): Moment {
    return { wall: this.#wall() - agoMs, monotonic: this.#monotonic() - agoMs };
  }

  /** Returns the milliseconds since a moment; never negative. */
  since({ wall, monotonic }: Moment): number {
    return Math.max(0, this.#wall() - wall, this.#monotonic() - monotonic);
  }
}

/**
 * How long one call to the store may take, in milliseconds. If the first read takes longer, the status changes from
 * `unknown` to `signedOut`.
 */
export const STORE_TIMEOUT_MS = 2_000;

/**
 * Documented lifetime of a session token, in milliseconds. It replaces a reported lifetime that is longer or not
 * positive, as when the device's clock is wrong.
 */
export const SESSION_LIFETIME_MS = 30 * 60_000;

/**
 * Calls stop using a session token this long before it expires, in milliseconds. The margin covers the time a request
 * takes to reach the server. A longer margin would cause more mints, and each mint changes the recommendations.
 */
export const RENEWAL_MARGIN_MS = 30_000;

/**
 * Length of the period in which a token in use is renewed at a random moment, in milliseconds. The period ends when the
 * margin begins.
 */
export const RENEWAL_WINDOW_MS = 5 * 60_000;

/**
 * Minimum age at which a session token is renewed, in milliseconds. Without it, tokens with a lifetime of a few
 * milliseconds would be renewed in a tight loop.
 */
export const RENEWAL_LEAST_MS = 30_000;

/** How long a session counts as in use after the last call that used it, in milliseconds. */
export const IN_USE_MS = 5 * 60_000;

/** How long to wait for the mint lock while another tab holds it, in milliseconds. Then a mint runs without it. */
export const MINT_LOCK_TIMEOUT_MS = 10_000;

/** How long to wait for other tabs to offer their session token, in milliseconds. */
export const TAB_OFFER_MS = 150;

/**
 * How long the channel must be quiet before a tab compares its state with the store, in milliseconds. With a shorter
 * time, tabs read the store more often while several of them act; with a longer time, they differ for longer.
 */
export const TAB_SETTLE_MS = 150;

/** How long mints are blocked after two failures in a row, in milliseconds; doubled after each further failure. */
export const MINT_BACKOFF_MS = 2_000;

/** Longest time for which mints are blocked after failures, in milliseconds. */
export const MINT_BACKOFF_LIMIT_MS = 60_000;

/** Delay before the first retry of a revocation, in milliseconds; doubled after each failure. */
export const REVOCATION_RETRY_MS = 5_000;

/** Longest delay between retries of a revocation, in milliseconds. */
export const REVOCATION_RETRY_LIMIT_MS = 5 * 60_000;

/** Documented interval at which a device checks whether its code was approved, in milliseconds. */
export const DEVICE_POLL_INTERVAL_MS = 5_000;

/** How much the interval grows each time the server asks the device to slow down, in milliseconds (RFC 8628). */
export const DEVICE_POLL_SLOWER_MS = 5_000;

/**
 * Returns for how long a device code is shown, in milliseconds: 30 seconds to a day, whatever lifetime the server reports.
 * Codes with a shorter lifetime would be replaced over and over, and no real code has a longer one.
 *
 * @param expiresIn the lifetime that the server reports, in milliseconds.
 */
export const deviceCodeLifetimeMs = (expiresIn: number): number =>
  Math.min(24 * 60 * 60_000, Math.max(30_000, expiresIn || 0));

/** Interval at which to check whether the sign-in popup is closed, in milliseconds: no event reports it. */
export const POPUP_POLL_INTERVAL_MS = 200;

/**
 * How long to wait for a message after the sign-in popup has closed, in milliseconds: the popup posts its message
 * immediately before it closes. The focus also returns to the page within this time.
 */
export const POPUP_GRACE_MS = 1_000;

/** How long a sign-in by popup or redirect may take, in milliseconds; after that the user has to start again. */
export const WEB_SIGN_IN_LIFETIME_MS = 600_000;
