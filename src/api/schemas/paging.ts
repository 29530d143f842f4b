import * as z from 'zod/mini';

/** Which batch of a list is asked for. */
export const pagingSchema = z.object({
  /** The `nextPageToken` of the batch before: opaque, good for the same list only. */
  nextPageToken: z.optional(z.string().check(z.minLength(1))),
  /** Most entries of one batch: 1 to 50. */
  limit: z.optional(z.int().check(z.gte(1), z.lte(50))),
});

/** Reads a list in batches: its entries by a schema, and how it goes on. Where `hasMore` is missing, the token tells it. */
export const partSchema = <Item>(items: z.ZodMiniType<Item[]>) =>
  z.pipe(
    z.looseObject({ items, hasMore: z.optional(z.boolean()), nextPageToken: z.optional(z.string()) }),
    z.transform(({ hasMore, ...batch }) => ({ ...batch, hasMore: hasMore ?? batch.nextPageToken !== undefined })),
  );
