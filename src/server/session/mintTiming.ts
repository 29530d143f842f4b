import { UPSTREAM_TIMEOUT_MS } from '../upstream/upstream.js';

/** A session with less time left than this is not returned, in milliseconds. */
export const MARGIN_MS = 60_000;

/** How often a process checks whether another one has finished its mint, in milliseconds. */
export const POLL_MS = 50;

/**
 * How long a process waits for a claim that stays in the cache, in milliseconds: longer than a mint takes. Together with
 * a mint of its own, it is shorter than the browser's deadline of 15 seconds.
 */
export const PATIENCE_MS = UPSTREAM_TIMEOUT_MS + 500;

/** How long a result serves requests that began before the browser had its cookie, in milliseconds. */
export const RECENT_MS = 10_000;

/**
 * How long the end of a sign-in and the replacement of a refresh token are remembered, in milliseconds: longer than a
 * request waits for another process, mints and calls the cache.
 */
export const ENDED_MS = PATIENCE_MS + UPSTREAM_TIMEOUT_MS + 5_500;
