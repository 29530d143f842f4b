import * as z from 'zod/mini';
import { isKnownMedia, knownItems, mediaItemSchema, type MediaItem, optionalImageUrl } from './media.js';
import { batchSchema, pagingQuery, type Batch, type PagingOptions } from './paging.js';
import { looseObject } from './reading.js';
import type { AuthorizedSend, CallOptions } from './transport.js';

/** Type of a row, which decides its layout. */
const rowType = z.enum(['media', 'top_n', 'navigation', 'provider']);

/** Row without its items. */
export const rowSchema = looseObject({
  id: z.string().check(z.minLength(1)),
  title: z.string(),
  pageId: z.string(),
  type: rowType,
  createdAt: z.string(),
});

/** Row without its items. The type `top_n` is a ranking, whose items are numbered from 1. */
export interface Row {
  id: string;
  title: string;
  /** Id of the page the row belongs to. */
  pageId: string;
  /** Decides the layout of the row. */
  type: 'media' | 'top_n' | 'navigation' | 'provider';
  /** Date and time, ISO 8601. */
  createdAt: string;
}

const rowOfKnownType = looseObject({ type: rowType });

/**
 * Response of `GET /pages/{pageId}/rows`. The envelope is inferred, so `{ rows }`, `{ items }` and an array are all
 * accepted. Rows of unknown types are omitted.
 */
export const getRowsResponseSchema = z.pipe(
  z.pipe(
    z.unknown(),
    z.transform((body): unknown => {
      if (Array.isArray(body)) return { items: body };
      return typeof body === 'object' && body !== null && 'rows' in body ? { ...body, items: body.rows } : body;
    }),
  ),
  z.pipe(
    batchSchema(knownItems(rowSchema, (row) => rowOfKnownType.safeParse(row).success)),
    z.transform(({ items, ...batch }) => ({ ...batch, rows: items })),
  ),
);

/** Rows of a page, in display order. */
export interface GetRowsResponse extends Batch {
  rows: Row[];
}

/** Page to navigate to. It already exists: `getPage` and `getRows` accept its `pageId` directly (inferred). */
const navigationItemSchema = looseObject({
  type: z.literal('navigation'),
  id: z.string().check(z.minLength(1)),
  title: z.string(),
  pageId: z.string().check(z.minLength(1)),
  backdrop_path: z.optional(optionalImageUrl),
  poster_path: z.optional(optionalImageUrl),
});

/** Page to navigate to, such as "Romance". It already exists. */
export interface NavigationItem {
  type: 'navigation';
  id: string;
  title: string;
  pageId: string;
  /** Full URL of the backdrop (16:9) of a title on the page, if the response has one (inferred). */
  backdrop_path?: string | null | undefined;
  /** Full URL of the poster (2:3) of a title on the page, if the response has one (inferred). */
  poster_path?: string | null | undefined;
}

/** Streaming service to filter by (inferred). A numeric id is converted to the string that filters expect. */
export const providerItemSchema = looseObject({
  type: z.literal('provider'),
  id: z.pipe(z.union([z.string(), z.number()]), z.transform(String)),
  title: z.string(),
  logo_path: optionalImageUrl,
});

/** Streaming service to filter by. Its `id` is a value of `with_watch_providers`. */
export interface ProviderItem {
  type: 'provider';
  id: string;
  title: string;
  /** Full URL of the logo, or `null`. */
  logo_path: string | null;
}

const rowItemSchema = z.union([mediaItemSchema, navigationItemSchema, providerItemSchema]);

/** Item of a row, distinguished by `type`. */
export type RowItem = MediaItem | NavigationItem | ProviderItem;

const otherItem = looseObject({ type: z.enum(['navigation', 'provider']) });

/** Response of `GET /pages/{pageId}/rows/{rowId}/items`. Items of unknown types are omitted. */
export const getRowItemsResponseSchema = batchSchema(
  knownItems(rowItemSchema, (item) => isKnownMedia(item) || otherItem.safeParse(item).success),
);

/** Items of a row, in display order. */
export interface GetRowItemsResponse extends Batch {
  items: RowItem[];
}

/** Endpoints of a page's rows. */
export interface RowApi {
  /** `GET /pages/{pageId}/rows`: rows without their items. */
  getRows(pageId: string, options?: PagingOptions): Promise<GetRowsResponse>;
  /** `GET /pages/{pageId}/rows/{rowId}`. */
  getRow(pageId: string, rowId: string, options?: CallOptions): Promise<Row>;
  /** `GET /pages/{pageId}/rows/{rowId}/items`: also works for a page of an earlier session. */
  getRowItems(pageId: string, rowId: string, options?: PagingOptions): Promise<GetRowItemsResponse>;
}

/** Creates the endpoints of rows. */
export function createRowApi(call: AuthorizedSend): RowApi {
  const method = 'GET';
  const route = '/pages/{pageId}/rows';
  return {
    getRows: (pageId, options) =>
      call(
        { method, route, params: { pageId }, query: pagingQuery(options), response: getRowsResponseSchema },
        options,
      ),
    getRow: (pageId, rowId, options) =>
      call({ method, route: `${route}/{rowId}`, params: { pageId, rowId }, response: rowSchema }, options),
    getRowItems: (pageId, rowId, options) =>
      call(
        {
          method,
          route: `${route}/{rowId}/items`,
          params: { pageId, rowId },
          query: pagingQuery(options),
          response: getRowItemsResponseSchema,
        },
        options,
      ),
  };
}
