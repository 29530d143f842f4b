'use client';

import { useEffect, useRef, useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { canonicalFilters, filtersKey } from '../../filters/canonicalFilters.js';
import type { FilterSpec } from '../../filters/filterSpec.js';
import { formValuesFromFilters, type PageFilterFormValues, type PageFilterPayload } from '../../filters/formValues.js';
import { isDraftOf } from './formFields.js';

/**
 * Returns the applied filters and their setter. When the app controls the filters (`controlled`), the setter has no
 * visible effect.
 */
export function useAppliedFilters(
  form: UseFormReturn<PageFilterFormValues, unknown, PageFilterPayload>,
  controlled: FilterSpec | undefined,
  initial: FilterSpec | undefined,
): [FilterSpec, (filters: FilterSpec) => void] {
  const [own, setOwn] = useState(() => canonicalFilters(controlled ?? initial));
  const key = controlled && filtersKey(controlled);
  // The app may pass equal filters in a new object on each render. They must not count as a change.
  const [latest, setLatest] = useState({ key, filters: own });
  if (key !== undefined && latest.key !== key) setLatest({ key, filters: canonicalFilters(controlled) });
  const applied = controlled ? latest.filters : own;

  const previous = useRef(applied);
  useEffect(() => {
    const before = previous.current;
    previous.current = applied;
    if (before === applied) return;
    const draft = form.getValues();
    if (isDraftOf(draft, before)) form.reset(formValuesFromFilters(applied, draft.name));
  }, [applied, form]);

  return [applied, setOwn];
}
