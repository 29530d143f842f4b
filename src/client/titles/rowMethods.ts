import type { PagingOptions } from '../../api/pagingOptions.js';
import type { GetRowItemsResponse, GetRowsResponse, Row } from '../../api/schemas/row.js';
import type { SessionApi } from '../../api/sessionApi.js';
import type { CallOptions } from '../../api/http/transport.js';

/** Methods of `DiscovrClient` about the rows of a page. */
export interface RowMethods {
  /** Rows of a page, without their items. Rejects with `SESSION_EXPIRED` where the page was made in an older session. */
  getRows(pageId: string, options?: PagingOptions): Promise<GetRowsResponse>;
  /** One row, without its items. Rejects with `SESSION_EXPIRED` where the page was made in an older session. */
  getRow(pageId: string, rowId: string, options?: CallOptions): Promise<Row>;
  /** Items of a row. They go on when the session of their page has ended, so that a rail on screen never breaks off. */
  getRowItems(pageId: string, rowId: string, options?: PagingOptions): Promise<GetRowItemsResponse>;
}

/** Makes the methods about rows. */
export function createRowMethods({ getRows, getRow, getRowItems }: SessionApi): RowMethods {
  return { getRows, getRow, getRowItems };
}
