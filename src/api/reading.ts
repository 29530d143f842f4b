import * as z from 'zod/mini';

/**
 * Reads a value of unknown origin with a schema. Returns `undefined` when it does not match. Never throws, even if a
 * getter of the value throws or the value is nested so deeply that reading it overflows the stack.
 */
export function readBy<T>(schema: z.ZodMiniType<T>, value: unknown): T | undefined {
  try {
    const result = schema.safeParse(value);
    return result.success ? result.data : undefined;
  } catch {
    return undefined;
  }
}

/** Type of the schemas that {@link tolerant} creates. */
type Tolerant<Schema extends z.ZodMiniType> = z.ZodMiniOptional<
  z.ZodMiniPipe<z.ZodMiniUnknown, z.ZodMiniTransform<z.output<Schema> | undefined>>
>;

/** Creates a schema of an optional value. An unreadable value counts as absent. `z.catch` would add 3 kB. */
export function tolerant<Schema extends z.ZodMiniType>(schema: Schema): Tolerant<Schema> {
  const readable = z.transform((value: unknown) => {
    try {
      const result = schema.safeParse(value);
      return result.success ? result.data : undefined;
    } catch {
      // There are so many issues that collecting them overflows the stack.
      return undefined;
    }
  });
  return z.optional(z.pipe(z.unknown(), readable));
}

/**
 * Creates a schema of an object that keeps fields which it does not name. Its output type has no index signature, so
 * the compiler reports a misspelled field; `in` gives access to the other fields.
 */
// The cast only removes the index signature: both functions take and return the same, apart from the other fields.
export const looseObject = z.looseObject as typeof z.object;

/** Maximum number of entries read from a list. The API sends at most 50; a very long list could freeze the app. */
const MAX_ENTRIES = 500;

interface FirstItemsOptions {
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
