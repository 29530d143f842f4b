import * as z from 'zod/mini';

/** Most entries of one list that are read. The API gives 50 at most; a list without end would freeze the page. */
const MAX_ENTRIES = 500;

/** What {@link firstItems} reads of a list. */
export interface FirstItemsOptions {
  /** Most entries to read. Default: 500. */
  readonly count?: number;
  /** Leaves an entry out before the schema reads it. */
  readonly isKnown?: (item: unknown) => boolean;
}

/** Reads the first entries of a list by a schema. Nothing looks at the entries after those. */
export const firstItems = <Schema extends z.ZodMiniType>(
  schema: Schema,
  { count = MAX_ENTRIES, isKnown }: FirstItemsOptions = {},
) =>
  z.pipe(
    z.pipe(
      z.custom<unknown[]>((value) => Array.isArray(value)),
      z.transform((items) => {
        const first = items.slice(0, count);
        return isKnown ? first.filter((item) => isKnown(item)) : first;
      }),
    ),
    z.array(schema),
  );
