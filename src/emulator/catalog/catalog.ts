import { genreIds } from '../../filters/vocabulary/defaultVocabulary.js';
import { hash32 } from '../random.js';
import type { CatalogRow, CatalogTitle } from './catalogTitle.js';
import { filmClassics } from './filmClassics.data.js';
import { filmsSince2011 } from './filmsSince2011.data.js';
import { filmsTo2010 } from './filmsTo2010.data.js';
import { series } from './series.data.js';

function titleOf(mediaType: CatalogTitle['mediaType'], row: CatalogRow): CatalogTitle {
  const [id, title, releaseDate, runtime, genres, keywords, overview] = row;
  const known = { id, mediaType, title, releaseDate, runtime, genres, keywords };
  return overview === undefined ? known : { ...known, overview };
}

let titles: readonly CatalogTitle[] | undefined;

/** Returns all films and series of the embedded catalog. The list is built at the first call. */
export function catalogTitles(): readonly CatalogTitle[] {
  titles ??= [
    ...[...filmsTo2010, ...filmClassics, ...filmsSince2011].map((row) => titleOf('movie', row)),
    ...series.map((row) => titleOf('tv', row)),
  ];
  return titles;
}

const FIRST_YEAR = 1920;
const YEARS = 106;
const KEYWORDS = 200;

/** Generates titles that vary in every filterable property, for tests that need more titles than the catalog has. */
export function generatedTitles(count: number): readonly CatalogTitle[] {
  return Array.from({ length: count }, (_, index) => {
    const draw = (what: string, below: number) => (hash32(`${what} ${index}`) >>> 0) % below;
    const mediaType = draw('type', 4) === 0 ? 'tv' : 'movie';
    const genres = genreIds[mediaType];
    const drawGenre = (what: string) => genres[draw(what, genres.length)]!;
    return {
      id: index + 1,
      mediaType,
      title: `Title ${index + 1}`,
      releaseDate: `${FIRST_YEAR + draw('year', YEARS)}-${twoDigits(draw('month', 12) + 1)}-${twoDigits(draw('day', 28) + 1)}`,
      runtime: 20 + draw('runtime', 180),
      genres: [...new Set([drawGenre('first'), drawGenre('second')])],
      keywords: [...new Set([draw('keyword a', KEYWORDS), draw('keyword b', KEYWORDS), draw('keyword c', KEYWORDS)])],
      ...(draw('overview', 3) === 0 && { overview: `What title ${index + 1} is about.` }),
    };
  });
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
