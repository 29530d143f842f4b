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
