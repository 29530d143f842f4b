import { expect, test } from 'vitest';
import { keepLast } from './keepLast.js';

test('a map keeps the entries that were added last, up to its maximum', () => {
  const map = new Map<string, number>();
  for (const key of ['a', 'b', 'a', 'c']) keepLast(map, key, 1, 2);
  expect([...map.keys()]).toEqual(['a', 'c']);
});

test('without a maximum, a map keeps 200 entries', () => {
  const map = new Map<string, number>();
  for (let index = 0; index < 300; index += 1) keepLast(map, `${index}`, index);
  expect(map.size).toBe(200);
  expect(map.keys().next().value).toBe('100');
});
