'use client';

import { useController } from 'react-hook-form';
import { filterFields, type RangeKind } from '../../../filters/filterFields.js';
import { formatMessage } from '../../../messages/formatMessage.js';
import type { FilterGroupProps } from '../../../ui/fields/FilterGroup.js';
import type { RangeBound } from '../../../ui/fields/RangeFields.js';
import type { PageFilterFormController } from '../types.js';
import { fieldErrorText } from '../fieldErrorText.js';

/** Props of `FilterGroup` and `RangeFields` for one range. */
export interface RangeField {
  readonly lower: RangeBound;
  readonly upper: RangeBound;
  readonly group: Pick<FilterGroupProps, 'clear'>;
}

/** Returns the props that connect a group of the form to a range in the draft. */
export function useRangeField(
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
