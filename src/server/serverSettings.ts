import { isLoopback, parseUrl } from '../shared/url.js';
import { AUTHORIZE_PATH } from '../api/webSignIn.js';

/** Deadline of a call to the API, in milliseconds: shorter than that of the browser, which repeats calls itself. */
export const UPSTREAM_TIMEOUT_MS = 7_000;

/** Minimum length of a secret, in bytes: the length of the keys derived from it. */
const LEAST_SECRET_BYTES = 32;
/** Lifetime of a refresh token, in seconds. */
const REFRESH_LIFETIME_S = 90 * 24 * 60 * 60;

/** Secret from which the keys of the cookies are derived: a text or bytes, 32 bytes or more, from a random source. */
export type ServerSecret = string | Uint8Array;

/**
 * Store for session tokens, shared by all processes of the app: Redis, a key-value service, or any `unstorage` storage.
 * For 20 seconds after the API replaced a refresh token, it also holds the next one. It receives encrypted texts only.
 */
export interface SessionCache {
  get(key: string): Promise<unknown>;
  /** @param options.ttl seconds after which the entry is no longer needed, at least 1. */
  set(key: string, value: string, options: { ttl: number }): Promise<unknown>;
  del(key: string): Promise<unknown>;
}

/** Options of {@link createDiscovrServer}. */
export interface DiscovrServerOptions {
  /** Client id of the app. */
  readonly clientId: string;
  /**
   * Base URL of the API.
   * @default 'https://api.discovr.media'
   */
  readonly basePath?: string | undefined;
  /**
   * Public origin of the app, such as `https://app.example`. Required in production. Without it, only requests to
   * `localhost` and other loopback addresses are served.
   */
  readonly origin?: string | undefined;
  /** One secret, or several: the first encrypts, and all decrypt, so that secrets can be rotated. */
  readonly secret: ServerSecret | readonly ServerSecret[];
  /**
   * Path under which {@link DiscovrServer.fetch} is mounted.
   * @default '/api/discovr'
   */
  readonly mountPath?: string | undefined;
  /**
   * URL of the sign-in page.
   * @default '/authorize' below the base URL (inferred)
   */
  readonly authorizeUrl?: string | undefined;
  /**
   * Store for session tokens, besides the cookie, and for refresh tokens that have just replaced others, all encrypted.
   * With it, several processes share one mint. Required only if session tokens are too long for a cookie.
   */
  readonly sessionCache?: SessionCache | undefined;
  /**
   * Function that sends every request to the API.
   * @default the global `fetch`
   */
  readonly fetch?: typeof globalThis.fetch | undefined;
  /**
   * Returns the current time in milliseconds.
   * @default Date.now
   */
  readonly now?: (() => number) | undefined;
  readonly cookie?:
    | {
        /**
         * Name of the cookies, without prefix.
         * @default 'discovr'
         */
        readonly name?: string | undefined;
        /**
         * Longest time for which a browser stays signed in after a sign-in, in whole seconds.
         * @default 7_776_000 (90 days)
         */
        readonly maxAgeSeconds?: number | undefined;
      }
    | undefined;
}

/** What is read of a request. The code that renders a page may know only its headers. */
export interface VisitRequest {
  readonly headers: Pick<Headers, 'get'>;
  readonly url?: string | undefined;
}

/** Checked options, with their defaults. */
export interface ServerSettings {
  readonly clientId: string;
  readonly basePath: string;
  readonly secrets: readonly Uint8Array[];
  readonly mountPath: string;
  readonly authorizeUrl: string;
  readonly sessionCache: SessionCache | undefined;
  readonly fetch: typeof globalThis.fetch;
  readonly now: () => number;
  readonly cookieName: string;
  readonly maxAgeSeconds: number;
  /** Returns the app's public origin. Never reads `X-Forwarded-…` or `Host` headers. */
  originOf(request: Pick<VisitRequest, 'url'>): string;
}

/**
 * Checks the options of a server.
 *
 * @throws {TypeError} when an option is missing or unsafe. The message never contains a secret.
 */
export function serverSettings(options: DiscovrServerOptions): ServerSettings {
  const { clientId, secret, fetch, sessionCache, cookie = {}, now = Date.now } = options;
  if (!clientId) throw fault('clientId is missing. Pass the client id of your app.');
  const basePath = (options.basePath ?? 'https://api.discovr.media').replace(/\/+$/, '');
  assertEncrypted(basePath, 'basePath');
  const authorizeUrl = options.authorizeUrl ?? basePath + AUTHORIZE_PATH;
  assertEncrypted(authorizeUrl, 'authorizeUrl');
  const { name: cookieName = 'discovr', maxAgeSeconds = REFRESH_LIFETIME_S } = cookie;
  if (!/^[\w-]+$/.test(cookieName)) throw fault('cookie.name may contain letters, digits, "_" and "-" only.');
  if (!Number.isSafeInteger(maxAgeSeconds) || maxAgeSeconds < 1) {
    throw fault('cookie.maxAgeSeconds must be a whole number of seconds, at least 1.');
  }
  return {
    clientId,
    basePath,
    secrets: secretsOf(secret),
    mountPath: mountPathOf(options.mountPath),
    authorizeUrl,
    sessionCache,
    fetch: portable(fetch ?? ((input, init) => globalThis.fetch(input, init))),
    now,
    cookieName,
    maxAgeSeconds,
    originOf: originReader(options.origin),
  };
}

/** Passes on only what every runtime supports: some throw for `cache`, `credentials` or `redirect: 'error'`. */
function portable(fetch: typeof globalThis.fetch): typeof globalThis.fetch {
  return (input, { method = 'GET', headers = {}, body, signal } = {}) =>
    // A redirect is not followed, because it could send the token to another server.
    fetch(input, { method, headers, redirect: 'manual', ...(body && { body }), ...(signal && { signal }) });
}

function secretsOf(secret: ServerSecret | readonly ServerSecret[]): Uint8Array[] {
  const given: readonly unknown[] = Array.isArray(secret) ? secret : [secret];
  const secrets = given.map((one) => (typeof one === 'string' ? new TextEncoder().encode(one) : one));
  const isLong = (one: unknown): one is Uint8Array => one instanceof Uint8Array && one.length >= LEAST_SECRET_BYTES;
  if (secrets.length > 0 && secrets.every(isLong)) return secrets;
  throw fault(
    `each secret must have ${LEAST_SECRET_BYTES} bytes or more, because it protects the sign-in of every user. Create ` +
      'one with "openssl rand -base64 32", and keep it out of your code.',
  );
}

function mountPathOf(path = '/api/discovr'): string {
  const trimmed = path.replace(/\/+$/, '');
  if (/^(?:\/[\w.~-]+)+$/.test(trimmed)) return trimmed;
  throw fault('mountPath must be a path on the origin of your app, such as "/api/discovr".');
}

function originReader(given: string | undefined): ServerSettings['originOf'] {
  if (given === undefined) {
    if (isProduction()) throw fault('origin is required in production. Pass the public origin, "https://…".');
    // Without its URL, a request counts as sent to this computer over HTTP.
    return ({ url = 'http://localhost' }) => {
      const { origin, hostname } = new URL(url);
      if (isLoopback(hostname)) return origin;
      throw fault('origin is missing. Without it, only requests to localhost are served. Pass the public origin.');
    };
  }
  const url = parseUrl(given);
  if (!url || url.origin === 'null' || given.replace(/\/$/, '') !== url.origin) {
    throw fault('origin must be the public origin of your app without a path, such as "https://app.example".');
  }
  assertEncrypted(given, 'origin');
  return () => url.origin;
}

function isProduction(): boolean {
  try {
    // Bundlers replace it, also for a runtime that has no `process`.
    return process.env.NODE_ENV === 'production';
  } catch {
    return false;
  }
}

function assertEncrypted(address: string, option: string): void {
  const url = parseUrl(address);
  if (url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname))) return;
  throw fault(`${option} must be an https: URL (http: only for localhost), so that tokens are sent encrypted.`);
}

function fault(message: string): TypeError {
  return new TypeError(`discovr-react/server: ${message}`);
}
