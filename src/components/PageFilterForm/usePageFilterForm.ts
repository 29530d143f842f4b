'use client';

import { activeFilters } from '../../filters/activeFilters.js';
import { describeFilter } from '../../filters/describeFilter.js';
import type { UsePageFilterFormOptions, UsePageFilterFormResult } from './types.js';
import { useDraft } from './useDraft.js';
import { usePageFilterFormController } from './usePageFilterFormController.js';

/**
 * Returns the logic of the page filter form for custom markup: draft, applied filters, dependent fields and methods.
 * Renders again when the draft changes. To combine custom markup with the parts of the form, pass the result to
 * `<PageFilterFormRoot form={…}>`.
 *
 * @example
 * const { form, activeFilters, apply } = usePageFilterForm({ onPageCreated: (page) => navigate(page.id) });
 */
export function usePageFilterForm(options: UsePageFilterFormOptions = {}): UsePageFilterFormResult {
  const controller = usePageFilterFormController(options);
  const { locale, messages } = controller;
  const { draftFilters, labelOf } = useDraft(controller);
  const texts = { locale, messages, labelOf };
  return {
    ...controller,
    controller,
    draftFilters,
    activeFilters: activeFilters(draftFilters, texts),
    summary: describeFilter(draftFilters, texts),
  };
}
