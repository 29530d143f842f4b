import { expect, test, vi } from 'vitest';
import { perLocale } from './locale.js';

test('a value is created once for each locale', () => {
  const create = vi.fn<(locale: string) => Intl.NumberFormat>((locale) => new Intl.NumberFormat(locale));
  const numbers = perLocale(create);
  expect([numbers('en').format(1.5), numbers('de').format(1.5), numbers('en').format(2.5)]).toEqual([
    '1.5',
    '1,5',
    '2.5',
  ]);
  expect(create.mock.calls).toEqual([['en'], ['de']]);
});
