import { abortReason } from '../http/abort.js';
import { codeOfStatus, jsonResponse, type DiscovrIssueBody } from '../http/problem.js';
import { isOnRoute, type EmulatorRoute } from '../route.js';

/** Failure of a request. */
export type EmulatorFault =
  /** Responds with an error body. `code` and `message` default to values that match the status; some have no code. */
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly code?: string;
      readonly message?: string;
      /** Value of the `Retry-After` header: seconds or an HTTP date. */
      readonly retryAfter?: number | string;
      readonly issues?: readonly DiscovrIssueBody[];
    }
  /** Drops the connection: `fetch` rejects with a `TypeError`. With `afterHandling`, only the response is lost. */
  | { readonly kind: 'network'; readonly afterHandling?: boolean }
  /** Sends the headers and half of the body; the rest never arrives. */
  | { readonly kind: 'stall' }
  /** Responds with status 200 and the first half of the JSON. */
  | { readonly kind: 'malformed' }
  /** Responds with a web page, as a proxy or a captive portal does. */
  | { readonly kind: 'html' }
  /** Responds with any JSON. `status` defaults to 200. Statuses such as 204 have no body. */
  | { readonly kind: 'body'; readonly body: unknown; readonly status?: number }
  /** Never responds. */
  | { readonly kind: 'hang' };

/** Options of `control.failNext`: which requests fail. */
export interface FailNextOptions {
  /**
   * Number of requests that fail.
   * @default 1
   */
  readonly times?: number;
  /**
   * Route whose requests fail, such as `POST /pages`.
   * @default any route
   */
  readonly route?: EmulatorRoute;
}

/** Faults that wait for a matching request. */
export interface FaultQueue {
  add(fault: EmulatorFault, options?: FailNextOptions): void;
  /** Returns the first fault that applies to a request, and reduces the remaining `times` of the fault by one. */
  take(request: { method: string; path: string }): EmulatorFault | undefined;
  clear(): void;
}

/** Creates an empty queue of faults. */
export function createFaultQueue(): FaultQueue {
  let waiting: { readonly fault: EmulatorFault; readonly route: EmulatorRoute | undefined; times: number }[] = [];
  return {
    add(fault, { times = 1, route } = {}) {
      waiting.push({ fault, route, times });
    },
    take(request) {
      const next = waiting.find(({ route, times }) => times > 0 && (!route || isOnRoute(route, request)));
      if (!next) return undefined;
      next.times -= 1;
      waiting = waiting.filter(({ times }) => times > 0);
      return next.fault;
    },
    clear() {
      waiting = [];
    },
  };
}

/** Returns the response of a request with a fault. `handle` returns the regular response. */
export async function faultyResponse(
  fault: EmulatorFault,
  handle: () => Promise<Response>,
  signal: AbortSignal | undefined,
): Promise<Response> {
  switch (fault.kind) {
    case 'status':
      return statusResponse(fault);
    case 'network':
      if (fault.afterHandling) await handle();
      throw connectionLost();
    case 'stall': {
      const response = await handle();
      const half = firstHalf(await response.text());
      return new Response(endless(half, signal), { status: response.status, headers: response.headers });
    }
    case 'malformed':
      return new Response(firstHalf(await (await handle()).text()), {
        headers: { 'content-type': 'application/json' },
      });
    case 'html':
      return new Response('<!doctype html><title>Sign in to the network</title><p>Sign in to the network.', {
        headers: { 'content-type': 'text/html; charset=utf-8' },
      });
    case 'body':
      return jsonResponse(fault.body, fault.status);
    case 'hang':
      return new Promise<never>(() => undefined);
  }
}

/** Returns the error with which `fetch` rejects when the connection fails. */
export function connectionLost(): TypeError {
  return new TypeError('Failed to fetch');
}

function statusResponse({
  status,
  code = codeOfStatus(status),
  message = `This response with status ${status} was requested by control.failNext().`,
  retryAfter,
  issues,
}: EmulatorFault & { kind: 'status' }): Response {
  const headers = retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) };
  return jsonResponse({ code, message, ...(issues && { issues }) }, status, headers);
}

function firstHalf(text: string): string {
  return text.slice(0, Math.ceil(text.length / 2));
}

function endless(text: string, signal: AbortSignal | undefined): ReadableStream<Uint8Array> {
  let release: () => void = () => undefined;
  return new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode(text));
      const fail = () => controller.error(signal && abortReason(signal));
      release = () => signal?.removeEventListener('abort', fail);
      signal?.addEventListener('abort', fail, { once: true });
    },
    cancel: () => release(),
  });
}
