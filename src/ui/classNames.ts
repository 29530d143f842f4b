'use client';

import { createContext, useContext } from 'react';
import { slotClass } from './slotClass.js';

/** Custom class names by slot. Each is added to the stable `discovr-…` class of its element. */
export interface PageFilterFormClassNames {
  /** The `<form>`. */
  root?: string;
  /** Each `<fieldset>` or field group. */
  group?: string;
  /** The name of a group, inside its `<legend>`. */
  legend?: string;
  /** The number of choices next to a legend. */
  count?: string;
  /** The "Clear" button of a group. */
  clearButton?: string;
  /** The note under a group, such as the names of dropped choices. */
  note?: string;
  /** The error message under a field. */
  error?: string;
  /** The list of options of a group. */
  options?: string;
  /** One option: the `<label>` around its checkbox or radio. */
  option?: string;
  /** A search field. */
  search?: string;
  /** The label and input of one bound, or of the page's name. */
  field?: string;
  /** A number, date or text input. */
  input?: string;
  /** A range shortcut. */
  shortcut?: string;
  /** The list of active filters. */
  chips?: string;
  /** One active filter: the button that removes it. */
  chip?: string;
  /** The draft as a sentence. */
  summary?: string;
  /** The bar with the buttons. */
  actions?: string;
  /** The button that applies the filters. */
  applyButton?: string;
  /** The "Undo changes" button. */
  resetButton?: string;
  /** The "Clear all" button. */
  clearAllButton?: string;
  /** The alert that shows why Apply failed. */
  alert?: string;
}

/** Provides the form's class names to everything inside. */
export const ClassNamesContext = createContext<PageFilterFormClassNames | undefined>(undefined);

/** Returns {@link slotClass} with the class names of the surrounding form. */
export function useSlotClass(): (slot: keyof PageFilterFormClassNames, stable: string, more?: string) => string {
  const classNames = useContext(ClassNamesContext);
  return (slot, stable, more) => slotClass(classNames, slot, stable, more);
}
