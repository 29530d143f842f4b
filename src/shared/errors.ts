import type { FilterSpec } from '../filters/filterSpec.js';

/** Codes that this library sets or knows. Other codes of the server are passed on unchanged. */
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
  | 'NOT_SUPPORTED'
  | 'SERVER_ERROR'
  | 'UNKNOWN';

/** Code of a {@link DiscovrError}. Any string is allowed, because later versions of the API may send other codes. */
export type DiscovrErrorCode = KnownErrorCode | (string & {});

/** Problem with a field of the request, found by the server or by the validation before sending. */
export interface DiscovrIssue {
  /** Path of the field in the body, outermost key first: `['pageFilters', 'genres']`. */
  readonly path: readonly (string | number)[];
  /** Description for developers. */
  readonly message: string;
}

/** Details of a {@link DiscovrError} in addition to its code and message. */
export interface DiscovrErrorDetails {
  /** HTTP status, if a response was received. */
  status?: number | undefined;
  /** Id of the request from the `x-request-id` header (inferred). Quote it when you contact support. */
  requestId?: string | undefined;
  /** Seconds to wait before a retry, as requested by the server. */
  retryAfter?: number | undefined;
  /** Problems with single fields, for `VALIDATION_FAILED`. */
  issues?: readonly DiscovrIssue[] | undefined;
  /** Filters of the outdated page, for `SESSION_EXPIRED`. Use them to create the page again. */
  pageLevelFilters?: FilterSpec | undefined;
  /** Underlying error. Never a request, which would contain the token. */
  cause?: unknown;
}

/**
 * Error with which the methods of this library reject. Distinguish errors by `code` (with {@link isDiscovrError}), not
 * by class. `message` is for developers and never contains a token; drop-ins show a message of the locale
 * pack. An aborted request rejects with an `AbortError` instead.
 */
export class DiscovrError extends Error {
  override readonly name = 'DiscovrError';
  readonly code: DiscovrErrorCode;
  /**
   * Where to read about causes and cures: a section of a page in the package, such as
   * `discovr-react/docs/errors.md#not_found`. For a code without a section, read the beginning of the page.
   */
  readonly guide: string;
  readonly status: number | undefined;
  readonly requestId: string | undefined;
  readonly retryAfter: number | undefined;
  readonly issues: readonly DiscovrIssue[] | undefined;
  readonly pageLevelFilters: FilterSpec | undefined;

  constructor(code: DiscovrErrorCode, message: string, details: DiscovrErrorDetails = {}) {
    super(messageOf(message), details.cause === undefined ? undefined : { cause: readableCause(details.cause) });
    this.code = foreignText(code, MAX_LENGTH.code);
    this.guide = `discovr-react/docs/errors.md#${this.code.toLowerCase()}`;
    this.status = details.status;
    this.requestId = details.requestId && foreignText(details.requestId, MAX_LENGTH.requestId);
    this.retryAfter = details.retryAfter;
    this.issues = details.issues?.map(({ path, message: text }) => ({
      path: path.map((part) => (typeof part === 'string' ? foreignText(part, MAX_LENGTH.pathPart) : part)),
      message: foreignText(text, MAX_LENGTH.message),
    }));
    this.pageLevelFilters = details.pageLevelFilters && filtersWithoutTokens(details.pageLevelFilters);
  }
}

/** Truncates a message. The limit is twice the limit of a server's text, to leave room for this library's text. */
const messageOf = (text: string) => foreignText(text, 2 * MAX_LENGTH.message);

/** Copies only the name and message of a cause, because the cause may contain a header or the request. */
function readableCause(cause: unknown): Error {
  const { name, message } = textsOf(cause);
  return Object.assign(new Error(messageOf(message)), { name });
}

/**
 * Reads the name and message of a cause, which may be any value. Does not use `instanceof`, because `DOMException` does
 * not extend `Error` in some environments.
 */
function textsOf(cause: unknown): { name: string; message: string } {
  try {
    const { name, message }: { name?: unknown; message?: unknown } = Object(cause);
    if (typeof name === 'string' && typeof message === 'string') return { name, message };
    return { name: 'Error', message: String(cause) };
  } catch {
    return { name: 'Error', message: 'A value that cannot be converted to text was thrown.' };
  }
}

function filtersWithoutTokens(filters: FilterSpec): FilterSpec {
  const { with_watch_providers: providers } = filters;
  return providers ? { ...filters, with_watch_providers: providers.map(redactTokens) } : filters;
}

/**
 * Whether a value is a {@link DiscovrError}. Checks the name and not the class, so that it works across two copies of
 * the package.
 *
 * @param code the code that the error must have; any code by default.
 */
export function isDiscovrError(value: unknown, code?: DiscovrErrorCode): value is DiscovrError {
  return value instanceof Error && value.name === 'DiscovrError' && (!code || (value as DiscovrError).code === code);
}

/** Whether a value is an `AbortError`. An aborted request is not a failure; do not show it to the user. */
export function isAbortError(value: unknown): value is Error {
  return typeof value === 'object' && value !== null && 'name' in value && value.name === 'AbortError';
}

/** Returns the outcome of a failed attempt, for a trace: the code of the error, or `aborted`. */
export function outcomeOf(error: unknown): string {
  return isDiscovrError(error) ? error.code : isAbortError(error) ? 'aborted' : 'UNKNOWN';
}

/** Whether a retry may succeed: after a network failure, a timeout, too many requests, or an outage. */
export function isTemporaryFailure(error: unknown): error is DiscovrError {
  if (!isDiscovrError(error)) return false;
  const { code, status = 0 } = error;
  if (code === 'BAD_RESPONSE') return false;
  return code === 'NETWORK_ERROR' || status === 408 || status === 429 || status >= 500;
}

/** Maximum lengths, in characters, of texts that an error copies from a server, an SDK or a library. */
export const MAX_LENGTH = { code: 64, message: 500, pathPart: 64, requestId: 128 } as const;

/** Truncates a text without splitting a surrogate pair. */
export function cutText(text: string, length: number): string {
  return text.length <= length ? text : text.slice(0, length).replace(/[\ud800-\udbff]$/, '');
}

/** Truncates a text of unknown origin and redacts its tokens, for use in an error. */
export function foreignText(text: string, length: number): string {
  return redactTokens(cutText(text, length));
}

/**
 * Position before a refresh token. A letter must not precede the token: the `rt_` in a word such as `start_of` begins
 * no token. The last letter of an escape sequence may precede it.
 */
const BEFORE = String.raw`(?:(?<![A-Za-z])|(?<=%[\dA-Fa-f]{2}|\\[bfnrt]|\\u[\dA-Fa-f]{4}))`;

/**
 * Matches any prefix of a token, so that a text truncated inside a token keeps no part of it. A match includes
 * all characters that a bearer token can contain (RFC 6750), even escaped ones, so no character is scanned twice. A
 * period at the end is not part of the token.
 */
export const TOKENS = new RegExp(String.raw`(?:${BEFORE}rt_|eyJ)[\w.~+/=%-]*[\w~+/=%-]`, 'g');

/** Replaces refresh tokens (`rt_…`) and session tokens (JWTs) in a text with `[token]`, including truncated tokens. */
export function redactTokens(text: string): string {
  return text.replace(TOKENS, '[token]');
}
