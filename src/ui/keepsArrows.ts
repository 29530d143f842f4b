/** Controls in which the arrow keys move the caret or change the value. */
const KEEPS_ARROWS =
  'input:not([type=checkbox]):not([type=button]):not([type=submit]), select, textarea, [contenteditable], [role=slider]';

/**
 * Whether the arrow keys belong to the control that has the focus, such as a field of the app, so that they do not move
 * the focus. `<RemoteControl>` moves it from a field into which the user does not type.
 */
export function keepsArrows(target: EventTarget): boolean {
  return target instanceof Element && target.closest(KEEPS_ARROWS) !== null;
}
