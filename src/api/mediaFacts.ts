import * as z from 'zod/mini';
import type { MediaType } from '../filters/filterSpec.js';
import { ordinal, progress } from './history.js';
import { mediaIdSchema, mediaType, seasonsSchema, optionalImageUrl } from './media.js';
import { firstItems, looseObject } from './reading.js';
import { providerItemSchema, type ProviderItem } from './rows.js';
import type { AuthorizedSend, CallOptions } from './transport.js';

/**
 * Response of `GET /media/{mediaId}`. Path and field names are inferred; only `id`, `title` and `media_type` are
 * required.
 */
export const mediaSchema = looseObject({
  id: mediaIdSchema,
  title: z.string(),
  media_type: mediaType,
  overview: z.optional(z.string()),
  poster_path: optionalImageUrl,
  backdrop_path: optionalImageUrl,
  logo_path: optionalImageUrl,
  runtime: z.optional(z.number()),
  release_date: z.optional(z.string()),
  genres: z.optional(firstItems(z.number())),
  cast: z.optional(
    firstItems(looseObject({ name: z.string(), character: z.optional(z.string()), profile_path: optionalImageUrl })),
  ),
  seasons: z.optional(seasonsSchema),
});

/** Details of a title. */
export interface Media {
  id: string;
  title: string;
  media_type: MediaType;
  /** Synopsis. */
  overview?: string | undefined;
  /** Full URL of the poster (2:3), or `null`. */
  poster_path: string | null;
  /** Full URL of the backdrop (16:9), or `null`. */
  backdrop_path: string | null;
  /** Full URL of the title's logo, or `null`. */
  logo_path: string | null;
  /** Running time in minutes; for a series, of a typical episode. */
  runtime?: number | undefined;
  /** Calendar date `YYYY-MM-DD`; for a series, of the first episode. */
  release_date?: string | undefined;
  /** TMDB genre ids. */
  genres?: number[] | undefined;
  cast?: { name: string; character?: string | undefined; profile_path: string | null }[] | undefined;
  /** Seasons of a series with their numbers of episodes. */
  seasons?: { season_number: number; episode_count: number }[] | undefined;
}

/** Response of `GET /profile/media/{mediaId}` (path inferred). */
export const mediaProfileMetaSchema = looseObject({
  liked: z.boolean(),
  disliked: z.boolean(),
  super_liked: z.boolean(),
  watchlist: z.boolean(),
  playback: z.optional(
    looseObject({
      resumable: z.boolean(),
      progress,
      season: z.optional(ordinal),
      episode: z.optional(ordinal),
    }),
  ),
  history: z.boolean(),
  providers: z.optional(firstItems(providerItemSchema)),
});

/** Metadata of a title for the active profile: lists, playback and history. */
export interface MediaProfileMeta {
  liked: boolean;
  disliked: boolean;
  super_liked: boolean;
  watchlist: boolean;
  /** Playback position; absent if playback was never started (field names inferred). */
  playback?:
    | {
        /** Whether playback can be resumed. */
        resumable: boolean;
        progress: number;
        /** Season of the episode that is played, for a series. */
        season?: number | undefined;
        episode?: number | undefined;
      }
    | undefined;
  /** Whether the profile has watched the title. */
  history: boolean;
  /** Services that offer the title, if they were requested (shape inferred). */
  providers?: ProviderItem[] | undefined;
}

/** Options of `getMediaProfileMeta`. */
export interface MediaProfileMetaOptions extends CallOptions {
  /**
   * Whether the response also contains the services that offer the title.
   * @default false
   */
  providers?: boolean | undefined;
}

/** Endpoints of a single title. */
export interface MediaApi {
  /** `GET /media/{mediaId}` (path and tier are inferred). */
  getMedia(mediaId: string, options?: CallOptions): Promise<Media>;
  /** `GET /profile/media/{mediaId}` (path and query are inferred). */
  getMediaProfileMeta(mediaId: string, options?: MediaProfileMetaOptions): Promise<MediaProfileMeta>;
}

/** Creates the endpoints of a single title. */
export function createMediaApi(call: AuthorizedSend): MediaApi {
  return {
    getMedia: (mediaId, options) =>
      call({ method: 'GET', route: '/media/{mediaId}', params: { mediaId }, response: mediaSchema }, options),
    getMediaProfileMeta: (mediaId, options) =>
      call(
        {
          method: 'GET',
          route: '/profile/media/{mediaId}',
          params: { mediaId },
          query: { providers: options?.providers ? 'true' : undefined },
          response: mediaProfileMetaSchema,
        },
        options,
      ),
  };
}
