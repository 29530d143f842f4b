'use client';

import { forwardRef, memo, type ComponentPropsWithoutRef } from 'react';
import { describeFilter } from '../../../filters/describeFilter.js';
import { useSlotClass } from '../../../ui/classNames.js';
import { usePageFilterFormContext } from '../context.js';
import { useDraft } from '../useDraft.js';

/** Props of {@link PageFilterFormSummary}: the props of a `<p>`. */
export type PageFilterFormSummaryProps = Omit<ComponentPropsWithoutRef<'p'>, 'children'>;

/** Shows the draft as one sentence. Renders a `<p>`. */
export const PageFilterFormSummary = memo(
  forwardRef<HTMLParagraphElement, PageFilterFormSummaryProps>(function PageFilterFormSummary(
    { className, ...rest },
    ref,
  ) {
    const controller = usePageFilterFormContext();
    const { messages, locale } = controller;
    const { draftFilters, labelOf } = useDraft(controller);
    const slotClass = useSlotClass();
    return (
      <p {...rest} ref={ref} className={slotClass('summary', 'discovr-Summary', className)}>
        {describeFilter(draftFilters, { messages, locale, labelOf })}
      </p>
    );
  }),
);
