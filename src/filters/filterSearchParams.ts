import { canonicalFilters } from './canonicalFilters.js';
import { filterFields, filterKinds, type FilterKind } from './filterFields.js';
import { filterSpecSchema, type FilterSpec } from './filterSpec.js';
import { readList, readRange, writeList, writeRange } from './filterParamText.js';

/** Options of the URL functions. */
export interface FilterUrlOptions {
  /**
   * Name of the marker parameter and, with a dot, the start of each key.
   * @default 'f'
   */
  prefix?: string | undefined;
}

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
 * Reads filters from query parameters. Never throws: a key that makes no sense is left out.
 *
 * @returns the canonical filters, or `undefined` where the parameters say nothing about filters.
 */
export function filtersFromSearchParams(
  params: URLSearchParams | string,
  options?: FilterUrlOptions,
): FilterSpec | undefined {
  return readFilterParams(params, options).filters;
}

/** What {@link readFilterParams} gives. */
export interface ReadFilterParams {
  /** The canonical filters, or `undefined` where the parameters say nothing about filters. */
  readonly filters: FilterSpec | undefined;
  /** Names of the parameters that make no sense, in whole or in part. */
  readonly ignored: readonly string[];
}

/** Reads filters from query parameters as {@link filtersFromSearchParams} does, and tells what could not be read. */
export function readFilterParams(
  params: URLSearchParams | string,
  { prefix = 'f' }: FilterUrlOptions = {},
): ReadFilterParams {
  const source = new URLSearchParams(params);
  const marker = source.get(prefix) ?? '';
  const ignored = marker === '' || marker === '1' ? [] : [prefix];
  const read: FilterSpec = {};
  for (const field of URL_FIELDS) {
    const name = `${prefix}.${field.urlKey}`;
    const { part, ignoredCount } = readField(field, source.get(name) ?? '');
    const { success, data } = filterSpecSchema.safeParse(part);
    if (success) Object.assign(read, data);
    if (!success || ignoredCount > 0) ignored.push(name);
  }
  const filters = canonicalFilters(read);
  return { filters: marker === '1' || Object.keys(filters).length > 0 ? filters : undefined, ignored };
}

type Field = (typeof filterFields)[FilterKind];

/** The filters in the order of their keys in the URL. */
const URL_FIELDS: readonly Field[] = filterKinds
  .map((kind) => filterFields[kind])
  .sort((a, b) => (a.urlKey < b.urlKey ? -1 : 1));

function writeField(spec: FilterSpec, field: Field): string | undefined {
  if (field.shape === 'range') return writeRange(spec[field.keys[0]], spec[field.keys[1]]);
  return field.shape === 'choices' ? writeList(spec[field.keys[0]]) : spec[field.keys[0]];
}

/** What the text behind a key can be read as, and how many of its values that leaves out. */
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
