'use client';

import { useContext, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import type { Profile } from '../../api/profiles.js';
import { focusableWithin, focusFirst } from '../../focus/focusable.js';
import { isBackKey, isOfInputMethod, isRemoteBack } from '../../focus/remoteKeys.js';
import { isRemoteInUse } from '../../focus/scope.js';
import { useIsomorphicLayoutEffect } from '../../react/hooks.js';
import { keyMoveOf } from '../../ui/arrowKeys.js';
import { RemoteContext } from '../../ui/remoteContext.js';
import { useLostFocus } from '../../ui/useViewFocus.js';

/** Key of the tile that adds a profile. The keys of the other tiles are profile ids. */
export const ADD_TILE = '+';

/** The tile to focus when the tiles are shown again. */
export interface FocusTarget {
  readonly tile: string;
}

/** View state of a picker. */
export interface PickerView {
  readonly mode: 'choosing' | 'managing';
  readonly form?: { readonly kind: 'create' } | { readonly kind: 'edit'; readonly profile: Profile };
  /** The profile that the user deletes from its tile, not from its form, and whose deletion is not confirmed yet. */
  readonly deleting?: Profile;
  readonly focus?: FocusTarget;
}

export interface UsePickerViewResult {
  readonly view: PickerView;
  /** Whether this is the initial view and must not take focus. */
  readonly isUntouched: boolean;
  toggleManaging(): void;
  add(): void;
  edit(profile: Profile): void;
  /** Returns from the form to the tiles and focuses a tile, unless the form is closed already. */
  closeForm(focusedTile: string): void;
  askToDelete(profile: Profile): void;
  closeDialog(focusedTile: string): void;
  /** Returns from the form to the tiles, or from managing to choosing. Returns whether there was a step back. */
  back(): boolean;
}

const START: PickerView = { mode: 'choosing' };
/** The start of a picker that takes the focus. {@link usePickerFocus} decides where it goes. */
const START_FOCUSED: PickerView = { mode: 'choosing' };
/** Focuses the tile of the active profile, or the first tile. */
const CHOOSING_AGAIN: PickerView = { mode: 'choosing', focus: { tile: '' } };

/**
 * Holds the view state of a picker and the button to focus next.
 *
 * @param isLoaded whether the list is loaded. If not, the view is reset, because an open form could belong to the list
 *   of another user.
 * @param takesFocus whether the initial view takes focus.
 */
export function usePickerView(isLoaded: boolean, takesFocus: boolean): UsePickerViewResult {
  const start = takesFocus ? START_FOCUSED : START;
  const [view, setView] = useState(start);
  if (!isLoaded && view !== start) setView(start);
  return {
    view,
    isUntouched: view === START,
    toggleManaging: () => setView(({ mode }) => ({ mode: mode === 'managing' ? 'choosing' : 'managing' })),
    add: () => setView(({ mode }) => ({ mode, form: { kind: 'create' } })),
    edit: (profile) => setView(({ mode }) => ({ mode, form: { kind: 'edit', profile } })),
    closeForm: (tile) => setView((now) => (now.form === view.form ? { mode: now.mode, focus: { tile } } : now)),
    askToDelete: (deleting) => setView(({ mode }) => ({ mode, deleting })),
    closeDialog: (tile) =>
      setView((now) => (now.deleting === view.deleting ? { mode: now.mode, focus: { tile } } : now)),
    back() {
      const { mode, form } = view;
      if (form) setView({ mode, focus: { tile: form.kind === 'edit' ? form.profile.id : ADD_TILE } });
      else if (mode === 'managing') setView(CHOOSING_AGAIN);
      else return false;
      return true;
    },
  };
}

/**
 * Keeps the focus in a picker whose content changes: on the tiles, the form or the button of a notice. While the
 * profiles load, the picker itself has the focus. Then the active profile gets it. If there is none, the heading gets
 * it, so that a second press of the key that led here chooses nobody's profile. A remote control needs a control: the
 * first profile.
 *
 * @param state name of the current state.
 * @param takesFocus whether the picker takes focus when it appears.
 * @returns the ref of the picker, which needs a `tabindex`.
 */
export function usePickerFocus(state: string, takesFocus: boolean): RefObject<HTMLElement | null> {
  const root = useRef<HTMLElement>(null);
  const shown = useRef<string>(undefined);
  // In a dialog that opens, the focus is elsewhere while the profiles load.
  const isArriving = useRef(takesFocus);
  const remote = useContext(RemoteContext);
  useLostFocus(root, enter);

  useIsomorphicLayoutEffect(() => {
    const hasChanged = shown.current !== state;
    shown.current = state;
    const picker = root.current;
    if (!picker || !hasChanged) return;
    const { activeElement } = picker.ownerDocument;
    if (activeElement !== picker && !(isArriving.current && !picker.contains(activeElement))) return;
    const tile = picker.querySelector('button.discovr-ProfileTile');
    isArriving.current &&= tile === null;
    const isChosen = picker.querySelector('.discovr-ProfileTile[data-active]') !== null;
    const title = picker.querySelector<HTMLElement>('.discovr-ProfilePicker-title');
    if (tile && title && !isChosen && !remote) title.focus({ preventScroll: true });
    else enter(picker);
  });
  return root;
}

/** Focuses the first control of the content, otherwise the picker. */
function enter(picker: HTMLElement): void {
  if (!focusContent(picker)) picker.focus({ preventScroll: true });
}

const focusContent = (picker: HTMLElement) =>
  focusFirst([...picker.querySelectorAll(CONTENT)].flatMap(focusableWithin));

/** Moves the focus from the title to the tiles with an arrow key, as some remote controls have no other keys. */
export function leaveTitle(event: KeyboardEvent<HTMLElement>): boolean {
  const { key, currentTarget, target } = event;
  const isTitle = (target as Element).classList.contains('discovr-ProfilePicker-title');
  return isTitle && key.startsWith('Arrow') && keyMoveOf(event) !== undefined && focusContent(currentTarget);
}

const FORM = '.discovr-ProfileForm';

/** Selector of what a picker shows below its brand and title. */
const CONTENT = `.discovr-ProfileTiles, ${FORM}, .discovr-StateNotice`;

/**
 * Whether a key leads back to the tiles: Escape in the form, the Back key of a remote control and, while one is in use,
 * Escape and Backspace. In a field that is being edited with a remote control, Back ends the editing. In a search with a
 * text, Escape clears it.
 */
export function isBackFromStep({ nativeEvent, currentTarget, target }: KeyboardEvent): boolean {
  if (nativeEvent.defaultPrevented || nativeEvent.repeat || isOfInputMethod(nativeEvent)) return false;
  const isRemote = isRemoteInUse(currentTarget);
  const element = target as Element;
  // The question over the picker handles its keys.
  const question = element.closest('dialog');
  if (question && currentTarget.contains(question)) return false;
  if (nativeEvent.key === 'Escape' && !isRemote) return element.closest(FORM) !== null && !isFilledSearch(element);
  return !element.matches(':read-write') && (isRemoteBack(nativeEvent) || (isRemote && isBackKey(nativeEvent)));
}

const isFilledSearch = (element: Element) =>
  element instanceof HTMLInputElement && element.type === 'search' && element.value !== '';
