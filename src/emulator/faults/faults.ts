import type { DiscovrIssueBody } from '../http/issues.js';
import { isOnRoute, type EmulatorRoute } from '../route.js';

/** A way a request can go wrong. */
export type EmulatorFault =
  /** Answers with an error body; `code` and `message` follow from the status where they are left out. */
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly code?: string;
      readonly message?: string;
      /** Value of the `Retry-After` header: seconds or an HTTP date. */
      readonly retryAfter?: number | string;
      readonly issues?: readonly DiscovrIssueBody[];
    }
  /** Drops the connection: `fetch` rejects with a `TypeError`. With `afterHandling`, only the answer is lost. */
  | { readonly kind: 'network'; readonly afterHandling?: boolean }
  /** Sends the headers and half of the body; the rest never comes. */
  | { readonly kind: 'stall' }
  /** Cuts the JSON of the answer in half, under status 200. */
  | { readonly kind: 'malformed' }
  /** Answers with a web page, as a proxy or a captive portal does. */
  | { readonly kind: 'html' }
  /** Answers with any JSON. `status` is 200 where it is left out. */
  | { readonly kind: 'body'; readonly body: unknown; readonly status?: number }
  /** Never answers. */
  | { readonly kind: 'hang' };

/** Which requests a fault meets. */
export interface FailNextOptions {
  /**
   * How many requests fail.
   * @default 1
   */
  readonly times?: number;
  /**
   * Route whose requests fail, such as `POST /pages`.
   * @default any
   */
  readonly route?: EmulatorRoute;
}

/** Faults that wait for their request. */
export interface FaultQueue {
  add(fault: EmulatorFault, options?: FailNextOptions): void;
  /** Takes the first fault that is meant for a request. */
  take(request: { method: string; path: string }): EmulatorFault | undefined;
  clear(): void;
}

/** Makes an empty queue of faults. */
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
