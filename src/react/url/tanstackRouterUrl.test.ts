import { expect, test } from 'vitest';
import { parseSearchValue } from './tanstackRouterUrl.js';

test('a list of ids that looks like a number stays text, so that a link of the app does not change it', () => {
  for (const text of ['28.80', '8.10', '18.10770', '1e3', '12345678901234567890']) {
    expect(() => parseSearchValue(text)).toThrow(`${text} is kept as text`);
  }
});

test('everything else is read as the router reads it', () => {
  const values = ['1', '8.5', '-3', 'true', '"text"', '{"a":[1]}'].map(parseSearchValue);
  expect(values).toEqual([1, 8.5, -3, true, 'text', { a: [1] }]);
  expect(() => parseSearchValue('90..120')).toThrow(SyntaxError);
});
