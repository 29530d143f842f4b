'use client';

/** Props of {@link AddressLink}. */
export interface AddressLinkProps {
  /** URL with or without a scheme, such as `example.com/tv`. */
  address: string;
}

/** Renders a URL as a link that opens another tab, so that the code stays on screen; as text if it is not an HTTP URL. */
export function AddressLink({ address }: AddressLinkProps) {
  const href = hrefOf(address);
  return (
    <p className="discovr-DeviceSignIn-address">
      {href ? (
        <a className="discovr-TextButton" href={href} target="_blank" rel="noopener noreferrer" dir="ltr">
          {address}
        </a>
      ) : (
        <span dir="ltr">{address}</span>
      )}
    </p>
  );
}

function hrefOf(address: string): string | undefined {
  try {
    const { protocol, href } = new URL(/^[a-z][a-z\d+.-]*:/i.test(address) ? address : `https://${address}`);
    return protocol === 'https:' || protocol === 'http:' ? href : undefined;
  } catch {
    return undefined;
  }
}
