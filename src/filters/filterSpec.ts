import * as z from 'zod/mini';
import { isCalendarDate } from './calendarDate.js';
import { REGION_CODE } from './regionCode.js';

/** Most values of one list. An answer with more is not read, since checking a list without end would freeze the page. */
const MAX_VALUES = 1_000;

const listOf = <Schema extends z.ZodMiniType>(value: Schema) =>
  z.optional(z.pipe(z.array(z.unknown()).check(z.maxLength(MAX_VALUES)), z.array(value)));
const id = z.int().check(z.nonnegative());
const minutes = z.int().check(z.nonnegative());
const calendarDate = z.string().check(z.refine(isCalendarDate));

/**
 * Describes which titles a page draws from: the `pageFilters` of `POST /pages`.
 *
 * Inside one list any value may match, between fields all must (inferred). A lower bound above its upper bound is
 * refused, as the API refuses it (inferred), and so is a list of more than 1,000 values (this library's own limit).
 */
export const filterSpecSchema = z
  .object({
    /** TMDB genre ids (inferred). */
    genres: listOf(id),
    /** TMDB keyword ids (inferred). */
    keywords: listOf(id),
    media_type: z.optional(z.enum(['movie', 'tv'])),
    /** ISO 3166-1 alpha-2 codes (inferred). */
    region: listOf(z.string().check(z.regex(REGION_CODE))),
    /** Minutes, inclusive (inferred). */
    with_runtime_gte: z.optional(minutes),
    /** Minutes, inclusive (inferred). */
    with_runtime_lte: z.optional(minutes),
    /** Calendar date `YYYY-MM-DD`, without a time zone. */
    with_release_date_gte: z.optional(calendarDate),
    /** Calendar date `YYYY-MM-DD`, without a time zone. */
    with_release_date_lte: z.optional(calendarDate),
    /** TMDB provider ids as strings, such as `"8"` (inferred). */
    with_watch_providers: listOf(z.string().check(z.minLength(1))),
  })
  .check(
    z.refine((filters) => isOrdered(filters.with_runtime_gte, filters.with_runtime_lte), {
      error: 'lowerAboveUpper',
      path: ['with_runtime_lte'],
    }),
    z.refine((filters) => isOrdered(filters.with_release_date_gte, filters.with_release_date_lte), {
      error: 'lowerAboveUpper',
      path: ['with_release_date_lte'],
    }),
  );

/** Filters of a page as Discovr's API spells them; every field is optional and an absent one filters nothing. */
export type FilterSpec = z.infer<typeof filterSpecSchema>;

/** Whether a title is a film or a series, by the API's own words. */
export type MediaType = NonNullable<FilterSpec['media_type']>;

/** Tells whether a range is in order; an open end always is. Works on numbers and on `YYYY-MM-DD` strings alike. */
export function isOrdered<T extends number | string>(lower: T | undefined, upper: T | undefined): boolean {
  return lower === undefined || upper === undefined || lower <= upper;
}
