import type { HonoRequest } from 'hono';
import type * as z from 'zod/mini';
import { readBodyText } from './bodyLimit.js';
import { issuesOf } from './issues.js';
import { Problem } from './problem.js';

/**
 * Reads and validates the body of a request. A missing body is validated as `undefined`.
 *
 * @throws {Problem} VALIDATION_FAILED with `issues` when the body is invalid.
 */
export async function readRequestBody<Schema extends z.ZodMiniType>(
  request: HonoRequest,
  schema: Schema,
): Promise<z.output<Schema>> {
  return checked(parseJson(await readBodyText(request)), schema, 'body');
}

/**
 * Validates a value with a schema.
 *
 * @throws {Problem} VALIDATION_FAILED with `issues` when the value is invalid.
 */
export function checked<Schema extends z.ZodMiniType>(
  value: unknown,
  schema: Schema,
  part: 'body' | 'query',
): z.output<Schema> {
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success) return result.data;
  throw new Problem('VALIDATION_FAILED', `The request's ${part} is not valid.`, { issues: issuesOf(result.error) });
}

function parseJson(text: string): unknown {
  if (!text) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw new Problem('VALIDATION_FAILED', "The request's body is not JSON.", {
      issues: [{ path: [], message: 'Must be JSON.' }],
    });
  }
}
