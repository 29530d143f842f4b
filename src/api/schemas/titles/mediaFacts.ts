import * as z from 'zod/mini';
import { looseObject } from '../looseObject.js';
import { ordinal, progress } from './episode.js';
import { firstItems } from '../firstItems.js';
import { optionalImageUrl } from '../imageUrl.js';
import { mediaId, mediaType, seasonsSchema } from '../media.js';
import { providerItemSchema, type ProviderItem } from '../row.js';

/**
 * Response of `GET /media/{mediaId}`. Path and field names are inferred; only `id`, `title` and `media_type` are
 * required.
 */
export const mediaSchema = looseObject({
  id: mediaId,
  title: z.string(),
  media_type: mediaType,
  /** Synopsis. */
  overview: z.optional(z.string()),
  /** Full URL of the poster (2:3), or `null`. */
  poster_path: optionalImageUrl,
  /** Full URL of the backdrop (16:9), or `null`. */
  backdrop_path: optionalImageUrl,
  /** Full URL of the title's logo, or `null`. */
  logo_path: optionalImageUrl,
  /** Running time in minutes; for a series, of a typical episode. */
  runtime: z.optional(z.number()),
  /** Calendar date `YYYY-MM-DD`; for a series, of the first episode. */
  release_date: z.optional(z.string()),
  /** TMDB genre ids. */
  genres: z.optional(firstItems(z.number())),
  cast: z.optional(
    firstItems(looseObject({ name: z.string(), character: z.optional(z.string()), profile_path: optionalImageUrl })),
  ),
  /** Seasons of a series with their numbers of episodes. */
  seasons: z.optional(seasonsSchema),
});

/** Details of a title. */
export interface Media extends z.infer<typeof mediaSchema> {}

/** Response of `GET /profile/media/{mediaId}` (path inferred). */
export const mediaProfileMetaSchema = looseObject({
  liked: z.boolean(),
  disliked: z.boolean(),
  super_liked: z.boolean(),
  watchlist: z.boolean(),
  /** Playback position; absent if playback was never started (field names inferred). */
  playback: z.optional(
    looseObject({
      /** Whether playback can be resumed. */
      resumable: z.boolean(),
      progress,
      /** Season of the episode that is played, for a series. */
      season: z.optional(ordinal),
      episode: z.optional(ordinal),
    }),
  ),
  /** Whether the profile has watched the title. */
  history: z.boolean(),
  /** Services that offer the title, if they were requested (shape inferred). */
  providers: z.optional(firstItems(providerItemSchema)),
});

/** Metadata of a title for the active profile: lists, playback and history. */
export interface MediaProfileMeta extends z.infer<typeof mediaProfileMetaSchema> {
  providers?: ProviderItem[] | undefined;
}
