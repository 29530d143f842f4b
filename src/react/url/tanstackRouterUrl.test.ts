import { expect, test } from 'vitest';
import { parseSearchValue } from './tanstackRouterUrl.js';

test('parseSearchValue rejects a list of ids that looks like a number, so that it stays text', () => {
  for (const text of ['28.80', '8.10', '18.10770', '1e3', '12345678901234567890']) {
    expect(() => parseSearchValue(text)).toThrow(`${text} is kept as text`);
  }
});

test('parseSearchValue parses every other value as the router does', () => {
  const values = ['1', '8.5', '-3', 'true', '"text"', '{"a":[1]}'].map(parseSearchValue);
  expect(values).toEqual([1, 8.5, -3, true, 'text', { a: [1] }]);
  expect(() => parseSearchValue('90..120')).toThrow(SyntaxError);
});
