'use client';

import { useWatch } from 'react-hook-form';
import type { FilterSpec } from '../../filters/filterSpec.js';
import { filtersFromFormValues, type PageFilterFormValues } from '../../filters/formValues.js';
import type { LabelOf } from '../../filters/vocabulary/vocabulary.js';
import { useLabelOf } from '../../react/filters/useVocabulary.js';
import type { PageFilterFormController } from './types.js';

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
