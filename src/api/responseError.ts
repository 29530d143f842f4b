import * as z from 'zod/mini';
import { filterSpecSchema } from '../filters/filterSpec.js';
import { DiscovrError, type DiscovrErrorCode } from './discovrError.js';
import { parseJson } from './readBody.js';
import { redactTokens } from './redactTokens.js';
import { tolerant } from './schemas/tolerant.js';

// The shape of an error body is inferred, so each part is read by itself and a part that cannot be read is absent.
const problem = {
  code: tolerant(z.string()),
  message: tolerant(z.string()),
  pageLevelFilters: tolerant(filterSpecSchema),
  issues: tolerant(
    z.array(
      z.object({
        path: z.pipe(
          z.union([z.array(z.union([z.string(), z.number()])), z.string()]),
          z.transform((path) => (typeof path === 'string' ? path.split('.') : path)),
        ),
        message: z.string(),
      }),
    ),
  ),
};
const errorBodySchema = tolerant(z.object({ ...problem, error: tolerant(z.object(problem)) }));

const MAX_SERVER_MESSAGE_LENGTH = 300;

/** Makes the error of a response that is not a success. The body may be anything. */
export function responseError(response: Response, text: string, request: string): DiscovrError {
  const { status, headers } = response;
  const outer: z.output<typeof errorBodySchema> = errorBodySchema.parse(readTolerantly(text)) ?? {};
  const body = { ...outer.error, ...withoutUndefined(outer) };
  const code = body.code ?? codeOfStatus(status);
  // Redacted before it is cut, or half a token could be left.
  const said = body.message ? `: ${redactTokens(body.message).slice(0, MAX_SERVER_MESSAGE_LENGTH)}` : '.';
  return new DiscovrError(code, `${request} answered ${status} ${code}${said}`, {
    status,
    requestId: headers.get('x-request-id') ?? undefined,
    retryAfter: secondsUntil(headers.get('retry-after')),
    issues: body.issues,
    pageLevelFilters: body.pageLevelFilters,
  });
}

function readTolerantly(text: string): unknown {
  try {
    return parseJson(text);
  } catch {
    // An error page of a proxy, for instance: the status alone then tells what happened.
    return {};
  }
}

function withoutUndefined<T extends object>(value: T): Partial<T> {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as Partial<T>;
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
  return Number.isFinite(seconds) ? Math.max(0, seconds) : undefined;
}
