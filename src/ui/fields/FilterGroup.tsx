'use client';

import { forwardRef, useId, type ComponentPropsWithoutRef, type ReactNode } from 'react';
import { useSlotClass } from '../classNames.js';
import { FieldMessage } from './FieldMessage.js';

/** Props every group part passes on to its `<fieldset>`. */
export type GroupElementProps = Omit<ComponentPropsWithoutRef<'fieldset'>, 'children' | 'onChange'>;

/** Props of {@link FilterGroup}. */
export interface FilterGroupProps extends GroupElementProps {
  /** Name of the group. */
  legend: string;
  /** Words for the number of choices; nothing to say where there are none. */
  count?: string | undefined;
  /** "Clear" and its full name; shown where there is something to clear. */
  clear?: { text: string; label: string; onClear: () => void } | undefined;
  /** A remark under the group. */
  note?: string | undefined;
  /** Whether it takes the whole width of the form. */
  isWide?: boolean | undefined;
  /** What is wrong with the group. */
  error?: string | undefined;
  children: ReactNode;
}

/**
 * Groups the fields of one filter. Renders a `<fieldset>`; `data-invalid` where something is wrong, `data-chosen`
 * where the filter is in use, `data-wide` where it takes the whole width.
 */
export const FilterGroup = forwardRef<HTMLFieldSetElement, FilterGroupProps>(function FilterGroup(
  { legend, count, clear, note, isWide, error, className, children, ...rest },
  ref,
) {
  const slotClass = useSlotClass();
  const id = useId();
  const describedBy = [count && `${id}-count`, note && `${id}-note`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <fieldset
      // WebKit does not take the name from a legend without a box.
      aria-labelledby={`${id}-legend`}
      aria-describedby={describedBy || undefined}
      {...rest}
      ref={ref}
      className={slotClass('group', 'discovr-FilterGroup', className)}
      data-invalid={error ? '' : undefined}
      data-chosen={clear ? '' : undefined}
      data-wide={isWide ? '' : undefined}
    >
      <legend className="discovr-FilterGroup-head">
        <span id={`${id}-legend`} className={slotClass('legend', 'discovr-FilterGroup-legend')}>
          {legend}
        </span>
      </legend>
      <div className="discovr-FilterGroup-aside">
        {count && (
          <span id={`${id}-count`} className={slotClass('count', 'discovr-FilterGroup-count')}>
            {count}
          </span>
        )}{' '}
        {clear && (
          <button
            type="button"
            className={slotClass('clearButton', 'discovr-TextButton')}
            aria-label={clear.label}
            onClick={clear.onClear}
          >
            {clear.text}
          </button>
        )}
      </div>
      {children}
      {note && (
        <p id={`${id}-note`} className={slotClass('note', 'discovr-FilterGroup-note')}>
          {note}
        </p>
      )}
      <FieldMessage id={`${id}-error`} text={error} />
    </fieldset>
  );
});
