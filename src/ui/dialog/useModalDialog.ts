'use client';

import { useContext, useEffect, useInsertionEffect, useRef, type RefObject } from 'react';
import { focusableWithin, focusFirst } from '../../focus/focusable.js';
import { isFocusLost } from '../../focus/lastFocus.js';
import { isRemoteBack } from '../../focus/remoteKeys.js';
import { closePopover, isRemoteInUse } from '../../focus/scope.js';
import { focusSuccessor, placeOfControl } from '../../focus/successor.js';
import { useIsomorphicLayoutEffect } from '../../react/hooks.js';
import { fadeBackdrop } from '../motion.js';
import { RemoteContext, type RemoteMoves } from '../remoteContext.js';

/**
 * Opens and closes a `<dialog>` with `isOpen`. While it is open, the page behind does not scroll. Escape, the Back key
 * of a remote control, the Back gesture of a device and a click outside call `onClose`.
 *
 * @param onClose called when the user closes the dialog, and also after it has closed because `isOpen` became `false`.
 * @param opener the element to focus when the dialog closes. If it was removed, hidden or disabled, what took its place
 *   is focused.
 */
export function useModalDialog(
  isOpen: boolean,
  onClose: () => void,
  opener: RefObject<HTMLElement | null>,
): RefObject<HTMLDialogElement | null> {
  const dialog = useRef<HTMLDialogElement>(null);
  const remote = useContext(RemoteContext);
  const latestOnClose = useRef(onClose);
  useInsertionEffect(() => {
    latestOnClose.current = onClose;
  });

  useIsomorphicLayoutEffect(() => {
    const element = dialog.current;
    if (!element || !isOpen) return undefined;
    const place = opener.current && placeOfControl(opener.current);
    const unlock = lockScroll();
    openModal(element);
    focusWithin(element, remote);
    return () => {
      unlock();
      fadeBackdrop(element);
      closeModal(element);
      if (!place) return;
      // Browsers return focus to the element that had it, but Safari does not focus a clicked button.
      focusSuccessor(place, remote?.enterFirst);
      // The render that closes the dialog may remove what has just been focused.
      queueMicrotask(() => isFocusLost(document) && focusSuccessor(place, remote?.enterFirst));
    };
  }, [isOpen, opener, remote]);

  useEffect(() => {
    const element = dialog.current;
    if (!element) return undefined;
    const close = () => latestOnClose.current();
    const handleClose = () => {
      // Browsers fire the event late, so the dialog may be open again.
      if (!element.open) close();
    };
    // The app closes the dialog, not the browser: if the opener was removed, the focus would otherwise be lost until the
    // app renders.
    const handleCancel = (event: Event) => {
      if (event.target !== element || event.defaultPrevented) return;
      event.preventDefault();
      close();
    };
    // A drag that starts inside and ends outside, such as selecting text, must not close the dialog.
    let startedOutside = false;
    const handlePointerDown = (event: MouseEvent) => {
      startedOutside = isOutside(element, event);
    };
    const handleClick = (event: MouseEvent) => {
      if (startedOutside && isOutside(element, event)) close();
    };
    // On Escape, browsers fire `cancel`, but not on the Back key, which would go back in the page behind.
    const handleKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.repeat || !isRemoteBack(event)) return;
      event.preventDefault();
      if (!closePopover()) close();
    };
    element.addEventListener('close', handleClose);
    element.addEventListener('cancel', handleCancel);
    element.addEventListener('keydown', handleKeyDown);
    element.addEventListener('pointerdown', handlePointerDown);
    element.addEventListener('click', handleClick);
    return () => {
      element.removeEventListener('close', handleClose);
      element.removeEventListener('cancel', handleCancel);
      element.removeEventListener('keydown', handleKeyDown);
      element.removeEventListener('pointerdown', handlePointerDown);
      element.removeEventListener('click', handleClick);
    };
  }, []);
  return dialog;
}

/** Whether the pointer is on the backdrop. The dialog is also the target when it is on the padding of the dialog. */
function isOutside(dialog: HTMLDialogElement, { target, clientX, clientY }: MouseEvent): boolean {
  const { left, right, top, bottom } = dialog.getBoundingClientRect();
  return target === dialog && !(clientX >= left && clientX < right && clientY >= top && clientY < bottom);
}

/** Focuses a control of a dialog that has just opened. */
function focusWithin(dialog: HTMLDialogElement, remote: RemoteMoves | undefined): void {
  const controls = focusableWithin(dialog);
  const focused = controls.findIndex((control) => control === document.activeElement);
  // The browser focuses the first control. A user of a remote control may expect another one.
  if (focused <= 0 && isRemoteInUse(dialog) && remote?.focusInitially(dialog)) return;
  // Chromium may focus a scroll area instead of a control. The area loses focus when a control is rendered in it.
  if (focused < 0) focusFirst(controls);
}

/** Opens a `<dialog>` above the page and makes the page inert. Does nothing when the dialog is open. */
function openModal(dialog: HTMLDialogElement): void {
  if (dialog.open) return;
  // Apps may run tests in jsdom, which has no modal dialogs.
  if ('showModal' in dialog) dialog.showModal();
  else (dialog as HTMLElement).setAttribute('open', '');
}

/** Closes a `<dialog>`. Does nothing when it is closed. */
function closeModal(dialog: HTMLDialogElement): void {
  if (!dialog.open) return;
  if ('close' in dialog) dialog.close();
  else (dialog as HTMLElement).removeAttribute('open');
}

/**
 * Returns the control that opens a dialog: the focused one, or the one that was clicked last, because Safari does not
 * focus a clicked button, but what is around it if that has a `tabindex`.
 */
export function openerOf(lastClick: RefObject<HTMLElement | null>): HTMLElement | null {
  const { activeElement: active, body } = document;
  const { current: clicked } = lastClick;
  const isAround = clicked !== null && active !== clicked && active?.contains(clicked);
  return active instanceof HTMLElement && active !== body && !isAround ? active : clicked;
}

let lockCount = 0;
let unlockPage = () => undefined as void;

/**
 * Prevents the page from scrolling until the returned function is called. The page does not shift when its scroll bar
 * disappears. With several locks, it scrolls again when all are released.
 */
export function lockScroll(): () => void {
  if (lockCount === 0) unlockPage = lockPage();
  lockCount += 1;
  let isLocked = true;
  return () => {
    if (!isLocked) return;
    isLocked = false;
    lockCount -= 1;
    if (lockCount === 0) unlockPage();
  };
}

function lockPage(): () => void {
  const { documentElement: page } = document;
  const { style, clientWidth } = page;
  // The text direction does not decide on which side the scroll bar is.
  const side = page.getBoundingClientRect().left + window.scrollX > 0 ? 'paddingLeft' : 'paddingRight';
  const { overflow, [side]: padding } = style;
  style.overflow = 'hidden';
  // With `scrollbar-gutter: stable`, the space of the scroll bar stays.
  const added = window.innerWidth > clientWidth ? page.clientWidth - clientWidth : 0;
  if (added > 0) style[side] = `${added}px`;
  return () => {
    style.overflow = overflow;
    style[side] = padding;
  };
}
