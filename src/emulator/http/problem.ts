import type { FilterSpec } from '../../filters/filterSpec.js';
import type { DiscovrIssueBody } from './issues.js';
import { jsonResponse } from './jsonResponse.js';

/** Error codes of the emulator. */
export type ProblemCode =
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
export interface ProblemDetails {
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

/** Returns the default error code of a status. */
export function codeOfStatus(status: number): ProblemCode {
  if (status >= 500) return 'SERVER_ERROR';
  if (status === 401) return 'TOKEN_INVALID';
  if (status === 403) return 'FORBIDDEN';
  if (status === 404) return 'NOT_FOUND';
  return status === 429 ? 'RATE_LIMITED' : 'VALIDATION_FAILED';
}
