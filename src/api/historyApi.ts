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

/** Which entry of a title's history is meant. */
export interface HistoryPlaceOptions extends CallOptions {
  /** From 1. Required for a series; a film has none. */
  season?: number | undefined;
  /** From 1; without it the season as a whole is meant. */
  episode?: number | undefined;
}

/** Which entries of a title's history are asked for: of a season, or of one episode. */
export interface MediaHistoryOptions extends PagingOptions {
  /** From 1. Required for a series; a film has none. */
  season?: number | undefined;
  /**
   * From 1.
   * @default every entry of the season, its own included
   */
  episode?: number | undefined;
}

/** Endpoints of the profile's history. */
export interface HistoryApi {
  /** `GET /profile/history`: newest first, by creation. */
  getHistory(options?: PagingOptions): Promise<HistoryListResponse>;
  /** `POST /profile/history`. */
  addHistory(payload: AddHistoryPayload, options?: CallOptions): Promise<SuccessMessage>;
  /** `GET /profile/history/{mediaId}`: newest first, by the last change. */
  getMediaHistory(mediaId: string, options?: MediaHistoryOptions): Promise<HistoryListResponse>;
  /** `PATCH /profile/history/{mediaId}`: changes the entry of this season and episode, or makes it. */
  patchHistory(mediaId: string, payload: PatchHistoryPayload, options?: HistoryPlaceOptions): Promise<SuccessMessage>;
  /** `DELETE /profile/history/{mediaId}`: every entry of the title. */
  removeHistory(mediaId: string, options?: CallOptions): Promise<SuccessMessage>;
}

/** Makes the endpoints of the history. */
export function createHistoryApi(call: AuthorizedSend): HistoryApi {
  const route = '/profile/history';
  const ofTitle = `${route}/{mediaId}`;
  const what = 'The entry of the history';
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
      const request = 'The request for a title’s history (a series needs its season)';
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
