import * as z from 'zod/mini';
import { looseObject } from '../looseObject.js';
import type { MediaType } from '../../../filters/filterSpec.js';
import { moment, ordinal, progress, sentMoment } from './episode.js';
import { optionalImageUrl } from '../imageUrl.js';
import { knownItems, mediaId, mediaType } from '../media.js';
import { batchSchema, type Batch } from '../paging.js';

/** Entry of the history: a film, a whole season, or an episode. */
const historyItemSchema = looseObject({
  id: mediaId,
  mediaType,
  title: z.string(),
  poster_path: optionalImageUrl,
  backdrop_path: optionalImageUrl,
  updatedAt: moment,
  createdAt: moment,
  progress,
  completed: z.boolean(),
  watched_count: z.number(),
  season: z.optional(ordinal),
  episode: z.optional(ordinal),
  imported: z.optional(z.boolean()),
});

/** Entry of the history: a film, a whole season, or an episode. */
export interface HistoryItem {
  /** Id of the title (inferred). A series has an entry for each season and episode that was watched. */
  id: string;
  /** Media type. The API spells this field `media_type` elsewhere. */
  mediaType: MediaType;
  title: string;
  poster_path: string | null;
  backdrop_path: string | null;
  /** Date and time, ISO 8601. */
  updatedAt: string;
  /** Date and time, ISO 8601. */
  createdAt: string;
  /** Progress in percent, 0 to 100. */
  progress: number;
  /** Whether at least 80 percent was watched. */
  completed: boolean;
  /** Number of times the title, season or episode was completed. */
  watched_count: number;
  season?: number | undefined;
  /** Number of the episode; absent for a whole season. */
  episode?: number | undefined;
  /** Whether the entry was imported from another service. */
  imported?: boolean | undefined;
}

const knownHistoryItem = looseObject({ id: mediaId, mediaType });

/** Response of `GET /profile/history` and `GET /profile/history/{mediaId}`. */
export const historyListResponseSchema = batchSchema(
  knownItems(historyItemSchema, (item) => knownHistoryItem.safeParse(item).success),
);

/** Entries of the history: most recently created first, or for one title most recently changed first. */
export interface HistoryListResponse extends Batch {
  items: HistoryItem[];
}

const isSeries = (id: string) => id.startsWith('TV_');

/** Title, season and episode of a history entry. */
const historyEntrySchema = z.object({ mediaId, season: z.optional(ordinal), episode: z.optional(ordinal) });

type HistoryPlace = z.infer<typeof historyEntrySchema>;

/** Rules: an entry of a series has a season; an entry of a film has neither season nor episode (inferred). */
const placeRules = [
  z.refine<HistoryPlace>((place) => isSeries(place.mediaId) === (place.season !== undefined), { path: ['season'] }),
  z.refine<HistoryPlace>((place) => place.season !== undefined || place.episode === undefined, { path: ['episode'] }),
] as const;

/** Body of `POST /profile/history`. */
export const addHistoryPayloadSchema = z
  .object({
    ...historyEntrySchema.shape,
    updatedAt: z.optional(sentMoment),
    progress: z.optional(progress),
    imported: z.optional(z.boolean()),
  })
  .check(...placeRules);

/**
 * Body that adds an entry to the history. A series needs its `season`; without an `episode`, the entry covers the
 * season.
 */
export interface AddHistoryPayload {
  mediaId: string;
  season?: number | undefined;
  episode?: number | undefined;
  /** When it was watched, ISO 8601 (inferred). If omitted, the current time. */
  updatedAt?: string | undefined;
  /** Progress in percent, 0 to 100. */
  progress?: number | undefined;
  /** Whether the entry is imported from another service. */
  imported?: boolean | undefined;
}

/** Path and query of `GET` and `PATCH /profile/history/{mediaId}`. */
export const historyOfTitleSchema = historyEntrySchema.check(...placeRules);

/** Body of `PATCH /profile/history/{mediaId}`. */
export const patchHistoryPayloadSchema = z.object({ progress });

/** Body that changes or creates an entry of the history. A progress of 0 marks it as not watched. */
export interface PatchHistoryPayload {
  progress: number;
}
