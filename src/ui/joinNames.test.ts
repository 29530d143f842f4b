import { expect, test } from 'vitest';
import { joinNames } from './titleFacts.js';

test.each([
  ['en', 'A, B, C'],
  ['de', 'A, B, C'],
  ['tr', 'A, B, C'],
  ['ko', 'A, B, C'],
  ['ja', 'A、B、C'],
  ['zh-Hans', 'A、B、C'],
  ['ar', 'A، وB، وC'],
  ['th', 'A, B, C'],
])('joinNames separates names in %s with punctuation', (locale, text) => {
  expect(joinNames(['A', 'B', 'C'], locale)).toBe(text);
});

test('joinNames leaves a single name alone', () => {
  expect(joinNames(['A'], 'ja')).toBe('A');
});
