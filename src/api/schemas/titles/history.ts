import * as z from 'zod/mini';
import { moment, ordinal, progress, sentMoment } from './episode.js';
import { optionalImageUrl } from '../imageUrl.js';
import { knownItems, mediaId, mediaType } from '../media.js';
import { partSchema } from '../paging.js';

/** One entry of the history: a film, a season without its episodes, or an episode. */
const historyItemSchema = z.looseObject({
  /** The title's media id (inferred): a series has an entry for each season and episode seen. */
  id: mediaId,
  /** Spelled so here, and `media_type` elsewhere. */
  mediaType,
  title: z.string(),
  poster_path: optionalImageUrl,
  backdrop_path: optionalImageUrl,
  /** Date and time, ISO 8601. */
  updatedAt: moment,
  /** Date and time, ISO 8601. */
  createdAt: moment,
  /** Percent: 0 to 100. */
  progress,
  /** Whether enough was seen: 80 percent. */
  completed: z.boolean(),
  /** How many times it was completed. */
  watched_count: z.number(),
  season: z.optional(ordinal),
  /** Absent for a whole season. */
  episode: z.optional(ordinal),
  /** Whether it came from another service. */
  imported: z.optional(z.boolean()),
});

/** One entry of the history: a film, a season without its episodes, or an episode. */
export type HistoryItem = z.infer<typeof historyItemSchema>;

const knownHistoryItem = z.looseObject({ id: mediaId, mediaType });

/** Answer to `GET /profile/history` and `GET /profile/history/{mediaId}`. */
export const historyListResponseSchema = partSchema(
  knownItems(historyItemSchema, (item) => knownHistoryItem.safeParse(item).success),
);

/** Entries of the history, newest first: by creation, or for one title by their last change. */
export type HistoryListResponse = z.infer<typeof historyListResponseSchema>;

const isSeries = (id: string) => id.startsWith('TV_');

/** Where an entry of the history stands within its title. */
const historyPlaceSchema = z.object({ mediaId, season: z.optional(ordinal), episode: z.optional(ordinal) });

type HistoryPlace = z.infer<typeof historyPlaceSchema>;

/** An entry of a series names its season; one of a film has neither season nor episode (the latter is inferred). */
const placeRules = [
  z.refine<HistoryPlace>((place) => isSeries(place.mediaId) === (place.season !== undefined), { path: ['season'] }),
  z.refine<HistoryPlace>((place) => place.season !== undefined || place.episode === undefined, { path: ['episode'] }),
] as const;

/** Body of `POST /profile/history`. */
export const addHistoryPayloadSchema = z
  .object({
    ...historyPlaceSchema.shape,
    /** When it was seen, ISO 8601 (inferred); now, where it is left out. */
    updatedAt: z.optional(sentMoment),
    /** Percent: 0 to 100. */
    progress: z.optional(progress),
    /** Whether it came from another service. */
    imported: z.optional(z.boolean()),
  })
  .check(...placeRules);

/** Body that adds to the history. A series needs its `season`; without an `episode` the entry is for all of the season. */
export type AddHistoryPayload = z.infer<typeof addHistoryPayloadSchema>;

/** Path and query of `GET` and `PATCH /profile/history/{mediaId}`. */
export const historyOfTitleSchema = historyPlaceSchema.check(...placeRules);

/** Body of `PATCH /profile/history/{mediaId}`. */
export const patchHistoryPayloadSchema = z.object({ progress });

/** Body that changes one entry of the history, or makes it; 0 un-watches an episode. */
export type PatchHistoryPayload = z.infer<typeof patchHistoryPayloadSchema>;
