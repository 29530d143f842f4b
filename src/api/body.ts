import * as z from 'zod/mini';
import { filterSpecSchema } from '../filters/filterSpec.js';
import { cutText, DiscovrError, foreignText, MAX_LENGTH, type DiscovrErrorCode } from '../shared/errors.js';
import type { Deadline } from '../shared/time.js';
import type { Reading } from '../shared/trace.js';
import { firstItems, tolerant } from './reading.js';

/**
 * Parses the body of a successful response with its schema. `name` is that of the request, for the error message.
 * `onRead` receives the body and what was read of it.
 *
 * @throws {DiscovrError} `BAD_RESPONSE` when the body does not match the schema or cannot be parsed.
 */
export function readResponse<Schema extends z.ZodMiniType>(
  text: string,
  { schema, name, status, onRead }: ReadOptions<Schema>,
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
  onRead?.({ route: name, text, schema, result });
  if (result.success) return result.data;
  const paths = result.error.issues.slice(0, 5).map((issue) => issue.path.join('.') || 'the body itself');
  throw unreadable(`unexpected values at: ${paths.join(', ')}`);
}

interface ReadOptions<Schema> {
  readonly schema: Schema;
  readonly name: string;
  readonly status: number;
  readonly onRead?: ((reading: Reading) => void) | undefined;
}

/** Validates JSON. Returns `undefined` when there are so many issues that collecting them overflows the stack. */
function parsed<Schema extends z.ZodMiniType>(schema: Schema, json: unknown) {
  try {
    return schema.safeParse(json);
  } catch {
    return undefined;
  }
}

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
function parseJson(text: string): unknown {
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

/** Creates the error for an unsuccessful response. The body may be any text. */
export function responseError(response: Response, text: string, request: string): DiscovrError {
  const { status, headers } = response;
  const body = readErrorBody(text);
  const code = body.code ?? codeOfStatus(status);
  const reason = body.message ? `: ${body.message}` : '.';
  return new DiscovrError(code, `${request} returned ${status} ${code}${reason}`, {
    status,
    requestId: requestIdOf(response),
    retryAfter: secondsUntil(headers.get('retry-after')),
    issues: body.issues,
    pageLevelFilters: body.pageLevelFilters,
  });
}

/** Returns the id of a request from the header of its response (inferred). */
export function requestIdOf({ headers }: Response): string | undefined {
  const id = headers.get('x-request-id');
  return id === null ? undefined : foreignText(id, MAX_LENGTH.requestId);
}

function codeOfStatus(status: number): DiscovrErrorCode {
  if (status >= 500) return 'SERVER_ERROR';
  switch (status) {
    case 400:
    case 422:
      return 'VALIDATION_FAILED';
    case 401:
      return 'TOKEN_INVALID';
    case 403:
      return 'FORBIDDEN';
    case 404:
      return 'NOT_FOUND';
    case 408:
      return 'NETWORK_ERROR';
    case 429:
      return 'RATE_LIMITED';
    default:
      return 'UNKNOWN';
  }
}

function secondsUntil(retryAfter: string | null): number | undefined {
  if (!retryAfter) return undefined;
  const seconds = /^\d+(\.\d+)?$/.test(retryAfter) ? Number(retryAfter) : (Date.parse(retryAfter) - Date.now()) / 1000;
  return Number.isNaN(seconds) ? undefined : Math.min(Number.MAX_SAFE_INTEGER, Math.max(0, seconds));
}

/** Maximum number of issues that are read. */
const MAX_ISSUES = 50;
/** Maximum number of parts of an issue's path that are read. */
const MAX_PATH_PARTS = 16;

const text = (length: number) =>
  z.pipe(
    z.string(),
    z.transform((value) => cutText(value, length)),
  );

const pathPart = z.union([text(MAX_LENGTH.pathPart), z.number()]);
const issue = z.object({
  path: z.union([
    firstItems(pathPart, { count: MAX_PATH_PARTS }),
    z.pipe(
      z.string(),
      // Redacted before the split, because a token contains dots.
      z.transform((path) => foreignText(path, MAX_LENGTH.message).split('.', MAX_PATH_PARTS)),
    ),
  ]),
  message: text(MAX_LENGTH.message),
});

// The shape of an error body is inferred, so each part is read separately. An unreadable part counts as absent.
const problem = {
  // A longer text is not a code. It is not truncated, because that would yield a different code.
  code: tolerant(z.string().check(z.minLength(1), z.maxLength(MAX_LENGTH.code))),
  message: tolerant(text(MAX_LENGTH.message)),
  pageLevelFilters: tolerant(filterSpecSchema),
  issues: tolerant(firstItems(issue, { count: MAX_ISSUES })),
};
const errorBodySchema = tolerant(z.object({ ...problem, error: tolerant(z.object(problem)) }));

/** Content of an error body. The length of each part is limited. */
type ErrorBody = Partial<Omit<NonNullable<z.output<typeof errorBodySchema>>, 'error'>>;

/** Reads the body of an error, which may be any text. Unreadable parts are absent. */
function readErrorBody(body: string): ErrorBody {
  const { error, ...outer } = errorBodySchema.parse(readTolerantly(body)) ?? {};
  return { ...error, ...withoutUndefined(outer) };
}

function readTolerantly(body: string): unknown {
  try {
    return parseJson(body);
  } catch {
    // Not JSON, for example an error page of a proxy. Only the status then describes the error.
    return {};
  }
}

function withoutUndefined<T extends object>(value: T): Partial<T> {
  // Entries are removed but never changed, so the result is a `Partial` of the same type.
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as Partial<T>;
}
