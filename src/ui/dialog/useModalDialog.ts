'use client';

import { useEffect, useInsertionEffect, useRef, type RefObject } from 'react';
import { isRemoteBack } from '../../react/navigation/isRemoteBack.js';
import { focusableWithin, focusFirst } from './focusable.js';
import { closeModal, openModal } from './modalDialog.js';
import { lockScroll } from './scrollLock.js';
import { useIsomorphicLayoutEffect } from '../useIsomorphicLayoutEffect.js';

/**
 * Keeps a `<dialog>` as open as it is said to be. While it is open the page behind it does not scroll. Escape, the
 * device's Back gesture for dialogs, and a press beside it ask to close it.
 *
 * @param onClose hears that the person closed it, and once more when it was closed by `isOpen`.
 * @param opener takes the focus when it closes.
 */
export function useModalDialog(
  isOpen: boolean,
  onClose: () => void,
  opener: RefObject<HTMLElement | null>,
): RefObject<HTMLDialogElement | null> {
  const dialog = useRef<HTMLDialogElement>(null);
  const latestOnClose = useRef(onClose);
  useInsertionEffect(() => {
    latestOnClose.current = onClose;
  });

  useIsomorphicLayoutEffect(() => {
    const element = dialog.current;
    if (!element || !isOpen) return undefined;
    openModal(element);
    // Chromium may give the focus to an area that scrolls, which loses it when something in it can be pressed.
    const controls = focusableWithin(element);
    if (!controls.some((control) => control === document.activeElement)) focusFirst(controls);
    const unlock = lockScroll();
    return () => {
      unlock();
      closeModal(element);
      // Browsers go back to what had the focus before, which a pressed button has not everywhere.
      opener.current?.focus();
    };
  }, [isOpen, opener]);

  useEffect(() => {
    const element = dialog.current;
    if (!element) return undefined;
    const close = () => latestOnClose.current();
    const handleClose = () => {
      // Closed by the browser; told late, it may have been opened again since.
      if (!element.open) close();
    };
    // A press that begins inside, such as one that selects text, may end beside it.
    let beganBeside = false;
    const handlePress = ({ target }: Event) => {
      beganBeside = target === element;
    };
    const handleClick = ({ target }: Event) => {
      if (beganBeside && target === element) close();
    };
    // Escape is the browser's; a remote's key would else lead back on the page behind.
    const handleKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.repeat || !isRemoteBack(event)) return;
      event.preventDefault();
      close();
    };
    element.addEventListener('close', handleClose);
    element.addEventListener('keydown', handleKeyDown);
    element.addEventListener('pointerdown', handlePress);
    element.addEventListener('click', handleClick);
    return () => {
      element.removeEventListener('close', handleClose);
      element.removeEventListener('keydown', handleKeyDown);
      element.removeEventListener('pointerdown', handlePress);
      element.removeEventListener('click', handleClick);
    };
  }, []);
  return dialog;
}
