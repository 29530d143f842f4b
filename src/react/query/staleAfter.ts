/** Milliseconds after which data that other devices can also change is refetched when it is next shown. */
export const STALE_AFTER_MS = 30_000;
