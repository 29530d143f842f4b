/** How long the status may be `unknown` while the store is read, in milliseconds; then it becomes `signedOut`. */
export const STORE_TIMEOUT_MS = 2_000;

/** Longest lifetime of a session token, in milliseconds. A longer one means that the device's clock is wrong. */
export const SESSION_LIFETIME_MS = 30 * 60_000;

/**
 * How long before its expiry calls stop using a session token, in milliseconds. It covers the time a request takes to
 * reach the server. A longer margin would mint more often, and each mint changes the recommendations.
 */
export const RENEWAL_MARGIN_MS = 30_000;

/** Length of the period before that margin in which a token in use is renewed at a random moment, in milliseconds. */
export const RENEWAL_WINDOW_MS = 5 * 60_000;

/**
 * How old a session token must be before it is renewed, in milliseconds. Without this minimum, tokens with a lifetime
 * of a few milliseconds would be renewed in a tight loop.
 */
export const RENEWAL_LEAST_MS = 30_000;

/** How long after its last use by a call a session counts as in use, in milliseconds. */
export const IN_USE_MS = 5 * 60_000;

/** How long to wait for the mint lock while another tab holds it, in milliseconds, before minting without it. */
export const MINT_LOCK_TIMEOUT_MS = 10_000;

/** How long to wait for other tabs to offer their session token, in milliseconds. */
export const TAB_ANSWER_MS = 150;

/**
 * How long other tabs must be quiet before a tab compares its state with the store, in milliseconds. A shorter pause
 * reads the store more often while several tabs act; a longer pause leaves the tabs different for longer.
 */
export const TAB_SETTLE_MS = 150;

/** First wait after the second failed mint in a row, in milliseconds; doubled after each further failure. */
export const MINT_BACKOFF_MS = 2_000;

/** Longest wait after failed mints, in milliseconds. */
export const MINT_BACKOFF_LIMIT_MS = 60_000;

/** First wait before a revocation is retried, in milliseconds; doubled after each failure. */
export const REVOCATION_RETRY_MS = 5_000;

/** Longest wait before a revocation is retried, in milliseconds. */
export const REVOCATION_RETRY_LIMIT_MS = 5 * 60_000;

/** How often a device checks whether its code was approved, in milliseconds, as Discovr documents it. */
export const DEVICE_POLL_INTERVAL_MS = 5_000;

/** How much the interval grows each time the server asks to slow down, in milliseconds (RFC 8628). */
export const DEVICE_POLL_SLOWER_MS = 5_000;

/**
 * Shortest and longest time a device code is shown, in milliseconds, whatever the server says. Codes with a shorter
 * lifetime would be replaced over and over, and no real code lives longer.
 */
export const DEVICE_CODE_LIFETIME_MS = { least: 30_000, most: 24 * 60 * 60_000 };

/** How often to check whether the sign-in popup is closed, in milliseconds: no event reports it. */
export const POPUP_POLL_INTERVAL_MS = 200;

/**
 * How long to wait for a last message after the sign-in popup has closed, in milliseconds: the popup posts its message
 * and closes immediately. The focus also returns to the page within this time.
 */
export const POPUP_FAREWELL_MS = 1_000;

/** How long a sign-in by popup or redirect may take, in milliseconds; after that the user has to start again. */
export const WEB_SIGN_IN_LIFETIME_MS = 600_000;
