import { canonicalFilters } from './canonicalFilters.js';
import { filterSpecSchema, type FilterSpec } from './filterSpec.js';
import { wholeNumber } from './wholeNumber.js';

/** Most values one key of the URL may carry; what is beyond is left out when writing and when reading. */
export const MAX_URL_VALUES = 200;

/** Options of the URL functions. */
export interface FilterUrlOptions {
  /**
   * Name of the marker parameter and, with a dot, the start of each key.
   * @default 'f'
   */
  prefix?: string;
}

const KEYS = ['date', 'genres', 'keywords', 'on', 'region', 'runtime', 'type'] as const;
type Key = (typeof KEYS)[number];

/**
 * Writes filters into query parameters, such as `f=1&f.genres=18.35&f.runtime=90..120&f.type=movie`. The bare marker
 * `f=1` means "no filter, applied". The page's name is not part of it.
 *
 * @param params parameters to start from; those of other features stay as they are, and the argument is not changed.
 */
export function filtersToSearchParams(
  filters: FilterSpec,
  params?: URLSearchParams | string,
  { prefix = 'f' }: FilterUrlOptions = {},
): URLSearchParams {
  const result = new URLSearchParams(params);
  result.delete(prefix);
  for (const key of KEYS) result.delete(`${prefix}.${key}`);
  result.set(prefix, '1');
  const spec = canonicalFilters(filters);
  const texts: Record<Key, string | undefined> = {
    date: writeRange(spec.with_release_date_gte, spec.with_release_date_lte),
    genres: writeList(spec.genres),
    keywords: writeList(spec.keywords),
    on: writeList(spec.with_watch_providers),
    region: writeList(spec.region),
    runtime: writeRange(spec.with_runtime_gte, spec.with_runtime_lte),
    type: spec.media_type,
  };
  for (const key of KEYS) {
    const text = texts[key];
    if (text) result.set(`${prefix}.${key}`, text);
  }
  return result;
}

/**
 * Reads filters from query parameters. Never throws: a key that makes no sense is left out.
 *
 * @returns the canonical filters, or `undefined` where the parameters say nothing about filters.
 */
export function filtersFromSearchParams(
  params: URLSearchParams | string,
  { prefix = 'f' }: FilterUrlOptions = {},
): FilterSpec | undefined {
  const source = new URLSearchParams(params);
  const text = (key: Key) => source.get(`${prefix}.${key}`) ?? '';
  const type = text('type');
  const parts: FilterSpec[] = [
    { genres: readIds(text('genres')) },
    { keywords: readIds(text('keywords')) },
    { region: readList(text('region')).filter((code) => /^[A-Z]{2}$/.test(code)) },
    { with_watch_providers: readList(text('on')) },
    ...(type === 'movie' || type === 'tv' ? [{ media_type: type } as const] : []),
    readRange(text('runtime'), (lower, upper) => ({
      with_runtime_gte: wholeNumber(lower),
      with_runtime_lte: wholeNumber(upper),
    })),
    readRange(text('date'), (lower, upper) => ({
      ...(lower && { with_release_date_gte: lower }),
      ...(upper && { with_release_date_lte: upper }),
    })),
  ];
  const filters = canonicalFilters(
    Object.assign({}, ...parts.filter((part) => filterSpecSchema.safeParse(part).success)),
  );
  return source.get(prefix) === '1' || Object.keys(filters).length > 0 ? filters : undefined;
}

function writeList(values: readonly (number | string)[] | undefined): string | undefined {
  return values?.slice(0, MAX_URL_VALUES).map(escapeId).join('.');
}

function readList(text: string): string[] {
  return text.split('.', MAX_URL_VALUES).filter(Boolean).map(unescapeId);
}

function writeRange(lower: number | string | undefined, upper: number | string | undefined): string | undefined {
  return lower === undefined && upper === undefined ? undefined : `${lower ?? ''}..${upper ?? ''}`;
}

function readRange(text: string, read: (lower: string, upper: string) => FilterSpec): FilterSpec {
  const bounds = text.split('..');
  return bounds.length === 2 ? read(bounds[0]!, bounds[1]!) : {};
}

function readIds(text: string): number[] {
  return readList(text)
    .map(wholeNumber)
    .filter((id) => id !== undefined);
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
