import type { EmulatorState } from './types.js';
import { createControl, type EmulatorControl } from './control.js';
import { createEmulatorRoutes } from './emulatorRoutes.js';
import { createEmulatorFetch, type HandleRequest } from './emulatorFetch.js';
import { createEmulatorConnection } from './emulatorConnection.js';
import type { EmulatorOptions } from './emulatorOptions.js';
import { createEmulatorState } from './emulatorState.js';
import { issueRefreshToken } from './auth/tokens.js';

/** Credential of a signed-in device. Valid for this emulator only. */
export interface EmulatorCredential {
  readonly refreshToken: string;
  readonly publicId: string;
  /** Unix seconds. */
  readonly expiresAt: number;
  readonly profileId?: string;
}

/** Embedded Discovr server. */
export interface Emulator {
  /** Replacement for the global `fetch`. It responds to requests to any origin. */
  readonly fetch: typeof globalThis.fetch;
  /**
   * Signs in a device without user interaction.
   *
   * @param options.profileId id of the active profile in the credential. Defaults to none.
   * @param options.refreshToken refresh token to issue. Defaults to a random one.
   * @throws {Error} when no profile has this id.
   */
  issueCredential(options?: { readonly profileId?: string; readonly refreshToken?: string }): EmulatorCredential;
  readonly control: EmulatorControl;
}

/**
 * Creates an embedded Discovr server that implements the sign-in, sessions, profiles, pages, rows, lists and history of
 * the API. It has real titles and needs no network or account. Each emulator has separate state, clock and faults.
 *
 * @example
 * const emulator = createEmulator();
 * const [profile] = emulator.control.profiles();
 * const client = new DiscovrClient('my-app', {
 *   fetch: emulator.fetch,
 *   credentialStore: memoryCredentialStore(emulator.issueCredential({ profileId: profile.id })),
 * });
 */
export function createEmulator(options: EmulatorOptions = {}): Emulator {
  const state = createEmulatorState(options);
  return connectEmulator(state, createEmulatorRoutes(state), options.latencyMs);
}

/** Creates an emulator from its state and its request handler, behind a simulated connection. */
export function connectEmulator(state: EmulatorState, handle: HandleRequest, latencyMs = 0): Emulator {
  const line = createEmulatorConnection(latencyMs, state.now);
  return {
    fetch: createEmulatorFetch(handle, line, state.makeIdentifier),
    issueCredential({ profileId, refreshToken } = {}) {
      if (profileId !== undefined && !state.profiles.some(({ id }) => id === profileId)) {
        throw new Error(`issueCredential: no profile has the id "${profileId}". Call control.profiles() for a list.`);
      }
      return { ...issueRefreshToken(state, refreshToken), ...(profileId !== undefined && { profileId }) };
    },
    control: createControl(state, line),
  };
}
