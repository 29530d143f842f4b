import { DiscovrClient, DiscovrProvider, memoryCredentialStore } from 'discovr-react';
import { createEmulator, emulatorVocabulary } from 'discovr-react/emulator';
import type { ReactNode } from 'react';

const emulator = createEmulator();
const [profile] = emulator.control.profiles();
const client = new DiscovrClient('demo', {
  fetch: emulator.fetch,
  credentialStore: memoryCredentialStore(emulator.issueCredential({ profileId: profile!.id })),
});
const vocabulary = emulatorVocabulary();

export function EmbeddedDiscovr({ children }: { children: ReactNode }) {
  return (
    <DiscovrProvider client={client} vocabulary={vocabulary}>
      {children}
    </DiscovrProvider>
  );
}
