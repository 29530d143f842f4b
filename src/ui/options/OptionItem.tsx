'use client';

import { memo } from 'react';
import type { Option } from '../../filters/vocabulary/vocabulary.js';
import { useDiscovrContext } from '../../react/provider/context.js';
import { isSafeImageUrl } from '../../shared/url.js';
import { joinClasses } from '../classNames.js';

/** The mark before the label of an option. */
export type OptionMark = 'none' | 'logo' | 'flag';

interface OptionItemProps {
  option: Option;
  isChosen: boolean;
  mark: OptionMark;
  /** Text of the mark if it is `flag`, such as a flag emoji. */
  flag?: string | undefined;
  /** Whether a narrow form hides the option. */
  isFolded?: boolean | undefined;
  className?: string | undefined;
  onChoose: (option: Option, isChosen: boolean) => void;
  focusRef?: ((element: HTMLInputElement | null) => void) | undefined;
}

/** One option of a list: a native checkbox in its label, with `data-chosen` when it is chosen. Renders an `<li>`. */
export const OptionItem = memo(function OptionItem(props: OptionItemProps) {
  const { option, isChosen, mark, flag, isFolded, className, onChoose, focusRef } = props;
  return (
    <li className="discovr-OptionItem" data-folded={isFolded ? '' : undefined}>
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
        <bdi className="discovr-Option-label">
          <span>{option.label}</span>
          <span className="discovr-StableLabel-room" data-text={option.label} aria-hidden="true" />
        </bdi>
      </label>
    </li>
  );
});

interface ProviderLogoProps {
  name: string;
  /** URL of the logo. */
  url: string | null | undefined;
  /** Color of the brand. */
  color: string | undefined;
  className: string;
}

/** Logo of a watch provider next to its name, or the first letter of the name on the brand color. */
export function ProviderLogo({ name, url, color, className }: ProviderLogoProps) {
  const { renderImage } = useDiscovrContext('a logo');
  if (isSafeImageUrl(url)) {
    const image = { className, loading: 'lazy', decoding: 'async', src: url, width: 32, height: 32 } as const;
    return renderImage ? renderImage({ ...image, alt: '', kind: 'logo' }) : <img {...image} alt="" />;
  }
  // SVG attributes set the colors, because a content security policy can forbid inline styles in server-rendered HTML.
  return (
    <svg className={className} viewBox="0 0 32 32" width="32" height="32" aria-hidden="true">
      <rect width="32" height="32" fill={color ?? '#55555c'} />
      <text x="16" y="22" textAnchor="middle" fontSize="17" fontWeight="700" fill="#fff">
        {[...name.trim()][0]?.toUpperCase()}
      </text>
    </svg>
  );
}
