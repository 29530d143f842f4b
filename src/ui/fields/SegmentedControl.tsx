'use client';

import { useId } from 'react';
import { useSlotClass } from '../classNames.js';
import { StableLabel } from '../StableLabel.js';

export interface SegmentedControlProps<Value extends string> {
  options: readonly { value: Value; label: string }[];
  value: Value;
  onValueChange: (value: Value) => void;
  /** Receives the first radio button, so that the form can focus it. */
  focusRef?: ((element: HTMLInputElement | null) => void) | undefined;
}

/** Control for choosing one of a few values. Renders native radio buttons; the chosen label has `data-chosen`. */
export function SegmentedControl<Value extends string>(props: SegmentedControlProps<Value>) {
  const { options, value, onValueChange, focusRef } = props;
  const slotClass = useSlotClass();
  const name = useId();
  return (
    <div className={slotClass('options', 'discovr-Segments')}>
      {options.map((option, index) => {
        const isChosen = option.value === value;
        return (
          <label
            key={option.value}
            className={slotClass('option', 'discovr-Segment')}
            data-chosen={isChosen ? '' : undefined}
          >
            <input
              ref={index === 0 ? focusRef : undefined}
              type="radio"
              name={name}
              className="discovr-Segment-radio"
              checked={isChosen}
              onChange={() => onValueChange(option.value)}
            />
            <StableLabel text={option.label} texts={[option.label]} />
          </label>
        );
      })}
    </div>
  );
}
