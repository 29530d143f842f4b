'use client';

import { forwardRef, useId, useRef, type ComponentPropsWithoutRef, type ReactNode } from 'react';
import { focusableWithin, focusFirst } from '../../focus/focusable.js';
import { useSlotClass } from '../classNames.js';
import { useLostFocus } from '../useViewFocus.js';
import { useSharedRef } from '../hooks.js';
import { FieldMessage } from './NativeField.js';

/** Props that each part with a group passes to its `<fieldset>`. */
export type GroupElementProps = Omit<ComponentPropsWithoutRef<'fieldset'>, 'children' | 'onChange'>;

export interface FilterGroupProps extends GroupElementProps {
  /** Name of the group. */
  legend: string;
  /** Message with the number of choices; `undefined` when there are none. */
  count?: string | undefined;
  /** Text, accessible name and handler of the "Clear" button; `undefined` when there is nothing to clear. */
  clear?: { text: string; label: string; onClear: () => void } | undefined;
  /** Note under the group. */
  note?: string | undefined;
  /** Whether the group spans the full width of the form. */
  isWide?: boolean | undefined;
  /** Error message of the group. */
  error?: string | undefined;
  children: ReactNode;
}

/**
 * Groups the fields of one filter. Renders a `<fieldset>` with `data-invalid` when it has an error, `data-chosen` when
 * the filter is in use, and `data-wide` when it spans the full width.
 */
export const FilterGroup = forwardRef<HTMLFieldSetElement, FilterGroupProps>(function FilterGroup(
  { legend, count, clear, note, isWide, error, className, children, ...rest },
  ref,
) {
  const slotClass = useSlotClass();
  const id = useId();
  const element = useRef<HTMLFieldSetElement>(null);
  const sharedRef = useSharedRef(ref, element);
  // The "Clear" button disappears when it is clicked.
  useLostFocus(element, (group) => focusFirst(focusableWithin(group)));
  const describedBy = [count && `${id}-count`, note && `${id}-note`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <fieldset
      // WebKit does not name a fieldset by its legend when the legend has `display: contents`.
      aria-labelledby={`${id}-legend`}
      aria-describedby={describedBy || undefined}
      data-remote="filter"
      {...rest}
      ref={sharedRef}
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
      {(count || clear) && (
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
      )}
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
