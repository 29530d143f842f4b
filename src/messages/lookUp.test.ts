import { expect, test } from 'vitest';
import { lookUp } from './formatMessage.js';

test('lookUp returns own properties and ignores inherited ones', () => {
  const messages = { apply: 'Apply', empty: '' };
  expect(lookUp(messages, 'apply')).toBe('Apply');
  expect(lookUp(messages, 'empty')).toBe('');
  for (const key of ['missing', 'constructor', 'toString', '__proto__', '']) {
    expect(lookUp(messages, key), key).toBeUndefined();
  }
});
