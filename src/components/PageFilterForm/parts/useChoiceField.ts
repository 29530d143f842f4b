'use client';

import { useController } from 'react-hook-form';
import type { Option, VocabularyKind } from '../../../filters/vocabulary/vocabulary.js';
import { formatMessage } from '../../../messages/formatMessage.js';
import type { FilterGroupProps } from '../../../ui/fields/FilterGroup.js';
import type { OptionPickerProps } from '../../../ui/options/OptionPicker.js';
import type { PageFilterFormController } from '../types.js';
import { fieldErrorText } from '../fieldErrorText.js';
import { useNameOf } from '../useNameOf.js';
import { useLatestMethods } from '../../../react/hooks.js';

/** Props of `FilterGroup` and `OptionPicker` for one filter kind. */
export interface ChoiceField {
  readonly group: Pick<FilterGroupProps, 'legend' | 'count' | 'clear' | 'error' | 'note'>;
  readonly picker: Pick<
    OptionPickerProps,
    'group' | 'value' | 'focusRef' | 'onChoose' | 'nameOf' | 'messages' | 'locale' | 'announce'
  >;
}

/** Returns the props that connect a group of the form to the choices in the draft. */
export function useChoiceField(controller: PageFilterFormController, kind: VocabularyKind, name: string): ChoiceField {
  const { form, messages, locale, dropped } = controller;
  const { field, fieldState } = useController({ control: form.control, name: kind });
  const error = fieldErrorText(fieldState.error, messages);
  const { onChoose } = useLatestMethods({
    onChoose: (option: Option, isChosen: boolean) => controller.setChoice(kind, option, isChosen),
  });
  const nameOf = useNameOf(controller, kind, field.value);
  const texts = messages.picker;
  const count = field.value.length;
  return {
    group: {
      legend: name,
      count: count > 0 ? formatMessage(texts.chosen, { count }, locale) : undefined,
      clear:
        count > 0
          ? {
              text: texts.clear,
              label: formatMessage(texts.clearGroup, { group: name }),
              onClear: () => controller.clearChoices(kind),
            }
          : undefined,
      error,
      note: dropped?.kind === kind ? dropped.message : undefined,
    },
    picker: {
      group: name,
      value: field.value,
      focusRef: field.ref,
      onChoose,
      nameOf,
      messages,
      locale,
      announce: controller.announce,
    },
  };
}
