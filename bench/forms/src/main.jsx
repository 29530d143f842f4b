import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';

/** Each form is loaded in a separate document, with only its styles. */
const FORMS = {
  bare: async () => (await import('./bare.jsx')).closed,
  bareListed: async () => (await import('./bare.jsx')).listed,
  markup: async () => (await import('./markup.jsx')).form,
  ours: async () => (await import('./ours.jsx')).form,
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
  globalThis.bench = { mount: (times) => Array.from({ length: times }, () => mount(form())) };
}

/** Returns the milliseconds from an empty document to a laid-out form, and the number of its controls and elements. */
function mount(element) {
  const container = document.createElement('div');
  document.body.append(container);
  const root = createRoot(container);
  const start = performance.now();
  flushSync(() => root.render(element));
  container.getBoundingClientRect();
  const ms = performance.now() - start;
  const controls = container.querySelectorAll('input, select, button').length;
  const elements = container.querySelectorAll('*').length;
  root.unmount();
  container.remove();
  return { ms, controls, elements };
}
