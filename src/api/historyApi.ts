import type { AuthorizedSend } from './authorizedSend.js';
import { checkRequest } from './checkRequest.js';
import { pagingQuery, type PagingOptions } from './pagingOptions.js';
import {
  addHistoryPayloadSchema,
  historyListResponseSchema,
  patchHistoryPayloadSchema,
  patchHistoryPlaceSchema,
  type AddHistoryPayload,
  type HistoryListResponse,
  type PatchHistoryPayload,
} from './schemas/history.js';
import { successMessageSchema, type SuccessMessage } from './schemas/list.js';
import type { CallOptions } from './transport.js';

/** Which entry of a title's history is meant. */
export interface HistoryPlaceOptions extends CallOptions {
  /** From 1; a series needs it (inferred). */
  season?: number | undefined;
  /** From 1; without it the season as a whole is meant. */
  episode?: number | undefined;
}

/** Endpoints of the profile's history. */
export interface HistoryApi {
  /** `GET /profile/history`: newest first, by creation. */
  getHistory(options?: PagingOptions): Promise<HistoryListResponse>;
  /** `POST /profile/history`. */
  addHistory(payload: AddHistoryPayload, options?: CallOptions): Promise<SuccessMessage>;
  /** `GET /profile/history/{mediaId}`: newest first, by the last change. */
  getMediaHistory(mediaId: string, options?: PagingOptions): Promise<HistoryListResponse>;
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
    getMediaHistory: (mediaId, options) =>
      call(
        {
          method: 'GET',
          route: ofTitle,
          params: { mediaId },
          query: pagingQuery(options),
          response: historyListResponseSchema,
        },
        options,
      ),
    patchHistory: (mediaId, payload, options) => {
      const { season, episode } = checkRequest(patchHistoryPlaceSchema, { ...options, mediaId }, what);
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
