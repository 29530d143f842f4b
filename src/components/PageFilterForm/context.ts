'use client';

import { createContext, useContext } from 'react';
import { useWatch } from 'react-hook-form';
import { filterFields } from '../../filters/filterFields.js';
import type { FilterSpec } from '../../filters/filterSpec.js';
import { filtersFromFormValues, type PageFilterFormValues } from '../../filters/formValues.js';
import type { LabelOf, VocabularyKind } from '../../filters/vocabulary/vocabulary.js';
import { useLabelOf } from '../../react/filters/useVocabulary.js';
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

/**
 * Returns the values and the filters of the current draft, and the labels of its choices. Renders again when the draft
 * changes.
 */
export function useDraft({ form, vocabulary, knownOptions }: PageFilterFormController): {
  values: PageFilterFormValues;
  draftFilters: FilterSpec;
  labelOf: LabelOf;
} {
  // Every field has a default value, so none is missing.
  const values = useWatch({ control: form.control }) as PageFilterFormValues;
  const draftFilters = filtersFromFormValues(values);
  const labelOf = useLabelOf(vocabulary, draftFilters, knownOptions);
  return { values, draftFilters, labelOf };
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
