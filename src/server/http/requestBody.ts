import type * as z from 'zod/mini';
import { startDeadline } from '../../shared/time.js';
import { readBy } from '../../api/reading.js';
import { isRefusal, Refusal } from './refusal.js';

/** Maximum size of a body, in bytes. */
const MAX_BODY_BYTES = 64 * 1024;
/** How long a body may take to arrive, in milliseconds. */
const BODY_TIMEOUT_MS = 5_000;

/**
 * Reads the JSON body of a request with a schema.
 *
 * @throws {Refusal} when the body is too large, too slow, not JSON, or does not match the schema.
 */
export async function requestBody<T>(request: Request, schema: z.ZodMiniType<T>): Promise<T> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^application\/json\s*(?:;|$)/i.test(type)) {
    throw new Refusal(415, 'VALIDATION_FAILED', 'The body must be JSON, with the content type application/json.');
  }
  const body = readBy(schema, parsed(await textOf(request)));
  if (body === undefined) throw invalid();
  return body;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw invalid();
  }
}

async function textOf(request: Request): Promise<string> {
  if (Number(request.headers.get('content-length') ?? 0) > MAX_BODY_BYTES) throw tooLarge();
  if (!request.body) return '';
  const reader: ReadableStreamDefaultReader<Uint8Array> = request.body.getReader();
  const decoder = new TextDecoder();
  const deadline = startDeadline(BODY_TIMEOUT_MS);
  let text = '';
  let bytes = 0;
  try {
    for (;;) {
      const { done, value } = await deadline.race(reader.read());
      if (done) return text + decoder.decode();
      bytes += value.byteLength;
      if (bytes > MAX_BODY_BYTES) throw tooLarge();
      text += decoder.decode(value, { stream: true });
    }
  } catch (error) {
    if (isRefusal(error)) throw error;
    throw new Refusal(408, 'NETWORK_ERROR', 'The body did not arrive.');
  } finally {
    deadline.release();
    reader.cancel().catch(() => undefined);
  }
}

function tooLarge(): Refusal {
  return new Refusal(413, 'VALIDATION_FAILED', `The body has more than ${MAX_BODY_BYTES} bytes.`);
}

function invalid(): Refusal {
  return new Refusal(400, 'VALIDATION_FAILED', 'The body is not what this endpoint accepts.');
}
