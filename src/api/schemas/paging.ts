import * as z from 'zod/mini';
import { looseObject } from './looseObject.js';

/** Query that selects a batch of a list. */
export const pagingSchema = z.object({
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

/** Creates the schema of a batch. If `hasMore` is missing, it is `true` exactly when there is a `nextPageToken`. */
export const batchSchema = <Item>(items: z.ZodMiniType<Item[]>) =>
  z.pipe(
    looseObject({ items, hasMore: z.optional(z.boolean()), nextPageToken: z.optional(z.string()) }),
    z.transform(({ hasMore, ...batch }) => ({ ...batch, hasMore: hasMore ?? batch.nextPageToken !== undefined })),
  );
