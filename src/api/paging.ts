import * as z from 'zod/mini';
import { checkRequest } from './checkRequest.js';
import { looseObject } from './reading.js';
import type { CallOptions } from './transport.js';

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

/** Query that selects a batch of a list. */
const pagingSchema = z.object({
  /** `nextPageToken` of the previous batch. Opaque, and valid only for the list it came from. */
  nextPageToken: z.optional(z.string().check(z.minLength(1))),
  /** Maximum number of entries in the batch, 1 to 50. */
  limit: z.optional(z.int().check(z.gte(1), z.lte(50))),
});

/** Whether and where a list continues after a batch. */
export interface Batch {
  hasMore: boolean;
  nextPageToken?: string | undefined;
}

/**
 * Creates the schema of a batch. If `hasMore` is missing, it is `true` exactly when there is a `nextPageToken`. An empty
 * token is none, and then nothing follows.
 */
export const batchSchema = <Item>(items: z.ZodMiniType<Item[]>) =>
  z.pipe(
    looseObject({ items, hasMore: z.optional(z.boolean()), nextPageToken: z.optional(z.string()) }),
    z.transform(({ hasMore, ...batch }) =>
      batch.nextPageToken === ''
        ? { ...batch, nextPageToken: undefined, hasMore: false }
        : { ...batch, hasMore: hasMore ?? batch.nextPageToken !== undefined },
    ),
  );
