/** Names of the Back key on remote controls. */
const BACK_KEYS = new Set(['GoBack', 'BrowserBack', 'XF86Back']);

/** Codes of the Back key on Tizen and webOS, where it has no name. */
const BACK_KEY_CODES = new Set([10_009, 461]);

/** Whether a key is the Back key of a remote control. */
export function isRemoteBack(event: KeyboardEvent): boolean {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.isComposing) return false;
  // Some TV browsers report only the code of the key.
  return BACK_KEYS.has(event.key) || BACK_KEY_CODES.has(event.keyCode);
}
