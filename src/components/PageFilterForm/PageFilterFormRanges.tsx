'use client';

import { forwardRef, memo } from 'react';
import { activeFilters } from '../../filters/activeFilters.js';
import { filterFields, type RangeKind } from '../../filters/filterFields.js';
import { filtersFromFormValues } from '../../filters/formValues.js';
import { releaseDateShortcuts, runtimeShortcuts } from '../../filters/rangeShortcuts.js';
import { today } from '../../filters/values.js';
import { formatMessage } from '../../messages/formatMessage.js';
import { useHydrated } from '../../react/hooks.js';
import { startTimer } from '../../shared/time.js';
import { FilterGroup, type GroupElementProps } from '../../ui/fields/FilterGroup.js';
import { RangeFields, type RangeBound, type RangeFieldsProps } from '../../ui/fields/RangeFields.js';
import { useField, useFormController } from './context.js';
import type { PageFilterFormController } from './types.js';

/** Props of {@link PageFilterFormRuntime}: the props of a `<fieldset>`. */
export type PageFilterFormRuntimeProps = GroupElementProps;

/** Field for choosing a range of runtimes in minutes. Either bound can stay empty. Renders a `<fieldset>`. */
export const PageFilterFormRuntime = memo(
  forwardRef<HTMLFieldSetElement, PageFilterFormRuntimeProps>(function PageFilterFormRuntime(props, ref) {
    const { form: texts, shortcuts } = useFormController().messages;
    return (
      <RangePart
        {...props}
        ref={ref}
        data-remote-step="5"
        kind="runtime"
        labels={[texts.runtimeAtLeast, texts.runtimeAtMost]}
        unit={texts.minutes}
        nameText={texts.inMinutes}
        shortcuts={runtimeShortcuts.map(({ id, lower = '', upper = '' }) => ({
          id,
          label: shortcuts[id],
          lower: String(lower),
          upper: String(upper),
        }))}
      />
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
    const { form: texts, picker, shortcuts } = useFormController().messages;
    const isHydrated = useHydrated();
    const day = referenceDay ?? (isHydrated ? today() : SERVED_YEAR);
    return (
      <RangePart
        {...props}
        ref={ref}
        data-remote-clear={picker.clear}
        data-remote-done={picker.done}
        kind="releaseDate"
        labels={[texts.releaseFrom, texts.releaseTo]}
        shortcuts={releaseDateShortcuts(day).map(({ id, decade = '', lower, upper }) => ({
          id: id + decade,
          label: formatMessage(shortcuts[id], { decade: String(decade) }),
          lower,
          upper,
        }))}
      />
    );
  }),
);

/** Props of {@link RangePart}: those of a `<fieldset>`, and what the fields show besides the bounds in the draft. */
interface RangePartProps extends GroupElementProps, Pick<RangeFieldsProps, 'unit' | 'nameText' | 'shortcuts'> {
  kind: RangeKind;
  /** Labels of the lower and the upper bound. */
  labels: readonly [lower: string, upper: string];
}

/** Group of one range of the draft. Its name is the message of `messages.form` under its kind. */
const RangePart = forwardRef<HTMLFieldSetElement, RangePartProps>(function RangePart(
  { kind, labels, unit, nameText, shortcuts, ...group },
  ref,
) {
  const controller = useFormController();
  const { messages, locale } = controller;
  const { form, picker } = messages;
  const lower = useBound(controller, kind, 'lower');
  const upper = useBound(controller, kind, 'upper');
  const clear = {
    text: picker.clear,
    label: formatMessage(picker.clearGroup, { group: form[kind] }),
    onClear: () => controller.setRange(kind),
  };
  const isRefused = (lower.error ?? upper.error) !== undefined;
  const chosen = activeFilters(filtersFromFormValues(controller.form.getValues()), { messages, locale });
  return (
    <FilterGroup
      {...group}
      ref={ref}
      legend={form[kind]}
      count={isRefused ? undefined : chosen.find((filter) => filter.kind === kind)?.label}
      clear={lower.value || upper.value ? clear : undefined}
    >
      <RangeFields
        input={filterFields[kind].input}
        lower={{ ...lower, label: labels[0] }}
        upper={{ ...upper, label: labels[1] }}
        reversedText={messages.fieldErrors[filterFields[kind].issues.reversed]}
        unit={unit}
        nameText={nameText}
        shortcuts={shortcuts}
        onShortcut={(from, to) => controller.setRange(kind, from, to)}
      />
    </FilterGroup>
  );
});

function useBound(
  controller: PageFilterFormController,
  range: RangeKind,
  bound: 'lower' | 'upper',
): Omit<RangeBound, 'label'> {
  const name = filterFields[range].fields[bound === 'lower' ? 0 : 1];
  const { value, error, focusRef, onChange, onBlur } = useField(controller, name);
  return {
    value,
    error,
    focusRef,
    onValueChange: (next) => {
      onChange(next);
      controller.noteRangeEdit(range, bound, 'change');
    },
    onBlur: () => {
      onBlur();
      afterPress(() => controller.noteRangeEdit(range, bound, 'blur'));
    },
  };
}

/** Calls back after the press that is under way, if any: an error message moves what the user is about to click. */
function afterPress(callback: () => void): void {
  if (document.querySelector(':active'))
    window.addEventListener('mouseup', () => startTimer(callback, 0), { once: true });
  else callback();
}
