'use client';

import { forwardRef, memo } from 'react';
import { runtimeShortcuts } from '../../../filters/rangeShortcuts.js';
import { FilterGroup, type GroupElementProps } from '../../../ui/fields/FilterGroup.js';
import { RangeFields } from '../../../ui/fields/RangeFields.js';
import { useFormController } from '../context.js';
import { useRangeField } from './useRangeField.js';

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
