import { expect, test, vi } from 'vitest';
import { expectConsole } from '../../test/setup/console.js';
import { describeFilter } from '../filters/describeFilter.js';
import { defaultVocabulary } from '../filters/vocabulary/defaultVocabulary.js';
import { usableLocale } from './locale.js';

const filters = { genres: [35], region: ['DE'], with_release_date_gte: '2020-03-01', with_runtime_lte: 1200 };

test.each(['en', 'de-AT', 'zh-Hans', 'ar-EG-u-nu-latn', 'pt-br', 'tlh'])('%s is used as it is', (tag) => {
  expect(usableLocale(tag)).toBe(tag);
});

test('the locale of an operating system, such as "de_DE", is read as a tag', () => {
  expect(usableLocale('de_DE')).toBe('de-DE');
  expect(describeFilter(filters, { locale: 'de_DE' })).toBe(describeFilter(filters, { locale: 'de-DE' }));
});

test('no locale is English, without a warning', () => {
  expect(usableLocale(undefined)).toBe('en');
});

test.each(['', 'C', '*', 'en-US@posix', 'en-US,en;q=0.9', '../x', null, 5])(
  '%j is replaced by English, with one warning that names the option and the value',
  (locale) => {
    expectConsole(/the option `locale` is .+, which is not a BCP 47 tag/);
    // Values that the types refuse come from apps in JavaScript.
    const options = { locale: locale as string };
    for (let time = 0; time < 2; time += 1) {
      expect(describeFilter(filters, options)).toBe(describeFilter(filters));
      expect(defaultVocabulary(options).regions()).toContainEqual({ id: 'DE', label: 'Germany' });
    }
    expect(vi.mocked(console.warn)).toHaveBeenCalledOnce();
    expect(vi.mocked(console.warn).mock.lastCall?.[0]).toContain(JSON.stringify(locale));
  },
);
