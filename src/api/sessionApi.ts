import { authorizedSend, type Authorize } from './http/authorizedSend.js';
import { loadOnce } from './loadOnce.js';
import {
  createPageResponseSchema,
  pageSchema,
  type CreatePagePayload,
  type CreatePageResponse,
  type Page,
} from './schemas/page.js';
import type { TitleApi } from './titleApi.js';
import type { CallOptions, Send } from './http/transport.js';

/** Endpoints that take the session token, with one typed method for each endpoint. */
export interface SessionApi extends TitleApi {
  /** `POST /pages`. Within one session, equal filters return the same page. */
  createPage(payload: CreatePagePayload, options?: CallOptions): Promise<CreatePageResponse>;
  /** `GET /pages/{pageId}`: the page with its hero. */
  getPage(pageId: string, options?: CallOptions): Promise<Page>;
}

/**
 * Creates the session endpoints on top of a transport. The endpoints for rows and titles are in a module that is loaded
 * on the first call to one of them.
 */
export function createSessionApi(send: Send, authorize: Authorize): SessionApi {
  const call = authorizedSend(send, 'session', authorize);
  const titles = loadOnce('rows and titles', async () => (await import('./titleApi.js')).createTitleApi(call));
  return {
    // Idempotent within a session, so a retry after a lost response creates no second page.
    createPage: (body, options) =>
      call({ method: 'POST', route: '/pages', body, response: createPageResponseSchema, retryable: true }, options),
    getPage: (pageId, options) =>
      call({ method: 'GET', route: '/pages/{pageId}', params: { pageId }, response: pageSchema }, options),
    getRows: async (...args) => (await titles()).getRows(...args),
    getRow: async (...args) => (await titles()).getRow(...args),
    getRowItems: async (...args) => (await titles()).getRowItems(...args),
    getMedia: async (...args) => (await titles()).getMedia(...args),
    getMediaProfileMeta: async (...args) => (await titles()).getMediaProfileMeta(...args),
    addListItem: async (...args) => (await titles()).addListItem(...args),
    removeListItem: async (...args) => (await titles()).removeListItem(...args),
    getListItems: async (...args) => (await titles()).getListItems(...args),
    getHistory: async (...args) => (await titles()).getHistory(...args),
    addHistory: async (...args) => (await titles()).addHistory(...args),
    getMediaHistory: async (...args) => (await titles()).getMediaHistory(...args),
    patchHistory: async (...args) => (await titles()).patchHistory(...args),
    removeHistory: async (...args) => (await titles()).removeHistory(...args),
    addPlayback: async (...args) => (await titles()).addPlayback(...args),
    patchPlayback: async (...args) => (await titles()).patchPlayback(...args),
    scrobble: async (...args) => (await titles()).scrobble(...args),
    scrobbleSkip: async (...args) => (await titles()).scrobbleSkip(...args),
  };
}
