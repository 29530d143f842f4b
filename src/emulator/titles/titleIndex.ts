import { genreIdsFor } from '../../filters/vocabulary/defaultVocabulary.js';
import type { CatalogTitle } from '../catalog/catalogTitle.js';
import { titleKey } from './availability.js';

/** Catalog in columns, so that filtering 100,000 titles takes only one or two frames. */
export interface TitleIndex {
  readonly titles: readonly CatalogTitle[];
  /** Unique numbers of the titles, see `titleKey`. All sample data is derived from them. */
  readonly keys: Int32Array;
  /** 1 for a series, 0 for a film. */
  readonly series: Uint8Array;
  /** Release dates as numbers `yyyymmdd`. */
  readonly releaseDates: Int32Array;
  /** Minutes. */
  readonly runtimes: Int32Array;
  /** Genres as bit masks. */
  readonly genres: Int32Array;
  /** Assumed popularity from 0 to 1. Higher for newer titles and for titles with an overview. */
  readonly appeal: Float32Array;
}

const genreBits: ReadonlyMap<number, number> = new Map(genreIdsFor(undefined).map((id, bit) => [id, 1 << bit]));
const OLDEST_APPEALING_YEAR = 1960;
const OVERVIEW_SHARE = 0.6;

/** Creates the index of a catalog. */
export function createTitleIndex(titles: readonly CatalogTitle[]): TitleIndex {
  const int32 = (valueOf: (title: CatalogTitle) => number) => filled(new Int32Array(titles.length), titles, valueOf);
  const releaseDates = int32((title) => dateNumber(title.releaseDate));
  const newestYear = yearOf(releaseDates.reduce((newest, date) => Math.max(newest, date), 0));
  const span = Math.max(1, newestYear - OLDEST_APPEALING_YEAR);
  return {
    titles,
    keys: int32(titleKey),
    series: filled(new Uint8Array(titles.length), titles, (title) => Number(title.mediaType === 'tv')),
    releaseDates,
    runtimes: int32((title) => title.runtime),
    genres: int32((title) => genreMask(title.genres)),
    appeal: filled(new Float32Array(titles.length), titles, (title, position) => {
      const newness = Math.max(0, 1 - (newestYear - yearOf(releaseDates[position]!)) / span);
      return (title.overview ? OVERVIEW_SHARE : 0) + (1 - OVERVIEW_SHARE) * newness;
    }),
  };
}

// A plain loop, because `from` of typed arrays uses iterators and takes several times as long for 100,000 titles.
function filled<Column extends Int32Array | Uint8Array | Float32Array>(
  column: Column,
  titles: readonly CatalogTitle[],
  valueOf: (title: CatalogTitle, position: number) => number,
): Column {
  for (let position = 0; position < column.length; position += 1) {
    column[position] = valueOf(titles[position]!, position);
  }
  return column;
}

function yearOf(date: number): number {
  return Math.floor(date / 10_000);
}

/** Returns the bit mask of genres. An id that is not a TMDB genre has no bit, so it matches nothing. */
export function genreMask(ids: readonly number[]): number {
  return ids.reduce((mask, id) => mask | (genreBits.get(id) ?? 0), 0);
}

/** Converts a calendar date to the number `yyyymmdd`, which sorts like the date. */
export function dateNumber(date: string): number {
  return Number(date.slice(0, 4)) * 10_000 + Number(date.slice(5, 7)) * 100 + Number(date.slice(8, 10));
}
