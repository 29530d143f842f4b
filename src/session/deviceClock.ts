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
