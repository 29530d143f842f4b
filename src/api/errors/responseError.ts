import { DiscovrError, type DiscovrErrorCode } from './discovrError.js';
import { readErrorBody } from './errorBody.js';

/** Creates the error for an unsuccessful response. The body may be any text. */
export function responseError(response: Response, text: string, request: string): DiscovrError {
  const { status, headers } = response;
  const body = readErrorBody(text);
  const code = body.code ?? codeOfStatus(status);
  const reason = body.message ? `: ${body.message}` : '.';
  return new DiscovrError(code, `${request} returned ${status} ${code}${reason}`, {
    status,
    requestId: headers.get('x-request-id') ?? undefined,
    retryAfter: secondsUntil(headers.get('retry-after')),
    issues: body.issues,
    pageLevelFilters: body.pageLevelFilters,
  });
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
