import type * as z from 'zod/mini';
import { checkRequest } from './http/checkRequest.js';
import { pagingSchema } from './schemas/paging.js';
import type { CallOptions } from './http/transport.js';

/** Which part of a list is asked for. */
export interface PagingOptions extends CallOptions {
  /** The `nextPageToken` of the part before: opaque, good for the same list only. */
  nextPageToken?: string | undefined;
  /**
   * Most entries of the part: 1 to 50.
   * @default 10; the server's own number for rows (inferred)
   */
  limit?: number | undefined;
}

/** The query of a part of a list, checked. */
export function pagingQuery(options: PagingOptions | undefined): z.output<typeof pagingSchema> {
  return checkRequest(pagingSchema, options ?? {}, 'The request for a part of a list');
}
