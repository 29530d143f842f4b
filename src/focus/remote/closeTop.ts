import { escapeForDialog } from './remoteKeys.js';

/**
 * Closes the modal dialog on top, as Escape does, when the app has not handled the Back key.
 *
 * @param scope the dialog on top, or `root` when no dialog is open.
 * @returns whether a dialog was open.
 */
export function closeTop(scope: HTMLElement, root: HTMLElement): boolean {
  if (scope === root) return false;
  if (scope instanceof HTMLDialogElement && 'close' in scope) {
    if (scope.dispatchEvent(new Event('cancel', { cancelable: true }))) scope.close();
  } else {
    const target = scope.contains(document.activeElement) ? document.activeElement : scope;
    target?.dispatchEvent(escapeForDialog());
  }
  return true;
}

/** Hides the popover that was opened last, as Escape does. Returns whether one was open. */
export function hidePopover(): boolean {
  let popovers: HTMLElement[];
  try {
    popovers = [...document.querySelectorAll<HTMLElement>('[popover]:not([popover="manual"]):popover-open')];
  } catch {
    // Before Chromium 114 and in test environments, the selector is unknown.
    return false;
  }
  const last = popovers.pop();
  last?.hidePopover();
  return last !== undefined;
}
