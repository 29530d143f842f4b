/** Milliseconds after which what other devices change, too, is fetched again when it is next shown. */
export const STALE_AFTER_MS = 30_000;
