import { isSafeImageUrl } from '../../api/schemas/safeImageUrl.js';

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
  if (url && isSafeImageUrl(url)) {
    return <img className={className} loading="lazy" decoding="async" src={url} alt="" width="32" height="32" />;
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
