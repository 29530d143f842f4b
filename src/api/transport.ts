import type * as z from 'zod/mini';
import type { Platform } from '../platform/platform.js';
import { abortReason } from '../shared/abort.js';
import { DiscovrError, isDiscovrError, isTemporaryFailure, outcomeOf } from '../shared/errors.js';
import { disposedOf, type Lifetime } from '../shared/lifetime.js';
import { pause, startDeadline, type Deadline } from '../shared/time.js';
import type { Reading, Trace } from '../shared/trace.js';
import { encodeText } from '../shared/url.js';
import { readBody, readResponse, requestIdOf, responseError } from './body.js';
import type { Drift } from './drift.js';
import { assertTokenFitsTier, type Tier } from './tiers.js';

/** Timeout of one attempt, in milliseconds, short enough that a retry fits into the deadline. */
const ATTEMPT_TIMEOUT_MS = 8_000;
/**
 * Longest wait before the first retry, in milliseconds, unless `Retry-After` demands a longer one. Doubled for the
 * second retry; randomly shortened by up to half.
 */
const RETRY_DELAY_MS = 400;

export interface TransportOptions {
  /** Base URL without a trailing slash. */
  readonly basePath: string;
  readonly fetch: typeof globalThis.fetch;
  /** Deadline of a call in milliseconds, including all attempts, the waits between them, and reading the body. */
  readonly timeoutMs: number;
  /**
   * Maximum number of retries after the first attempt.
   * @default 2
   */
  readonly retries?: number | undefined;
  /**
   * Whether requests send cookies.
   * @default 'omit', because the token is the only credential
   */
  readonly credentials?: 'omit' | 'same-origin';
  /** Calls a listener when the user leaves the app; see `Platform`. If absent, no request is sent again then. */
  readonly onLeave?: Platform['onLeave'];
  /** When it ends, requests are aborted, except those that continue when the browser leaves the app. */
  readonly lifetime?: Lifetime | undefined;
  /** Notified of each attempt, and of each response that was read. */
  readonly trace?: Trace;
  /** Called once for each route and path at which a response differs from what is read of it. */
  readonly onDrift?: ((drift: Drift) => void) | undefined;
}

/** Options of every call. */
export interface CallOptions {
  /** Signal that aborts the call, which then rejects with an `AbortError`. */
  signal?: AbortSignal | undefined;
}

/** Request to an endpoint. */
interface ApiRequest<Schema extends z.ZodMiniType> extends CallOptions {
  readonly tier: Tier;
  readonly token?: string;
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Path with `{name}` placeholders. Error messages show it without the values. */
  readonly route: string;
  readonly params?: Readonly<Record<string, string>>;
  /** Query parameters. `undefined` values are omitted. */
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  readonly body?: unknown;
  /** Headers besides those of the transport. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly response: Schema;
  /**
   * Whether a failed attempt may be retried.
   * @default true for GET, otherwise false
   */
  readonly retryable?: boolean;
  /** Whether the request continues when the browser leaves the app. It must be safe to send twice. */
  readonly keepalive?: boolean;
}

/** Sends a request and returns its parsed response. Rejects with a {@link DiscovrError} or an `AbortError`. */
export type Send = <Schema extends z.ZodMiniType>(request: ApiRequest<Schema>) => Promise<z.output<Schema>>;

/** Creates the function that sends every request of the library. */
export function createTransport(options: TransportOptions): Send {
  const { retries: maxRetries = 2, trace, onDrift, lifetime } = options;
  const drift =
    onDrift &&
    import('./drift.js').then(
      ({ driftReporterFor }) => driftReporterFor(onDrift),
      // Responses are read without it.
      () => undefined,
    );
  const onRead = (reading: Reading) => {
    trace?.read?.(reading);
    void drift?.then((report) => report?.(reading));
  };
  const connection = { ...options, onRead, fetchKept: keptFetch(options) };
  return async (request) => {
    assertTokenFitsTier(request.token, request.tier);
    if (request.signal?.aborted) throw abortReason(request.signal);
    if (!request.keepalive) lifetime?.throwIfOver();
    const deadline = startDeadline(options.timeoutMs, request.signal);
    const undoEnd = lifetime?.onEnd(() => request.keepalive || deadline.abort(disposedOf()));
    try {
      for (let retries = 0; ; retries += 1) {
        const beganMs = deadline.remainingMs();
        let received: Response | undefined;
        const report = (outcome: string, waitMs?: number) => {
          const leftMs = deadline.remainingMs();
          trace?.emit?.({
            type: 'request',
            name: nameOf(request),
            tier: request.tier,
            attempt: retries + 1,
            outcome,
            tookMs: beganMs - leftMs,
            leftMs,
            waitMs,
            requestId: received && requestIdOf(received),
          });
        };
        try {
          const data = await attempt(request, connection, deadline, (response) => (received = response));
          report('ok');
          return data;
        } catch (error) {
          const delayMs = retries < maxRetries ? waitBeforeRetry(error, request, retries) : undefined;
          const waitMs = delayMs !== undefined && delayMs < deadline.remainingMs() ? delayMs : undefined;
          report(outcomeOf(error), waitMs);
          if (waitMs === undefined) throw error;
          await pause(waitMs, deadline.signal);
        }
      }
    } finally {
      undoEnd?.();
      deadline.release();
    }
  };
}

interface Connection extends TransportOptions {
  readonly onRead: (reading: Reading) => void;
  readonly fetchKept: (url: string, init: RequestInit) => Promise<Response>;
}

async function attempt<Schema extends z.ZodMiniType>(
  request: ApiRequest<Schema>,
  { basePath, fetch, fetchKept, credentials = 'omit', onRead }: Connection,
  outer: Deadline,
  onReceived: (response: Response) => void,
): Promise<z.output<Schema>> {
  const deadline = startDeadline(Math.min(ATTEMPT_TIMEOUT_MS, Math.max(0, outer.remainingMs())), outer.signal);
  const name = nameOf(request);
  try {
    const url = basePath + pathOf(request);
    const init: RequestInit = { ...requestInit(request, deadline.signal), credentials };
    const response = await deadline.race(request.keepalive ? fetchKept(url, init) : fetch(url, init));
    onReceived(response);
    const text = await readBody(response, deadline);
    if (!response.ok) throw responseError(response, text, name);
    return readResponse(text, { schema: request.response, name, status: response.status, onRead });
  } catch (error) {
    if (deadline.signal.aborted) throw abortReason(deadline.signal);
    if (isDiscovrError(error)) throw error;
    throw new DiscovrError(
      'NETWORK_ERROR',
      `${name} received no response: the connection failed or the browser blocked it.`,
      {
        cause: error,
      },
    );
  } finally {
    deadline.release();
  }
}

const nameOf = ({ method, route }: ApiRequest<z.ZodMiniType>) => `${method} ${route}`;

function pathOf({ route, params = {}, query = {} }: ApiRequest<z.ZodMiniType>): string {
  const path = route.replace(/\{(\w+)\}/g, (_placeholder, name: string) => pathPart(params[name] ?? ''));
  const given = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encodeText(String(value))}`],
  );
  return given.length > 0 ? `${path}?${given.join('&')}` : path;
}

/** Encodes an id as a path segment. Rejects an empty id, `.` and `..`, which would lead to another endpoint. */
function pathPart(id: string): string {
  // A lone surrogate cannot be encoded.
  if (/^\.{0,2}$|\p{Surrogate}/u.test(id)) {
    throw new DiscovrError('VALIDATION_FAILED', `${JSON.stringify(id.slice(0, 64))} is not a valid id.`);
  }
  return encodeURIComponent(id);
}

function requestInit({ method, token, body, headers }: ApiRequest<z.ZodMiniType>, signal: AbortSignal): RequestInit {
  return {
    method,
    signal,
    headers: {
      accept: 'application/json',
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    // A redirect could send the token to another server.
    redirect: 'error',
    referrerPolicy: 'no-referrer',
    cache: 'no-store',
  };
}

function waitBeforeRetry(error: unknown, request: ApiRequest<z.ZodMiniType>, retries: number): number | undefined {
  const isRetryable = request.retryable ?? request.method === 'GET';
  if (!isRetryable || !isTemporaryFailure(error)) return undefined;
  // `Retry-After: 0` and a date in the past do not shorten the wait.
  return Math.max(RETRY_DELAY_MS * 2 ** retries * (1 - Math.random() / 2), (error.retryAfter ?? 0) * 1000);
}

/** Runs a call with the current token, and handles a response that refuses the token. */
export type Authorize = <T>(call: (token: string) => Promise<T>, options?: CallOptions) => Promise<T>;

/** Request without its tier and token, which {@link authorizedSend} adds. */
type TierRequest<Schema extends z.ZodMiniType> = Omit<ApiRequest<Schema>, 'tier' | 'token' | 'signal'>;

/** Sends requests of one tier, each with the current token of the tier. */
export type AuthorizedSend = <Schema extends z.ZodMiniType>(
  request: TierRequest<Schema>,
  options?: CallOptions,
) => Promise<z.output<Schema>>;

/** Binds a transport to a tier and to the function that provides the tokens of that tier. */
export function authorizedSend(send: Send, tier: Tier, authorize: Authorize): AuthorizedSend {
  return (request, options) =>
    authorize((token) => send({ ...request, tier, token, signal: options?.signal }), options);
}

/**
 * Returns a `fetch` for requests that should reach the server even if the browser leaves the app. A browser may reject
 * `keepalive`, for example when pending requests have used up the quota of 64 kB. The error is the same as for a lost
 * connection. Therefore, after any failure with `keepalive`, the next request omits it.
 */
function keptFetch({ fetch, onLeave }: TransportOptions) {
  let keepalive = true;
  return async (url: string, init: RequestInit): Promise<Response> => {
    const stopListening = onLeave && sendOnLeaving(url, init, onLeave);
    try {
      const response = await fetch(url, { ...init, ...(keepalive && { keepalive }) });
      keepalive = true;
      return response;
    } catch (error) {
      keepalive = !keepalive;
      throw error;
    } finally {
      stopListening?.();
    }
  };
}

/**
 * Sends a request again, synchronously, if the browser leaves the app before the response arrives. Only for browsers
 * whose `fetch` lacks `keepalive` (Firefox before 133) and therefore drops the request; does nothing in other browsers.
 * Returns a function that stops waiting for the browser to leave.
 */
function sendOnLeaving(
  url: string,
  { method = 'GET', headers }: RequestInit,
  onLeave: Platform['onLeave'],
): () => void {
  if (typeof XMLHttpRequest === 'undefined' || 'keepalive' in Request.prototype) return () => undefined;
  return onLeave(() => {
    try {
      const request = new XMLHttpRequest();
      // Synchronous, because the document is unloaded after this call.
      request.open(method, url, false);
      new Headers(headers).forEach((value, name) => request.setRequestHeader(name, value));
      request.send();
    } catch {
      // The app is being closed, so there is nowhere to report a failure.
    }
  });
}
