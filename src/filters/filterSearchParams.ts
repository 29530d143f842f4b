import { canonicalFilters } from './canonicalFilters.js';
import { filterFields, filterKinds, type FilterKind } from './filterFields.js';
import { filterSpecSchema, type FilterSpec } from './filterSpec.js';

/** Options of the URL functions. */
export interface FilterUrlOptions {
  /**
   * Name of the marker parameter (`f=1`), and prefix of each filter key (`f.genres`).
   * @default 'f'
   */
  prefix?: string | undefined;
}

/**
 * Writes filters into query parameters, such as `f=1&f.genres=18.35&f.runtime=90..120&f.type=movie`. The marker `f=1`
 * alone means that empty filters are applied. The name of the page is not included.
 *
 * @param params parameters to start from. Unrelated parameters are kept, and the argument is not mutated.
 */
export function filtersToSearchParams(
  filters: FilterSpec,
  params?: URLSearchParams | string,
  { prefix = 'f' }: FilterUrlOptions = {},
): URLSearchParams {
  const result = new URLSearchParams(queryEntriesOf(params));
  result.delete(prefix);
  for (const { urlKey } of URL_FIELDS) result.delete(`${prefix}.${urlKey}`);
  result.set(prefix, '1');
  const spec = canonicalFilters(filters);
  for (const field of URL_FIELDS) {
    const text = writeField(spec, field);
    if (text) result.set(`${prefix}.${field.urlKey}`, text);
  }
  return result;
}

/**
 * Reads filters from query parameters. Never throws: invalid values are ignored.
 *
 * @returns the canonical filters, or `undefined` when the parameters contain no filters.
 */
export function filtersFromSearchParams(
  params: URLSearchParams | string,
  options?: FilterUrlOptions,
): FilterSpec | undefined {
  return readFilterParams(params, options).filters;
}

/** Result of {@link readFilterParams}. */
export interface ReadFilterParams {
  /** The canonical filters, or `undefined` when the parameters contain no filters. */
  readonly filters: FilterSpec | undefined;
  /** Names of the parameters that are invalid, entirely or in part. */
  readonly ignored: readonly string[];
}

/** Reads filters like {@link filtersFromSearchParams}, and also reports invalid parameters. */
export function readFilterParams(
  params: URLSearchParams | string,
  { prefix = 'f' }: FilterUrlOptions = {},
): ReadFilterParams {
  const source = queryEntriesOf(params);
  const valueOf = (name: string) => source.find(([given]) => given === name)?.[1] ?? '';
  const marker = valueOf(prefix);
  const ignored = marker === '' || marker === '1' ? [] : [prefix];
  const read: FilterSpec = {};
  for (const field of URL_FIELDS) {
    const name = `${prefix}.${field.urlKey}`;
    const { part, ignoredCount } = readField(field, valueOf(name));
    const { success, data } = filterSpecSchema.safeParse(part);
    if (success) Object.assign(read, data);
    if (!success || ignoredCount > 0) ignored.push(name);
  }
  const filters = canonicalFilters(read);
  return { filters: marker === '1' || Object.keys(filters).length > 0 ? filters : undefined, ignored };
}

/**
 * Returns the names and values of parameters. Reads their text, because `URLSearchParams` of React Native cannot be copied,
 * and throws on a `%` that encodes nothing.
 */
export function queryEntriesOf(params: URLSearchParams | string | undefined): [name: string, value: string][] {
  const pairs = String(params ?? '')
    .replace(/^\?/, '')
    .split('&');
  return pairs.filter(Boolean).map((pair) => {
    const [name = '', ...value] = pair.split('=');
    return [decode(name), decode(value.join('='))];
  });
}

function decode(text: string): string {
  return text.replaceAll('+', ' ').replace(/(?:%[\da-f]{2})+/gi, (encoded) => {
    try {
      return decodeURIComponent(encoded);
    } catch {
      return encoded;
    }
  });
}

type Field = (typeof filterFields)[FilterKind];

/** The entries of the filter table, sorted by URL key. */
const URL_FIELDS: readonly Field[] = filterKinds
  .map((kind) => filterFields[kind])
  .sort((a, b) => (a.urlKey < b.urlKey ? -1 : 1));

function writeField(spec: FilterSpec, field: Field): string | undefined {
  if (field.shape === 'range') return writeRange(spec[field.keys[0]], spec[field.keys[1]]);
  return field.shape === 'choices' ? writeList(spec[field.keys[0]]) : spec[field.keys[0]];
}

/** Parses the text of a key, and counts the values that could not be read. */
function readField(field: Field, text: string): { part: unknown; ignoredCount: number } {
  if (field.shape === 'range') {
    const { values, ignoredCount } = readRange<number | string>(text, field.read);
    return { part: Object.fromEntries(field.keys.map((key, index) => [key, values[index]])), ignoredCount };
  }
  if (field.shape === 'choices') {
    const { values, ignoredCount } = readList<number | string>(text, field.read);
    return { part: { [field.keys[0]]: values }, ignoredCount };
  }
  const value = field.read(text);
  return { part: { [field.keys[0]]: value }, ignoredCount: text && value === undefined ? 1 : 0 };
}

/** Maximum number of values of one URL key. Both writing and reading drop further values. */
export const MAX_URL_VALUES = 200;

/** Values read from one key. */
interface ReadText<Value> {
  readonly values: readonly Value[];
  /** Number of values that could not be read, plus 1 if values beyond {@link MAX_URL_VALUES} were dropped. */
  readonly ignoredCount: number;
}

/** Joins values with dots. */
function writeList(values: readonly (number | string)[] | undefined): string | undefined {
  return values?.slice(0, MAX_URL_VALUES).map(escapeId).join('.');
}

/** Joins two bounds with `..`. Either bound may be open; returns `undefined` when both are open. */
function writeRange(lower: number | string | undefined, upper: number | string | undefined): string | undefined {
  return lower === undefined && upper === undefined ? undefined : `${lower ?? ''}..${upper ?? ''}`;
}

/** Parses values that are joined with dots. */
function readList<Value>(text: string, read: (item: string) => Value | undefined): ReadText<Value> {
  const items = text.split('.', MAX_URL_VALUES + 1);
  const nonEmpty = items.slice(0, MAX_URL_VALUES).filter(Boolean);
  const values = nonEmpty.map((item) => read(unescapeId(item))).filter((value) => value !== undefined);
  const tooMany = items.length > MAX_URL_VALUES ? 1 : 0;
  return { values, ignoredCount: nonEmpty.length - values.length + tooMany };
}

/** Parses two bounds that are joined with `..`. Either bound may be open. */
function readRange<Value>(text: string, read: (bound: string) => Value | undefined): ReadText<Value | undefined> {
  const bounds = text.split('..');
  if (bounds.length !== 2) return { values: [], ignoredCount: text ? 1 : 0 };
  const values = bounds.map(read);
  const nonEmptyCount = bounds.filter(Boolean).length;
  return { values, ignoredCount: nonEmptyCount - values.filter((value) => value !== undefined).length };
}

// Characters other than letters, digits and hyphens are written as `_hex_`, so that a dot in an id is not read as a
// separator, and an underscore is not read as an escape.
function escapeId(id: number | string): string {
  return String(id).replace(/[^A-Za-z0-9-]/gu, (character) => `_${character.codePointAt(0)!.toString(16)}_`);
}

function unescapeId(text: string): string {
  return text.replace(/_([0-9a-f]{1,6})_/g, (escape, hex: string) => {
    const codePoint = Number.parseInt(hex, 16);
    return codePoint <= 0x10ffff ? String.fromCodePoint(codePoint) : escape;
  });
}
