import { genreIdsFor } from '../../filters/vocabulary/genres.js';
import type { CatalogueTitle } from '../catalogue/catalogueTitle.js';
import { titleKey } from './titleKey.js';

/** A catalogue laid out in columns, so that a filter runs over 100,000 titles within a frame or two. */
export interface TitleIndex {
  readonly titles: readonly CatalogueTitle[];
  /** Tells films and series of the same number apart; seeds everything that is drawn for a title. */
  readonly keys: Int32Array;
  /** 1 for a series. */
  readonly series: Uint8Array;
  /** Release dates as the number `yyyymmdd`. */
  readonly releaseDates: Int32Array;
  /** Minutes. */
  readonly runtimes: Int32Array;
  /** One bit for each genre. */
  readonly genres: Int32Array;
  /** How welcome a title is for all, from 0 to 1: the newer, and those that can tell what they are about. */
  readonly appeal: Float32Array;
}

const genreBits: ReadonlyMap<number, number> = new Map(genreIdsFor(undefined).map((id, bit) => [id, 1 << bit]));
const OLDEST_APPEALING_YEAR = 1960;
const OVERVIEW_SHARE = 0.6;

/** Lays out a catalogue in columns. */
export function createTitleIndex(titles: readonly CatalogueTitle[]): TitleIndex {
  const int32 = (valueOf: (title: CatalogueTitle) => number) => filled(new Int32Array(titles.length), titles, valueOf);
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

// A plain loop: `from` goes through iterators, which takes several times as long over 100,000 titles.
function filled<Column extends Int32Array | Uint8Array | Float32Array>(
  column: Column,
  titles: readonly CatalogueTitle[],
  valueOf: (title: CatalogueTitle, position: number) => number,
): Column {
  for (let position = 0; position < column.length; position += 1) {
    column[position] = valueOf(titles[position]!, position);
  }
  return column;
}

function yearOf(date: number): number {
  return Math.floor(date / 10_000);
}

/** The bits of these genres; an id that is none of TMDB's has no bit, and so matches nothing. */
export function genreMask(ids: readonly number[]): number {
  return ids.reduce((mask, id) => mask | (genreBits.get(id) ?? 0), 0);
}

/** A calendar date as the number `yyyymmdd`, which orders as the date does. */
export function dateNumber(date: string): number {
  return Number(date.slice(0, 4)) * 10_000 + Number(date.slice(5, 7)) * 100 + Number(date.slice(8, 10));
}
