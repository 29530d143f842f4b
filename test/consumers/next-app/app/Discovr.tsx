'use client';

import { DiscovrClient, DiscovrProvider, memoryCredentialStore, type DiscovrCredential } from 'discovr-react';
import { useState, type ReactNode } from 'react';

declare global {
  /** URL and credential of the emulator; defined in the browser only. */
  var discovrEmulator: { basePath: string; credential: DiscovrCredential } | undefined;
}

export function Discovr({ children }: { children: ReactNode }) {
  const [client] = useState(
    () =>
      new DiscovrClient('next-app', {
        basePath: globalThis.discovrEmulator?.basePath,
        credentialStore: memoryCredentialStore(globalThis.discovrEmulator?.credential),
      }),
  );
  return <DiscovrProvider client={client}>{children}</DiscovrProvider>;
}
