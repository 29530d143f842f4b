/** What a key of a remote control does. */
export type RemoteAction = 'up' | 'right' | 'down' | 'left' | 'ok' | 'back';

/**
 * Keys of each action: a name as in `KeyboardEvent.key`, or a number as in `KeyboardEvent.keyCode`, because some
 * televisions report only the number.
 */
export type RemoteKeys = Readonly<Record<RemoteAction, readonly (string | number)[]>>;

/**
 * Keys of the remote controls and game pads of Tizen, webOS, Android TV and Xbox. To add keys of another device, pass
 * an object with additional keys to `<RemoteControl keys>`.
 *
 * Sources: the key tables of Samsung (Tizen: Back 10009) and LG (webOS: Back 461), the UI Events standard (`GoBack`,
 * `BrowserBack`), and the virtual-key codes of Windows (game pads: 195 to 214).
 */
export const remoteKeys: RemoteKeys = {
  up: ['ArrowUp', 'Up', 203, 211],
  right: ['ArrowRight', 'Right', 206, 213],
  down: ['ArrowDown', 'Down', 204, 212],
  left: ['ArrowLeft', 'Left', 205, 214],
  ok: ['Enter', 'Select', 195],
  back: ['GoBack', 'BrowserBack', 'XF86Back', 10_009, 461, 196],
};

/** Returns the action of a key, or `undefined` for other keys and while a modifier is held or text is composed. */
export function remoteActionOf(event: KeyboardEvent, keys: RemoteKeys = remoteKeys): RemoteAction | undefined {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || isOfInputMethod(event)) return undefined;
  return ACTIONS.find((action) => keys[action].some((key) => key === event.key || key === event.keyCode));
}

const ACTIONS: readonly RemoteAction[] = ['up', 'right', 'down', 'left', 'ok', 'back'];

/**
 * Whether a key is for an input method editor, such as the Enter that chooses a word. Safari sends it after the end of the
 * composition (WebKit bug 165004), with this number.
 */
export const isOfInputMethod = (event: KeyboardEvent): boolean => event.isComposing || event.keyCode === 229;

/** Whether a key is the Back key of a remote control. */
export function isRemoteBack(event: KeyboardEvent): boolean {
  return remoteActionOf(event) === 'back';
}

/** Adds the keys of a device to the default keys. */
export function withKeys(more: Partial<RemoteKeys> = {}): RemoteKeys {
  const added = (action: RemoteAction) => [...remoteKeys[action], ...(more[action] ?? [])];
  return {
    up: added('up'),
    right: added('right'),
    down: added('down'),
    left: added('left'),
    ok: added('ok'),
    back: added('back'),
  };
}

/** Keys that some remote controls send for Back, and that have another meaning in a field. */
const KEYS_OF_FIELDS = ['Escape', 'Backspace'];

/** Escape keys that are only for a dialog. */
const forDialogs = new WeakSet<Event>();

/** Returns an Escape key that closes a dialog. No other level goes back because of it. */
export function escapeForDialog(): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true });
  forDialogs.add(event);
  return event;
}

/** Whether a key is from {@link escapeForDialog}. */
export const isForDialog = (event: KeyboardEvent): boolean => forDialogs.has(event);

/** Whether a key is the Back key, or, outside of fields, Escape or Backspace. A field may be in a shadow tree. */
export function isBackKey(event: KeyboardEvent): boolean {
  if (isForDialog(event)) return false;
  if (isRemoteBack(event)) return true;
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || isOfInputMethod(event)) return false;
  return KEYS_OF_FIELDS.includes(event.key) && !isEditable(event.composedPath()[0] ?? null);
}

function isEditable(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.matches('input, textarea, select, [contenteditable], [role="textbox"]');
}
