import { createRoot } from 'react-dom/client';
import { startSampling } from './samples.js';

/** Each page is loaded separately, with only its code and styles. */
const PAGES = {
  ours: async () => (await import('./ours.jsx')).page(),
  heard: async () => (await import('./ours.jsx')).page({ onEvent: () => undefined }),
  norigin: async () => (await import('./norigin.jsx')).page,
};

const settings = Object.fromEntries(new URLSearchParams(location.search));
globalThis.bench = startSampling();
const page = await PAGES[settings.page]();
createRoot(document.body.appendChild(document.createElement('div'))).render(page(settings));
