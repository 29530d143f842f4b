'use client';

import { forwardRef, memo } from 'react';
import { useController } from 'react-hook-form';
import { filterFields, type RangeKind } from '../../filters/filterFields.js';
import { releaseDateShortcuts, runtimeShortcuts } from '../../filters/rangeShortcuts.js';
import { EARLIEST_RELEASE_DATE, LATEST_RELEASE_DATE, today } from '../../filters/values.js';
import { formatMessage } from '../../messages/formatMessage.js';
import { useHydrated } from '../../react/hooks.js';
import { FilterGroup, type FilterGroupProps, type GroupElementProps } from '../../ui/fields/FilterGroup.js';
import { RangeFields, type RangeBound } from '../../ui/fields/RangeFields.js';
import { useFormController } from './context.js';
import { fieldErrorText } from './fieldErrors.js';
import type { PageFilterFormController } from './types.js';

/** Props of {@link PageFilterFormRuntime}: the props of a `<fieldset>`. */
export type PageFilterFormRuntimeProps = GroupElementProps;

/** Field for choosing a range of runtimes in minutes. Either bound can stay empty. Renders a `<fieldset>`. */
export const PageFilterFormRuntime = memo(
  forwardRef<HTMLFieldSetElement, PageFilterFormRuntimeProps>(function PageFilterFormRuntime(props, ref) {
    const controller = useFormController();
    const { form: texts, shortcuts } = controller.messages;
    const labels = { group: texts.runtime, lower: texts.runtimeAtLeast, upper: texts.runtimeAtMost };
    const { group, ...bounds } = useRangeField(controller, 'runtime', labels);
    return (
      <FilterGroup {...props} {...group} ref={ref} legend={texts.runtime} data-remote-step="5">
        <RangeFields
          {...bounds}
          type="number"
          unit={texts.minutes}
          nameText={texts.inMinutes}
          min="0"
          shortcuts={runtimeShortcuts.map(({ id, lower = '', upper = '' }) => ({
            id,
            label: shortcuts[id],
            lower: String(lower),
            upper: String(upper),
          }))}
          onShortcut={(lower, upper) => controller.setRange('runtime', lower, upper)}
        />
      </FilterGroup>
    );
  }),
);

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

/** Props of `FilterGroup` and `RangeFields` for one range. */
interface RangeField {
  readonly lower: RangeBound;
  readonly upper: RangeBound;
  readonly group: Pick<FilterGroupProps, 'clear'>;
}

/** Returns the props that connect a group of the form to a range in the draft. */
function useRangeField(
  controller: PageFilterFormController,
  range: RangeKind,
  labels: { group: string; lower: string; upper: string },
): RangeField {
  const lower = useBound(controller, range, 'lower', labels.lower);
  const upper = useBound(controller, range, 'upper', labels.upper);
  const texts = controller.messages.picker;
  const clear = {
    text: texts.clear,
    label: formatMessage(texts.clearGroup, { group: labels.group }),
    onClear: () => controller.setRange(range),
  };
  return { lower, upper, group: { clear: lower.value || upper.value ? clear : undefined } };
}

function useBound(
  controller: PageFilterFormController,
  range: RangeKind,
  bound: 'lower' | 'upper',
  label: string,
): RangeBound {
  const name = filterFields[range].fields[bound === 'lower' ? 0 : 1];
  const { field, fieldState } = useController({ control: controller.form.control, name });
  return {
    label,
    value: field.value,
    error: fieldErrorText(fieldState.error, controller.messages),
    focusRef: field.ref,
    onValueChange: (value) => {
      field.onChange(value);
      controller.noteRangeEdit(range, bound, 'change');
    },
    onBlur: () => {
      field.onBlur();
      controller.noteRangeEdit(range, bound, 'blur');
    },
  };
}
