import { createRoot } from 'react-dom/client';
import { countElements, scrollDown, scrollSideways } from './scrolling.js';
import { rowsOf } from './titles.js';

/** Each page is loaded separately, with only its styles. */
const PAGES = {
  allTogether: async () => (await import('./ours.jsx')).allTogether,
  inBatches: async () => (await import('./ours.jsx')).inBatches,
  plain: async () => (await import('./plain.jsx')).plain,
  instantSearch: async () => (await import('./instantSearch.jsx')).instantSearch,
};

const query = new URLSearchParams(location.search);
const root = createRoot(document.body.appendChild(document.createElement('div')));

if (query.get('page') === 'switching') {
  const { startSwitching } = await import('./switching.jsx');
  globalThis.bench = { switchPages: await startSwitching(root) };
} else {
  const page = await PAGES[query.get('page')]();
  const rows = rowsOf(Number(query.get('rows')), Number(query.get('items')));
  globalThis.bench = { mount: () => root.render(page(rows)), scrollDown, scrollSideways, countElements };
}
