'use client';

import { forwardRef, memo, type ComponentPropsWithoutRef } from 'react';
import { activeFilters } from '../../../filters/activeFilters.js';
import { useSlotClass } from '../../../ui/classNames.js';
import { FilterChips } from '../../../ui/fields/FilterChips.js';
import { useFormController } from '../context.js';
import { useDraft } from '../useDraft.js';

/** Props of {@link PageFilterFormActiveFilters}: the props of a `<div>`. */
export type PageFilterFormActiveFiltersProps = Omit<ComponentPropsWithoutRef<'div'>, 'children'>;

/**
 * Shows the filters of the draft as chips: buttons that remove their filter. Renders a `<div>` around a list, with
 * `data-empty` when no filter is active.
 */
export const PageFilterFormActiveFilters = memo(
  forwardRef<HTMLDivElement, PageFilterFormActiveFiltersProps>(function PageFilterFormActiveFilters(
    { className, ...rest },
    ref,
  ) {
    const controller = useFormController();
    const { messages, locale } = controller;
    const { draftFilters, labelOf } = useDraft(controller);
    const filters = activeFilters(draftFilters, { messages, locale, labelOf });
    const slotClass = useSlotClass();
    return (
      <div
        {...rest}
        ref={ref}
        className={slotClass('chips', 'discovr-ActiveFilters', className)}
        data-empty={filters.length === 0 ? '' : undefined}
      >
        <FilterChips
          filters={filters}
          label={messages.form.activeFilters}
          removeText={messages.chips.remove}
          onRemove={controller.removeFilter}
        />
      </div>
    );
  }),
);
