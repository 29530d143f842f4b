import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyText } from '../../test/arbitraries.js';
import { ar } from '../locales/ar.js';
import { de } from '../locales/de.js';
import { en } from './en.js';
import { formatMessage } from './formatMessage.js';

describe('a message', () => {
  it('has its values where its placeholders were, each as often as it stands there', () => {
    expect(formatMessage('{from} – {to}', { from: 'May', to: 'June' })).toBe('May – June');
    expect(formatMessage('{a}{a} and {a}', { a: 'x' })).toBe('xx and x');
    expect(formatMessage('Nothing to fill in.', { a: 'x' })).toBe('Nothing to fill in.');
    expect(formatMessage('“{query}”', { query: '' })).toBe('“”');
  });

  it('shows a placeholder that has no value, so that a slip is seen', () => {
    expect(formatMessage('{from} – {to}', { from: 'May' })).toBe('May – {to}');
    expect(formatMessage('{from}')).toBe('{from}');
    expect(formatMessage('{ from } {} {fröm}', { from: 'May' })).toBe('{ from } {} {fröm}');
  });

  it('does not take for a value what every object inherits', () => {
    const template = '{constructor} {toString} {__proto__} {hasOwnProperty}';
    expect(formatMessage(template)).toBe(template);
    expect(formatMessage('{constructor}', { constructor: 'own' })).toBe('own');
  });

  it('takes a value for text, whatever stands in it', () => {
    expect(formatMessage('{a} {b}', { a: '{b}', b: '$& $1 $$' })).toBe('{b} $& $1 $$');
    fc.assert(
      fc.property(anyText, (query) => {
        expect(formatMessage('<{query}>', { query })).toBe(`<${query}>`);
      }),
    );
  });

  it('writes numbers as the language does', () => {
    expect(formatMessage('{count}', { count: 1234.5 })).toBe('1,234.5');
    expect(formatMessage('{count}', { count: 1234.5 }, 'de')).toBe('1.234,5');
    expect(formatMessage('{count}', { count: 1234 }, 'ar-EG')).toBe('١٬٢٣٤');
    expect(formatMessage('{count}', { count: 0 })).toBe('0');
    // A year or an id is text, so nothing is put into it.
    expect(formatMessage('{year}', { year: '2024' })).toBe('2024');
  });
});

describe('a message with a number', () => {
  const inWords = (message: Parameters<typeof formatMessage>[0], locale: string, counts: number[]) =>
    counts.map((count) => formatMessage(message, { count }, locale));

  it('says one and many in English and German', () => {
    expect(inWords(en.form.applyCount, 'en', [0, 1, 2, 1000])).toEqual([
      '0 filters',
      '1 filter',
      '2 filters',
      '1,000 filters',
    ]);
    expect(inWords({ one: '{count} Minute', other: '{count} Minuten' }, 'de', [0, 1, 2])).toEqual([
      '0 Minuten',
      '1 Minute',
      '2 Minuten',
    ]);
    expect(inWords(de.form.applyCount, 'de', [1, 2])).toEqual(['1 Filter', '2 Filter']);
  });

  it('says six kinds of many in Arabic', () => {
    const { applyCount } = ar.form;
    const { zero, one, two, few, many, other } = applyCount;
    const templates = inWords(applyCount, 'ar-u-nu-latn', [0, 1, 2, 3, 11, 100]);
    const numbers = [0, 1, 2, 3, 11, 100];
    expect(templates).toEqual(
      [zero, one, two, few, many, other].map((text, index) => text?.replace('{count}', String(numbers[index]))),
    );
    expect(new Set([zero, one, two, few]).size).toBe(4);
  });

  it('falls back to the general sentence, without a kind or without a number', () => {
    expect(formatMessage({ other: '{count} files' }, { count: 1 })).toBe('1 files');
    expect(formatMessage({ one: 'one', other: 'some' })).toBe('some');
    expect(formatMessage({ one: 'one', other: 'some' }, { count: 'many' })).toBe('some');
  });

  it('understands a number that came as text', () => {
    expect(formatMessage({ one: '{count} file', other: '{count} files' }, { count: '1' })).toBe('1 file');
  });
});
