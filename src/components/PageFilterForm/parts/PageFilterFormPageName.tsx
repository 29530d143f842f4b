'use client';

import { forwardRef, memo, useId, type ComponentPropsWithoutRef } from 'react';
import { useController } from 'react-hook-form';
import { useSlotClass } from '../../../ui/classNames.js';
import { FieldMessage } from '../../../ui/fields/FieldMessage.js';
import { useFormController } from '../context.js';
import { fieldErrorText } from '../fieldErrorText.js';

/** Props of {@link PageFilterFormPageName}: the props of a `<div>`. */
export type PageFilterFormPageNameProps = Omit<ComponentPropsWithoutRef<'div'>, 'children'>;

/** Optional field for the page's name. Renders a `<div>` with a labeled text field. */
export const PageFilterFormPageName = memo(
  forwardRef<HTMLDivElement, PageFilterFormPageNameProps>(function PageFilterFormPageName({ className, ...rest }, ref) {
    const controller = useFormController();
    const texts = controller.messages.form;
    const { field, fieldState } = useController({ control: controller.form.control, name: 'name' });
    const error = fieldErrorText(fieldState.error, controller.messages);
    const slotClass = useSlotClass();
    const id = useId();
    return (
      <div
        {...rest}
        ref={ref}
        className={slotClass('group', 'discovr-PageName', className)}
        data-invalid={error ? '' : undefined}
      >
        <label className={slotClass('legend', 'discovr-FilterGroup-legend')} htmlFor={id}>
          {texts.pageName}
        </label>{' '}
        <input
          {...field}
          id={id}
          type="text"
          className={slotClass('input', 'discovr-Input')}
          autoComplete="off"
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-hint ${id}-error` : `${id}-hint`}
        />
        <p id={`${id}-hint`} className="discovr-FilterGroup-note">
          {texts.pageNameHint}
        </p>
        <FieldMessage id={`${id}-error`} text={error} />
      </div>
    );
  }),
);
