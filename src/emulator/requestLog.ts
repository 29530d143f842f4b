import { isOnRoute, type EmulatorRoute } from './route.js';

/** A request that reached the emulator. It holds no token: neither headers nor bodies are kept. */
export interface EmulatorRequest {
  readonly method: string;
  /** Path without the query. */
  readonly path: string;
  /** Absent while there is no answer, and for good where there was none. */
  readonly status?: number;
}

const MAX_REQUESTS = 1000;

/** The last 1,000 requests, oldest first. */
export interface RequestLog {
  readonly requests: readonly EmulatorRequest[];
  /** Notes a request; the result takes the status of its answer. */
  add(method: string, path: string): { answered(status: number): void };
  /** Counts the requests of a route among them. */
  count(route: EmulatorRoute): number;
}

/** Makes an empty log. */
export function createRequestLog(): RequestLog {
  const requests: { method: string; path: string; status?: number }[] = [];
  return {
    requests,
    add(method, path) {
      const request: (typeof requests)[number] = { method, path };
      requests.push(request);
      if (requests.length > MAX_REQUESTS) requests.shift();
      return {
        answered(status) {
          request.status = status;
        },
      };
    },
    count: (route) => requests.filter((request) => isOnRoute(route, request)).length,
  };
}
