import { escapeForDialog, isRemoteBack, type RemoteAction } from '../focus/remoteKeys.js';
import { closePopover, topScope } from '../focus/scope.js';

/** Names under which the drop-ins know the actions. */
const NAMES: Readonly<Record<RemoteAction, string>> = {
  up: 'ArrowUp',
  right: 'ArrowRight',
  down: 'ArrowDown',
  left: 'ArrowLeft',
  ok: 'Enter',
  back: 'GoBack',
};

/** Returns the event of the standard key for an action, or `undefined` when the drop-ins know the key itself. */
export function standardKey(event: KeyboardEvent, action: RemoteAction): KeyboardEvent | undefined {
  const key = NAMES[action];
  if (action === 'back' ? isRemoteBack(event) : event.key === key) return undefined;
  return new KeyboardEvent('keydown', { key, repeat: event.repeat, bubbles: true, cancelable: true });
}

/** Controls for which the Enter key submits their form or does nothing. */
const OPTIONS = 'input[type="checkbox"], input[type="radio"]';

/** Elements that the browser activates with the Enter key. */
const NATIVE = 'a[href], button, summary, input';

/**
 * Activates a checkbox, radio button or `<select>`, which the Enter key does not activate. Returns whether the element is
 * one of these.
 */
export function pressOk(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.matches(OPTIONS)) {
    target.click();
    return true;
  }
  if (target instanceof HTMLSelectElement && 'showPicker' in target) {
    target.showPicker();
    return true;
  }
  return false;
}

/** Activates what the browser would activate for the Enter key, which scripts cannot press. */
export function pressEnter(target: EventTarget | null): void {
  if (!pressOk(target) && target instanceof HTMLElement && target.matches(NATIVE)) target.click();
}

/**
 * Closes the modal dialog on top, as Escape does, when the app has not handled the Back key.
 *
 * @param scope the dialog on top, or `root` when no dialog is open.
 * @returns whether a dialog was open.
 */
export function closeTop(scope: HTMLElement, root: HTMLElement): boolean {
  if (scope === root) return false;
  if (scope instanceof HTMLDialogElement && 'close' in scope) cancel(scope);
  else {
    const target = scope.contains(document.activeElement) ? document.activeElement : scope;
    target?.dispatchEvent(escapeForDialog());
  }
  return true;
}

/**
 * Closes the popover that was opened last, as Escape does, or else the dialog without a backdrop that has the focus.
 * Returns whether there was one.
 */
export function closeOverlay(): boolean {
  if (closePopover()) return true;
  const dialog = document.activeElement?.closest<HTMLDialogElement>('dialog[open]');
  if (!dialog || topScope(document.body) !== document.body) return false;
  cancel(dialog);
  return true;
}

/** Closes a dialog, unless the app prevents it. */
function cancel(dialog: HTMLDialogElement): void {
  if (dialog.dispatchEvent(new Event('cancel', { cancelable: true }))) dialog.close();
}
