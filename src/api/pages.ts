import * as z from 'zod/mini';
import { looseObject, tolerant } from './reading.js';
import { filterSpecSchema, type FilterSpec } from '../filters/filterSpec.js';
import { heroItemSchema, knownItems, type HeroItem } from './media.js';
import type { AuthorizedSend, CallOptions } from './transport.js';

/** Body of `POST /pages`. Without filters, the page reflects everything the profile likes. */
export const createPagePayloadSchema = z.object({
  pageFilters: z.optional(filterSpecSchema),
  name: z.optional(z.string().check(z.minLength(1))),
});

/** Body of `POST /pages`. It has no profile, because the session token belongs to one. */
export interface CreatePagePayload {
  pageFilters?: FilterSpec | undefined;
  /** Name that `GET /pages/{pageId}` returns; at least one character. */
  name?: string | undefined;
}

// Unreadable filters count as absent, because the caller knows which filters it sent.
const echoedFilters = tolerant(filterSpecSchema);
const pageIdSchema = z.string().check(z.minLength(1));

/** Response of `POST /pages`. */
export const createPageResponseSchema = looseObject({
  id: pageIdSchema,
  createdAt: z.string(),
  pageFilters: echoedFilters,
});

/** Response of `POST /pages`. The hero and rows of the page are fetched by its id. */
export interface CreatePageResponse {
  id: string;
  /** Date and time, ISO 8601. */
  createdAt: string;
  pageFilters?: FilterSpec | undefined;
}

/** Response of `GET /pages/{pageId}`. Hero items of unknown types are omitted. */
export const pageSchema = looseObject({
  id: pageIdSchema,
  name: z.optional(z.string()),
  createdAt: z.string(),
  pageFilters: echoedFilters,
  hero: knownItems(heroItemSchema),
});

/** Page with its hero of ten items. */
export interface Page {
  id: string;
  name?: string | undefined;
  /** Date and time, ISO 8601. */
  createdAt: string;
  pageFilters?: FilterSpec | undefined;
  hero: HeroItem[];
}

/** Endpoints that create and fetch a page. */
export interface PageApi {
  /** `POST /pages`. Within one session, equal filters return the same page. */
  createPage(payload: CreatePagePayload, options?: CallOptions): Promise<CreatePageResponse>;
  /** `GET /pages/{pageId}`: the page with its hero. */
  getPage(pageId: string, options?: CallOptions): Promise<Page>;
}

/** Creates the endpoints that create and fetch a page. */
export function createPageApi(call: AuthorizedSend): PageApi {
  return {
    // Idempotent within a session, so a retry after a lost response creates no second page.
    createPage: (body, options) =>
      call({ method: 'POST', route: '/pages', body, response: createPageResponseSchema, retryable: true }, options),
    getPage: (pageId, options) =>
      call({ method: 'GET', route: '/pages/{pageId}', params: { pageId }, response: pageSchema }, options),
  };
}
