import type { FilterSpec } from '../../filters/filterSpec.js';
import { foreignText, MAX_LENGTH } from './foreignText.js';
import { redactTokens } from './redactTokens.js';

/** Codes this library gives or knows; a code from the server that is not among them is passed on as it is. */
export type KnownErrorCode =
  | 'USER_CANCELLED'
  | 'POPUP_BLOCKED'
  | 'NETWORK_ERROR'
  | 'AUTH_FAILED'
  | 'FORBIDDEN'
  | 'TOKEN_INVALID'
  | 'TOKEN_EXPIRED'
  | 'SESSION_EXPIRED'
  | 'WRONG_TOKEN_KIND'
  | 'VALIDATION_FAILED'
  | 'NOT_FOUND'
  | 'RATE_LIMITED'
  | 'BAD_RESPONSE'
  | 'NOT_SIGNED_IN'
  | 'NO_ACTIVE_PROFILE'
  | 'SIGN_IN_NOT_KEPT'
  | 'SIGN_IN_NOT_FORGOTTEN'
  | 'SERVER_ERROR'
  | 'UNKNOWN';

/** What kind of error it is; open, so that codes of later API versions pass through. */
export type DiscovrErrorCode = KnownErrorCode | (string & {});

/** One complaint of the server, or of the check before sending, about a field of the request. */
export interface DiscovrIssue {
  /** Where in the body, from the outside in: `['pageFilters', 'genres']`. */
  readonly path: readonly (string | number)[];
  /** For developers; the form shows it only beside its own words. */
  readonly message: string;
}

/** Facts an error carries beside its code and message. */
export interface DiscovrErrorDetails {
  /** HTTP status, where a response came. */
  status?: number | undefined;
  /** Id of the request by the server's `x-request-id` header (inferred), to quote to support. */
  requestId?: string | undefined;
  /** Seconds after which the server asked to try again. */
  retryAfter?: number | undefined;
  /** Complaints about single fields, with `VALIDATION_FAILED`. */
  issues?: readonly DiscovrIssue[] | undefined;
  /** Filters of the outdated page, with `SESSION_EXPIRED`: create it again with them. */
  pageLevelFilters?: FilterSpec | undefined;
  /** What led to it. Never a request: that would carry the token. */
  cause?: unknown;
}

/**
 * The one error of this library. Tell errors apart by `code` (with {@link isDiscovrError}), not by class. `message`
 * is for developers and never holds a token; words for people come from the messages. A request that was aborted
 * rejects with an `AbortError` instead.
 */
export class DiscovrError extends Error {
  override readonly name = 'DiscovrError';
  readonly code: DiscovrErrorCode;
  readonly status: number | undefined;
  readonly requestId: string | undefined;
  readonly retryAfter: number | undefined;
  readonly issues: readonly DiscovrIssue[] | undefined;
  readonly pageLevelFilters: FilterSpec | undefined;

  constructor(code: DiscovrErrorCode, message: string, details: DiscovrErrorDetails = {}) {
    super(messageOf(message), details.cause === undefined ? undefined : { cause: readableCause(details.cause) });
    this.code = foreignText(code, MAX_LENGTH.code);
    this.status = details.status;
    this.requestId = details.requestId && foreignText(details.requestId, MAX_LENGTH.requestId);
    this.retryAfter = details.retryAfter;
    this.issues = details.issues?.map(({ path, message: said }) => ({
      path: path.map((part) => (typeof part === 'string' ? foreignText(part, MAX_LENGTH.pathPart) : part)),
      message: foreignText(said, MAX_LENGTH.message),
    }));
    this.pageLevelFilters = details.pageLevelFilters && filtersWithoutTokens(details.pageLevelFilters);
  }
}

/** Room for this library's own words around those of a server. */
const messageOf = (text: string) => foreignText(text, 2 * MAX_LENGTH.message);

/** A cause may quote a header or carry the request; only its name and its words are kept. */
function readableCause(cause: unknown): Error {
  const { name, message } = wordsOf(cause);
  return Object.assign(new Error(messageOf(message)), { name });
}

/** A `DOMException` is no `Error` in every environment, and what is thrown may not even have words. */
function wordsOf(cause: unknown): { name: string; message: string } {
  try {
    const { name, message }: { name?: unknown; message?: unknown } = Object(cause);
    if (typeof name === 'string' && typeof message === 'string') return { name, message };
    return { name: 'Error', message: String(cause) };
  } catch {
    return { name: 'Error', message: 'Something without words was thrown.' };
  }
}

function filtersWithoutTokens(filters: FilterSpec): FilterSpec {
  const { with_watch_providers: providers } = filters;
  return providers ? { ...filters, with_watch_providers: providers.map(redactTokens) } : filters;
}

/**
 * Tells whether a value is a {@link DiscovrError}, by its brand, so that it also holds across two copies of the package.
 *
 * @param code when given, the error must have this code.
 */
export function isDiscovrError(value: unknown, code?: DiscovrErrorCode): value is DiscovrError {
  return value instanceof Error && value.name === 'DiscovrError' && (!code || (value as DiscovrError).code === code);
}

/** Tells whether a request ended because somebody no longer wanted it: not a failure, so nothing to show. */
export function isAbortError(value: unknown): value is Error {
  return typeof value === 'object' && value !== null && 'name' in value && value.name === 'AbortError';
}
