import { expect, test } from 'vitest';
import { findGaps } from '../../scripts/locales/gaps.mjs';

const english = {
  form: { apply: 'Apply', error: 'Not accepted: {reason}', count: { one: '{count} filter', other: '{count} filters' } },
  genres: { '18': 'Drama', '35': 'Comedy' },
};
const german = {
  form: {
    apply: 'Anwenden',
    error: 'Nicht akzeptiert: {reason}',
    count: { one: 'Ein Filter', other: '{count} Filter' },
  },
  genres: { '18': 'Schauspiel', '35': 'Komödie' },
};
const gapsOf = (pack: object) => Object.values(findGaps('de-AT', pack, english)).flat();

test('a complete pack has no gaps', () => {
  expect(gapsOf(german)).toEqual([]);
});

test('reports texts that a translator has not written yet, in sections that do not exist or are empty', () => {
  expect(gapsOf({ form: { ...german.form, apply: ' ' } })).toEqual([
    'form.apply is missing.',
    'genres.18 is missing.',
    'genres.35 is missing.',
  ]);
});

test('reports keys that English does not have', () => {
  expect(gapsOf({ ...german, genres: { ...german.genres, '36': 'Historie' } })).toEqual(['English has no genres.36.']);
});

test('reports missing and superfluous plural forms', () => {
  expect(gapsOf({ ...german, form: { ...german.form, count: { few: '{count}', other: '{count}' } } })).toEqual([
    'form.count lacks the plural form one.',
    'form.count has the plural form few, which de-AT does not use.',
  ]);
  expect(gapsOf({ ...german, form: { ...german.form, apply: { other: 'Anwenden' } } })).toEqual([
    'form.apply must be one text.',
  ]);
});

test('reports missing and misspelled placeholders', () => {
  expect(gapsOf({ ...german, form: { ...german.form, error: 'Nicht akzeptiert: {resaon}' } })).toEqual([
    'form.error lacks {reason}.',
    'form.error has {resaon}, which has no value.',
  ]);
});

test('reports texts that are still English', () => {
  expect(gapsOf({ ...german, genres: english.genres })).toEqual([
    'genres.18 is English: “Drama”',
    'genres.35 is English: “Comedy”',
  ]);
});

test('reports loan words that no text uses', () => {
  expect(findGaps('de', german, english).english).toContain('The loan word “Drama” is not used.');
});
