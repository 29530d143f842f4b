import { abortReason, delay, untilAborted } from './http/abort.js';
import type { EmulatorConnection } from './emulatorConnection.js';
import { connectionLost, faultyResponse } from './faults/faults.js';
import type { MakeIdentifier } from './identifiers.js';
import { jsonResponse } from './http/problem.js';

/** Base URL for relative paths. No request is ever sent to it. */
const ANY_ORIGIN = 'https://discovr.invalid';

/** Responds to a request that has arrived at an emulator. */
export type HandleRequest = (request: Request) => Response | Promise<Response>;

/**
 * Creates a `fetch` that responds without a network. Like the native one, it rejects immediately with the signal's
 * reason when the signal aborts, and with a `TypeError` when there is no connection.
 */
export function createEmulatorFetch(
  handle: HandleRequest,
  line: EmulatorConnection,
  makeIdentifier: MakeIdentifier,
): typeof globalThis.fetch {
  return async (input, init) => {
    const signal = signalOf(input, init);
    if (signal?.aborted) throw abortReason(signal);
    const request = toRequest(input, init);
    const { pathname: path } = new URL(request.url);
    const logged = line.log.add(request.method, path);
    if (line.isOffline) throw connectionLost();
    const fault = line.faults.take({ method: request.method, path });
    await delay(line.latencyMs, signal);
    const respond = async () => limitedResponse(line.rates.admit({ method: request.method, path })) ?? handle(request);
    const response = await untilAborted(fault ? faultyResponse(fault, respond, signal) : respond(), signal);
    // Id that users can quote when they contact support. The header is inferred.
    response.headers.set('x-request-id', `req_${makeIdentifier('request', 16)}`);
    logged.setStatus(response.status);
    return response;
  };
}

function limitedResponse(retryAfter: number | undefined): Response | undefined {
  if (retryAfter === undefined) return undefined;
  const body = {
    code: 'RATE_LIMITED',
    message: `This route is rate-limited by control.limitRate(). Try again in ${retryAfter} s.`,
  };
  return jsonResponse(body, 429, { 'retry-after': String(retryAfter) });
}

type FetchInput = Parameters<typeof globalThis.fetch>[0];

function isRequest(input: FetchInput): input is Request {
  // Checked by shape, so that a Request from another realm or a polyfill works too.
  return typeof input === 'object' && 'method' in input;
}

function signalOf(input: FetchInput, init: RequestInit | undefined): AbortSignal | undefined {
  return (init?.signal === undefined && isRequest(input) ? input.signal : init?.signal) ?? undefined;
}

function toRequest(input: FetchInput, init: RequestInit | undefined): Request {
  // Without the signal, because the Request of Node rejects the AbortSignal of jsdom.
  return new Request(isRequest(input) ? input : new URL(String(input), ANY_ORIGIN).href, { ...init, signal: null });
}
