import { createRoot } from 'react-dom/client';
import { startSampling } from './samples.js';

globalThis.bench = startSampling();

/**
 * Renders a page of the benchmark. Each page is an app of its own, with only its code and styles.
 *
 * @param page returns the page for the settings in the query of the URL.
 */
export function start(page) {
  const settings = Object.fromEntries(new URLSearchParams(location.search));
  createRoot(document.body.appendChild(document.createElement('div'))).render(page(settings));
}
