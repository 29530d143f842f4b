import type * as z from 'zod/mini';
import { DiscovrError } from '../errors/discovrError.js';
import { parseJson } from './readBody.js';

/**
 * Parses the body of a successful response with its schema.
 *
 * @param name name of the request, for the error message.
 * @throws {DiscovrError} `BAD_RESPONSE` when the body does not match the schema or cannot be parsed.
 */
export function readResponse<Schema extends z.ZodMiniType>(
  text: string,
  schema: Schema,
  name: string,
  status: number,
): z.output<Schema> {
  const unreadable = (why: string) =>
    new DiscovrError('BAD_RESPONSE', `${name} returned ${status} with ${why}.`, { status });
  let json: unknown;
  try {
    json = text ? parseJson(text) : undefined;
  } catch {
    throw unreadable('a body that is not JSON');
  }
  const result = parsed(schema, json);
  if (!result) throw unreadable('a body that cannot be validated');
  if (result.success) return result.data;
  const paths = result.error.issues.slice(0, 5).map((issue) => issue.path.join('.') || 'the body itself');
  throw unreadable(`unexpected values at: ${paths.join(', ')}`);
}

/** Validates JSON. Returns `undefined` when there are so many issues that collecting them overflows the stack. */
function parsed<Schema extends z.ZodMiniType>(schema: Schema, json: unknown) {
  try {
    return schema.safeParse(json);
  } catch {
    return undefined;
  }
}
