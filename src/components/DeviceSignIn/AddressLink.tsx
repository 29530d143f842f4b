'use client';

import { formatMessage } from '../../messages/formatMessage.js';
import type { Messages } from '../../messages/messages.js';

/** Props of {@link AddressLink}. */
export interface AddressLinkProps {
  /** URL with or without a scheme, such as `example.com/tv`. */
  address: string;
  texts: Messages['deviceSignIn'];
}

/**
 * Renders a URL as a link that opens another tab, so that the code stays on screen; as text if it is not an HTTP URL.
 * On a phone, where the user opens the address on the same device, the link looks like a button.
 */
export function AddressLink({ address, texts }: AddressLinkProps) {
  const href = hrefOf(address);
  if (!href) {
    return (
      <p className="discovr-DeviceSignIn-address">
        <span dir="ltr">{address}</span>
      </p>
    );
  }
  const link = { href, target: '_blank', rel: 'noopener noreferrer' };
  return (
    <>
      <p className="discovr-DeviceSignIn-address" data-size="wide">
        <a {...link} className="discovr-TextButton" dir="ltr">
          {address}
        </a>
      </p>
      <p className="discovr-DeviceSignIn-address" data-size="narrow">
        <a {...link} className="discovr-Button" data-variant="main">
          {formatMessage(texts.openAddress, { address })}
        </a>
      </p>
    </>
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
