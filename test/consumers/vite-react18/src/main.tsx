import {
  DiscovrClient,
  DiscovrProvider,
  MediaCard,
  memoryCredentialStore,
  PageFilterForm,
  type DiscovrCredential,
} from 'discovr-react';
import 'discovr-react/styles.css';
import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';

declare global {
  /** URL and credential of the emulator. */
  var discovrEmulator: { basePath: string; credential: DiscovrCredential };
}

const client = new DiscovrClient('vite-react18', {
  basePath: discovrEmulator.basePath,
  credentialStore: memoryCredentialStore(discovrEmulator.credential),
});

function App() {
  const [pageId, setPageId] = useState<string>();
  return (
    <main>
      <PageFilterForm onPageCreated={(page) => setPageId(page.id)} />
      {pageId && <p>Created {pageId}</p>}
      <MediaCard item={{ id: 'MV_1', title: 'Unsafe', poster_path: null }} href="javascript:alert('{id}')" />
    </main>
  );
}

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <DiscovrProvider client={client}>
      <App />
    </DiscovrProvider>
  </StrictMode>,
);
