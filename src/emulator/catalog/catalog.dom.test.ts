import { expect, test } from 'vitest';
import { genreIds } from '../../filters/vocabulary/defaultVocabulary.js';
import { releaseDateShortcuts, runtimeShortcuts } from '../../filters/rangeShortcuts.js';
import { backdropOf, posterOf } from './artwork.js';
import { catalogTitles } from './catalog.js';
import type { CatalogTitle } from './catalogTitle.js';
import { filmsTo2010 } from './filmsTo2010.data.js';
import { catalogKeywords } from './keywords.js';

const mediaTypes = ['movie', 'tv'] as const;
const all = catalogTitles();

function count(mediaType: CatalogTitle['mediaType'], isMeant: (title: CatalogTitle) => boolean): number {
  return all.filter((title) => title.mediaType === mediaType && isMeant(title)).length;
}

function drawingOf(url: string): Document {
  const [scheme, ...content] = url.split(',');
  expect(scheme).toBe('data:image/svg+xml');
  return new DOMParser().parseFromString(decodeURIComponent(content.join(',')), 'image/svg+xml');
}

test.each(mediaTypes)('every genre of the vocabulary has at least three titles (%s)', (mediaType) => {
  for (const genre of genreIds[mediaType]) {
    expect(
      count(mediaType, ({ genres }) => genres.includes(genre)),
      `genre ${genre}`,
    ).toBeGreaterThanOrEqual(3);
  }
});

test.each(mediaTypes)('every range shortcut offered in 2026 has at least three titles (%s)', (mediaType) => {
  for (const { id, lower = 0, upper = Number.POSITIVE_INFINITY } of runtimeShortcuts) {
    expect(
      count(mediaType, ({ runtime }) => runtime >= lower && runtime <= upper),
      id,
    ).toBeGreaterThanOrEqual(3);
  }
  for (const { id, decade, lower = '', upper = '9' } of releaseDateShortcuts('2026-11-24')) {
    expect(
      count(mediaType, ({ releaseDate }) => releaseDate >= lower && releaseDate <= upper),
      `${id} ${decade ?? ''}`,
    ).toBeGreaterThanOrEqual(3);
  }
});

test('the catalog has enough films, series and recent titles', () => {
  expect(count('movie', ({ releaseDate }) => releaseDate >= '2011')).toBeGreaterThanOrEqual(200);
  expect(count('tv', () => true)).toBeGreaterThanOrEqual(150);
  for (const year of ['2021', '2022', '2023', '2024', '2025']) {
    expect(count('movie', ({ releaseDate }) => releaseDate.startsWith(year))).toBeGreaterThanOrEqual(8);
  }
});

test('titles and ids are unique, and no id looks like a TMDB id', () => {
  const names = all.map(({ mediaType, title, releaseDate }) => `${mediaType} ${title} ${releaseDate.slice(0, 4)}`);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  expect(Math.min(...all.map(({ id }) => id))).toBeGreaterThanOrEqual(900000000);
});

test('every title has a valid date, a plausible runtime and genres of its media type', () => {
  for (const { title, mediaType, releaseDate, runtime, genres } of all) {
    expect(new Date(`${releaseDate}T00:00:00Z`).toISOString().slice(0, 10), title).toBe(releaseDate);
    expect(runtime, title).toBeGreaterThan(0);
    expect(runtime, title).toBeLessThanOrEqual(300);
    expect(genres.length, title).toBeGreaterThan(0);
    expect(new Set(genres).size, title).toBe(genres.length);
    expect(
      genres.filter((genre) => !genreIds[mediaType].includes(genre)),
      title,
    ).toEqual([]);
  }
});

test('every keyword has at least three titles, and titles use only known keywords', () => {
  const uses = new Map<number, number>();
  for (const keyword of all.flatMap(({ keywords }) => keywords)) uses.set(keyword, (uses.get(keyword) ?? 0) + 1);
  expect([...uses.keys()].sort((a, b) => a - b)).toEqual(catalogKeywords.map(({ id }) => id));
  expect(catalogKeywords.filter(({ id }) => (uses.get(id) ?? 0) < 3)).toEqual([]);
});

test('films derived from vega-datasets have only keywords that follow from the data of that package', () => {
  const fromSource = ['based on true story', 'superhero', 'period piece'];
  const names = new Map(catalogKeywords.map(({ id, name }) => [id, name]));
  const found = new Set(filmsTo2010.flatMap(([, , , , , keywords]) => keywords.map((id) => names.get(id))));
  expect([...found].filter((name) => !fromSource.includes(name ?? ''))).toEqual([]);
});

test('every overview is one short sentence', () => {
  const overviews = all.flatMap(({ overview }) => overview ?? []);
  expect(overviews.filter((overview) => overview.length > 110 || !/[.?!]$/.test(overview))).toEqual([]);
});

test('every title has a small, well-formed poster and backdrop', { timeout: 60_000 }, () => {
  for (const title of all) {
    for (const url of [posterOf(title), backdropOf(title)]) {
      expect(url.length).toBeLessThan(3072);
      expect(url).toMatch(/^data:image\/svg\+xml,[\w%.~!*/:=,-]+$/);
    }
  }
  for (const title of all.filter((_, index) => index % 20 === 0)) {
    for (const url of [posterOf(title), backdropOf(title)]) {
      expect(drawingOf(url).documentElement.tagName, title.title).toBe('svg');
    }
  }
});

test('a poster shows title and year, and a backdrop has no text', () => {
  const title = { title: 'The Tree of Life', releaseDate: '2011-05-27' };
  expect(drawingOf(posterOf(title)).documentElement.textContent.replace(/\s/g, '')).toBe('TheTreeofLife2011');
  expect(drawingOf(backdropOf(title)).documentElement.textContent).toBe('');
});

test('a poster depends only on title and release date', () => {
  const title = { title: 'Roma', releaseDate: '2018-11-21' };
  expect(posterOf({ ...title })).toBe(posterOf(title));
  expect(posterOf({ ...title, releaseDate: '1972-03-16' })).not.toBe(posterOf(title));
});

test('markup in a title is shown as text', () => {
  const drawing = drawingOf(posterOf({ title: '<img src=x onerror=alert(1)>', releaseDate: '2020-01-01' }));
  expect(drawing.documentElement.textContent).toContain('<img');
  expect(drawing.querySelector('img, script, parsererror, [onerror]')).toBeNull();
});

test.each(['', 'Supercalifragilisticexpialidocious'.repeat(4), 'Tom & "Jerry"', '\u0000\ud800', '千と千尋の神隠し'])(
  'the poster of an unusual title is valid SVG: %j',
  (title) => {
    const drawing = drawingOf(posterOf({ title, releaseDate: '2001-07-20' }));
    expect(drawing.documentElement.tagName).toBe('svg');
    expect(drawing.querySelector('parsererror')).toBeNull();
  },
);
