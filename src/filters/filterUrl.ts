import { canonicalFilters } from './canonicalFilters.js';
import { filterSpecSchema, type FilterSpec } from './filterSpec.js';
import { URL_KEYS, urlReaders, writeList, writeRange, type UrlKey } from './filterUrlText.js';

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
  for (const key of URL_KEYS) result.delete(`${prefix}.${key}`);
  result.set(prefix, '1');
  const spec = canonicalFilters(filters);
  const texts: Record<UrlKey, string | undefined> = {
    date: writeRange(spec.with_release_date_gte, spec.with_release_date_lte),
    genres: writeList(spec.genres),
    keywords: writeList(spec.keywords),
    on: writeList(spec.with_watch_providers),
    region: writeList(spec.region),
    runtime: writeRange(spec.with_runtime_gte, spec.with_runtime_lte),
    type: spec.media_type,
  };
  for (const key of URL_KEYS) {
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
  for (const key of URL_KEYS) {
    const name = `${prefix}.${key}`;
    const { part, ignoredCount } = urlReaders[key](source.get(name) ?? '');
    const isValid = filterSpecSchema.safeParse(part).success;
    if (isValid) Object.assign(read, part);
    if (!isValid || ignoredCount > 0) ignored.push(name);
  }
  const filters = canonicalFilters(read);
  return { filters: marker === '1' || Object.keys(filters).length > 0 ? filters : undefined, ignored };
}
