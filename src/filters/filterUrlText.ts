import type { FilterSpec } from './filterSpec.js';
import { wholeNumber } from './wholeNumber.js';

/** Most values one key of the URL may carry; what is beyond is left out when writing and when reading. */
export const MAX_URL_VALUES = 200;

/** The keys of filters in a URL, behind the prefix and a dot. */
export const URL_KEYS = ['date', 'genres', 'keywords', 'on', 'region', 'runtime', 'type'] as const;

/** One of {@link URL_KEYS}. */
export type UrlKey = (typeof URL_KEYS)[number];

/** What stands behind one key: the filters it can be read as, and how many of its values they leave out. */
export interface ReadText {
  readonly part: FilterSpec;
  readonly ignoredCount: number;
}

/** Reads the text of each key. */
export const urlReaders: Readonly<Record<UrlKey, (text: string) => ReadText>> = {
  date: (text) =>
    readRange(
      text,
      (bound) => bound || undefined,
      (lower, upper) => ({
        ...(lower && { with_release_date_gte: lower }),
        ...(upper && { with_release_date_lte: upper }),
      }),
    ),
  genres: (text) => readList(text, wholeNumber, (genres) => ({ genres })),
  keywords: (text) => readList(text, wholeNumber, (keywords) => ({ keywords })),
  on: (text) => readList(text, unescapeId, (ids) => ({ with_watch_providers: ids })),
  region: (text) => readList(text, regionCode, (region) => ({ region })),
  runtime: (text) =>
    readRange(text, wholeNumber, (lower, upper) => ({
      ...(lower !== undefined && { with_runtime_gte: lower }),
      ...(upper !== undefined && { with_runtime_lte: upper }),
    })),
  type: (text) =>
    text === 'movie' || text === 'tv'
      ? { part: { media_type: text }, ignoredCount: 0 }
      : { part: {}, ignoredCount: text ? 1 : 0 },
};

/** Writes values with dots between them. */
export function writeList(values: readonly (number | string)[] | undefined): string | undefined {
  return values?.slice(0, MAX_URL_VALUES).map(escapeId).join('.');
}

/** Writes two bounds, either of which may be open. */
export function writeRange(lower: number | string | undefined, upper: number | string | undefined): string | undefined {
  return lower === undefined && upper === undefined ? undefined : `${lower ?? ''}..${upper ?? ''}`;
}

function readList<Value>(
  text: string,
  read: (item: string) => Value | undefined,
  toPart: (values: Value[]) => FilterSpec,
): ReadText {
  const items = text.split('.', MAX_URL_VALUES + 1);
  const said = items.slice(0, MAX_URL_VALUES).filter(Boolean);
  const values = said.map(read).filter((value) => value !== undefined);
  const tooMany = items.length > MAX_URL_VALUES ? 1 : 0;
  return { part: toPart(values), ignoredCount: said.length - values.length + tooMany };
}

function readRange<Value>(
  text: string,
  read: (bound: string) => Value | undefined,
  toPart: (lower: Value | undefined, upper: Value | undefined) => FilterSpec,
): ReadText {
  const bounds = text.split('..');
  if (bounds.length !== 2) return { part: {}, ignoredCount: text ? 1 : 0 };
  const [lower, upper] = [read(bounds[0]!), read(bounds[1]!)];
  const saidCount = bounds.filter(Boolean).length;
  return {
    part: toPart(lower, upper),
    ignoredCount: saidCount - [lower, upper].filter((value) => value !== undefined).length,
  };
}

function regionCode(text: string): string | undefined {
  return /^[A-Z]{2}$/.test(text) ? text : undefined;
}

// Ids are mostly digits; what the list's own dot or the escape could be mistaken for is written as `_hex_`.
function escapeId(id: number | string): string {
  return String(id).replace(/[^A-Za-z0-9-]/gu, (character) => `_${character.codePointAt(0)!.toString(16)}_`);
}

function unescapeId(text: string): string {
  return text.replace(/_([0-9a-f]{1,6})_/g, (escape, hex: string) => {
    const codePoint = Number.parseInt(hex, 16);
    return codePoint <= 0x10ffff ? String.fromCodePoint(codePoint) : escape;
  });
}
