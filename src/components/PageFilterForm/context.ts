'use client';

import { replaceEqualDeep } from '@tanstack/react-query';
import { createContext, useCallback, useContext, useEffect, useRef, useSyncExternalStore } from 'react';
import { filterFields, filterKinds, isRangeKind } from '../../filters/filterFields.js';
import type { FilterSpec } from '../../filters/filterSpec.js';
import { filtersFromFormValues, formValuesFromFilters, type PageFilterFormValues } from '../../filters/formValues.js';
import type { LabelOf, VocabularyKind } from '../../filters/vocabulary/vocabulary.js';
import { perObject } from '../../messages/perObject.js';
import { useLabelOf } from '../../react/filters/useVocabulary.js';
import { showFieldMessage } from '../../ui/useUncoveredFocus.js';
import { fieldErrorText, type FieldName } from './fieldErrors.js';
import type { PageFilterFormController } from './types.js';

/** Provides the form to its parts. */
export const PageFilterFormContext = createContext<PageFilterFormController | null>(null);

/** Provides the level of the form's heading to its parts. */
export const HeadingLevelContext = createContext<2 | 3 | 4>(2);

/** Provides the text of the button that applies the draft, when it is not the form's `apply` message. */
export const ApplyTextContext = createContext<string | undefined>(undefined);

/**
 * Returns the form that contains the calling part, without its draft.
 *
 * @throws {Error} when called outside a form.
 */
export function useFormController(): PageFilterFormController {
  const controller = useContext(PageFilterFormContext);
  if (controller) return controller;
  throw new Error(
    'discovr-react: a part of the page filter form was rendered outside the form. ' +
      'Render it inside <PageFilterForm> or <PageFilterFormRoot>.',
  );
}

/** The draft of a form. Values that have not changed are the same objects. */
const draftOf = perObject((form: PageFilterFormController['form']) => {
  let values = form.getValues();
  return {
    subscribe: (listener: () => void) =>
      form.subscribe({ formState: { values: true, errors: true }, callback: listener }),
    getValues: () => (values = replaceEqualDeep(values, form.getValues())),
  };
});

/**
 * Returns the values and the filters of the current draft, and the labels of its choices. Renders again when the draft
 * changes.
 */
export function useDraft({ form, vocabulary, knownOptions }: PageFilterFormController): {
  values: PageFilterFormValues;
  draftFilters: FilterSpec;
  labelOf: LabelOf;
} {
  const { subscribe, getValues } = draftOf(form);
  const values = useSyncExternalStore(subscribe, getValues, getValues);
  const draftFilters = filtersFromFormValues(values);
  const labelOf = useLabelOf(vocabulary, draftFilters, knownOptions);
  return { values, draftFilters, labelOf };
}

/**
 * Changes the draft of a form from some filters to others. Kinds that are the same in both keep their text, even if it
 * is half typed. Choices that the new type or regions do not offer are dropped, as for an edit.
 */
export function changeDraft(
  { form, setRegions, setRange, setMediaType }: PageFilterFormController,
  from: FilterSpec,
  to: FilterSpec,
): void {
  const name = form.getValues('name');
  const [before, after] = [formValuesFromFilters(from, name), formValuesFromFilters(to, name)];
  const hasChanged = (field: keyof PageFilterFormValues) => String(before[field]) !== String(after[field]);
  for (const field of ['genres', 'keywords', 'watchProviders'] as const) {
    if (!hasChanged(field)) continue;
    form.setValue(field, after[field], { shouldDirty: true });
    form.clearErrors(field);
  }
  for (const range of filterKinds.filter(isRangeKind)) {
    const [lower, upper] = filterFields[range].fields;
    if (hasChanged(lower) || hasChanged(upper)) setRange(range, after[lower], after[upper]);
  }
  // Last, because they drop choices of other fields.
  if (hasChanged('regions')) setRegions(after.regions);
  if (hasChanged('mediaType')) setMediaType(after.mediaType);
}

/** Returns the value of a field of the draft. Renders again when it changes. */
export function useValue<Name extends FieldName>(
  { form }: PageFilterFormController,
  name: Name,
): PageFilterFormValues[Name] {
  const { subscribe, getValues } = draftOf(form);
  const read = () => getValues()[name];
  return useSyncExternalStore(subscribe, read, read);
}

/** A field of the draft, as a part of the form shows it. */
interface Field<Value> {
  readonly value: Value;
  /** Error message of the field. */
  readonly error: string | undefined;
  /** Receives the element that gets the focus when the field is invalid. */
  readonly focusRef: (element: HTMLElement | null) => void;
  readonly onChange: (value: Value) => void;
  readonly onBlur: () => void;
}

/**
 * Registers a field of the draft and returns it. Renders again when its value or its error changes. Does what
 * `useController` of react-hook-form does for a form whose fields are known, with a fraction of its code and time.
 */
export function useField<Name extends FieldName>(
  controller: PageFilterFormController,
  name: Name,
): Field<PageFilterFormValues[Name]> {
  const { form } = controller;
  const { subscribe } = draftOf(form);
  const value = useValue(controller, name);
  const readError = () => form.getFieldState(name).error;
  const error = useSyncExternalStore(subscribe, readError, readError);
  const focused = useRef<HTMLElement>(null);
  const focusRef = useCallback((element: HTMLElement | null) => {
    focused.current = element;
  }, []);
  // Fields get the focus in the order in which they are registered, which is that of the first render.
  form.register(name);
  useEffect(() => {
    // Called again when the messages are shown.
    const focus = () => {
      focused.current?.focus();
      if (focused.current) showFieldMessage(focused.current);
    };
    // With the type, react-hook-form does not take it for an element without one.
    const target = { name, type: 'custom', focus };
    const register = () => form.register(name).ref(target);
    register();
    // A reset of the form forgets its fields.
    return subscribe(register);
  }, [form, name, subscribe]);
  const send = (type: 'change' | 'blur', next: PageFilterFormValues[Name]) =>
    void form.register(name).onChange({ target: { name, value: next }, type });
  return {
    value,
    error: fieldErrorText(error, controller.messages),
    focusRef,
    onChange: (next) => send('change', next),
    onBlur: () => send('blur', form.getValues(name)),
  };
}

/** Returns a function that names a chosen id, even if the current list lacks it. Without a name, it returns the id. */
export function useNameOf(
  { vocabulary, knownOptions }: PageFilterFormController,
  kind: VocabularyKind,
  chosen: readonly string[],
): (id: string) => string {
  const labelOf = useLabelOf(vocabulary, { [filterFields[kind].keys[0]]: chosen }, knownOptions);
  return (id) => labelOf(kind, id) ?? id;
}
