'use client';

import { useWatch } from 'react-hook-form';
import type { FilterSpec } from '../../filters/filterSpec.js';
import { filtersFromFormValues, type PageFilterFormValues } from '../../filters/formValues.js';
import type { LabelOf } from '../../filters/vocabulary/vocabulary.js';
import { useLabelOf } from '../../react/filters/useLabelOf.js';
import type { PageFilterFormController } from './types.js';

/** What the form says right now, with names for what is chosen. Renders again with each change of the draft. */
export function useDraft({ form, vocabulary, optionsMet }: PageFilterFormController): {
  draftFilters: FilterSpec;
  labelOf: LabelOf;
} {
  // Every field has a default value, so none is missing.
  const values = useWatch({ control: form.control }) as PageFilterFormValues;
  const draftFilters = filtersFromFormValues(values);
  const labelOf = useLabelOf(vocabulary, draftFilters, optionsMet);
  return { draftFilters, labelOf };
}
