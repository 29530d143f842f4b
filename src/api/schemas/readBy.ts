import type * as z from 'zod/mini';

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
