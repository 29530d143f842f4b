import { abortReason } from '../http/abort.js';
import type { EmulatorFault } from './faults.js';
import { jsonResponse } from '../http/jsonResponse.js';
import { codeOfStatus } from '../http/problem.js';

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
