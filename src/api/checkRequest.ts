import type * as z from 'zod/mini';
import { DiscovrError } from '../shared/errors.js';

/**
 * Validates data before it is sent, and returns it without fields that the schema does not know.
 *
 * @param what subject of the error message, such as `The page`.
 * @throws {DiscovrError} `VALIDATION_FAILED` with `issues` in the shape the server uses, before anything is sent.
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
  throw new DiscovrError('VALIDATION_FAILED', `${what} was not sent, because these fields are not valid: ${paths}.`, {
    issues,
  });
}

function pathPart(part: PropertyKey): string | number {
  return typeof part === 'symbol' ? String(part) : part;
}
