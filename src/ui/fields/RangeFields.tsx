'use client';

import { useId } from 'react';
import type { BoundInput } from '../../filters/filterFields.js';
import { formatMessage } from '../../messages/formatMessage.js';
import { StableLabel } from '../StableLabel.js';
import { useSlotClass } from '../classNames.js';
import { FieldMessage, NativeField } from './NativeField.js';

/** One bound of a range. */
export interface RangeBound {
  label: string;
  value: string;
  onValueChange: (value: string) => void;
  onBlur: () => void;
  focusRef: (element: HTMLInputElement | null) => void;
  /** Error message of the bound. */
  error: string | undefined;
}

export interface RangeFieldsProps {
  input: BoundInput;
  lower: RangeBound;
  upper: RangeBound;
  /** Error message of bounds in the wrong order. */
  reversedText: string;
  unit?: string | undefined;
  /** Accessible name of a field with its unit, with the placeholder `{label}`. */
  nameText?: string | undefined;
  /** Ranges to choose with one click. Without them, there is no list of them. */
  shortcuts?: readonly { id: string; label: string; lower: string; upper: string }[] | undefined;
  /** Called with the bounds of a clicked shortcut, or with empty bounds when the shortcut was active. */
  onShortcut: (lower: string, upper: string) => void;
}

/**
 * Two native fields for a range, below its shortcuts if it has any. Bounds can be empty. The fields share one error
 * message.
 */
export function RangeFields(props: RangeFieldsProps) {
  const { input, lower, upper, reversedText, unit, nameText, shortcuts, onShortcut } = props;
  const slotClass = useSlotClass();
  const id = useId();
  const message = lower.error ?? upper.error;
  const bound = ({ error, ...field }: RangeBound) => (
    <NativeField
      {...field}
      name={nameText && formatMessage(nameText, { label: field.label })}
      input={input}
      unit={unit}
      // Bounds that contradict each other are both wrong.
      isInvalid={!!error || (!!message && message === reversedText)}
      describedBy={`${id}-error`}
    />
  );
  return (
    <>
      {shortcuts && (
        <div className="discovr-Shortcuts">
          {shortcuts.map((shortcut) => {
            // Nothing looks chosen whose values are refused.
            const isPressed = !message && lower.value === shortcut.lower && upper.value === shortcut.upper;
            return (
              <button
                key={shortcut.id}
                type="button"
                className={slotClass('shortcut', 'discovr-Shortcut')}
                aria-pressed={isPressed}
                onClick={() => (isPressed ? onShortcut('', '') : onShortcut(shortcut.lower, shortcut.upper))}
              >
                <StableLabel text={shortcut.label} texts={[shortcut.label]} />
              </button>
            );
          })}
        </div>
      )}
      <div className="discovr-Range">
        {bound(lower)}
        {bound(upper)}
      </div>
      <FieldMessage id={`${id}-error`} text={message} side={upper.error && !lower.error ? 'end' : undefined} />
    </>
  );
}
