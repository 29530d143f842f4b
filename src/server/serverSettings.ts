import { isLoopback, parseUrl } from '../shared/url.js';
import { AUTHORIZE_PATH } from '../api/webSignIn.js';
import type { DiscovrServerOptions, ServerSecret, SessionCache } from './discovrServerOptions.js';

/** Minimum length of a secret, in bytes: the length of the keys derived from it. */
const LEAST_SECRET_BYTES = 32;
/** Lifetime of a refresh token, in seconds. */
const REFRESH_LIFETIME_S = 90 * 24 * 60 * 60;

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
    fetch: fetch ?? ((input, init) => globalThis.fetch(input, init)),
    now,
    cookieName,
    maxAgeSeconds,
    originOf: originReader(options.origin),
  };
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
