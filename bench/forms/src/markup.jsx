import { createElement } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { form as oursForm } from './ours.jsx';

const REACT_NAMES = {
  class: 'className',
  for: 'htmlFor',
  tabindex: 'tabIndex',
  checked: 'defaultChecked',
  value: 'defaultValue',
};

/**
 * The elements, classes and stylesheet of our form without its logic. Shows how long React and the browser take to
 * render them.
 */
export const form = makeStatic();

function makeStatic() {
  const container = document.createElement('div');
  const root = createRoot(container);
  flushSync(() => root.render(oursForm()));
  const element = elementFrom(container.firstElementChild);
  root.unmount();
  return () => element;
}

function elementFrom(node) {
  if (node.nodeType === Node.TEXT_NODE) return node.data;
  const attributes = [...node.attributes].map(({ name, value }) => [REACT_NAMES[name] ?? name, value]);
  return createElement(
    node.localName,
    Object.fromEntries(attributes.map(([name, value]) => [name, name === 'defaultChecked' ? true : value])),
    ...[...node.childNodes].map(elementFrom),
  );
}
