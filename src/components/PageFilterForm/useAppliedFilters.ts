'use client';

import { useEffect, useRef, useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { canonicalFilters, filtersKey } from '../../filters/canonicalFilters.js';
import type { FilterSpec } from '../../filters/filterSpec.js';
import { formValuesFromFilters, type PageFilterFormValues, type PageFilterPayload } from '../../filters/formValues.js';
import { isDraftOf } from './formFields.js';

/** The applied filters of a form, kept by the app or by the form, and the setter for the latter. */
export function useAppliedFilters(
  form: UseFormReturn<PageFilterFormValues, unknown, PageFilterPayload>,
  controlled: FilterSpec | undefined,
  initial: FilterSpec | undefined,
): [FilterSpec, (filters: FilterSpec) => void] {
  const [own, setOwn] = useState(() => canonicalFilters(controlled ?? initial));
  const key = controlled && filtersKey(controlled);
  // The app may make the same filters anew at each render; equal ones stay one object.
  const [latest, setLatest] = useState({ key, filters: own });
  if (key !== undefined && latest.key !== key) setLatest({ key, filters: canonicalFilters(controlled) });
  const applied = controlled ? latest.filters : own;

  const former = useRef(applied);
  useEffect(() => {
    const before = former.current;
    former.current = applied;
    if (before === applied) return;
    const draft = form.getValues();
    if (isDraftOf(draft, before)) form.reset(formValuesFromFilters(applied, draft.name));
  }, [applied, form]);

  return [applied, setOwn];
}
