import * as z from 'zod/mini';

/** Most entries of a list that are read. The API sends at most 50; a list of any length could freeze the app. */
const MAX_ENTRIES = 500;

/** Options of {@link firstItems}. */
export interface FirstItemsOptions {
  /**
   * Maximum number of entries to read.
   * @default 500
   */
  readonly count?: number;
  /** Whether an entry is passed to the schema. Other entries are omitted. */
  readonly isKnown?: (item: unknown) => boolean;
}

/** Creates a schema that reads the first entries of a list by a schema, and ignores all further entries. */
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
