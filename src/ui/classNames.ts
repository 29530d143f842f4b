'use client';

import { createContext, useContext } from 'react';
import { slotClass } from './slotClass.js';

/** Own class names by slot; each stands beside the stable `discovr-…` class of the same element. */
export interface PageFilterFormClassNames {
  /** The `<form>`. */
  root?: string;
  /** Each `<fieldset>` or field group. */
  group?: string;
  /** The name of a group, inside its `<legend>`. */
  legend?: string;
  /** The number of choices beside a legend. */
  count?: string;
  /** The "Clear" button of a group. */
  clearButton?: string;
  /** A remark under a group, such as what was dropped. */
  note?: string;
  /** A message under a field that is wrong. */
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
  /** A shortcut button. */
  shortcut?: string;
  /** The list of active filters. */
  chips?: string;
  /** One active filter. */
  chip?: string;
  /** The filter as a sentence. */
  summary?: string;
  /** The bar with the buttons. */
  actions?: string;
  /** The "Apply filters" button. */
  applyButton?: string;
  /** The "Reset" button. */
  resetButton?: string;
  /** The "Clear all" button. */
  clearAllButton?: string;
  /** The message of a failed Apply. */
  alert?: string;
}

/** Class names for everything below. */
export const ClassNamesContext = createContext<PageFilterFormClassNames | undefined>(undefined);

/** Gives {@link slotClass} with the class names of the form around it. */
export function useSlotClass(): (slot: keyof PageFilterFormClassNames, stable: string, more?: string) => string {
  const classNames = useContext(ClassNamesContext);
  return (slot, stable, more) => slotClass(classNames, slot, stable, more);
}
