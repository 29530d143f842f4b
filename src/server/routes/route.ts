import type * as z from 'zod/mini';
import { startDeadline } from '../../shared/time.js';
import { readBy } from '../../api/reading.js';
import { isRefusal, Refusal } from '../refusal.js';
import type { ServerParts } from '../serverParts.js';
import type { Browser } from '../session/browser.js';

/** Header that the browser's half sends with each request. Other sites cannot send it without permission. */
const REQUEST_HEADER = 'x-discovr-request';

/** Maximum size of a body, in bytes. */
const MAX_BODY_BYTES = 64 * 1024;
/** How long a body may take to arrive, in milliseconds. */
const BODY_TIMEOUT_MS = 5_000;

/** Request to a route. */
export interface Visit {
  readonly request: Request;
  readonly url: URL;
  /** Public origin of the app. */
  readonly origin: string;
  readonly browser: Browser;
  /** Value of the placeholder in the path of the route. */
  readonly id: string;
}

/** Route below the mount path. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Path with at most one placeholder, `*`. */
  readonly path: string;
  /** Whether other sites may link here. Only for navigations and static files. */
  readonly isOpen?: boolean;
  readonly handle: (visit: Visit, parts: ServerParts) => Promise<Response> | Response;
}

/** Finds the route of a path below the mount path, with the value of the placeholder. */
export function findRoute(
  routes: readonly Route[],
  method: string,
  path: string,
): { readonly route: Route; readonly id: string } | undefined {
  const parts = path.split('/');
  for (const route of routes) {
    const pattern = route.path.split('/');
    const isMatch = pattern.length === parts.length && pattern.every((part, at) => part === '*' || part === parts[at]);
    if (route.method !== method || !isMatch) continue;
    const id = decoded(parts[pattern.indexOf('*')] ?? '');
    return id === undefined || (id === '' && pattern.includes('*')) ? undefined : { route, id };
  }
  return undefined;
}

/** Decodes a part of a path or a header. Returns `undefined` if it is malformed. */
export function decoded(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}

/**
 * Checks that a page of the app's own origin sent a request. A sibling subdomain is another origin.
 *
 * @throws {Refusal} 403 when another page sent it, or when a request that changes state does not prove its origin.
 */
export function checkCaller({ method, headers }: Request, appOrigin: string): void {
  const isRead = method === 'GET';
  const site = headers.get('sec-fetch-site');
  const origin = headers.get('origin');
  // "none" is a URL that the user typed.
  const isForeign = site !== null && site !== 'same-origin' && !(isRead && site === 'none');
  if (isForeign || (origin !== null && origin !== appOrigin)) {
    throw new Refusal(403, 'FORBIDDEN', 'This request comes from another origin.');
  }
  if (isRead) return;
  if (site === null && origin === null) {
    throw new Refusal(403, 'FORBIDDEN', 'This request has neither an Origin nor a Sec-Fetch-Site header.');
  }
  if (headers.get(REQUEST_HEADER) !== '1') {
    throw new Refusal(403, 'FORBIDDEN', `This request lacks the header "${REQUEST_HEADER}: 1".`);
  }
}

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
  if (body !== undefined) return body;
  throw new Refusal(400, 'VALIDATION_FAILED', 'The body is not what this endpoint accepts.');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
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
