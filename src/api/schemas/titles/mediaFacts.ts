import * as z from 'zod/mini';
import { ordinal, progress } from './episode.js';
import { firstItems } from '../firstItems.js';
import { optionalImageUrl } from '../imageUrl.js';
import { mediaId, mediaType } from '../media.js';
import { providerItemSchema } from '../row.js';

/** Answer to `GET /media/{mediaId}`. Path and field names are inferred; only `id`, `title` and `media_type` are relied on. */
export const mediaSchema = z.looseObject({
  id: mediaId,
  title: z.string(),
  media_type: mediaType,
  /** Synopsis. */
  overview: z.optional(z.string()),
  /** Full URL of the poster (2:3), or `null`. */
  poster_path: optionalImageUrl,
  /** Full URL of the backdrop (16:9), or `null`. */
  backdrop_path: optionalImageUrl,
  /** Full URL of the title's lettering, or `null`. */
  logo_path: optionalImageUrl,
  /** Minutes; of a typical episode for a series. */
  runtime: z.optional(z.number()),
  /** Calendar date `YYYY-MM-DD`; of the first episode for a series. */
  release_date: z.optional(z.string()),
  /** TMDB genre ids. */
  genres: z.optional(firstItems(z.number())),
  cast: z.optional(
    firstItems(z.looseObject({ name: z.string(), character: z.optional(z.string()), profile_path: optionalImageUrl })),
  ),
  /** Seasons of a series and how many episodes each has. */
  seasons: z.optional(firstItems(z.looseObject({ season_number: z.number(), episode_count: z.number() }))),
});

/** What is known of a title. */
export type Media = z.infer<typeof mediaSchema>;

/** Answer to `GET /profile/media/{mediaId}` (path inferred). */
export const mediaProfileMetaSchema = z.looseObject({
  liked: z.boolean(),
  disliked: z.boolean(),
  super_liked: z.boolean(),
  watchlist: z.boolean(),
  /** Where playback stands; absent where it was never begun (the field names are inferred). */
  playback: z.optional(
    z.looseObject({
      /** Whether there is something to resume. */
      resumable: z.boolean(),
      progress,
      /** Of a series: which episode it is. */
      season: z.optional(ordinal),
      episode: z.optional(ordinal),
    }),
  ),
  /** Whether the profile has seen it before. */
  history: z.boolean(),
  /** Where it can be watched, where that was asked for (shape inferred). */
  providers: z.optional(firstItems(providerItemSchema)),
});

/** What a title is to the active profile. */
export type MediaProfileMeta = z.infer<typeof mediaProfileMetaSchema>;
