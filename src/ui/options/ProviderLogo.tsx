import { isSafeImageUrl } from '../../api/schemas/imageUrl.js';

/** Props of {@link ProviderLogo}. */
export interface ProviderLogoProps {
  name: string;
  /** URL of a picture, where there is one. */
  url: string | null | undefined;
  /** The brand's colour, where it is known. */
  color: string | undefined;
  className: string;
}

/** The mark of a streaming service beside its name: its logo, else its first letter in the brand's colour. */
export function ProviderLogo({ name, url, color, className }: ProviderLogoProps) {
  if (url && isSafeImageUrl(url)) {
    return <img className={className} loading="lazy" decoding="async" src={url} alt="" width="32" height="32" />;
  }
  // Drawn as SVG, whose colours are attributes: a content security policy forbids inline styles of a server's HTML.
  return (
    <svg className={className} viewBox="0 0 32 32" width="32" height="32" aria-hidden="true">
      <rect width="32" height="32" fill={color ?? '#55555c'} />
      <text x="16" y="22" textAnchor="middle" fontSize="17" fontWeight="700" fill="#fff">
        {[...name.trim()][0]?.toUpperCase()}
      </text>
    </svg>
  );
}
