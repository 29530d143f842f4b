import * as z from 'zod/mini';

/** Type of the schemas that {@link tolerant} creates. */
export type Tolerant<Schema extends z.ZodMiniType> = z.ZodMiniOptional<
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
