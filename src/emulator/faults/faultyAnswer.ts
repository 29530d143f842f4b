import { abortReason } from '../http/abort.js';
import type { EmulatorFault } from './faults.js';
import { jsonResponse } from '../http/jsonResponse.js';
import { codeOfStatus } from '../http/problem.js';

/** Answers a request the way a fault says. `handle` gives the answer the request would have had. */
export async function faultyAnswer(
  fault: EmulatorFault,
  handle: () => Promise<Response>,
  signal: AbortSignal | undefined,
): Promise<Response> {
  switch (fault.kind) {
    case 'status':
      return statusAnswer(fault);
    case 'network':
      if (fault.afterHandling) await handle();
      throw connectionLost();
    case 'stall': {
      const answer = await handle();
      const half = firstHalf(await answer.text());
      return new Response(endless(half, signal), { status: answer.status, headers: answer.headers });
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

/** The error with which `fetch` rejects when no connection can be made or kept. */
export function connectionLost(): TypeError {
  return new TypeError('Failed to fetch');
}

function statusAnswer({
  status,
  code = codeOfStatus(status),
  message = `The emulator was told to answer ${status}.`,
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
