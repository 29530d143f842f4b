import { describe, expect, it, onTestFinished } from 'vitest';
import { createEmulator } from '../createEmulator.js';
import { serveEmulator } from '../serve/serveEmulator.js';

const MEGABYTE = 1024 * 1024;
const clientOfLength = (bytes: number) => {
  const frame = JSON.stringify({ clientID: '' });
  return JSON.stringify({ clientID: 'x'.repeat(bytes - frame.length) });
};

/** Returns a body that is sent in chunks, without a content length. */
function chunked(chunks: number): ReadableStream<Uint8Array> {
  let sent = 0;
  return new ReadableStream({
    pull(controller) {
      if (sent === chunks) return controller.close();
      sent += 1;
      controller.enqueue(new Uint8Array(64 * 1024).fill(0x20));
    },
  });
}

async function served() {
  const { url, close } = await serveEmulator({ port: 0, catalog: [] });
  onTestFinished(close);
  return { url, headers: { origin: 'http://localhost:5173' } };
}

describe('a request body', () => {
  it('is accepted up to 1 MB', async () => {
    const { url } = await served();
    const body = clientOfLength(MEGABYTE);
    const emulator = createEmulator({ catalog: [] });
    expect((await emulator.fetch('/auth/device-codes', { method: 'POST', body })).status).toBe(200);
    expect((await fetch(`${url}/auth/device-codes`, { method: 'POST', body })).status).toBe(200);
  });

  it.each(['/auth/device-codes', '/activate', '/authorize'])(
    'over 1 MB is rejected with 413 by %s, in process and over HTTP',
    async (path) => {
      const { url, headers } = await served();
      const init = { method: 'POST', body: clientOfLength(MEGABYTE + 1), headers };
      const inProcess = await createEmulator({ catalog: [] }).fetch(path, init);
      for (const response of [inProcess, await fetch(url + path, init)]) {
        expect(response.status).toBe(413);
        expect(await response.json()).toEqual({
          code: 'PAYLOAD_TOO_LARGE',
          message: 'The request body must not be larger than 1 MB.',
        });
      }
    },
  );

  it('over 1 MB is rejected over HTTP even if no endpoint reads it', async () => {
    const { url } = await served();
    const init = { method: 'POST', body: clientOfLength(MEGABYTE + 1) };
    expect((await fetch(`${url}/nowhere`, init)).status).toBe(413);
  });

  it('without a content length is rejected as soon as it is too large, with CORS headers', async () => {
    const { url, headers } = await served();
    const init = { method: 'POST', body: chunked(32), duplex: 'half', headers };
    const response = await fetch(`${url}/auth/device-codes`, init);
    expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([413, headers.origin]);
    expect((await fetch(`${url}/profiles`, { headers })).status).toBe(401);
  });

  it('without an end does not block further requests or closing', async () => {
    const { url } = await served();
    const init = { method: 'POST', body: chunked(Infinity), duplex: 'half' };
    const outcome = await fetch(`${url}/auth/device-codes`, init).then(
      ({ status }) => status,
      () => 'connection closed',
    );
    expect([413, 'connection closed']).toContain(outcome);
    expect((await fetch(`${url}/profiles`)).status).toBe(401);
  });
});
