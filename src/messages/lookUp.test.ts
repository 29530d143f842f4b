import { expect, test } from 'vitest';
import { lookUp } from './lookUp.js';

test('words are found under their own key, and under no key every object inherits', () => {
  const words = { apply: 'Apply', empty: '' };
  expect(lookUp(words, 'apply')).toBe('Apply');
  expect(lookUp(words, 'empty')).toBe('');
  for (const key of ['missing', 'constructor', 'toString', '__proto__', '']) {
    expect(lookUp(words, key), key).toBeUndefined();
  }
});
