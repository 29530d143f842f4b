import { isDiscovrError, redactTokens, type DiscovrError, type KnownErrorCode } from '../shared/errors.js';

/** Error with which this server responds itself, without the API. The message never quotes the request. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: number;
  readonly code: KnownErrorCode;

  constructor(status: number, code: KnownErrorCode, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/** Whether a value is a {@link Refusal}. Compares the name, because a framework may load this module several times. */
export function isRefusal(value: unknown): value is Refusal {
  return value instanceof Error && value.name === 'Refusal';
}

/** Creates the refusal for a request without a sign-in. */
export function notSignedIn(): Refusal {
  return new Refusal(401, 'TOKEN_INVALID', 'No user is signed in.');
}

/**
 * Creates the response for an error. An API error keeps only its status, code, fields, `Retry-After` and request
 * id, because its texts may quote the request and its refresh token.
 */
export function errorResponse(error: unknown): Response {
  if (isRefusal(error)) {
    const { status, code, message } = error;
    return Response.json({ code, message }, { status });
  }
  if (!isDiscovrError(error)) {
    return Response.json({ code: 'SERVER_ERROR', message: 'The server of this app failed.' }, { status: 500 });
  }
  const status = statusOf(error);
  const code = codeOf(error, status);
  const issues = error.issues?.flatMap(({ path }) => {
    const isPlain = path.every((part) => typeof part === 'number' || /^[A-Za-z]\w{0,31}$/.test(part));
    return isPlain ? [{ path, message: 'The Discovr API does not accept this value.' }] : [];
  });
  const headers = new Headers();
  const { retryAfter, requestId } = error;
  if (retryAfter !== undefined) headers.set('retry-after', String(Math.ceil(retryAfter)));
  if (requestId && /^[\w-]+$/.test(requestId) && redactTokens(requestId) === requestId) {
    headers.set('x-request-id', requestId);
  }
  const message = `The Discovr API returned ${error.status ?? 'no response'}.`;
  return Response.json({ code, message, ...(issues && { issues }) }, { status, headers });
}

function statusOf({ code, status }: DiscovrError): number {
  if (code === 'BAD_RESPONSE' || code === 'NETWORK_ERROR') return 502;
  if (code === 'VALIDATION_FAILED') return status ?? 400;
  return status !== undefined && status >= 400 && status <= 599 ? status : 502;
}

function codeOf({ code }: DiscovrError, status: number): string {
  if (/^[A-Z][A-Z0-9_]*$/.test(code)) return code;
  // To the browser, a 401 without a known code means that the user is signed out.
  return status === 401 ? 'AUTH_FAILED' : 'UNKNOWN';
}
