'use client';

import { forwardRef, memo } from 'react';
import { useController } from 'react-hook-form';
import { FilterGroup, type GroupElementProps } from '../../../ui/fields/FilterGroup.js';
import { SegmentedControl } from '../../../ui/fields/SegmentedControl.js';
import { useFormController } from '../context.js';
import { fieldErrorText } from '../fieldErrorText.js';

/** Props of {@link PageFilterFormMediaType}: the props of a `<fieldset>`. */
export type PageFilterFormMediaTypeProps = GroupElementProps;

const VALUES = ['all', 'movie', 'tv'] as const;

/** Field for choosing films, series or both. Renders a `<fieldset>` of radio buttons. */
export const PageFilterFormMediaType = memo(
  forwardRef<HTMLFieldSetElement, PageFilterFormMediaTypeProps>(function PageFilterFormMediaType(props, ref) {
    const controller = useFormController();
    const { form, messages } = controller;
    const { field, fieldState } = useController({ control: form.control, name: 'mediaType' });
    const error = fieldErrorText(fieldState.error, messages);
    return (
      <FilterGroup {...props} ref={ref} legend={messages.form.mediaType} isWide error={error}>
        <SegmentedControl
          options={VALUES.map((value) => ({ value, label: messages.mediaTypes[value] }))}
          value={field.value}
          onValueChange={controller.setMediaType}
          focusRef={field.ref}
        />
      </FilterGroup>
    );
  }),
);
