/** A moment, by both clocks of a device. Milliseconds. */
export interface Moment {
  readonly wall: number;
  readonly monotonic: number;
}

/**
 * Tells how much time has passed on a device whose clocks cannot be trusted one by one: the wall clock is set by hand
 * and by the network, the monotonic one may stand still while the device sleeps. Whichever has moved further is believed,
 * so a token is rather taken for too old than used when it is dead.
 */
export class DeviceClock {
  readonly #wall: () => number;
  readonly #monotonic: () => number;

  constructor(wall: () => number = Date.now, monotonic: () => number = () => performance.now()) {
    this.#wall = wall;
    this.#monotonic = monotonic;
  }

  /** Milliseconds since 1970, as the device believes. */
  now(): number {
    return this.#wall();
  }

  /** This moment, or one that is `agoMs` milliseconds past. */
  moment(agoMs = 0): Moment {
    return { wall: this.#wall() - agoMs, monotonic: this.#monotonic() - agoMs };
  }

  /** Milliseconds since a moment; never below zero. */
  since({ wall, monotonic }: Moment): number {
    return Math.max(0, this.#wall() - wall, this.#monotonic() - monotonic);
  }
}
