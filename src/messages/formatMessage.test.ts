import fc from 'fast-check';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { anyText } from '../../test/arbitraries.js';
import { ar } from '../locales/ar.js';
import { de } from '../locales/de.js';
import { en } from './en.js';
import { formatMessage } from './formatMessage.js';

describe('formatMessage', () => {
  it('replaces every occurrence of a placeholder', () => {
    expect(formatMessage('{from} – {to}', { from: 'May', to: 'June' })).toBe('May – June');
    expect(formatMessage('{a}{a} and {a}', { a: 'x' })).toBe('xx and x');
    expect(formatMessage('Nothing to fill in.', { a: 'x' })).toBe('Nothing to fill in.');
    expect(formatMessage('“{query}”', { query: '' })).toBe('“”');
  });

  it('keeps placeholders without a value visible', () => {
    expect(formatMessage('{from} – {to}', { from: 'May' })).toBe('May – {to}');
    expect(formatMessage('{from}')).toBe('{from}');
    expect(formatMessage('{ from } {} {fröm}', { from: 'May' })).toBe('{ from } {} {fröm}');
  });

  it('does not use inherited properties as values', () => {
    const template = '{constructor} {toString} {__proto__} {hasOwnProperty}';
    expect(formatMessage(template)).toBe(template);
    expect(formatMessage('{constructor}', { constructor: 'own' })).toBe('own');
  });

  it('inserts values as plain text, not as templates', () => {
    expect(formatMessage('{a} {b}', { a: '{b}', b: '$& $1 $$' })).toBe('{b} $& $1 $$');
    fc.assert(
      fc.property(anyText, (query) => {
        expect(formatMessage('<{query}>', { query })).toBe(`<${query}>`);
      }),
    );
  });

  it.each([[{}], [{ text: 'Go' }], [{ other: {} }], [['Go']], [5]])('returns an empty text for %j', (wrong) => {
    // An app without types can pass these.
    expect(formatMessage(wrong as unknown as string, { count: 1 })).toBe('');
  });

  it('formats numbers for the locale', () => {
    expect(formatMessage('{count}', { count: 1234.5 })).toBe('1,234.5');
    expect(formatMessage('{count}', { count: 1234.5 }, 'de')).toBe('1.234,5');
    expect(formatMessage('{count}', { count: 1234 }, 'ar-EG')).toBe('١٬٢٣٤');
    expect(formatMessage('{count}', { count: 0 })).toBe('0');
    // Years and ids are passed as text, so they get no separators.
    expect(formatMessage('{year}', { year: '2024' })).toBe('2024');
  });
});

describe('formatMessage with a plural message', () => {
  it('has English forms for a language that the engine does not know, whatever the language of the device', () => {
    const { PluralRules } = Intl;
    // As on a device in Japanese, which has one form for all numbers.
    const spy = vi.spyOn(Intl, 'PluralRules').mockImplementation(function (tags: string[]) {
      return new PluralRules(PluralRules.supportedLocalesOf(tags)[0] ?? 'ja');
    } as never);
    onTestFinished(() => spy.mockRestore());
    const message = { one: '{count} film', other: '{count} films' };
    expect(formatMessage(message, { count: 1 }, 'tlh')).toBe('1 film');
  });

  const formatAll = (message: Parameters<typeof formatMessage>[0], locale: string, counts: number[]) =>
    counts.map((count) => formatMessage(message, { count }, locale));

  it('uses the two plural forms of English and German', () => {
    expect(formatAll(en.form.filterCount, 'en', [0, 1, 2, 1000])).toEqual([
      '0 filters',
      '1 filter',
      '2 filters',
      '1,000 filters',
    ]);
    expect(formatAll({ one: '{count} Minute', other: '{count} Minuten' }, 'de', [0, 1, 2])).toEqual([
      '0 Minuten',
      '1 Minute',
      '2 Minuten',
    ]);
    expect(formatAll(de.form.filterCount, 'de', [1, 2])).toEqual(['1 Filter', '2 Filter']);
  });

  it('uses the six plural forms of Arabic', () => {
    const { filterCount } = ar.form;
    const { zero, one, two, few, many, other } = filterCount;
    const texts = formatAll(filterCount, 'ar-u-nu-latn', [0, 1, 2, 3, 11, 100]);
    const numbers = [0, 1, 2, 3, 11, 100];
    expect(texts).toEqual(
      [zero, one, two, few, many, other].map((text, index) => text?.replace('{count}', String(numbers[index]))),
    );
    expect(new Set([zero, one, two, few]).size).toBe(4);
  });

  it('falls back to "other" when a plural form or the number is missing', () => {
    expect(formatMessage({ other: '{count} files' }, { count: 1 })).toBe('1 files');
    expect(formatMessage({ one: 'one', other: 'some' })).toBe('some');
    expect(formatMessage({ one: 'one', other: 'some' }, { count: 'many' })).toBe('some');
  });

  it('accepts a number as text', () => {
    expect(formatMessage({ one: '{count} file', other: '{count} files' }, { count: '1' })).toBe('1 file');
  });
});
