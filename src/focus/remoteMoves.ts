import type { focusInitially } from './firstFocus.js';
import type { enterBetween } from './remote/enterBetween.js';

/**
 * Lets `<RemoteControl>` take part in the moves between rails and in the first focus of a dialog. Empty until one mounts,
 * so that apps without it do not load its code.
 */
export const remoteMoves: { enterBetween?: typeof enterBetween; focusInitially?: typeof focusInitially } = {};
