import { genreIds } from '../../filters/vocabulary/genres.js';
import type { CatalogTitle } from './catalogTitle.js';
import { hash32 } from '../random.js';

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
