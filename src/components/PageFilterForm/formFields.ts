import type { DiscovrIssue } from '../../api/errors/discovrError.js';
import { formValuesFromFilters, type PageFilterFormValues } from '../../filters/formValues.js';
import type { FilterSpec } from '../../filters/filterSpec.js';

/** Name of a field of the form. */
export type FieldName = keyof PageFilterFormValues;

/** The two bounds of a range, lower first. */
export const RANGES = {
  runtime: ['runtimeMin', 'runtimeMax'],
  releaseDate: ['releaseFrom', 'releaseTo'],
} as const;

/** Name of a range of the form. */
export type RangeName = keyof typeof RANGES;

const FIELD_BY_PAYLOAD_KEY: Readonly<Record<string, FieldName>> = {
  media_type: 'mediaType',
  genres: 'genres',
  keywords: 'keywords',
  region: 'regions',
  with_runtime_gte: 'runtimeMin',
  with_runtime_lte: 'runtimeMax',
  with_release_date_gte: 'releaseFrom',
  with_release_date_lte: 'releaseTo',
  with_watch_providers: 'watchProviders',
};

/** The field a complaint about the payload belongs to, or `undefined` where it belongs to none. */
export function fieldOfIssue({ path }: DiscovrIssue): FieldName | undefined {
  const [first, second] = path.map(String);
  if (first === 'name') return 'name';
  const key = first === 'pageFilters' ? second : first;
  return key !== undefined && Object.hasOwn(FIELD_BY_PAYLOAD_KEY, key) ? FIELD_BY_PAYLOAD_KEY[key] : undefined;
}

/** Tells whether a draft says just what these filters say; the page's name does not count. */
export function isDraftOf(draft: PageFilterFormValues, filters: FilterSpec): boolean {
  const other = formValuesFromFilters(filters, draft.name);
  return (Object.keys(other) as FieldName[]).every((field) => textOf(draft[field]) === textOf(other[field]));
}

function textOf(value: string | readonly string[] | undefined): string {
  return typeof value === 'object' ? [...value].sort().join(' ') : (value ?? '');
}
