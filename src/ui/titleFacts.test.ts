import { expect, test } from 'vitest';
import { en } from '../locales/en.js';
import { lengthOf, yearOf } from './titleFacts.js';

const { seasons } = en.titleSheet;

test.each([
  ['en', '1 hr 40 min'],
  ['ja', '1時間40分'],
  ['ko', '1시간 40분'],
  ['zh-Hans', '1小时40分钟'],
])('lengthOf formats hours and minutes in %s', (locale, text) => {
  expect(lengthOf({ runtime: 100 }, seasons, locale)).toBe(text);
});

test('yearOf formats the year in the Gregorian calendar, as the filters do', () => {
  expect(yearOf({ release_date: '1999-12-31' }, 'en')).toBe('1999');
  expect(yearOf({ release_date: '1999-12-31' }, 'ja')).toBe('1999年');
  expect(yearOf({ release_date: '1999-12-31' }, 'fa')).toBe('۱۹۹۹');
});

test('yearOf returns nothing when the year is unknown', () => {
  expect(yearOf({}, 'en')).toBeUndefined();
  expect(yearOf({ release_date: '' }, 'en')).toBeUndefined();
  expect(yearOf({ release_date: 'soon' }, 'en')).toBeUndefined();
});
