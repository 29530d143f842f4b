import type { HonoRequest } from 'hono';
import { joinBytes } from './joinBytes.js';
import { Problem } from './problem.js';

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
