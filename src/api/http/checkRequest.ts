import type * as z from 'zod/mini';
import { DiscovrError } from '../errors/discovrError.js';

/**
 * Checks what is about to be sent, and gives the part of it that the schema knows.
 *
 * @param what names it in the error: `The page`.
 * @throws {DiscovrError} `VALIDATION_FAILED` with `issues` in the server's own shape, before anything is sent.
 */
export function checkRequest<Schema extends z.ZodMiniType>(
  schema: Schema,
  value: unknown,
  what: string,
): z.output<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issues = result.error.issues.map(({ path, message }) => ({ path: path.map(pathPart), message }));
  const paths = issues.map((issue) => issue.path.join('.')).join(', ');
  throw new DiscovrError('VALIDATION_FAILED', `${what} was not sent: its payload is not valid at ${paths}.`, {
    issues,
  });
}

function pathPart(part: PropertyKey): string | number {
  return typeof part === 'symbol' ? String(part) : part;
}
