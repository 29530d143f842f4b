'use client';

import { createContext, useContext } from 'react';

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

/** Class names by slot that an app passes to a drop-in. */
type ClassNames<Slot extends string> = { readonly [Name in Slot]?: string | undefined } | undefined;

/**
 * Returns the class attribute of a slot: the stable `discovr-…` classes, the app's class for the slot, and `more`.
 *
 * @param classNames the app's class names for all slots.
 */
export function slotClass<Slot extends string>(
  classNames: ClassNames<NoInfer<Slot>>,
  slot: Slot,
  stable: string,
  more?: string,
): string {
  return joinClasses(stable, classNames?.[slot], more);
}

/** Joins class names and omits empty ones. */
export function joinClasses(...names: readonly (string | undefined)[]): string {
  return names.filter(Boolean).join(' ');
}
