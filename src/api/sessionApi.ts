import { authorizedSend, type Authorize } from './http/authorizedSend.js';
import {
  createPageResponseSchema,
  pageSchema,
  type CreatePagePayload,
  type CreatePageResponse,
  type Page,
} from './schemas/page.js';
import { createTitleApi, type TitleApi } from './titleApi.js';
import type { CallOptions, Send } from './http/transport.js';

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
