import { createRoot } from 'react-dom/client';
import { DiscovrClient, DiscovrProvider, encryptedCredentialStore } from '../../src/index.js';
import css from '../../src/styles/styles.css?inline';
import { JourneyApp } from './JourneyApp.js';

declare global {
  interface Window {
    /** Uncaught errors and unhandled rejections of the page. */
    faults: string[];
  }
}

/** URL of the emulator. It is stored, so that a second tab calls the same emulator. */
const basePath = new URLSearchParams(location.search).get('api') ?? localStorage.getItem('api') ?? '';
localStorage.setItem('api', basePath);
window.faults = [];
addEventListener('error', (event) => window.faults.push(event.message));
addEventListener('unhandledrejection', (event) => window.faults.push(String(event.reason)));
// The tabs of the app share the sign-in.
const client = new DiscovrClient('journey', { basePath, credentialStore: encryptedCredentialStore });

// Tests for old televisions have added another stylesheet.
if (document.styleSheets.length === 0) {
  const sheet = document.createElement('style');
  sheet.textContent = css;
  document.head.append(sheet);
}
const root = document.createElement('div');
document.body.append(root);
createRoot(root).render(
  <DiscovrProvider client={client}>
    <JourneyApp isTelevision={new URLSearchParams(location.search).has('television')} />
  </DiscovrProvider>,
);
