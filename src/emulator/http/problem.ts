import type * as z from 'zod/mini';
import type { FilterSpec } from '../../filters/filterSpec.js';

/** Error codes of the emulator. */
type ProblemCode =
  | 'TOKEN_INVALID'
  | 'TOKEN_EXPIRED'
  | 'SESSION_EXPIRED'
  | 'WRONG_TOKEN_KIND'
  | 'AUTH_FAILED'
  | 'FORBIDDEN'
  | 'VALIDATION_FAILED'
  | 'NOT_FOUND'
  | 'PAYLOAD_TOO_LARGE'
  | 'RATE_LIMITED'
  | 'SERVER_ERROR';

/** Additional fields of an error body. */
interface ProblemDetails {
  readonly issues?: readonly DiscovrIssueBody[];
  readonly pageLevelFilters?: FilterSpec;
}

// Inferred, like the format of error bodies. Discovr documents only the 401 for SESSION_EXPIRED and for polling.
const statusOf: Readonly<Record<ProblemCode, number>> = {
  TOKEN_INVALID: 401,
  TOKEN_EXPIRED: 401,
  SESSION_EXPIRED: 401,
  WRONG_TOKEN_KIND: 403,
  AUTH_FAILED: 401,
  FORBIDDEN: 403,
  VALIDATION_FAILED: 400,
  NOT_FOUND: 404,
  PAYLOAD_TOO_LARGE: 413,
  RATE_LIMITED: 429,
  SERVER_ERROR: 500,
};

/** Error that a route throws to respond with an error body. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly code: ProblemCode;
  readonly details: ProblemDetails;

  constructor(code: ProblemCode, message: string, details: ProblemDetails = {}) {
    super(message);
    this.code = code;
    this.details = details;
  }
}

/** Returns the response for an error thrown by a route. */
export function problemResponse(error: unknown): Response {
  const problem =
    error instanceof Problem ? error : new Problem('SERVER_ERROR', `The emulator failed: ${String(error)}`);
  const { code, message, details } = problem;
  return jsonResponse({ code, message, ...details }, statusOf[code]);
}

/** Returns the default error code of a status; `undefined` if no code means this status. */
export function codeOfStatus(status: number): ProblemCode | undefined {
  return status >= 500 ? 'SERVER_ERROR' : codeByDefault[status];
}

const codeByDefault: Readonly<Record<number, ProblemCode>> = {
  400: 'VALIDATION_FAILED',
  401: 'TOKEN_INVALID',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  413: 'PAYLOAD_TOO_LARGE',
  422: 'VALIDATION_FAILED',
  429: 'RATE_LIMITED',
};

/** Issue with one field of a request, in the format of error bodies (inferred). */
export interface DiscovrIssueBody {
  /** Path of the field in the body or query: `['pageFilters', 'genres', 0]`. */
  readonly path: readonly (string | number)[];
  /** Message for developers. */
  readonly message: string;
}

/** Converts the issues of a schema to the wire format, with a separate issue for each unknown field. */
export function issuesOf(error: z.core.$ZodError): DiscovrIssueBody[] {
  return error.issues.flatMap((issue) => {
    const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
    if (issue.code !== 'unrecognized_keys') return [{ path, message: describe(issue) }];
    return issue.keys.map((key) => ({ path: [...path, key], message: 'Unknown field.' }));
  });
}

// Does not use the messages of zod, because the app may have changed them.
function describe(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type': {
      if (issue.input === undefined && issue.path.length) return 'This field is required.';
      return `Expected ${issue.expected === 'tuple' ? 'array' : issue.expected}.`;
    }
    case 'invalid_value':
      return `Expected one of: ${issue.values.map(String).join(', ')}.`;
    case 'too_small':
      return issue.origin === 'string' ? 'Must not be empty.' : `Must be at least ${issue.minimum}.`;
    case 'too_big':
      return `Must be at most ${issue.maximum}.`;
    case 'invalid_format':
      return fieldRules.get(String(issue.path.at(-1))) ?? 'Must be two capital letters (ISO 3166-1 alpha-2).';
    default:
      return issue.message === 'lowerAboveUpper' ? 'Must not be below the lower bound.' : describeByField(issue);
  }
}

function describeByField({ path }: z.core.$ZodIssue): string {
  const field = String(path.at(-1) ?? '');
  if (field.startsWith('with_release_date')) return 'Must be a calendar date, YYYY-MM-DD.';
  const rule = fieldRules.get(field);
  if (rule !== undefined) return rule;
  return path.length ? 'Not valid.' : 'At least one field is required.';
}

const fieldRules: ReadonlyMap<string, string> = new Map([
  ['avatarUrl', 'Must be a URL.'],
  ['limit', 'Must be a whole number.'],
  ['mediaId', 'Must be MV_ or TV_ followed by a number.'],
  ['route', 'Must be a method and a path, such as POST /pages.'],
  ['season', 'Required for a series, with or without an episode. Not allowed for a film.'],
  ['episode', 'Requires a season.'],
  ['updatedAt', 'Must be an ISO 8601 date and time with a time zone.'],
  ['pos', 'Must be the "next" value of an earlier response.'],
  ['size', 'Must be a whole number.'],
  ['redirect_uri', 'Must be an https URL, or http on localhost, 127.0.0.1 or [::1], without a fragment.'],
  ['client_id', 'Must be printable ASCII.'],
  ['state', 'Must be printable ASCII.'],
  ['code_challenge', 'Must be the SHA-256 of the verifier in base64url: 43 characters.'],
  ['codeVerifier', 'Must be 43 to 128 letters, digits, "-", ".", "_" or "~" (RFC 7636).'],
]);

/**
 * Returns a JSON response, without a body if the status allows none. `Response.json` is not used because Safari before
 * 17 lacks it.
 */
export function jsonResponse(body: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Response {
  const text = [204, 205, 304].includes(status) ? null : JSON.stringify(body);
  return new Response(text, { status, headers: { 'content-type': 'application/json', ...headers } });
}
