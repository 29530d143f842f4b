import { Fragment } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';

/** Each form is loaded in a separate document, with only its styles. */
const FORMS = {
  bare: async () => (await import('./bare.jsx')).closed,
  bareListed: async () => (await import('./bare.jsx')).listed,
  markup: async () => (await import('./markup.jsx')).form,
  ours: async () => (await import('./ours.jsx')).formInApp,
  reactSelect: async () => (await import('./reactSelect.jsx')).form,
  mui: async () => (await import('./mui.jsx')).form,
  mantine: async () => (await import('./mantine.jsx')).form,
};

const name = new URLSearchParams(location.search).get('form');
if (name === 'typing') {
  const { mountTyping, nextSample } = await import('./typing.jsx');
  globalThis.bench = { mountTyping, nextSample };
} else {
  const form = await FORMS[name]();
  const { App } = name === 'ours' ? await import('./ours.jsx') : { App: Fragment };
  globalThis.bench = { mount: (times) => Array.from({ length: times }, () => mount(App, form())) };
}

/**
 * Returns the milliseconds until a form in a running app is laid out, and the number of its controls and elements.
 *
 * @param App what the app has rendered around the form before, such as a provider.
 */
function mount(App, element) {
  const container = document.createElement('div');
  document.body.append(container);
  const root = createRoot(container);
  flushSync(() => root.render(<App />));
  const start = performance.now();
  flushSync(() => root.render(<App>{element}</App>));
  container.getBoundingClientRect();
  const ms = performance.now() - start;
  const controls = container.querySelectorAll('input, select, button').length;
  const elements = container.querySelectorAll('*').length;
  root.unmount();
  container.remove();
  return { ms, controls, elements };
}
