import { afterEach, expect, test, vi } from 'vitest';
import { lockScroll } from './useModalDialog.js';

const { documentElement: root } = document;

afterEach(() => {
  vi.restoreAllMocks();
  root.removeAttribute('dir');
});

// Chromium keeps the scroll bar of a page on the right, whatever its text direction. WebKit may have it on the left.
test.each([
  ['right', 'ltr', 0, 'paddingRight'],
  ['right', 'rtl', 0, 'paddingRight'],
  ['left', 'rtl', 15, 'paddingLeft'],
] as const)('a locked page keeps its width where its scroll bar was: %s, %s', (_side, dir, left, padding) => {
  root.dir = dir;
  vi.spyOn(root, 'clientWidth', 'get').mockReturnValue(window.innerWidth - 15);
  vi.spyOn(root, 'getBoundingClientRect').mockReturnValue(new DOMRect(left, 0, window.innerWidth - 15, 3000));
  const unlock = lockScroll();
  expect([root.style.overflow, root.style[padding]]).toEqual(['hidden', '15px']);
  unlock();
  expect([root.style.overflow, root.style[padding]]).toEqual(['', '']);
});
