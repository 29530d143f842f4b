import { expect, test } from 'vitest';
import { isolateName, isRightToLeftLocale } from './locale.js';

test('isRightToLeftLocale recognizes right-to-left languages with or without a region', () => {
  for (const locale of [
    ...['ar', 'ar-EG', 'AR-eg', 'arc', 'ckb', 'dv', 'fa-IR', 'ff-Adlm', 'he', 'iw', 'ks', 'nqo'],
    ...['pa-PK', 'ps', 'sd', 'syr', 'ug', 'ur', 'yi'],
  ]) {
    expect(isRightToLeftLocale(locale), locale).toBe(true);
  }
  for (const locale of ['en', 'de-AT', 'arn', 'hi', 'tr', 'pt-PT', 'zh-TW', 'und']) {
    expect(isRightToLeftLocale(locale), locale).toBe(false);
  }
});

test('isRightToLeftLocale follows the script of a tag rather than its language', () => {
  expect(isRightToLeftLocale('az-Arab')).toBe(true);
  expect(isRightToLeftLocale('ar-Latn')).toBe(false);
});

test('isolateName isolates Latin names in right-to-left languages', () => {
  expect(isolateName('Disney+', 'ar')).toBe('\u2068Disney+\u2069');
  expect(isolateName('MUBI', 'he-IL')).toBe('\u2068MUBI\u2069');
});

test('isolateName returns other names unchanged', () => {
  expect(isolateName('ألمانيا', 'ar')).toBe('ألمانيا');
  expect(isolateName('9715', 'ar')).toBe('9715');
  expect(isolateName('Disney+', 'en')).toBe('Disney+');
  expect(isolateName('Disney+', 'de-AT')).toBe('Disney+');
});
