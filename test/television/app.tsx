import { createRoot } from 'react-dom/client';
import { emulatorVocabulary } from '../../src/emulator/emulatorVocabulary.js';
import { RemoteControl } from '../../src/index.js';
import { createTestDiscovr } from '../../src/testing/createTestDiscovr.js';
import { screens } from './screens.js';

declare global {
  interface Window {
    /** Uncaught errors and unhandled rejections of the page. */
    faults: string[];
  }
}

window.faults = [];
addEventListener('error', (event) => window.faults.push(event.message));
addEventListener('unhandledrejection', (event) => window.faults.push(String(event.reason)));

const { session, content } = screens[new URLSearchParams(location.search).get('screen') ?? 'page']!;
const { Wrapper } = createTestDiscovr({
  session,
  seed: 'television',
  provider: { vocabulary: emulatorVocabulary() },
});
const root = document.createElement('div');
document.body.append(root);
createRoot(root).render(
  <RemoteControl>
    <Wrapper>
      <main>{content}</main>
    </Wrapper>
  </RemoteControl>,
);
