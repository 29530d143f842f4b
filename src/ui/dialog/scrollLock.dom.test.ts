import { afterEach, expect, test, vi } from 'vitest';
import { lockScroll } from './useModalDialog.js';

const { documentElement: root } = document;

afterEach(() => {
  vi.restoreAllMocks();
  root.removeAttribute('dir');
});

/** Gives the page a scroll bar that is 15 px wide. With `isStable`, its space stays when the bar disappears. */
function addScrollBar(left: number, isStable = false): void {
  const width = window.innerWidth - 15;
  const hasSpace = () => isStable || root.style.overflow !== 'hidden';
  vi.spyOn(root, 'clientWidth', 'get').mockImplementation(() => (hasSpace() ? width : window.innerWidth));
  vi.spyOn(root, 'getBoundingClientRect').mockReturnValue(new DOMRect(left, 0, width, 3000));
}

// Chromium keeps the scroll bar of a page on the right, whatever its text direction. WebKit may have it on the left.
test.each([
  ['right', 'ltr', 0, 'paddingRight'],
  ['right', 'rtl', 0, 'paddingRight'],
  ['left', 'rtl', 15, 'paddingLeft'],
] as const)('a locked page keeps its width where its scroll bar was: %s, %s', (_side, dir, left, padding) => {
  root.dir = dir;
  addScrollBar(left);
  const unlock = lockScroll();
  expect([root.style.overflow, root.style[padding]]).toEqual(['hidden', '15px']);
  unlock();
  expect([root.style.overflow, root.style[padding]]).toEqual(['', '']);
});

test('a locked page keeps its width when it reserves the space of its scroll bar', () => {
  addScrollBar(0, true);
  const unlock = lockScroll();
  expect([root.style.overflow, root.style.paddingRight]).toEqual(['hidden', '']);
  unlock();
});
