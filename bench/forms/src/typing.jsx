import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { genreLabels } from './genreLabels.js';
import { formWithGenres } from './ours.jsx';

let root;
let start = 0;
const samples = [];
const waiting = [];
const channel = new MessageChannel();

// Measures from the key press to the end of the frame that shows its result. The frame callback posts a message, which
// arrives after the style, layout and paint of that frame. Both listeners run before the listeners of React.
addEventListener('keydown', () => (start = performance.now()), true);
addEventListener('input', () => requestAnimationFrame(() => channel.port2.postMessage(null)), true);
channel.port1.addEventListener('message', () => {
  const sample = { ms: performance.now() - start, rows: document.querySelectorAll('fieldset li').length };
  const resolve = waiting.shift();
  if (resolve) resolve(sample);
  else samples.push(sample);
});
channel.port1.start();

/** Returns the oldest unread measurement, or waits for the next key. */
export function nextSample() {
  const sample = samples.shift();
  return sample ?? new Promise((resolve) => waiting.push(resolve));
}

/** Mounts a new form with a number of genres and focuses the search field of the genres. */
export function mountTyping(kind, count) {
  root?.unmount();
  document.body.replaceChildren();
  root = createRoot(document.body.appendChild(document.createElement('div')));
  const genres = genreLabels[kind](count).map((label, index) => ({ id: String(index), label }));
  flushSync(() => root.render(formWithGenres(genres)));
  document.querySelector('input[aria-label="Search genres"]').focus();
}
