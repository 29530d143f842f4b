import type * as z from 'zod/mini';
import { checkRequest } from './http/checkRequest.js';
import { pagingSchema } from './schemas/paging.js';
import type { CallOptions } from './http/transport.js';

/** Which batch of a list is asked for. */
export interface PagingOptions extends CallOptions {
  /** The `nextPageToken` of the batch before: opaque, good for the same list only. */
  nextPageToken?: string | undefined;
  /**
   * Most entries of the batch: 1 to 50.
   * @default 10; the server's own number for rows (inferred)
   */
  limit?: number | undefined;
}

/** The query of a batch of a list, checked. */
export function pagingQuery(options: PagingOptions | undefined): z.output<typeof pagingSchema> {
  return checkRequest(pagingSchema, options ?? {}, 'The request for a batch of a list');
}
