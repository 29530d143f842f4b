/** How long `unknown` may last while the store is read, in milliseconds; then nobody is taken to be signed in. */
export const STORE_TIMEOUT_MS = 2_000;

/** Lifetime of a session token, in milliseconds. Longer lifetimes are not believed: the device's clock is then wrong. */
export const SESSION_LIFETIME_MS = 30 * 60_000;

/**
 * How long before its end a session token is no longer used, in milliseconds. It covers a request's way to the server;
 * a longer margin would only mint, and so change the recommendations, more often.
 */
export const RENEWAL_MARGIN_MS = 30_000;

/** The span before that in which a token in use is renewed, in milliseconds, at a moment that chance decides. */
export const RENEWAL_WINDOW_MS = 5 * 60_000;

/**
 * How old a session token must be to be renewed, in milliseconds. Without it, a server that gives tokens of a few
 * milliseconds would be asked for the next one all the time.
 */
export const RENEWAL_LEAST_MS = 30_000;

/** How recently a call must have used the session for it to count as in use, in milliseconds. */
export const IN_USE_MS = 5 * 60_000;

/** How long to wait for another tab that is minting, in milliseconds, before minting without it. */
export const MINT_LOCK_TIMEOUT_MS = 10_000;

/** How long other tabs have to offer their session token, in milliseconds. */
export const TAB_ANSWER_MS = 150;

/**
 * How long other tabs must be quiet before a tab compares itself with the store, in milliseconds. A shorter pause reads
 * the store more often while several tabs act at once; a longer one leaves those tabs apart for longer.
 */
export const TAB_SETTLE_MS = 150;

/** First wait after repeated failures to mint, in milliseconds, doubled each time. */
export const MINT_BACKOFF_MS = 2_000;

/** Longest such wait, in milliseconds. */
export const MINT_BACKOFF_LIMIT_MS = 60_000;

/** First wait before a revocation is tried again, in milliseconds, doubled each time. */
export const REVOCATION_RETRY_MS = 5_000;

/** Longest such wait, in milliseconds. */
export const REVOCATION_RETRY_LIMIT_MS = 5 * 60_000;

/** How often a device asks whether its code was approved, in milliseconds, as Discovr documents it. */
export const DEVICE_POLL_INTERVAL_MS = 5_000;

/** By how much the interval grows each time the server asks for less, in milliseconds (as RFC 8628 has it). */
export const DEVICE_POLL_SLOWER_MS = 5_000;

/**
 * The shortest and the longest time a code is shown, in milliseconds, whatever the server says. A shorter one would be
 * replaced over and over, and a longer one is no code's life.
 */
export const DEVICE_CODE_LIFETIME_MS = { least: 30_000, most: 24 * 60 * 60_000 };

/** How often a sign-in window is looked at, in milliseconds: a page is not told that a window it opened has closed. */
export const POPUP_POLL_INTERVAL_MS = 200;

/**
 * How long after a sign-in window is gone its last message is waited for, in milliseconds: it posts the message and
 * closes at once. The focus comes back to the page within that time, too.
 */
export const POPUP_FAREWELL_MS = 1_000;

/** How long a person may take to sign in by window or redirect, in milliseconds; then it has to be begun again. */
export const WEB_SIGN_IN_LIFETIME_MS = 600_000;
