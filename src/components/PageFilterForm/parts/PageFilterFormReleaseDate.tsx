'use client';

import { forwardRef, memo } from 'react';
import { EARLIEST_RELEASE_DATE, LATEST_RELEASE_DATE, today } from '../../../filters/values.js';
import { releaseDateShortcuts } from '../../../filters/rangeShortcuts.js';
import { formatMessage } from '../../../messages/formatMessage.js';
import { useHydrated } from '../../../react/hooks.js';
import { FilterGroup, type GroupElementProps } from '../../../ui/fields/FilterGroup.js';
import { RangeFields } from '../../../ui/fields/RangeFields.js';
import { useFormController } from '../context.js';
import { useRangeField } from './useRangeField.js';

/** Props of {@link PageFilterFormReleaseDate}: the props of a `<fieldset>`, and the reference day of the shortcuts. */
export interface PageFilterFormReleaseDateProps extends GroupElementProps {
  /**
   * Reference day of the shortcuts, such as "This year" and the decades, as `YYYY-MM-DD`.
   * @default today, by the device's clock
   */
  referenceDay?: string | undefined;
}

/**
 * Year of the shortcuts until hydration, because the server may be in another year than the browser. Their labels are
 * the same until 2029.
 */
const SERVED_YEAR = '2026';

/** Field for choosing a range of release dates. Either bound can stay empty. Renders a `<fieldset>`. */
export const PageFilterFormReleaseDate = memo(
  forwardRef<HTMLFieldSetElement, PageFilterFormReleaseDateProps>(function PageFilterFormReleaseDate(
    { referenceDay, ...props },
    ref,
  ) {
    const controller = useFormController();
    const { form: texts, shortcuts } = controller.messages;
    const labels = { group: texts.releaseDate, lower: texts.releaseFrom, upper: texts.releaseTo };
    const { group, ...bounds } = useRangeField(controller, 'releaseDate', labels);
    const isHydrated = useHydrated();
    const day = referenceDay ?? (isHydrated ? today() : SERVED_YEAR);
    return (
      <FilterGroup
        {...props}
        {...group}
        ref={ref}
        legend={texts.releaseDate}
        data-remote-clear={controller.messages.picker.clear}
      >
        <RangeFields
          {...bounds}
          type="date"
          min={EARLIEST_RELEASE_DATE}
          max={LATEST_RELEASE_DATE}
          shortcuts={releaseDateShortcuts(day).map(({ id, decade = '', lower, upper }) => ({
            id: id + decade,
            label: formatMessage(shortcuts[id], { decade: String(decade) }),
            lower,
            upper,
          }))}
          onShortcut={(lower, upper) => controller.setRange('releaseDate', lower, upper)}
        />
      </FilterGroup>
    );
  }),
);
