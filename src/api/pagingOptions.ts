import type * as z from 'zod/mini';
import { checkRequest } from './http/checkRequest.js';
import { pagingSchema } from './schemas/paging.js';
import type { CallOptions } from './http/transport.js';

/** Options that select a batch of a list. */
export interface PagingOptions extends CallOptions {
  /** `nextPageToken` of the previous batch. Opaque, and valid only for the list it came from. */
  nextPageToken?: string | undefined;
  /**
   * Maximum number of entries in the batch, 1 to 50.
   * @default chosen by the server: 10, or 5 for rows (inferred)
   */
  limit?: number | undefined;
}

/** Validates paging options and returns the query of a batch. */
export function pagingQuery(options: PagingOptions | undefined): z.output<typeof pagingSchema> {
  return checkRequest(pagingSchema, options ?? {}, 'The request for a batch of a list');
}
