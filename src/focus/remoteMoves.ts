import type { enterBetween } from './remote/enterBetween.js';

/**
 * Lets `<RemoteControl>` take part in the moves between rails. Empty until one mounts, so that apps without it do not
 * load its code.
 */
export const remoteMoves: { enterBetween?: typeof enterBetween } = {};
