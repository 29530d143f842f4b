import { DiscovrClient, DiscovrProvider, encryptedCredentialStore } from 'discovr-react';
import 'discovr-react/styles.css';
import type { ReactNode } from 'react';

// Once, outside of components.
const client = new DiscovrClient('your-client-id', { credentialStore: encryptedCredentialStore });

export function Discovr({ children }: { children: ReactNode }) {
  return <DiscovrProvider client={client}>{children}</DiscovrProvider>;
}
