'use client';

import { memo } from 'react';
import { isSafeImageUrl } from '../api/schemas/imageUrl.js';
import type { Option } from '../filters/vocabulary.js';
import { joinClasses } from './classNames.js';

/** What stands before the label of an option. */
export type OptionMark = 'none' | 'logo' | 'flag';

/** Props of {@link OptionItem}. */
export interface OptionItemProps {
  option: Option;
  isChosen: boolean;
  mark: OptionMark;
  /** Picture or letters for {@link OptionMark} `flag`. */
  flag?: string | undefined;
  className?: string | undefined;
  onChoose: (option: Option, isChosen: boolean) => void;
  focusRef?: ((element: HTMLInputElement | null) => void) | undefined;
}

/** One choice of a list: a native checkbox in its label; `data-chosen` where it is chosen. Renders an `<li>`. */
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
        {mark === 'logo' && <OptionLogo option={option} />}
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

function OptionLogo({ option: { label, logo, color } }: { option: Option }) {
  if (logo && isSafeImageUrl(logo)) {
    return (
      <img className="discovr-Option-logo" src={logo} alt="" width="32" height="32" loading="lazy" decoding="async" />
    );
  }
  // Drawn as SVG, whose colours are attributes: a content security policy forbids inline styles of a server's HTML.
  return (
    <svg className="discovr-Option-logo" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true">
      <rect width="32" height="32" fill={color ?? '#55555c'} />
      <text x="16" y="22" textAnchor="middle" fontSize="17" fontWeight="700" fill="#fff">
        {[...label.trim()][0]?.toUpperCase()}
      </text>
    </svg>
  );
}
