import { Hono } from 'hono';
import type { EmulatorState } from './types.js';
import { createControl, type EmulatorControl } from './control.js';
import { createEmulatorConnection, type EmulatorConnection } from './emulatorConnection.js';
import type { EmulatorOptions } from './emulatorOptions.js';
import { issueRefreshToken, SESSION_TOKEN_LIFETIME_MS } from './auth/tokens.js';
import { activateRoutes, authorizeRoutes, authRoutes, deviceRoutes } from './auth/authRoutes.js';
import { gifRoutes } from './gifs/gifs.js';
import { historyRoutes } from './titles/historyRoutes.js';
import { listRoutes } from './titles/listRoutes.js';
import { mediaRoutes, profileMediaRoutes } from './titles/mediaRoutes.js';
import { pageRoutes, rowRoutes } from './pages/pageRoutes.js';
import { playbackRoutes, scrobbleRoutes } from './titles/playbackRoutes.js';
import { profileImageRoutes, profileRoutes } from './profiles/profileRoutes.js';
import { Problem, problemResponse, jsonResponse } from './http/problem.js';
import { catalogTitles } from './catalog/catalog.js';
import { createIdentifiers, type MakeIdentifier } from './identifiers.js';
import { initialProfiles } from './profiles/profiles.js';
import { randomHex } from './random.js';
import { createTitleIndex, type TitleIndex } from './titles/titleIndex.js';
import { abortReason, delay, untilAborted } from './http/abort.js';
import { connectionLost, faultyResponse } from './faults/faults.js';

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

/** Creates the function that routes the requests of an emulator. */
export function createEmulatorRoutes(state: EmulatorState): HandleRequest {
  const app = new Hono()
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
  return (request) => app.fetch(request);
}

/** Creates the initial state of an emulator. */
export function createEmulatorState(options: EmulatorOptions): EmulatorState {
  const { now = Date.now, sessionLifetimeMs = SESSION_TOKEN_LIFETIME_MS } = options;
  const makeIdentifier = createIdentifiers(options.seed);
  let titles: TitleIndex | undefined;
  return {
    now,
    makeIdentifier,
    secret: randomHex(64),
    sessionLifetimeMs,
    profiles: initialProfiles(options.profiles, now(), makeIdentifier),
    grants: new Map(),
    deviceCodes: new Map(),
    userCodes: new Map(),
    authorizationCodes: new Map(),
    sessions: new Map(),
    pages: new Map(),
    pageIds: new Map(),
    rows: new Map(),
    records: new Map(),
    titles: () => (titles ??= createTitleIndex(options.catalog ?? catalogTitles())),
  };
}

/** Base URL for relative paths. No request is ever sent to it. */
const ANY_ORIGIN = 'https://discovr.invalid';

/** Responds to a request that has arrived at an emulator. */
export type HandleRequest = (request: Request) => Response | Promise<Response>;

/**
 * Creates a `fetch` that responds without a network. Like the native one, it rejects immediately with the signal's
 * reason when the signal aborts, and with a `TypeError` when there is no connection.
 */
function createEmulatorFetch(
  handle: HandleRequest,
  line: EmulatorConnection,
  makeIdentifier: MakeIdentifier,
): typeof globalThis.fetch {
  return async (input, init) => {
    const signal = signalOf(input, init);
    if (signal?.aborted) throw abortReason(signal);
    const request = toRequest(input, init);
    const { pathname: path } = new URL(request.url);
    const logged = line.log.add(request.method, path);
    if (line.isOffline) throw connectionLost();
    const fault = line.faults.take({ method: request.method, path });
    await delay(line.latencyMs, signal);
    const respond = async () => limitedResponse(line.rates.admit({ method: request.method, path })) ?? handle(request);
    const response = await untilAborted(fault ? faultyResponse(fault, respond, signal) : respond(), signal);
    // Id that users can quote when they contact support. The header is inferred.
    response.headers.set('x-request-id', `req_${makeIdentifier('request', 16)}`);
    logged.setStatus(response.status);
    return response;
  };
}

function limitedResponse(retryAfter: number | undefined): Response | undefined {
  if (retryAfter === undefined) return undefined;
  const body = {
    code: 'RATE_LIMITED',
    message: `This route is rate-limited by control.limitRate(). Try again in ${retryAfter} s.`,
  };
  return jsonResponse(body, 429, { 'retry-after': String(retryAfter) });
}

type FetchInput = Parameters<typeof globalThis.fetch>[0];

function isRequest(input: FetchInput): input is Request {
  // Checked by shape, so that a Request from another realm or a polyfill works too.
  return typeof input === 'object' && 'method' in input;
}

function signalOf(input: FetchInput, init: RequestInit | undefined): AbortSignal | undefined {
  return (init?.signal === undefined && isRequest(input) ? input.signal : init?.signal) ?? undefined;
}

function toRequest(input: FetchInput, init: RequestInit | undefined): Request {
  // Without the signal, because the Request of Node rejects the AbortSignal of jsdom.
  return new Request(isRequest(input) ? input : new URL(String(input), ANY_ORIGIN).href, { ...init, signal: null });
}
