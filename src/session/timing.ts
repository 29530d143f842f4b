/** How long `unknown` may last while the store is read, in milliseconds; then nobody is taken to be signed in. */
export const STORE_TIMEOUT_MS = 2_000;

/** Lifetime of a session token, in milliseconds. Longer lifetimes are not believed: the device's clock is then wrong. */
export const SESSION_LIFETIME_MS = 30 * 60_000;

/**
 * How long before its end a session token is no longer used, in milliseconds. It covers a request's way to the server;
 * a longer margin would only mint, and so change the recommendations, more often.
 */
export const RENEWAL_MARGIN_MS = 30_000;
