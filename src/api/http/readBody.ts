import { DiscovrError } from '../errors/discovrError.js';
import type { Deadline } from './deadline.js';

/** Maximum size of a body, in bytes. Pages of the API are about a thousand times smaller. */
const MAX_BODY_BYTES = 5 * 1024 * 1024;

/** Maximum nesting of a body. Responses of the API have 6 levels; deep values could overflow the stack. */
const MAX_DEPTH = 64;

/** Reads a body as text within the deadline. A body larger than 5 MiB is a `BAD_RESPONSE`. */
export async function readBody(response: Response, deadline: Deadline): Promise<string> {
  // Reads a copy, because Chromium cancels a request with `Cache-Control: no-store` after a script has read its body.
  const copy = response.body && response.clone().body;
  if (!copy) return deadline.race(response.text());
  const reader = copy.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  const decodeChunk = (chunk: Uint8Array<ArrayBuffer>) => {
    try {
      return decoder.decode(chunk, { stream: true });
    } catch (cause) {
      // The stream of a custom fetch may contain any values.
      throw new DiscovrError('BAD_RESPONSE', 'The body of the response is not a stream of bytes.', {
        status: response.status,
        cause,
      });
    }
  };
  try {
    for (;;) {
      const { done, value } = await deadline.race(reader.read());
      if (done) return text + decoder.decode();
      bytes += value.byteLength;
      if (bytes > MAX_BODY_BYTES) {
        throw new DiscovrError('BAD_RESPONSE', `The response is larger than ${MAX_BODY_BYTES} bytes.`, {
          status: response.status,
        });
      }
      text += decodeChunk(value);
    }
  } catch (error) {
    // The download ends when both bodies are canceled. A failure to cancel is ignored, because the call has its error.
    for (const body of [reader, response.body]) body?.cancel().catch(() => undefined);
    throw error;
  }
}

/**
 * Parses JSON and removes fields that are `null`, so that `null` counts as absent in both optional and required fields.
 *
 * @throws {SyntaxError} when the text is not JSON.
 * @throws {RangeError} when values are nested deeper than 64 levels.
 */
export function parseJson(text: string): unknown {
  const root: unknown = JSON.parse(text);
  if (root === null) return undefined;
  // A reviver would take six times as long for a page in Chromium.
  let level = [root].filter(isContainer);
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > MAX_DEPTH) throw new RangeError('The values are nested too deeply.');
    const next: Container[] = [];
    for (const container of level) collectInner(container, next);
    level = next;
  }
  return root;
}

type Container = unknown[] | Record<string, unknown>;

function isContainer(value: unknown): value is Container {
  return typeof value === 'object' && value !== null;
}

/** Adds the arrays and objects inside a container to `inner`, and removes `null` fields from an object. */
function collectInner(container: Container, inner: Container[]): void {
  if (Array.isArray(container)) {
    for (const value of container) if (isContainer(value)) inner.push(value);
    return;
  }
  for (const key of Object.keys(container)) {
    const value = container[key];
    if (value === null) delete container[key];
    else if (isContainer(value)) inner.push(value);
  }
}
