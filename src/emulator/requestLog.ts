import { isOnRoute, type EmulatorRoute } from './route.js';

/** Request to the emulator. Contains no tokens, because headers and bodies are not logged. */
export interface EmulatorRequest {
  readonly method: string;
  /** Path without the query. */
  readonly path: string;
  /** Status of the response; missing until the emulator responds. */
  readonly status?: number;
}

const MAX_REQUESTS = 1000;

/** Log of the last 1,000 requests, oldest first. */
export interface RequestLog {
  readonly requests: readonly EmulatorRequest[];
  /** Logs a request. Call `setStatus` on the result with the status of the response. */
  add(method: string, path: string): { setStatus(status: number): void };
  /** Counts the logged requests of a route. */
  count(route: EmulatorRoute): number;
}

/** Creates an empty log. */
export function createRequestLog(): RequestLog {
  const requests: { method: string; path: string; status?: number }[] = [];
  return {
    requests,
    add(method, path) {
      const request: (typeof requests)[number] = { method, path };
      requests.push(request);
      if (requests.length > MAX_REQUESTS) requests.shift();
      return {
        setStatus(status) {
          request.status = status;
        },
      };
    },
    count: (route) => requests.filter((request) => isOnRoute(route, request)).length,
  };
}
