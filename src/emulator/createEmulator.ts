import type { EmulatorState } from './types.js';
import { Hono } from 'hono';
import { activateRoutes } from './auth/activateRoutes.js';
import { authorizeRoutes } from './auth/authorizeRoutes.js';
import { authRoutes } from './auth/authRoutes.js';
import { createControl, type EmulatorControl } from './control.js';
import { deviceRoutes } from './auth/deviceRoutes.js';
import { createEmulatorFetch } from './emulatorFetch.js';
import { createEmulatorConnection } from './emulatorConnection.js';
import type { EmulatorOptions } from './emulatorOptions.js';
import { createEmulatorState } from './emulatorState.js';
import { gifRoutes } from './gifs/gifRoutes.js';
import { historyRoutes } from './titles/historyRoutes.js';
import { listRoutes } from './titles/listRoutes.js';
import { mediaRoutes } from './titles/mediaRoutes.js';
import { pageRoutes } from './pages/pageRoutes.js';
import { playbackRoutes } from './titles/playbackRoutes.js';
import { Problem, problemResponse } from './http/problem.js';
import { profileImageRoutes } from './profiles/profileImageRoutes.js';
import { profileMediaRoutes } from './titles/profileMediaRoutes.js';
import { profileRoutes } from './profiles/profileRoutes.js';
import { issueRefreshToken } from './auth/refreshTokens.js';
import { rowRoutes } from './pages/rowRoutes.js';
import { scrobbleRoutes } from './titles/scrobbleRoutes.js';

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
  const line = createEmulatorConnection(options.latencyMs ?? 0, state.now);
  const app = createApp(state);
  return {
    fetch: createEmulatorFetch((request) => app.fetch(request), line, state.makeIdentifier),
    issueCredential({ profileId, refreshToken } = {}) {
      if (profileId !== undefined && !state.profiles.some(({ id }) => id === profileId)) {
        throw new Error(`issueCredential: no profile has the id "${profileId}". Call control.profiles() for a list.`);
      }
      return { ...issueRefreshToken(state, refreshToken), ...(profileId !== undefined && { profileId }) };
    },
    control: createControl(state, line),
  };
}

function createApp(state: EmulatorState): Hono {
  return new Hono()
    .route('/auth/device-codes', deviceRoutes(state))
    .route('/auth', authRoutes(state))
    .route('/activate', activateRoutes(state))
    .route('/authorize', authorizeRoutes(state))
    .route('/profiles', profileRoutes(state))
    .route('/profile-images', profileImageRoutes())
    .route('/pages', pageRoutes(state))
    .route('/pages', rowRoutes(state))
    .route('/media', mediaRoutes(state))
    .route('/profile/media', profileMediaRoutes(state))
    .route('/profile/history', historyRoutes(state))
    .route('/profile/playback', playbackRoutes(state))
    .route('/profile/scrobble', scrobbleRoutes(state))
    .route('/profile', listRoutes(state))
    .route('/gif-search', gifRoutes())
    .notFound(() =>
      problemResponse(new Problem('NOT_FOUND', 'The emulator has no endpoint with this method and path.')),
    )
    .onError((error) => problemResponse(error));
}
