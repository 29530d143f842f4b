'use client';

import { useId, useRef } from 'react';
import { INCOMPLETE } from '../../filters/formValues.js';
import { useSlotClass } from '../classNames.js';
import { useIsomorphicLayoutEffect } from '../useIsomorphicLayoutEffect.js';

/** Props of {@link NativeField}. */
export interface NativeFieldProps {
  label: string;
  type: 'number' | 'date';
  /** Text of the field, or `INCOMPLETE` while what stands there is no value. */
  value: string;
  onValueChange: (value: string) => void;
  onBlur: () => void;
  focusRef: (element: HTMLInputElement | null) => void;
  /** Unit after the field. */
  unit?: string | undefined;
  isInvalid: boolean;
  /** Id of the message that says what is wrong. */
  describedBy: string;
  min: string;
  max?: string | undefined;
}

/**
 * A number or date field. What is half typed reads as empty to a page, so the field keeps its own text and reports it
 * as `INCOMPLETE`; it is only written to when the value changes from outside.
 */
export function NativeField(props: NativeFieldProps) {
  const { label, type, value, onValueChange, onBlur, focusRef, unit, isInvalid, describedBy, min, max } = props;
  const slotClass = useSlotClass();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);

  useIsomorphicLayoutEffect(() => {
    const element = input.current;
    if (element && readValue(element) !== value) element.value = value === INCOMPLETE ? '' : value;
  }, [value]);

  const report = (element: HTMLInputElement) => {
    const text = readValue(element);
    if (text !== value) onValueChange(text);
  };

  return (
    <div className={slotClass('field', 'discovr-Field')} data-type={type}>
      <label className="discovr-Field-label" htmlFor={id}>
        {label}
      </label>{' '}
      <span className="discovr-Field-box">
        <input
          ref={(element) => {
            input.current = element;
            focusRef(element);
          }}
          id={id}
          type={type}
          className={slotClass('input', 'discovr-Input')}
          defaultValue={value === INCOMPLETE ? '' : value}
          min={min}
          max={max}
          step={type === 'number' ? 1 : undefined}
          inputMode={type === 'number' ? 'numeric' : undefined}
          aria-invalid={isInvalid || undefined}
          aria-describedby={isInvalid ? describedBy : undefined}
          onInput={(event) => report(event.currentTarget)}
          // Chromium tells nothing while a date is half typed, so it is read again where that matters: before Enter
          // submits the form, and on leaving the field.
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
