import * as z from 'zod/mini';
import { isCalendarDate, isOrdered, REGION_CODE } from './values.js';

/** Maximum length of a list. Longer lists are rejected unchecked, because checking them could freeze the browser. */
const MAX_VALUES = 1_000;

const listOf = <Schema extends z.ZodMiniType>(value: Schema) =>
  z.optional(z.pipe(z.array(z.unknown()).check(z.maxLength(MAX_VALUES)), z.array(value)));
const id = z.int().check(z.nonnegative());
const minutes = z.int().check(z.nonnegative());
const calendarDate = z.string().check(z.refine(isCalendarDate));

/**
 * Schema of the filters that select the titles of a page: the `pageFilters` of `POST /pages`.
 *
 * A title must match all fields, and at least one value of each list (inferred). The schema rejects a lower bound above
 * its upper bound, as the API does (inferred), and lists of more than 1,000 values (a limit of this library).
 */
export const filterSpecSchema = z
  .object({
    genres: listOf(id),
    keywords: listOf(id),
    media_type: z.optional(z.enum(['movie', 'tv'])),
    region: listOf(z.string().check(z.regex(REGION_CODE))),
    with_runtime_gte: z.optional(minutes),
    with_runtime_lte: z.optional(minutes),
    with_release_date_gte: z.optional(calendarDate),
    with_release_date_lte: z.optional(calendarDate),
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

/** Filters of a page as the Discovr API spells them. Every field is optional; an absent field filters nothing. */
export interface FilterSpec {
  /** TMDB genre ids (inferred). */
  genres?: number[] | undefined;
  /** TMDB keyword ids (inferred). */
  keywords?: number[] | undefined;
  media_type?: MediaType | undefined;
  /** ISO 3166-1 alpha-2 codes (inferred). */
  region?: string[] | undefined;
  /** Minutes, inclusive (inferred). */
  with_runtime_gte?: number | undefined;
  /** Minutes, inclusive (inferred). */
  with_runtime_lte?: number | undefined;
  /** Calendar date `YYYY-MM-DD`, without a time zone. */
  with_release_date_gte?: string | undefined;
  /** Calendar date `YYYY-MM-DD`, without a time zone. */
  with_release_date_lte?: string | undefined;
  /** TMDB provider ids as strings, such as `"8"` (inferred). */
  with_watch_providers?: string[] | undefined;
}

/** Media type as the API spells it: `movie` for a film, `tv` for a series. */
export type MediaType = 'movie' | 'tv';
