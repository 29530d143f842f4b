import { DiscovrError } from '../errors/discovrError.js';
import type { Deadline } from './deadline.js';

/** Largest body that is read, in bytes; pages of the API are a thousand times smaller. */
const MAX_BODY_BYTES = 5 * 1024 * 1024;

/** Deepest nesting that is read; the API's answers have 6 levels. Code that walks a value by recursion would run out of stack. */
const MAX_DEPTH = 64;

/** Reads a body as text, within the deadline and up to {@link MAX_BODY_BYTES}; a larger one is a `BAD_RESPONSE`. */
export async function readBody(response: Response, deadline: Deadline): Promise<string> {
  if (!response.body) return deadline.race(response.text());
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  const decodePart = (part: Uint8Array<ArrayBuffer>) => {
    try {
      return decoder.decode(part, { stream: true });
    } catch (cause) {
      // A stream of an app's own fetch may hold anything.
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
      text += decodePart(value);
    }
  } finally {
    // A body that ended is closed already; any other is let go. Its own failure says nothing beyond the first.
    reader.cancel().catch(() => undefined);
  }
}

/**
 * Parses JSON, reading `null` as absent: an optional field is then simply not there, and a required one is missed.
 *
 * @throws a `SyntaxError` for what is not JSON, and a `RangeError` for values nested deeper than {@link MAX_DEPTH}.
 */
export function parseJson(text: string): unknown {
  const root: unknown = JSON.parse(text);
  if (root === null) return undefined;
  // In Chromium, a reviver takes six times as long for a page.
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

/** Adds the lists and objects inside one to others, and takes `null` out of an object. */
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
