import * as z from 'zod/mini';
import { looseObject } from './looseObject.js';
import { firstItems } from './firstItems.js';
import { optionalImageUrl } from './imageUrl.js';
import { tolerant } from './tolerant.js';

/** Schema of a title's id: `MV_` for a film or `TV_` for a series, followed by the TMDB id. */
export const mediaId = z.string().check(z.regex(/^(MV|TV)_\d+$/));

/** Schema of a media type: film or series. */
export const mediaType = z.enum(['movie', 'tv']);

const mediaFields = {
  type: z.literal('media'),
  /** `MV_` or `TV_`, followed by the TMDB id. */
  id: mediaId,
  title: z.string(),
  media_type: mediaType,
  /** Full URL of the poster (2:3), or `null` (inferred). */
  poster_path: optionalImageUrl,
  /** Full URL of the backdrop (16:9), or `null` (inferred). */
  backdrop_path: optionalImageUrl,
};

/** Film or series. */
export const mediaItemSchema = looseObject(mediaFields);

/** Film or series. */
export interface MediaItem extends z.infer<typeof mediaItemSchema> {}

/** Seasons of a series with their numbers of episodes. */
export const seasonsSchema = firstItems(looseObject({ season_number: z.number(), episode_count: z.number() }));

/** Facts of a title that are shown on one line. Each can be missing. */
export interface TitleFacts {
  readonly release_date?: string | undefined;
  readonly runtime?: number | undefined;
  readonly genres?: readonly number[] | undefined;
  readonly seasons?: readonly { readonly season_number: number }[] | undefined;
}

/** Hero item of a page (its fields beyond those of `MediaItem` are inferred). */
export const heroItemSchema = looseObject({
  ...mediaFields,
  /** Synopsis. Like the facts below, absent if unreadable. */
  overview: tolerant(z.string()),
  /** Full URL of the title's logo, or `null`. */
  logo_path: optionalImageUrl,
  /** Calendar date `YYYY-MM-DD`; for a series, of the first episode. */
  release_date: tolerant(z.string()),
  /** Running time in minutes; for a series, of a typical episode. */
  runtime: tolerant(z.number()),
  /** TMDB genre ids. */
  genres: tolerant(firstItems(z.number())),
  /** Seasons of a series with their numbers of episodes. */
  seasons: tolerant(seasonsSchema),
});

/** Hero item of a page. */
export interface HeroItem extends z.infer<typeof heroItemSchema> {}

/** Whether this version knows the type, the media type and the id format of an item. */
export function isKnownMedia(item: unknown): boolean {
  if (typeof item !== 'object' || item === null) return false;
  // A missing field counts as known here, so that the item reaches the schema, which reports the field.
  const { type, media_type = 'movie', id = 'MV_0' } = item as Record<string, unknown>;
  return type === 'media' && /^(movie|tv)$/.test(String(media_type)) && /^(MV|TV)_\d+$/.test(String(id));
}

/** Creates a schema of a list that omits unknown items, which would otherwise make the list invalid. */
export const knownItems = <Schema extends z.ZodMiniType>(schema: Schema, isKnown = isKnownMedia) =>
  firstItems(schema, { isKnown });
