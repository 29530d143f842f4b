'use client';

import { activeFilters } from '../../filters/activeFilters.js';
import { describeFilter } from '../../filters/describeFilter.js';
import type { UsePageFilterFormOptions, UsePageFilterFormResult } from './types.js';
import { useDraft } from './useDraft.js';
import { usePageFilterFormController } from './usePageFilterFormController.js';

/**
 * The logic of the page filter form, for own markup: draft, applied filters, rules between fields, creating the page.
 * Renders again with each change of the draft; pass the result to `<PageFilterFormRoot form={…}>` to use ready parts
 * beside own ones.
 *
 * @example
 * const { form, activeFilters, apply } = usePageFilterForm({ onPageCreated: (page) => navigate(page.id) });
 */
export function usePageFilterForm(options: UsePageFilterFormOptions = {}): UsePageFilterFormResult {
  const controller = usePageFilterFormController(options);
  const { locale, messages } = controller;
  const { draftFilters, labelOf } = useDraft(controller);
  const words = { locale, messages, labelOf };
  return {
    ...controller,
    controller,
    draftFilters,
    activeFilters: activeFilters(draftFilters, words),
    summary: describeFilter(draftFilters, words),
  };
}
