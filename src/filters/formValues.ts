import * as z from 'zod/mini';
import { canonicalFilters } from './canonicalFilters.js';
import { isReleaseDate } from './calendarDate.js';
import { filterFields, filterKinds, type RangeKind } from './filterFields.js';
import { isOrdered, type FilterSpec } from './filterSpec.js';
import { REGION_CODE } from './regionCode.js';
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
    regions: z.array(z.string().check(z.regex(REGION_CODE, 'invalid'))),
    watchProviders: choices,
    name: z.string(),
  })
  .check(
    z.refine((values) => isOrdered(...boundsOf(values, filterFields.runtime)), {
      error: 'lowerAboveUpperRuntime',
      path: ['runtimeMax'],
    }),
    z.refine((values) => isOrdered(...boundsOf(values, filterFields.releaseDate)), {
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
  const filters: { [Key in keyof FilterSpec]: unknown } = {};
  for (const kind of filterKinds) {
    const field = filterFields[kind];
    if (field.shape === 'range') {
      const bounds = boundsOf(values, field);
      if (!isOrdered(...bounds)) continue;
      field.keys.forEach((key, index) => (filters[key] = bounds[index]));
    } else if (field.shape === 'choices') {
      filters[field.keys[0]] = values[field.fields[0]]
        .map<number | string | undefined>(field.read)
        .filter((value) => value !== undefined);
    } else {
      filters[field.keys[0]] = field.read(values[field.fields[0]]);
    }
  }
  // Each value was read as its filter's own.
  return canonicalFilters(filters as FilterSpec);
}

/** Turns filters into form values: the inverse of {@link filtersFromFormValues}, but for dates outside 1870–2100. */
export function formValuesFromFilters(filters: FilterSpec = {}, name = ''): PageFilterFormValues {
  const spec = canonicalFilters(filters);
  const values: { [Field in keyof PageFilterFormValues]?: unknown } = { name };
  for (const kind of filterKinds) {
    const field = filterFields[kind];
    if (field.shape === 'range')
      field.fields.forEach((bound, index) => (values[bound] = String(spec[field.keys[index]!] ?? '')));
    else if (field.shape === 'choices') values[field.fields[0]] = (spec[field.keys[0]] ?? []).map(String);
    else values[field.fields[0]] = spec[field.keys[0]] ?? 'all';
  }
  // Each value was written as its field's own.
  return values as PageFilterFormValues;
}

type RangeField = (typeof filterFields)[RangeKind];
type Bound = number | string | undefined;

/** The bounds of a range that are values; what is half typed, or more than the form takes, is open. */
function boundsOf(values: Record<RangeField['fields'][number], string>, field: RangeField): [Bound, Bound] {
  const [lower, upper] = field.fields.map((name) => {
    const text = values[name];
    return 'isInForm' in field && !field.isInForm(text) ? undefined : field.read(text);
  });
  return [lower, upper];
}
