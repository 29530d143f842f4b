/** How long a test waits for what it expects, in milliseconds: long enough for a busy machine. A passing test never waits this long. */
export const PATIENCE_MS = 30_000;
