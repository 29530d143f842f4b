import type * as z from 'zod/mini';
import { abortReason } from './abort.js';
import { startDeadline, type Deadline } from './deadline.js';
import { DiscovrError, isDiscovrError } from '../errors/discovrError.js';
import { keptFetch } from './keptFetch.js';
import { isPassingFault } from '../errors/passingFault.js';
import { pause } from '../time/pause.js';
import { readAnswer } from './readAnswer.js';
import { readBody } from './readBody.js';
import { responseError } from '../errors/responseError.js';
import { assertTokenFitsTier, type Tier } from './tiers.js';

/** Longest one attempt may take, in milliseconds, so that a repeat still fits into the deadline. */
const ATTEMPT_TIMEOUT_MS = 8_000;
/** Most repeats after the first attempt. */
const MAX_REPEATS = 2;
/** Wait before the first repeat, in milliseconds, doubled before the second; up to half of it is taken off at random. */
const REPEAT_DELAY_MS = 400;

/** What the transport needs from outside. */
export interface TransportOptions {
  /** Base URL, without a slash at its end. */
  readonly basePath: string;
  readonly fetch: typeof globalThis.fetch;
  /** One deadline over all attempts, the waits between them and the reading of the body, in milliseconds. */
  readonly timeoutMs: number;
  /**
   * Whether cookies go along.
   * @default 'omit': the bearer is the only credential
   */
  readonly credentials?: 'omit' | 'same-origin';
}

/** Options every call of an endpoint takes. */
export interface CallOptions {
  /** Gives up: the call then rejects with an `AbortError`. */
  signal?: AbortSignal | undefined;
}

/** One call of an endpoint. */
export interface ApiRequest<Schema extends z.ZodMiniType> extends CallOptions {
  readonly tier: Tier;
  readonly token?: string;
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Path with `{name}` placeholders; error messages show it so, without the values. */
  readonly route: string;
  readonly params?: Readonly<Record<string, string>>;
  /** Query parameters; `undefined` ones are left out. */
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  readonly body?: unknown;
  readonly response: Schema;
  /**
   * Whether a failed attempt may be repeated.
   * @default true for GET
   */
  readonly repeatable?: boolean;
  /** Whether it goes on while the page is left. It must bear being made twice. */
  readonly keepalive?: boolean;
}

/** Sends a request and gives its parsed answer, or rejects with a {@link DiscovrError} or an `AbortError`. */
export type Send = <Schema extends z.ZodMiniType>(request: ApiRequest<Schema>) => Promise<z.output<Schema>>;

/** Makes the one function through which every request of the library goes. */
export function createTransport(options: TransportOptions): Send {
  const connection = { ...options, fetchKept: keptFetch(options.fetch) };
  return async (request) => {
    assertTokenFitsTier(request.token, request.tier);
    if (request.signal?.aborted) throw abortReason(request.signal);
    const deadline = startDeadline(options.timeoutMs, request.signal);
    try {
      for (let repeats = 0; ; repeats += 1) {
        try {
          return await attempt(request, connection, deadline);
        } catch (error) {
          const waitMs = waitBeforeRepeat(error, request, repeats);
          if (waitMs === undefined || waitMs >= deadline.remainingMs()) throw error;
          await pause(waitMs, deadline.signal);
        }
      }
    } finally {
      deadline.release();
    }
  };
}

interface Connection extends TransportOptions {
  readonly fetchKept: (address: string, init: RequestInit) => Promise<Response>;
}

async function attempt<Schema extends z.ZodMiniType>(
  request: ApiRequest<Schema>,
  { basePath, fetch, fetchKept, credentials = 'omit' }: Connection,
  outer: Deadline,
): Promise<z.output<Schema>> {
  const deadline = startDeadline(Math.min(ATTEMPT_TIMEOUT_MS, Math.max(0, outer.remainingMs())), outer.signal);
  const name = `${request.method} ${request.route}`;
  try {
    const address = basePath + pathOf(request);
    const init: RequestInit = { ...requestInit(request, deadline.signal), credentials };
    const response = await deadline.race(request.keepalive ? fetchKept(address, init) : fetch(address, init));
    const text = await readBody(response, deadline);
    if (!response.ok) throw responseError(response, text, name);
    return readAnswer(text, request.response, name, response.status);
  } catch (error) {
    if (deadline.signal.aborted) throw abortReason(deadline.signal);
    if (isDiscovrError(error)) throw error;
    throw new DiscovrError('NETWORK_ERROR', `${name} did not reach Discovr.`, { cause: error });
  } finally {
    deadline.release();
  }
}

function pathOf({ route, params = {}, query = {} }: ApiRequest<z.ZodMiniType>): string {
  const path = route.replace(/\{(\w+)\}/g, (_placeholder, name: string) => pathPart(params[name] ?? ''));
  const given = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]));
  return given.length > 0 ? `${path}?${new URLSearchParams(given)}` : path;
}

/** Encoding leaves dots alone, and a part of dots, or of nothing, would name another endpoint. */
function pathPart(id: string): string {
  // Half a character cannot be encoded.
  if (/^\.{0,2}$|\p{Surrogate}/u.test(id)) {
    throw new DiscovrError('VALIDATION_FAILED', `No id can be ${JSON.stringify(id.slice(0, 64))}.`);
  }
  return encodeURIComponent(id);
}

function requestInit({ method, token, body }: ApiRequest<z.ZodMiniType>, signal: AbortSignal): RequestInit {
  return {
    method,
    signal,
    headers: {
      accept: 'application/json',
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    // A credential goes to no other place than the one asked for.
    redirect: 'error',
    referrerPolicy: 'no-referrer',
    cache: 'no-store',
  };
}

function waitBeforeRepeat(error: unknown, request: ApiRequest<z.ZodMiniType>, repeats: number): number | undefined {
  const isRepeatable = request.repeatable ?? request.method === 'GET';
  if (!isRepeatable || repeats >= MAX_REPEATS || !isPassingFault(error)) return undefined;
  // `Retry-After: 0`, and a date in the past, are no reason to hurry.
  return Math.max(REPEAT_DELAY_MS * 2 ** repeats * (1 - Math.random() / 2), (error.retryAfter ?? 0) * 1000);
}
