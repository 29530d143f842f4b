import type * as z from 'zod/mini';

/**
 * Reads what somebody else wrote by a schema; `undefined` for anything else. Reading never throws, even where the value
 * does: a getter may, and a value nested too deeply exhausts the stack.
 */
export function readBy<T>(schema: z.ZodMiniType<T>, value: unknown): T | undefined {
  try {
    const result = schema.safeParse(value);
    return result.success ? result.data : undefined;
  } catch {
    return undefined;
  }
}
