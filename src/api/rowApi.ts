import type { AuthorizedSend } from './http/authorizedSend.js';
import { pagingQuery, type PagingOptions } from './pagingOptions.js';
import {
  getRowItemsResponseSchema,
  getRowsResponseSchema,
  rowSchema,
  type GetRowItemsResponse,
  type GetRowsResponse,
  type Row,
} from './schemas/row.js';
import type { CallOptions } from './http/transport.js';

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
