import * as z from 'zod/mini';
import { canonicalFilters } from './canonicalFilters.js';
import { isReleaseDate } from './calendarDate.js';
import { isOrdered, type FilterSpec } from './filterSpec.js';
import { wholeNumber } from './wholeNumber.js';

/** Value of a number or date field whose text is not (yet) a value: half typed, which browsers report as empty. */
export const INCOMPLETE = 'incomplete';

const choices = z.array(z.string().check(z.minLength(1, 'invalid')));
const ids = z.array(z.string().check(z.refine((text) => wholeNumber(text) !== undefined, 'invalid')));
const minutes = z
  .string()
  .check(z.refine((text) => text === '' || wholeNumber(text) !== undefined, 'incompleteNumber'));
const releaseDate = z.string().check(
  z.refine((text) => text !== INCOMPLETE, 'incompleteDate'),
  z.refine((text) => text === '' || text === INCOMPLETE || isReleaseDate(text), 'dateOutOfRange'),
);

const formValues = z
  .object({
    mediaType: z.enum(['all', 'movie', 'tv']),
    genres: ids,
    keywords: ids,
    runtimeMin: minutes,
    runtimeMax: minutes,
    releaseFrom: releaseDate,
    releaseTo: releaseDate,
    regions: z.array(z.string().check(z.refine(isRegion, 'invalid'))),
    watchProviders: choices,
    name: z.string(),
  })
  .check(
    z.refine((values) => isOrdered(wholeNumber(values.runtimeMin), wholeNumber(values.runtimeMax)), {
      error: 'lowerAboveUpperRuntime',
      path: ['runtimeMax'],
    }),
    z.refine((values) => isOrdered(dateOf(values.releaseFrom), dateOf(values.releaseTo)), {
      error: 'lowerAboveUpperDate',
      path: ['releaseTo'],
    }),
  );

/** What a person has put into the form: every field is text or a list of ids, and an empty one filters nothing. */
export type PageFilterFormValues = z.infer<typeof formValues>;

/** What the form says to Discovr: the payload of `POST /pages`. */
export interface PageFilterPayload {
  /** Canonical filters; absent where nothing is filtered. */
  pageFilters?: FilterSpec;
  /** Name of the page, without surrounding space; absent where it is empty. */
  name?: string;
}

/**
 * Schema of the form: reads {@link PageFilterFormValues} and gives a {@link PageFilterPayload}. The messages of its
 * issues are keys of `messages.fieldErrors`.
 */
export const pageFilterFormSchema = z.pipe(formValues, z.transform(payloadFromFormValues));

/** Turns form values into the payload; what is not a value yet is left out, so that a draft can be shown at any time. */
export function payloadFromFormValues(values: PageFilterFormValues): PageFilterPayload {
  const pageFilters = filtersFromFormValues(values);
  const name = values.name.trim();
  return { ...(Object.keys(pageFilters).length > 0 && { pageFilters }), ...(name && { name }) };
}

/** Turns form values into canonical filters; what is not a value yet, or a range upside down, is left out. */
export function filtersFromFormValues(values: PageFilterFormValues): FilterSpec {
  const [runtimeMin, runtimeMax] = inOrder(wholeNumber(values.runtimeMin), wholeNumber(values.runtimeMax));
  const [releaseFrom, releaseTo] = inOrder(dateOf(values.releaseFrom), dateOf(values.releaseTo));
  return canonicalFilters({
    genres: values.genres.map(wholeNumber).filter((id) => id !== undefined),
    keywords: values.keywords.map(wholeNumber).filter((id) => id !== undefined),
    region: values.regions.filter(isRegion),
    with_watch_providers: values.watchProviders.filter(Boolean),
    ...(values.mediaType !== 'all' && { media_type: values.mediaType }),
    ...(runtimeMin !== undefined && { with_runtime_gte: runtimeMin }),
    ...(runtimeMax !== undefined && { with_runtime_lte: runtimeMax }),
    ...(releaseFrom && { with_release_date_gte: releaseFrom }),
    ...(releaseTo && { with_release_date_lte: releaseTo }),
  });
}

/** Turns filters into form values: the inverse of {@link filtersFromFormValues}, but for dates outside 1870–2100. */
export function formValuesFromFilters(filters: FilterSpec = {}, name = ''): PageFilterFormValues {
  const spec = canonicalFilters(filters);
  return {
    mediaType: spec.media_type ?? 'all',
    genres: (spec.genres ?? []).map(String),
    keywords: (spec.keywords ?? []).map(String),
    runtimeMin: String(spec.with_runtime_gte ?? ''),
    runtimeMax: String(spec.with_runtime_lte ?? ''),
    releaseFrom: spec.with_release_date_gte ?? '',
    releaseTo: spec.with_release_date_lte ?? '',
    regions: spec.region ?? [],
    watchProviders: spec.with_watch_providers ?? [],
    name,
  };
}

function inOrder<T extends number | string>(
  lower: T | undefined,
  upper: T | undefined,
): [T | undefined, T | undefined] {
  return isOrdered(lower, upper) ? [lower, upper] : [undefined, undefined];
}

function dateOf(text: string): string | undefined {
  return isReleaseDate(text) ? text : undefined;
}

function isRegion(text: string): boolean {
  return /^[A-Z]{2}$/.test(text);
}
