'use client';

import { activeFilters } from '../../filters/activeFilters.js';
import { describeFilter } from '../../filters/describeFilter.js';
import { useFormController } from './context.js';
import type { PageFilterFormController, UsePageFilterFormOptions, UsePageFilterFormResult } from './types.js';
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
  return useWithDraft(usePageFilterFormController(options));
}

/**
 * Returns the form that contains the calling component, as `usePageFilterForm` does. Use it in custom parts inside
 * `<PageFilterForm>` or `<PageFilterFormRoot>`. Renders again when the draft changes.
 *
 * @throws {Error} when called outside such a form.
 * @example
 * const { draftFilters } = usePageFilterFormContext();
 */
export function usePageFilterFormContext(): UsePageFilterFormResult {
  return useWithDraft(useFormController());
}

function useWithDraft(controller: PageFilterFormController): UsePageFilterFormResult {
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
