/** Names of the Back key of remotes. */
const BACK_KEYS = new Set(['GoBack', 'BrowserBack', 'XF86Back']);

/** Numbers of the same key where it has no name of its own: Tizen and webOS. */
const BACK_KEY_CODES = new Set([10_009, 461]);

/** Tells whether a key is the Back key of a remote. */
export function isRemoteBack(event: KeyboardEvent): boolean {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.isComposing) return false;
  // Engines of televisions give the key a number only.
  return BACK_KEYS.has(event.key) || BACK_KEY_CODES.has(event.keyCode);
}
