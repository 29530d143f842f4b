'use client';

import { useId, useRef } from 'react';
import type { BoundInput } from '../../filters/filterFields.js';
import { INCOMPLETE } from '../../filters/formValues.js';
import { useIsomorphicLayoutEffect } from '../../react/hooks.js';
import { Icon, warningIcon } from '../Icon.js';
import { useSlotClass } from '../classNames.js';

interface NativeFieldProps {
  label: string;
  /**
   * Accessible name. It contains the label, so that users of voice control can say what they see.
   * @default the label
   */
  name?: string | undefined;
  input: BoundInput;
  /** Text of the field, or `INCOMPLETE` while the text is half typed. */
  value: string;
  onValueChange: (value: string) => void;
  onBlur: () => void;
  focusRef: (element: HTMLInputElement | null) => void;
  /** Unit after the field. */
  unit?: string | undefined;
  isInvalid: boolean;
  /** Id of the error message. */
  describedBy: string;
}

/**
 * Number or date field. Browsers report half-typed text as an empty value, so the field is uncontrolled and reports
 * half-typed text as `INCOMPLETE`. Its text is only replaced when the value changes from outside.
 */
export function NativeField(props: NativeFieldProps) {
  const { label, name, input, value, onValueChange, onBlur, focusRef, unit, isInvalid, describedBy } = props;
  const slotClass = useSlotClass();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);

  useIsomorphicLayoutEffect(() => {
    const element = field.current;
    if (element && readValue(element) !== value) element.value = value === INCOMPLETE ? '' : value;
  }, [value]);

  const report = (element: HTMLInputElement) => {
    const text = readValue(element);
    if (text !== value) onValueChange(text);
  };

  return (
    <div
      className={slotClass('field', 'discovr-Field')}
      data-type={input.type}
      data-empty={value === '' ? '' : undefined}
    >
      <label className="discovr-Field-label" htmlFor={id}>
        {label}
      </label>{' '}
      <span className="discovr-Field-box">
        <input
          ref={(element) => {
            field.current = element;
            focusRef(element);
          }}
          {...input}
          id={id}
          aria-label={name}
          className={slotClass('input', 'discovr-Input')}
          defaultValue={value === INCOMPLETE ? '' : value}
          inputMode={input.type === 'date' ? undefined : Number.isInteger(input.step) ? 'numeric' : 'decimal'}
          aria-invalid={isInvalid || undefined}
          aria-describedby={isInvalid ? describedBy : undefined}
          onInput={(event) => report(event.currentTarget)}
          // Chromium fires no input event while a date is half typed, so the field is read again before Enter submits
          // the form and when the field loses focus.
          onKeyDown={(event) => {
            if (event.key === 'Enter') report(event.currentTarget);
          }}
          onBlur={(event) => {
            report(event.currentTarget);
            onBlur();
          }}
        />
        {unit && (
          <span className="discovr-Field-unit" aria-hidden="true">
            {unit}
          </span>
        )}
      </span>
    </div>
  );
}

function readValue(element: HTMLInputElement): string {
  return element.validity.badInput ? INCOMPLETE : element.value;
}

interface FieldMessageProps {
  id: string;
  /** The error message. Without it, nothing is rendered. */
  text: string | undefined;
  /** Field of a range that is wrong, under which the message stands. */
  side?: 'start' | 'end' | undefined;
}

/** Error message under a field. */
export function FieldMessage({ id, text, side }: FieldMessageProps) {
  const slotClass = useSlotClass();
  if (!text) return null;
  return (
    <p id={id} className={slotClass('error', 'discovr-FieldMessage')} data-side={side}>
      <span>
        <Icon path={warningIcon} />
        {text}
      </span>
    </p>
  );
}
