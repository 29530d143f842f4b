import type { CatalogTitle } from './catalog/catalogTitle.js';

/** Initial profile of an emulator. */
export interface EmulatorProfile {
  /**
   * Id of the profile in the API.
   * @default a generated id
   */
  readonly id?: string;
  readonly name: string;
  /**
   * URL of an image or an MP4.
   * @default an image with the initial of the name
   */
  readonly avatarUrl?: string;
}

/** Options of {@link createEmulator}. All are optional. */
export interface EmulatorOptions {
  /**
   * Returns the current time in milliseconds. All lifetimes are measured with it.
   * @default Date.now
   */
  readonly now?: () => number;
  /**
   * Seed that makes ids and the order of titles reproducible. Refresh tokens and session tokens never repeat.
   * @default a random seed
   */
  readonly seed?: string | number;
  /**
   * Titles that pages can contain.
   * @default the built-in catalog of real films and series
   */
  readonly catalog?: readonly CatalogTitle[];
  /**
   * Delay before each request is handled, in milliseconds.
   * @default 0
   */
  readonly latencyMs?: number;
  /**
   * Initial profiles, in the order of `GET /profiles`: the first is the newest.
   * @default two profiles, Alex and Sam
   */
  readonly profiles?: readonly EmulatorProfile[];
  /**
   * Lifetime of session tokens in milliseconds. The time of expiry is rounded down to whole seconds.
   * @default 1_800_000 (30 minutes)
   */
  readonly sessionLifetimeMs?: number;
}
