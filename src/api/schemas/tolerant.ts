import * as z from 'zod/mini';

/** A schema that reads what it can. */
export type Tolerant<Schema extends z.ZodMiniType> = z.ZodMiniOptional<
  z.ZodMiniPipe<z.ZodMiniUnknown, z.ZodMiniTransform<z.output<Schema> | undefined>>
>;

/** Reads a value that may be absent; one that cannot be read is as good as absent. (`z.catch` does the same at 3 kB.) */
export function tolerant<Schema extends z.ZodMiniType>(schema: Schema): Tolerant<Schema> {
  const readable = z.transform((value: unknown) => {
    try {
      const result = schema.safeParse(value);
      return result.success ? result.data : undefined;
    } catch {
      // So much is wrong that the list of it exceeds the stack.
      return undefined;
    }
  });
  return z.optional(z.pipe(z.unknown(), readable));
}
