'use client';

import { useState } from 'react';
import type { Profile } from '../../api/schemas/profile.js';

/** The tile that makes a profile, among the keys of tiles, which else are ids of profiles. */
export const ADD_TILE = '+';

/** The button that gets the focus when the tiles are shown next. */
export interface FocusWish {
  readonly tile: string;
  readonly action: 'main' | 'delete';
}

/** What a picker shows. */
export interface PickerView {
  readonly mode: 'choosing' | 'managing';
  readonly form?: { readonly kind: 'create' } | { readonly kind: 'edit'; readonly profile: Profile };
  /** The profile whose deletion is asked about. */
  readonly deleting?: Profile;
  readonly focus?: FocusWish;
}

/** What {@link usePickerView} gives. */
export interface UsePickerViewResult {
  readonly view: PickerView;
  /** Nobody has done anything yet, so nothing may take the focus. */
  readonly isUntouched: boolean;
  toggleManaging(): void;
  add(): void;
  edit(profile: Profile): void;
  /** Leaves the form for the tiles. */
  closeForm(focusedTile: string): void;
  askToDelete(profile: Profile): void;
  closeDialog(focus: FocusWish): void;
}

const START: PickerView = { mode: 'choosing' };
/** Begins at the active tile, or else the first. */
const START_FOCUSED: PickerView = { mode: 'choosing', focus: { tile: '', action: 'main' } };

/**
 * Holds what a picker shows, and where the focus goes next.
 *
 * @param isLoaded whether there is a list. Without one it begins anew: what was open belonged to somebody else's.
 * @param takesFocus whether what is shown first gets the focus.
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
    closeForm: (tile) => setView(({ mode }) => ({ mode, focus: { tile, action: 'main' } })),
    askToDelete: (deleting) => setView(({ mode }) => ({ mode, deleting })),
    closeDialog: (focus) => setView(({ mode }) => ({ mode, focus })),
  };
}
