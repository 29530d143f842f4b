import * as z from 'zod/mini';

/** Schema of the number of a season or an episode, from 1. */
export const ordinal = z.int().check(z.gte(1));

/** Schema of progress: how much of a title was watched, in percent from 0 to 100. From 80 on, it is completed. */
export const progress = z.number().check(z.gte(0), z.lte(100));

/** Season and episode of a series, both from 1. */
export const scrobbleTvSchema = z.object({ season: ordinal, episode: ordinal });

/** Season and episode of a series, both from 1. */
export interface ScrobbleTv {
  season: number;
  episode: number;
}

/**
 * Schema of a time that is received: date and time, ISO 8601 (inferred). A number is read as Unix seconds, the other
 * time format of the API, and converted to ISO 8601.
 */
export const moment = z.pipe(
  z.union([z.string(), z.number().check(z.gte(0), z.lte(8.64e12))]),
  z.transform((value) => (typeof value === 'string' ? value : new Date(value * 1000).toISOString())),
);

/** Schema of a time that is sent: date and time, ISO 8601, with a time zone (inferred). */
export const sentMoment = z
  .string()
  .check(
    z.refine(
      (text) =>
        /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(text) && !Number.isNaN(Date.parse(text)),
    ),
  );
