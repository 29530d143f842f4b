import type { AddHistoryPayload, ScrobbleTv } from '../api/history.js';
import type { Drift } from '../api/drift.js';
import type { PagingOptions } from '../api/paging.js';
import type { AddPlaybackPayload, PatchPlaybackPayload } from '../api/playback.js';
import type { CallOptions, TransportOptions } from '../api/transport.js';
import { memoryCredentialStore, namespaceOf, type CredentialStore } from '../session/credential.js';
import type { SessionState } from '../session/sessionState.js';
import type { Platform } from '../platform/platform.js';
import type { WebSignInOptions } from '../session/web/environment.js';
import type { Lifetime } from '../shared/lifetime.js';
import type { Trace } from '../shared/trace.js';
import { isLoopback, parseUrl } from '../shared/url.js';
import type { SessionSource } from './backEnd.js';

/** Options of `DiscovrClient`. */
export interface DiscovrClientOptions {
  /**
   * Base URL of the API. It must be `https:`, or `http:` on this computer. For a proxy, it can also be a path of the
   * app's origin, such as `/discovr`.
   * @default 'https://api.discovr.media'
   */
  basePath?: string | undefined;
  /**
   * Whether `basePath` and `authorizeUrl` may use `http:` to another computer, for example when developing for a
   * television. Tokens then travel unencrypted.
   * @default false
   */
  allowInsecureBasePath?: boolean | undefined;
  /**
   * Function that sends every request.
   * @default the global `fetch`
   */
  fetch?: typeof globalThis.fetch | undefined;
  /**
   * Store that keeps the credential, or a function that creates one for a client namespace. The namespace depends on
   * the client id and the `basePath`, so that two apps on one origin do not share a credential.
   * @default a store in memory, so that no credential is ever written to disk
   */
  credentialStore?: CredentialStore | ((namespace: string) => CredentialStore) | undefined;
  /** The app's back end, if it keeps the refresh token away from the browser. Replaces `credentialStore`. */
  sessionSource?: SessionSource | undefined;
  /**
   * Whether each tab has its own active profile. Otherwise, choosing a profile in one tab switches all tabs of the app.
   * @default false
   */
  profilePerTab?: boolean | undefined;
  /**
   * Deadline of a call in milliseconds, including all attempts, the waits between them, and reading the body.
   * @default 15000
   */
  timeoutMs?: number | undefined;
  /**
   * Maximum number of retries after a temporary failure, within the deadline. Only reads, the mint of a session token and
   * the creation of a page are repeated.
   * @default 2
   */
  retries?: number | undefined;
  /** Options of `signInWithPopup` and `signInWithWebAuth`. */
  webSignIn?: WebSignInOptions | undefined;
  /**
   * Function that returns the time of this device, in Unix milliseconds.
   * @default Date.now
   */
  now?: (() => number) | undefined;
  /**
   * Called with each difference between a response and what this version of the library reads of it, such as an unknown
   * field or an omitted item, once for each route and path, and for 1,000 of them at most. For development and
   * monitoring: its code loads, and compares each response, only if this option is given.
   */
  onDrift?: ((drift: Drift) => void) | undefined;
}

/** State passed to listeners of `DiscovrClient.onAuthStateChanged`. */
export interface AuthStateChange {
  readonly signedIn: boolean;
  /** The whole session state, including whether it is known yet and which profile is active. */
  readonly session: SessionState;
}

/** Result of `DiscovrClient.signOut`. */
export interface SignOutResult {
  /** Whether Discovr revoked the sign-in. If Discovr was unreachable, the client retries until the app is closed. */
  readonly revoked: boolean;
}

/** Options of `iterateRows` and `iterateItems`. */
export type IterateOptions = Omit<PagingOptions, 'nextPageToken'>;

/** Options of `addHistoryItem`. */
export interface AddHistoryItemOptions extends Omit<AddHistoryPayload, 'mediaId'>, CallOptions {}

/** Options of `addPlaybackItem`. */
export interface AddPlaybackItemOptions extends Omit<AddPlaybackPayload, 'mediaId'>, CallOptions {}

/** Options of `patchPlaybackItem`. */
export interface PatchPlaybackItemOptions extends Omit<PatchPlaybackPayload, 'mediaId'>, CallOptions {}

/** Options of `scrobble` and `scrobbleSkip`. */
export interface ScrobbleOptions extends CallOptions {
  /** Episode that is played, for a series. Numbers of seasons and episodes start at 1. */
  tv?: ScrobbleTv | undefined;
}

/** Options of a client after validation, with their defaults. */
interface ClientSettings {
  readonly transport: TransportOptions;
  /** Name of the database, channel and locks that the tabs of the app share. */
  readonly namespace: string;
  readonly store: CredentialStore;
  readonly storeTimeoutMs: number | undefined;
}

/** What the parts of a client share. */
interface ClientParts {
  readonly lifetime: Lifetime;
  readonly platform: Pick<Platform, 'address' | 'onLeave'>;
  readonly trace: Trace;
}

/**
 * Validates the options of a client, and returns its settings.
 *
 * @throws {TypeError} when the options contradict each other, the client id is missing, or a URL is not encrypted.
 */
export function settingsOf(
  clientId: string,
  options: DiscovrClientOptions,
  { lifetime, platform, trace }: ClientParts,
): ClientSettings {
  const { sessionSource, timeoutMs = 15_000, retries, fetch, webSignIn } = options;
  if (!clientId) {
    throw new TypeError("DiscovrClient needs your app's client id as its first argument.");
  }
  if (sessionSource && options.credentialStore) {
    throw new TypeError(
      'DiscovrClient takes a sessionSource or a credentialStore, not both: a sessionSource keeps the credential itself.',
    );
  }
  const basePath = (options.basePath ?? 'https://api.discovr.media').replace(/\/+$/, '');
  if (!options.allowInsecureBasePath) {
    const page = platform.address();
    assertSecureUrl(basePath, 'basePath', page);
    if (webSignIn?.authorizeUrl) assertSecureUrl(webSignIn.authorizeUrl, 'authorizeUrl', page);
  }
  const namespace = namespaceOf(basePath, clientId);
  const { credentialStore = sessionSource?.store ?? memoryCredentialStore() } = options;
  return {
    transport: {
      basePath,
      // Looked up on each call, because instrumentation or a test may replace the global fetch later.
      fetch: fetch ?? ((input, init) => globalThis.fetch(input, init)),
      timeoutMs,
      retries,
      onLeave: platform.onLeave,
      lifetime,
      trace,
      onDrift: options.onDrift,
    },
    namespace,
    store: typeof credentialStore === 'function' ? credentialStore(namespace) : credentialStore,
    // A session source is read over the network, so the read has the timeout of a request.
    storeTimeoutMs: sessionSource && timeoutMs,
  };
}

/**
 * Rejects a URL to which tokens would travel unencrypted: `http:`, except to this computer. Accepts a path of the app's
 * origin.
 *
 * @param option name of the option, for the error message.
 * @param page URL of the page, or an empty string when there is none.
 * @throws {TypeError} when the URL is not secure.
 */
export function assertSecureUrl(urlOrPath: string, option: string, page: string): void {
  const appOrigin = parseUrl(page)?.origin;
  const absolute = parseUrl(urlOrPath);
  // `//host` is not an absolute URL, but it leads to another host.
  const url = absolute ?? parseUrl(urlOrPath, appOrigin === 'null' ? undefined : appOrigin);
  if (url?.protocol !== 'http:' || isLoopback(url.hostname) || (!absolute && url.origin === appOrigin)) return;
  throw new TypeError(
    `discovr-react: the ${option} ${url.origin} is not encrypted, so others on the network could read the tokens ` +
      "sent there. Use https: or a path on the app's origin. On a network you trust, " +
      'pass allowInsecureBasePath: true.',
  );
}
