import * as z from 'zod/mini';
import type { MediaType } from '../filters/filterSpec.js';
import { checkRequest } from './checkRequest.js';
import { successMessageSchema, type SuccessMessage } from './lists.js';
import { knownItems, mediaIdSchema, mediaType, optionalImageUrl } from './media.js';
import { batchSchema, pagingQuery, type Batch, type PagingOptions } from './paging.js';
import { looseObject } from './reading.js';
import type { AuthorizedSend, CallOptions } from './transport.js';

/** Schema of the number of a season or an episode, from 1. */
export const ordinal = z.int().check(z.gte(1));

/** Schema of progress: how much of a title was watched, in percent from 0 to 100. From 80 on, it is completed. */
export const progress = z.number().check(z.gte(0), z.lte(100));

/** Season and episode of a series, both from 1. */
export const scrobbleTvSchema = z.object({ season: ordinal, episode: ordinal });

/** Season and episode of a series, both from 1. */
export interface ScrobbleTv {
  season: number;
  episode: number;
}

/**
 * Schema of a time that is received: date and time, ISO 8601 (inferred). A number is read as Unix seconds, the other
 * time format of the API, and converted to ISO 8601.
 */
const moment = z.pipe(
  z.union([z.string(), z.number().check(z.gte(0), z.lte(8.64e12))]),
  z.transform((value) => (typeof value === 'string' ? value : new Date(value * 1000).toISOString())),
);

/** Schema of a time that is sent: date and time, ISO 8601, with a time zone (inferred). */
export const sentMoment = z
  .string()
  .check(
    z.refine(
      (text) =>
        /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(text) && !Number.isNaN(Date.parse(text)),
    ),
  );

/** Entry of the history: a film, a whole season, or an episode. */
const historyItemSchema = looseObject({
  id: mediaIdSchema,
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

const knownHistoryItem = looseObject({ id: mediaIdSchema, mediaType });

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
const historyEntrySchema = z.object({
  mediaId: mediaIdSchema,
  season: z.optional(ordinal),
  episode: z.optional(ordinal),
});

type HistoryEntry = z.infer<typeof historyEntrySchema>;

/** Rules: an entry of a series has a season; an entry of a film has neither season nor episode (inferred). */
const entryRules = [
  z.refine<HistoryEntry>((entry) => isSeries(entry.mediaId) === (entry.season !== undefined), { path: ['season'] }),
  z.refine<HistoryEntry>((entry) => entry.season !== undefined || entry.episode === undefined, { path: ['episode'] }),
] as const;

/** Body of `POST /profile/history`. */
export const addHistoryPayloadSchema = z
  .object({
    ...historyEntrySchema.shape,
    updatedAt: z.optional(sentMoment),
    progress: z.optional(progress),
    imported: z.optional(z.boolean()),
  })
  .check(...entryRules);

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
export const historyOfTitleSchema = historyEntrySchema.check(...entryRules);

/** Body of `PATCH /profile/history/{mediaId}`. */
export const patchHistoryPayloadSchema = z.object({ progress });

/** Body that changes or creates an entry of the history. A progress of 0 marks it as not watched. */
export interface PatchHistoryPayload {
  progress: number;
}

/** Options that select an entry of a title's history. */
export interface HistoryEntryOptions extends CallOptions {
  /** Number of the season, from 1. Required for a series; must be omitted for a film. */
  season?: number | undefined;
  /** Number of the episode, from 1. If omitted, the entry of the whole season is selected. */
  episode?: number | undefined;
}

/** Options that select the entries of a title's history: all entries of a season, or the entry of one episode. */
export interface MediaHistoryOptions extends PagingOptions {
  /** Number of the season, from 1. Required for a series; must be omitted for a film. */
  season?: number | undefined;
  /**
   * Number of the episode, from 1.
   * @default all entries of the season, including the entry of the whole season
   */
  episode?: number | undefined;
}

/** Endpoints of a profile's history. */
export interface HistoryApi {
  /** `GET /profile/history`: most recently created entry first. */
  getHistory(options?: PagingOptions): Promise<HistoryListResponse>;
  /** `POST /profile/history`. */
  addHistory(payload: AddHistoryPayload, options?: CallOptions): Promise<SuccessMessage>;
  /** `GET /profile/history/{mediaId}`: most recently changed entry first. */
  getMediaHistory(mediaId: string, options?: MediaHistoryOptions): Promise<HistoryListResponse>;
  /** `PATCH /profile/history/{mediaId}`: changes or creates one entry. */
  patchHistory(mediaId: string, payload: PatchHistoryPayload, options?: HistoryEntryOptions): Promise<SuccessMessage>;
  /** `DELETE /profile/history/{mediaId}`: removes all entries of the title. */
  removeHistory(mediaId: string, options?: CallOptions): Promise<SuccessMessage>;
}

/** Creates the endpoints of the history. */
export function createHistoryApi(call: AuthorizedSend): HistoryApi {
  const route = '/profile/history';
  const ofTitle = `${route}/{mediaId}`;
  const what = 'The history entry';
  return {
    getHistory: (options) =>
      call({ method: 'GET', route, query: pagingQuery(options), response: historyListResponseSchema }, options),
    addHistory: (payload, options) =>
      call(
        {
          method: 'POST',
          route,
          body: checkRequest(addHistoryPayloadSchema, payload, what),
          response: successMessageSchema,
        },
        options,
      ),
    getMediaHistory: (mediaId, options) => {
      const request = 'The request for the history of a title (a series needs its season)';
      const { season, episode } = checkRequest(historyOfTitleSchema, { ...options, mediaId }, request);
      return call(
        {
          method: 'GET',
          route: ofTitle,
          params: { mediaId },
          query: { season, episode, ...pagingQuery(options) },
          response: historyListResponseSchema,
        },
        options,
      );
    },
    patchHistory: (mediaId, payload, options) => {
      const { season, episode } = checkRequest(historyOfTitleSchema, { ...options, mediaId }, what);
      return call(
        {
          method: 'PATCH',
          route: ofTitle,
          params: { mediaId },
          query: { season, episode },
          body: checkRequest(patchHistoryPayloadSchema, payload, what),
          response: successMessageSchema,
        },
        options,
      );
    },
    removeHistory: (mediaId, options) =>
      call({ method: 'DELETE', route: ofTitle, params: { mediaId }, response: successMessageSchema }, options),
  };
}
