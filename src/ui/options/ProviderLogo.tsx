'use client';

import { isSafeImageUrl } from '../../shared/url.js';
import { useDiscovrContext } from '../../react/provider/context.js';

/** Props of {@link ProviderLogo}. */
export interface ProviderLogoProps {
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
  if (url && isSafeImageUrl(url)) {
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
