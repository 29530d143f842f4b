import { DiscovrClient, DiscovrProvider, memoryCredentialStore, type DiscovrCredential } from 'discovr-react';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App';
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
      <App />
    </DiscovrProvider>
  </StrictMode>,
);
