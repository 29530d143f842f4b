import { authorizedSend, type Authorize } from './authorizedSend.js';
import {
  createPageResponseSchema,
  pageSchema,
  type CreatePagePayload,
  type CreatePageResponse,
  type Page,
} from './schemas/page.js';
import type { CallOptions, Send } from './transport.js';

/** Endpoints that take the session token, typed and one to one with the wire. */
export interface SessionApi {
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
  };
}
