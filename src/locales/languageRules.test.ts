import { expect, test } from 'vitest';
import { textsOf, withoutPlaceholders } from '../../scripts/locales/gaps.mjs';
import { formatMessage } from '../messages/formatMessage.js';
import { ar } from './ar.js';
import { de } from './de.js';
import { ja } from './ja.js';
import { ko } from './ko.js';
import { tr } from './tr.js';
import { zhHans } from './zh-Hans.js';

test('German avoids "du" and "Sie"', () => {
  for (const [path, text] of textsOf(de)) {
    expect(text, path).not.toMatch(/(?<!\p{L})([Dd](u|ir|ich|ein\p{L}*)|Sie|Ihnen|Ihre?\p{L}*)(?!\p{L})/u);
  }
});

test('Arabic uses its plural forms', () => {
  const formatCount = (count: number) => formatMessage(ar.form.filterCount, { count }, 'ar');
  const digits = (count: number) => new Intl.NumberFormat('ar').format(count);
  expect(formatCount(1)).toBe('عامل تصفية واحد');
  expect(formatCount(2)).toBe('عاملا تصفية');
  expect(formatCount(3)).toBe(`${digits(3)} عوامل تصفية`);
  expect(formatCount(11)).toBe(`${digits(11)} عامل تصفية`);
});

test('Arabic contains no Latin letters except the name Discovr', () => {
  for (const [path, text] of textsOf(ar)) {
    expect(withoutPlaceholders(text).replaceAll('Discovr', ''), path).not.toMatch(/\p{Script=Latin}/u);
  }
});

test('Turkish has no suffix after a placeholder, because it depends on the vowels before it', () => {
  for (const [path, text] of textsOf(tr)) expect(text, path).not.toMatch(/\}[’']?\p{L}/u);
});

test('Korean has no particle after a placeholder whose form depends on the sound before it', () => {
  for (const [path, text] of textsOf(ko))
    expect(text, path).not.toMatch(/\}[’”]?(을|를|은|는|이|가|과|와|로|으로|\([을를은는이가과와으])/u);
});

test.each([
  ['Japanese', ja],
  ['Chinese', zhHans],
])('%s has full-width punctuation and no spaces', (_language, pack) => {
  // The position among the titles of the hero consists of digits, and the name of a button begins with what it shows.
  const exceptions = ['page.position', 'filterDialog.active'];
  const texts = textsOf(pack).filter(([path]) => !exceptions.includes(path));
  for (const [path, text] of texts) expect(text, path).not.toMatch(/[ ,.:;?()"']/);
});
