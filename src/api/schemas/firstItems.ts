import * as z from 'zod/mini';

/** Maximum number of entries read from a list. The API sends at most 50; a very long list could freeze the app. */
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

/** Creates a schema that validates the first entries of a list and ignores all others. */
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
