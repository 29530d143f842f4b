import type { AuthorizedSend } from './http/authorizedSend.js';
import { checkRequest } from './http/checkRequest.js';
import { pagingQuery, type PagingOptions } from './pagingOptions.js';
import {
  addHistoryPayloadSchema,
  historyListResponseSchema,
  patchHistoryPayloadSchema,
  historyOfTitleSchema,
  type AddHistoryPayload,
  type HistoryListResponse,
  type PatchHistoryPayload,
} from './schemas/titles/history.js';
import { successMessageSchema, type SuccessMessage } from './schemas/titles/list.js';
import type { CallOptions } from './http/transport.js';

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
