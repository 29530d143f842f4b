import { afterEach, expect, it, vi } from 'vitest';
import { showsFocus } from './focusable.js';

afterEach(() => document.body.replaceChildren());

it('is true for each focused element of a browser without :focus-visible', () => {
  const button = document.body.appendChild(document.createElement('button'));
  const { matches } = Element.prototype;
  vi.spyOn(button, 'matches').mockImplementation((selector: string) => {
    if (selector === ':focus-visible') throw new SyntaxError(`"${selector}" is not a valid selector.`);
    return matches.call(button, selector);
  });
  expect(showsFocus(button)).toBe(false);
  button.focus();
  expect(showsFocus(button)).toBe(true);
});
