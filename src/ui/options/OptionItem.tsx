'use client';

import { memo } from 'react';
import type { Option } from '../../filters/vocabulary/vocabulary.js';
import { joinClasses } from '../slotClass.js';
import { ProviderLogo } from './ProviderLogo.js';

/** The mark before the label of an option. */
export type OptionMark = 'none' | 'logo' | 'flag';

/** Props of {@link OptionItem}. */
export interface OptionItemProps {
  option: Option;
  isChosen: boolean;
  mark: OptionMark;
  /** Text of the mark if it is `flag`, such as a flag emoji. */
  flag?: string | undefined;
  className?: string | undefined;
  onChoose: (option: Option, isChosen: boolean) => void;
  focusRef?: ((element: HTMLInputElement | null) => void) | undefined;
}

/** One option of a list: a native checkbox in its label, with `data-chosen` when it is chosen. Renders an `<li>`. */
export const OptionItem = memo(function OptionItem(props: OptionItemProps) {
  const { option, isChosen, mark, flag, className, onChoose, focusRef } = props;
  return (
    <li className="discovr-OptionItem">
      <label className={joinClasses('discovr-Option', className)} data-chosen={isChosen ? '' : undefined}>
        <input
          ref={focusRef}
          type="checkbox"
          className="discovr-Option-checkbox"
          checked={isChosen}
          onChange={(event) => onChoose(option, event.target.checked)}
        />
        {mark === 'logo' && (
          <ProviderLogo name={option.label} url={option.logo} color={option.color} className="discovr-Option-logo" />
        )}
        {mark === 'flag' && flag && (
          <span className="discovr-Option-flag" aria-hidden="true">
            {flag}
          </span>
        )}{' '}
        <bdi className="discovr-Option-label">{option.label}</bdi>
      </label>
    </li>
  );
});
