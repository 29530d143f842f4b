'use client';

import { forwardRef, memo, useRef, type ComponentPropsWithoutRef } from 'react';
import { activeFilters, type ActiveFilter } from '../../filters/activeFilters.js';
import { formatMessage } from '../../messages/formatMessage.js';
import { useSlotClass } from '../../ui/classNames.js';
import { Icon } from '../../ui/Icon.js';
import { usePageFilterFormContext } from './context.js';
import { useDraft } from './useDraft.js';

/** Props of {@link PageFilterFormActiveFilters}: those of a `<div>`. */
export type PageFilterFormActiveFiltersProps = Omit<ComponentPropsWithoutRef<'div'>, 'children'>;

/** Shows the filters of the draft as chips, each with a button that takes it out. Renders a `<div>` around a list; `data-empty` where no filter is active. */
export const PageFilterFormActiveFilters = memo(
  forwardRef<HTMLDivElement, PageFilterFormActiveFiltersProps>(function PageFilterFormActiveFilters(
    { className, ...rest },
    ref,
  ) {
    const controller = usePageFilterFormContext();
    const { messages, locale } = controller;
    const { draftFilters, labelOf } = useDraft(controller);
    const filters = activeFilters(draftFilters, { messages, locale, labelOf });
    const slotClass = useSlotClass();
    const list = useRef<HTMLUListElement>(null);

    const remove = (filter: ActiveFilter, index: number) => {
      controller.removeFilter(filter);
      // The button that had the focus goes; the next one, or the list itself, takes it.
      requestAnimationFrame(() => {
        const buttons = list.current?.querySelectorAll('button') ?? [];
        (buttons[Math.min(index, buttons.length - 1)] ?? list.current)?.focus();
      });
    };

    return (
      <div
        {...rest}
        ref={ref}
        className={slotClass('chips', 'discovr-ActiveFilters', className)}
        data-empty={filters.length === 0 ? '' : undefined}
      >
        <ul ref={list} tabIndex={-1} className="discovr-Chips" aria-label={messages.form.activeFilters}>
          {filters.map((filter, index) => (
            <li key={`${filter.kind} ${filter.id ?? ''}`} className={slotClass('chip', 'discovr-Chip')}>
              <bdi className="discovr-Chip-label">{filter.label}</bdi>{' '}
              <button
                type="button"
                className="discovr-Chip-remove"
                aria-label={formatMessage(messages.chips.remove, { filter: filter.label })}
                onClick={() => remove(filter, index)}
              >
                <Icon name="close" />
              </button>
            </li>
          ))}
        </ul>
      </div>
    );
  }),
);
