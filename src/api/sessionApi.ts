import { createHistoryApi, type HistoryApi } from './history.js';
import { createListApi, type ListApi } from './lists.js';
import { createMediaApi, type MediaApi } from './mediaFacts.js';
import {
  createPageResponseSchema,
  pageSchema,
  type CreatePagePayload,
  type CreatePageResponse,
  type Page,
} from './pages.js';
import { createPlaybackApi, type PlaybackApi } from './playback.js';
import { createRowApi, type RowApi } from './rows.js';
import { authorizedSend, type Authorize, type AuthorizedSend, type CallOptions, type Send } from './transport.js';

/** Endpoints that take the session token, with one typed method for each endpoint. */
export interface SessionApi extends TitleApi {
  /** `POST /pages`. Within one session, equal filters return the same page. */
  createPage(payload: CreatePagePayload, options?: CallOptions): Promise<CreatePageResponse>;
  /** `GET /pages/{pageId}`: the page with its hero. */
  getPage(pageId: string, options?: CallOptions): Promise<Page>;
}

/** Creates the session endpoints on top of a transport. */
export function createSessionApi(send: Send, authorize: Authorize): SessionApi {
  const call = authorizedSend(send, 'session', authorize);
  return {
    // Idempotent within a session, so a retry after a lost response creates no second page.
    createPage: (body, options) =>
      call({ method: 'POST', route: '/pages', body, response: createPageResponseSchema, retryable: true }, options),
    getPage: (pageId, options) =>
      call({ method: 'GET', route: '/pages/{pageId}', params: { pageId }, response: pageSchema }, options),
    ...createTitleApi(call),
  };
}

/** Endpoints of the session tier, except those that create and fetch a page. */
export interface TitleApi extends RowApi, MediaApi, ListApi, HistoryApi, PlaybackApi {}

/** Creates the endpoints of rows and titles. */
function createTitleApi(call: AuthorizedSend): TitleApi {
  return {
    ...createRowApi(call),
    ...createMediaApi(call),
    ...createListApi(call),
    ...createHistoryApi(call),
    ...createPlaybackApi(call),
  };
}
