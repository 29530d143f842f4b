import { afterEach, expect, test } from 'vitest';
import { scrollerOf } from './scrolling.js';

afterEach(() => {
  document.body.innerHTML = '';
  document.body.removeAttribute('style');
  document.documentElement.removeAttribute('style');
});

/** Renders a button in a wrapper with this style, and returns both. */
function buttonIn(style: string) {
  document.body.innerHTML = `<div style="${style}"><p style="block-size: 3000px"></p><button>Last</button></div>`;
  const button = document.querySelector('button')!;
  return { button, wrapper: button.parentElement! };
}

test('the page scrolls a control whose wrapper and body only cut off what is too wide', () => {
  document.body.style.overflowX = 'hidden';
  const { button } = buttonIn('overflow-x: hidden');
  expect(scrollerOf(button)).toBe(document.scrollingElement);
});

test('a wrapper of limited height scrolls what is in it', () => {
  const { button, wrapper } = buttonIn('block-size: 200px; overflow-y: auto');
  expect(scrollerOf(button)).toBe(wrapper);
});

test('the body scrolls when the root element cuts off what is too tall', () => {
  document.documentElement.style.cssText = 'overflow: hidden; block-size: 100%';
  document.body.style.cssText = 'overflow: auto; block-size: 100%; margin: 0';
  expect(scrollerOf(buttonIn('').button)).toBe(document.body);
});
