import * as z from 'zod/mini';
import { optionalImageUrl } from './imageUrl.js';

const mediaFields = {
  type: z.literal('media'),
  /** `MV_` or `TV_` and TMDB's number. */
  id: z.string().check(z.regex(/^(MV|TV)_\d+$/)),
  title: z.string(),
  media_type: z.enum(['movie', 'tv']),
  /** Full URL of the poster (2:3), or `null` (inferred). */
  poster_path: optionalImageUrl,
  /** Full URL of the backdrop (16:9), or `null` (inferred). */
  backdrop_path: optionalImageUrl,
};

/** A film or series. */
const mediaItemSchema = z.looseObject(mediaFields);

/** A film or series. */
export type MediaItem = z.infer<typeof mediaItemSchema>;

/** A spotlight item of a page (the additions to `MediaItem` are inferred). */
export const heroItemSchema = z.looseObject({
  ...mediaFields,
  overview: z.optional(z.string()),
  /** Full URL of the title's lettering, or `null`. */
  logo_path: optionalImageUrl,
});

/** A spotlight item of a page. */
export type HeroItem = z.infer<typeof heroItemSchema>;
