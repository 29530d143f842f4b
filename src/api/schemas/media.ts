import * as z from 'zod/mini';
import { firstItems } from './firstItems.js';
import { optionalImageUrl } from './imageUrl.js';

/** `MV_` for a film or `TV_` for a series, and TMDB's number. */
export const mediaId = z.string().check(z.regex(/^(MV|TV)_\d+$/));

/** Whether a title is a film or a series. */
export const mediaType = z.enum(['movie', 'tv']);

const mediaFields = {
  type: z.literal('media'),
  /** `MV_` or `TV_` and TMDB's number. */
  id: mediaId,
  title: z.string(),
  media_type: mediaType,
  /** Full URL of the poster (2:3), or `null` (inferred). */
  poster_path: optionalImageUrl,
  /** Full URL of the backdrop (16:9), or `null` (inferred). */
  backdrop_path: optionalImageUrl,
};

/** A film or series. */
export const mediaItemSchema = z.looseObject(mediaFields);

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

/** Tells whether an item is of a type, a kind or an id form this version knows. */
export function isKnownMedia(item: unknown): boolean {
  if (typeof item !== 'object' || item === null) return false;
  // Any object; what is missing is left for the schema to miss.
  const { type, media_type = 'movie', id = 'MV_0' } = item as Record<string, unknown>;
  return type === 'media' && /^(movie|tv)$/.test(String(media_type)) && /^(MV|TV)_\d+$/.test(String(id));
}

/** Reads a list by a schema for its items; those that `isKnown` does not know are left out, not an error. */
export const knownItems = <Schema extends z.ZodMiniType>(schema: Schema, isKnown = isKnownMedia) =>
  firstItems(schema, { isKnown });
