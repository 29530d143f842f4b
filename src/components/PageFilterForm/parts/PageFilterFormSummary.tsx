'use client';

import { forwardRef, memo, useContext, type ComponentPropsWithoutRef } from 'react';
import { describeFilter } from '../../../filters/describeFilter.js';
import { useSlotClass } from '../../../ui/classNames.js';
import { HeadingLevelContext, useFormController } from '../context.js';
import { useDraft } from '../useDraft.js';

/** Props of {@link PageFilterFormSummary}: the props of a heading. */
export type PageFilterFormSummaryProps = Omit<ComponentPropsWithoutRef<'h2'>, 'children'>;

/** Shows the draft as one sentence. Renders the heading of the form; `headingLevel` of the form sets its level. */
export const PageFilterFormSummary = memo(
  forwardRef<HTMLHeadingElement, PageFilterFormSummaryProps>(function PageFilterFormSummary(
    { className, ...rest },
    ref,
  ) {
    const controller = useFormController();
    const { messages, locale } = controller;
    const { draftFilters, labelOf } = useDraft(controller);
    const slotClass = useSlotClass();
    const Heading = `h${useContext(HeadingLevelContext)}` as const;
    return (
      <Heading {...rest} ref={ref} className={slotClass('summary', 'discovr-Summary', className)}>
        {describeFilter(draftFilters, { messages, locale, labelOf })}
      </Heading>
    );
  }),
);
