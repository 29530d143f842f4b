import type { KnownErrorCode } from '../../shared/errors.js';

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
