import { expect, test } from 'vitest';
import { isolateName, isRightToLeftLocale } from './direction.js';

test('a language is known to run from right to left, with or without a country', () => {
  for (const locale of ['ar', 'ar-EG', 'AR-eg', 'he', 'fa-IR', 'ur', 'ckb']) {
    expect(isRightToLeftLocale(locale), locale).toBe(true);
  }
  for (const locale of ['en', 'de-AT', 'arn', 'hi', 'tr', '']) expect(isRightToLeftLocale(locale), locale).toBe(false);
});

test('a Latin name keeps its signs on their side in a language from right to left', () => {
  expect(isolateName('Disney+', 'ar')).toBe('\u2068Disney+\u2069');
  expect(isolateName('MUBI', 'he-IL')).toBe('\u2068MUBI\u2069');
});

test('any other name stays as it is', () => {
  expect(isolateName('ألمانيا', 'ar')).toBe('ألمانيا');
  expect(isolateName('9715', 'ar')).toBe('9715');
  expect(isolateName('Disney+', 'en')).toBe('Disney+');
  expect(isolateName('Disney+', 'de-AT')).toBe('Disney+');
});
