import { authorizedSend, type Authorize } from './http/authorizedSend.js';
import { loadedLater } from './loadedLater.js';
import {
  createPageResponseSchema,
  pageSchema,
  type CreatePagePayload,
  type CreatePageResponse,
  type Page,
} from './schemas/page.js';
import type { TitleApi } from './titleApi.js';
import type { CallOptions, Send } from './http/transport.js';

/** Endpoints that take the session token, typed and one to one with the wire. */
export interface SessionApi extends TitleApi {
  /** `POST /pages`: the same filters within one session give the same page. */
  createPage(payload: CreatePagePayload, options?: CallOptions): Promise<CreatePageResponse>;
  /** `GET /pages/{pageId}`: the page with its hero. */
  getPage(pageId: string, options?: CallOptions): Promise<Page>;
}

/** Makes the session endpoints over a transport. */
export function createSessionApi(send: Send, authorize: Authorize): SessionApi {
  const call = authorizedSend(send, 'session', authorize);
  return {
    // Idempotent within a session, so a repeat after a lost answer makes no second page.
    createPage: (body, options) =>
      call({ method: 'POST', route: '/pages', body, response: createPageResponseSchema, repeatable: true }, options),
    getPage: (pageId, options) =>
      call({ method: 'GET', route: '/pages/{pageId}', params: { pageId }, response: pageSchema }, options),
    ...loadedLater<TitleApi>(titleEndpoints, async () => (await import('./titleApi.js')).createTitleApi(call)),
  };
}

/** The endpoints whose code is loaded at the first call of one of them. */
const titleEndpoints = {
  getRows: 1,
  getRow: 1,
  getRowItems: 1,
  getMedia: 1,
  getMediaProfileMeta: 1,
  addListItem: 1,
  removeListItem: 1,
  getListItems: 1,
  getHistory: 1,
  addHistory: 1,
  getMediaHistory: 1,
  patchHistory: 1,
  removeHistory: 1,
  addPlayback: 1,
  patchPlayback: 1,
  scrobble: 1,
  scrobbleSkip: 1,
} as const;
