/** Presses a key on the focused element, such as a key of a remote control that browsers under automation cannot press. */
export function pressKey(key: string, { keyCode = 0, repeat = false } = {}): void {
  const event = new KeyboardEvent('keydown', { key, keyCode, repeat, bubbles: true, cancelable: true });
  (document.activeElement ?? document.body).dispatchEvent(event);
}
