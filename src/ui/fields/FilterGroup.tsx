'use client';

import {
  forwardRef,
  useId,
  useRef,
  type ComponentPropsWithoutRef,
  type ComponentPropsWithRef,
  type ReactNode,
} from 'react';
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
  /** What the options depend on, shown below the name, with a button that leads to it. */
  scope?: GroupScope | undefined;
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

/** What the options of a group depend on. */
interface GroupScope {
  text: string;
  /** `undefined` when the form cannot change it. */
  change?: ComponentPropsWithRef<'button'> | undefined;
}

/**
 * Groups the fields of one filter. Renders a `<fieldset>` with `data-invalid` when it has an error, `data-chosen` when
 * the filter is in use, and `data-wide` when it spans the full width.
 */
export const FilterGroup = forwardRef<HTMLFieldSetElement, FilterGroupProps>(function FilterGroup(
  { legend, scope, count, clear, note, isWide, error, className, children, ...rest },
  ref,
) {
  const slotClass = useSlotClass();
  const id = useId();
  const element = useRef<HTMLFieldSetElement>(null);
  const sharedRef = useSharedRef(ref, element);
  // The "Clear" button disappears when it is clicked.
  useLostFocus(element, (group) => focusFirst(focusableWithin(group)));
  const texts = { scope, count, note, error };
  const described = Object.entries(texts).flatMap(([name, text]) => (text ? `${id}-${name}` : []));
  return (
    <fieldset
      // WebKit does not name a fieldset by its legend when the legend has `display: contents`.
      aria-labelledby={`${id}-legend`}
      aria-describedby={described.join(' ') || undefined}
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
      {scope && (
        <p className="discovr-FilterGroup-scope">
          <span id={`${id}-scope`}>{scope.text}</span>
          {scope.change && (
            <>
              <span aria-hidden="true"> · </span>
              <button {...scope.change} type="button" className="discovr-TextButton" aria-describedby={`${id}-scope`} />
            </>
          )}
        </p>
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
