import type * as z from 'zod/mini';
import { DiscovrError } from '../errors/discovrError.js';
import { parseJson } from './readBody.js';

/**
 * Reads the body of a success by its schema.
 *
 * @param name names the request in the error.
 * @throws {DiscovrError} `BAD_RESPONSE` where it cannot be read, whatever the reason.
 */
export function readAnswer<Schema extends z.ZodMiniType>(
  text: string,
  schema: Schema,
  name: string,
  status: number,
): z.output<Schema> {
  const unreadable = (why: string) =>
    new DiscovrError('BAD_RESPONSE', `${name} answered ${status} with ${why}.`, { status });
  let json: unknown;
  try {
    json = text ? parseJson(text) : undefined;
  } catch {
    throw unreadable('a body that is not JSON');
  }
  const result = parsed(schema, json);
  if (!result) throw unreadable('a body that cannot be checked');
  if (result.success) return result.data;
  const paths = result.error.issues.slice(0, 5).map((issue) => issue.path.join('.') || 'the body itself');
  throw unreadable(`unexpected values at: ${paths.join(', ')}`);
}

/** `undefined` where so much is wrong that the list of it exceeds the stack. */
function parsed<Schema extends z.ZodMiniType>(schema: Schema, json: unknown) {
  try {
    return schema.safeParse(json);
  } catch {
    return undefined;
  }
}
