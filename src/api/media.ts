import * as z from 'zod/mini';
import type { MediaType } from '../filters/filterSpec.js';
import { isSafeImageUrl } from '../shared/url.js';
import { firstItems, looseObject, tolerant } from './reading.js';

/** Schema of a title's id: `MV_` for a film or `TV_` for a series, followed by the TMDB id. */
export const mediaIdSchema = z.string().check(z.regex(/^(MV|TV)_\d+$/));

/** Schema of a media type: film or series. */
export const mediaType = z.enum(['movie', 'tv']);

/** Schema of an image URL that may be missing. An unsafe URL such as `javascript:` counts as missing. */
export const optionalImageUrl = z.pipe(
  z.optional(z.unknown()),
  z.transform((url): string | null => (isSafeImageUrl(url) ? url : null)),
);

const mediaFields = {
  type: z.literal('media'),
  id: mediaIdSchema,
  title: z.string(),
  media_type: mediaType,
  poster_path: optionalImageUrl,
  backdrop_path: optionalImageUrl,
  // Not from Discovr: an item of a rail can be read again.
  rowReason: tolerant(z.string()),
};

/** Film or series. */
export const mediaItemSchema = looseObject(mediaFields);

/** Film or series. */
export interface MediaItem {
  type: 'media';
  /** `MV_` or `TV_`, followed by the TMDB id. */
  id: string;
  title: string;
  media_type: MediaType;
  /** Full URL of the poster (2:3), or `null` (inferred). */
  poster_path: string | null;
  /** Full URL of the backdrop (16:9), or `null` (inferred). */
  backdrop_path: string | null;
  /**
   * Why the title is recommended: the title of its row, such as "Because you liked Fargo", if it says so (inferred).
   * `<Rail>` sets it on the item that it passes to handlers. Discovr sends no such field.
   */
  rowReason?: string | undefined;
}

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
  overview: tolerant(z.string()),
  logo_path: optionalImageUrl,
  release_date: tolerant(z.string()),
  runtime: tolerant(z.number()),
  genres: tolerant(firstItems(z.number())),
  seasons: tolerant(seasonsSchema),
});

/** Hero item of a page. */
export interface HeroItem extends MediaItem {
  /** Synopsis. Like the facts below, absent if unreadable. */
  overview?: string | undefined;
  /** Full URL of the title's logo, or `null`. */
  logo_path: string | null;
  /** Calendar date `YYYY-MM-DD`; for a series, of the first episode. */
  release_date?: string | undefined;
  /** Running time in minutes; for a series, of a typical episode. */
  runtime?: number | undefined;
  /** TMDB genre ids. */
  genres?: number[] | undefined;
  /** Seasons of a series with their numbers of episodes. */
  seasons?: { season_number: number; episode_count: number }[] | undefined;
}

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
