import { abortReason, delay, untilAborted } from './http/abort.js';
import type { EmulatorLine } from './emulatorLine.js';
import { connectionLost, faultyAnswer } from './faults/faultyAnswer.js';
import type { MakeIdentifier } from './identifiers.js';
import { jsonResponse } from './http/jsonResponse.js';

/** Base of relative paths; no request ever goes there. */
const ANY_ORIGIN = 'https://discovr.invalid';

/**
 * Makes a `fetch` that answers by itself. It takes the place of the platform's in every respect a caller relies on:
 * it rejects at once when the signal aborts, with the signal's reason, and with a `TypeError` when there is no connection.
 */
export function createEmulatorFetch(
  handle: (request: Request) => Response | Promise<Response>,
  line: EmulatorLine,
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
    const answer = async () => limitedAnswer(line.rates.admit({ method: request.method, path })) ?? handle(request);
    const response = await untilAborted(fault ? faultyAnswer(fault, answer, signal) : answer(), signal);
    // A header to quote to support; that the API sends it is inferred.
    response.headers.set('x-request-id', `req_${makeIdentifier('request', 16)}`);
    logged.answered(response.status);
    return response;
  };
}

function limitedAnswer(retryAfter: number | undefined): Response | undefined {
  if (retryAfter === undefined) return undefined;
  const body = {
    code: 'RATE_LIMITED',
    message: `The emulator was told to limit this route. Ask again in ${retryAfter} s.`,
  };
  return jsonResponse(body, 429, { 'retry-after': String(retryAfter) });
}

type FetchInput = Parameters<typeof globalThis.fetch>[0];

function isRequest(input: FetchInput): input is Request {
  // By shape: the Request of another realm or polyfill is as good.
  return typeof input === 'object' && 'method' in input;
}

function signalOf(input: FetchInput, init: RequestInit | undefined): AbortSignal | undefined {
  return (init?.signal === undefined && isRequest(input) ? input.signal : init?.signal) ?? undefined;
}

function toRequest(input: FetchInput, init: RequestInit | undefined): Request {
  // The signal stays outside: jsdom has its own AbortSignal, which the Request of Node refuses.
  return new Request(isRequest(input) ? input : new URL(String(input), ANY_ORIGIN).href, { ...init, signal: null });
}
