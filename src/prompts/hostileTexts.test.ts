import { expect, it } from 'vitest';
import { localePacks } from '../../test/support/localePacks.js';
import { de } from './languages/de.js';
import { en } from './languages/en.js';
import { ja } from './languages/ja.js';
import { ko } from './languages/ko.js';
import { parsePrompt } from './parsePrompt.js';

const options = { languages: [de, en, ja, ko], locale: 'de', messages: localePacks['de']!, today: '2026-11-29' };

/** Returns how often the parser looks at a character, or looks something up. */
function stepsFor(text: string): number {
  const { charCodeAt } = String.prototype;
  const { get } = Map.prototype;
  let steps = 0;
  // A spy would keep each call.
  Reflect.set(String.prototype, 'charCodeAt', function (this: string, at: number) {
    steps += 1;
    return charCodeAt.call(this, at);
  });
  Reflect.set(Map.prototype, 'get', function (this: Map<unknown, unknown>, key: unknown): unknown {
    steps += 1;
    return get.call(this, key);
  });
  try {
    parsePrompt(text, options);
  } finally {
    Reflect.set(String.prototype, 'charCodeAt', charCodeAt);
    Reflect.set(Map.prototype, 'get', get);
  }
  return steps;
}

it.each([
  'comedy, ',
  'no horror ',
  'no horror, comedy only, ',
  'no, you know, horror ',
  'comedy no wait ',
  'Horror of Xylophone ',
  'kids and ',
  'under 90 min ',
  '80s or ',
  'krieg',
  'ss',
  'xylophone ',
  'the ',
  '映画',
  'ホラー',
  '공포',
  'max ',
  'like ',
  'in Germany or ',
  'Filme im Genre Drama, ',
  'e\u0301',
  '90-',
])('parsePrompt takes a number of steps in proportion to the length of "%s…"', (unit) => {
  const [short, long] = [500, 2_000].map((count) => unit.repeat(count));
  parsePrompt(long!, options);
  expect(stepsFor(long!) / stepsFor(short!)).toBeLessThan(4.5);
});
