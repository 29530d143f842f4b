import {
  DiscovrClient,
  DiscovrProvider,
  memoryCredentialStore,
  PageFilterForm,
  type DiscovrCredential,
} from 'discovr-react';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './app.css';

declare global {
  /** URL and credential of the emulator. */
  var discovrEmulator: { basePath: string; credential: DiscovrCredential };
}

const client = new DiscovrClient('vite-react19-tailwind', {
  basePath: discovrEmulator.basePath,
  credentialStore: memoryCredentialStore(discovrEmulator.credential),
});

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <DiscovrProvider client={client} colorScheme="light">
      <PageFilterForm classNames={{ applyButton: 'bg-fuchsia-700 rounded-none' }} />
      <p id="utility" className="bg-fuchsia-700">
        Tailwind utility for comparison
      </p>
    </DiscovrProvider>
  </StrictMode>,
);
