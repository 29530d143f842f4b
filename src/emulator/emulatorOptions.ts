import type { CatalogueTitle } from './catalogue/catalogueTitle.js';

/** A profile the emulator starts with. */
export interface EmulatorProfile {
  /**
   * Id by which the API knows it.
   * @default an id made for this emulator
   */
  readonly id?: string;
  readonly name: string;
  /**
   * URL of an image or an MP4.
   * @default a drawn initial
   */
  readonly avatarUrl?: string;
}

/** Options of {@link createEmulator}; every one may be left out. */
export interface EmulatorOptions {
  /**
   * Tells the time in milliseconds; all lifetimes follow it.
   * @default Date.now
   */
  readonly now?: () => number;
  /**
   * Makes ids, and with them the order of titles, repeat from run to run. Random tokens never repeat.
   * @default random
   */
  readonly seed?: string | number;
  /**
   * Titles that pages are made from.
   * @default the built-in catalogue of real films and series
   */
  readonly catalogue?: readonly CatalogueTitle[];
  /**
   * Milliseconds each request waits before it is handled.
   * @default 0
   */
  readonly latencyMs?: number;
  /**
   * Profiles at the start, as `GET /profiles` lists them: the first counts as the newest.
   * @default two profiles, Alex and Sam
   */
  readonly profiles?: readonly EmulatorProfile[];
  /**
   * Milliseconds a session token lasts, in whole seconds.
   * @default 1_800_000 (30 minutes)
   */
  readonly sessionLifetimeMs?: number;
}
