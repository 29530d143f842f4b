import * as z from 'zod/mini';

/** Number of a season or an episode, from 1. */
export const ordinal = z.int().check(z.gte(1));

/** How much of a title was seen, in percent: 0 to 100. From 80 on it counts as completed. */
export const progress = z.number().check(z.gte(0), z.lte(100));

/** Progress, in percent, from which a title or an episode counts as completed. */
export const COMPLETED_PROGRESS = 80;

/** An episode of a series. */
export const scrobbleTvSchema = z.object({ season: ordinal, episode: ordinal });

/** An episode of a series. */
export type ScrobbleTv = z.infer<typeof scrobbleTvSchema>;

/**
 * A moment, as text: date and time, ISO 8601 (inferred). A number is read as Unix seconds, the API's other way to tell
 * the time.
 */
export const moment = z.pipe(
  z.union([z.string(), z.number().check(z.gte(0), z.lte(8.64e12))]),
  z.transform((value) => (typeof value === 'string' ? value : new Date(value * 1000).toISOString())),
);

/** A moment to be sent: date and time, ISO 8601, with a time zone (inferred). */
export const sentMoment = z
  .string()
  .check(
    z.refine(
      (text) =>
        /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(text) && !Number.isNaN(Date.parse(text)),
    ),
  );
