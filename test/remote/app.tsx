import { createRoot } from 'react-dom/client';
import { DiscovrClient, DiscovrProvider, RemoteControl } from '../../src/index.js';
import css from '../../src/styles/styles.css?inline';
import { JourneyApp } from '../journey/JourneyApp.js';
import { startObserving } from './observe.js';

const settings = new URLSearchParams(location.search);
const client = new DiscovrClient('remote', { basePath: settings.get('api') ?? '' });

// Tests for old televisions have added another stylesheet.
if (document.styleSheets.length === 0) {
  const sheet = document.createElement('style');
  sheet.textContent = `${css}\nbody { margin: 0; }`;
  document.head.append(sheet);
}
const root = document.createElement('div');
document.body.append(root);
const hasRemote = !settings.has('keyboard');
startObserving(hasRemote);
const app = (
  <DiscovrProvider client={client}>
    <JourneyApp history="none" isTelevision heroFollowsFocus={settings.has('heroFollowsFocus')} />
  </DiscovrProvider>
);
createRoot(root).render(hasRemote ? <RemoteControl onExit={() => window.exit()}>{app}</RemoteControl> : app);
