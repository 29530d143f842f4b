import type { HonoRequest } from 'hono';
import * as z from 'zod/mini';
import { issuesOf, Problem } from './problem.js';

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

const MAX_BODY_BYTES = 1024 * 1024;

/**
 * Reads the body of a request as text.
 *
 * @throws {Problem} PAYLOAD_TOO_LARGE (413) when it is larger than 1 MB.
 */
export async function readBodyText(request: HonoRequest): Promise<string> {
  const text = await request.text();
  checkBodySize(new TextEncoder().encode(text).byteLength);
  return text;
}

/**
 * Reads the body of a request, and stops as soon as it is too large, even if its `content-length` is wrong or missing.
 *
 * @throws {Problem} PAYLOAD_TOO_LARGE (413) when it is larger than 1 MB.
 */
export async function readLimitedBody({ headers, body }: Request): Promise<Uint8Array<ArrayBuffer>> {
  checkBodySize(Number(headers.get('content-length')));
  if (!body) return joinBytes([]);
  const reader = body.getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    checkBodySize((length += next.value.byteLength));
    parts.push(next.value);
  }
  return joinBytes(parts);
}

function checkBodySize(bytes: number): void {
  if (bytes > MAX_BODY_BYTES) throw new Problem('PAYLOAD_TOO_LARGE', 'The request body must not be larger than 1 MB.');
}

/** Concatenates bytes. */
export function joinBytes(parts: readonly ArrayLike<number>[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let start = 0;
  for (const part of parts) {
    bytes.set(part, start);
    start += part.length;
  }
  return bytes;
}

/** Schema of a whole number in a query, where all values are text. */
export const wholeNumber = z.pipe(z.string().check(z.refine((text) => /^\d+$/.test(text))), z.transform(Number));
