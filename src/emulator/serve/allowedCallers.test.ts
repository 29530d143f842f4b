import { request as httpRequest } from 'node:http';
import { onTestFinished, describe, expect, it } from 'vitest';
import { serveEmulator, type ServeEmulatorOptions } from './serveEmulator.js';

interface CallResponse {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
}

/** Serves an emulator and calls it with any headers. `fetch` cannot be used, because it sets some headers itself. */
async function served(options: Partial<ServeEmulatorOptions> = {}) {
  const { url, emulator, close } = await serveEmulator({ port: 0, catalog: [], ...options });
  onTestFinished(close);
  const { port } = new URL(url);
  const call = (headers: Record<string, string>, method = 'GET', path = '/profiles') =>
    new Promise<CallResponse>((resolve, reject) => {
      const sent = httpRequest({ host: '127.0.0.1', port, method, path, headers }, (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (part: string) => (text += part));
        response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, text }));
      });
      sent.on('error', reject);
      sent.end();
    });
  return { port, control: emulator.control, call };
}

describe('the host of a request', () => {
  it.each(['localhost', 'LOCALHOST', 'app.localhost', '127.0.0.1', '127.8.9.10', '[::1]'])(
    'can be %s with any port',
    async (host) => {
      const { call, port } = await served();
      for (const name of [host, `${host}:${port}`, `${host}:80`]) {
        expect((await call({ host: name })).status, name).toBe(401);
      }
    },
  );

  it.each([
    'rebound.example',
    'localhost.rebound.example',
    'notlocalhost',
    '127.0.0.1.rebound.example',
    '192.168.1.20',
    '0.0.0.0',
    '[::2]',
  ])('must not be %s, and such a request does not reach the emulator', async (host) => {
    const { call, control } = await served();
    const { status, text } = await call({ host });
    expect(status).toBe(403);
    expect(JSON.parse(text)).toEqual({
      code: 'FORBIDDEN',
      message: `The host "${host}" is not allowed. If it is yours, start the emulator with --allow-host ${host}.`,
    });
    expect(control.requests).toEqual([]);
  });

  it('is read from an absolute request URL', async () => {
    const { call } = await served();
    expect((await call({ host: 'localhost' }, 'GET', 'http://rebound.example/profiles')).status).toBe(403);
  });

  it('is accepted when it is in allowedHosts', async () => {
    const { call } = await served({ allowedHosts: ['tv-dev.local', '[fd00::20]'] });
    expect((await call({ host: 'tv-dev.local:4010' })).status).toBe(401);
    expect((await call({ host: '[fd00::20]:4010' })).status).toBe(401);
    expect((await call({ host: 'other.local' })).status).toBe(403);
  });
});

describe('the origin of a request', () => {
  it.each(['http://localhost:5173', 'https://localhost', 'http://shop.localhost:3000', 'http://127.0.0.1:8080'])(
    'can be %s, and the CORS header names it',
    async (origin) => {
      const { call } = await served();
      const { status, headers } = await call({ origin });
      expect(status).toBe(401);
      expect(headers).toMatchObject({ 'access-control-allow-origin': origin, vary: 'Origin' });
    },
  );

  it.each(['https://app.example', 'http://localhost.app.example', 'null', 'file://', 'not an origin'])(
    'must not be %s, and the response has no CORS header',
    async (origin) => {
      const { call, control } = await served();
      for (const method of ['GET', 'POST', 'OPTIONS']) {
        const { status, headers, text } = await call({ origin, 'access-control-request-method': 'POST' }, method);
        expect(status, method).toBe(403);
        expect(headers, method).not.toHaveProperty('access-control-allow-origin');
        expect(text).toContain(`--allow-origin ${origin}`);
      }
      expect(control.requests).toEqual([]);
    },
  );

  it('must not be "null" even if an allowed host is empty', async () => {
    const { call } = await served({ allowedHosts: [''] });
    expect((await call({ origin: 'null' })).status).toBe(403);
  });

  it('is accepted when it is in allowedOrigins, but not with another port or scheme', async () => {
    const { call } = await served({ allowedOrigins: ['https://app.example', 'null', 'capacitor://localhost'] });
    for (const origin of ['https://app.example', 'null', 'capacitor://localhost']) {
      expect((await call({ origin })).headers).toMatchObject({ 'access-control-allow-origin': origin });
    }
    expect((await call({ origin: 'https://app.example:8443' })).status).toBe(403);
    expect((await call({ origin: 'http://app.example' })).status).toBe(403);
    expect((await call({ host: 'app.example' })).status).toBe(403);
  });

  it('is accepted with any port when its host is in allowedHosts', async () => {
    const { call } = await served({ allowedHosts: ['tv-dev.local'] });
    const headers = { host: 'tv-dev.local:4010', origin: 'http://tv-dev.local:5173' };
    expect((await call(headers)).headers).toMatchObject({ 'access-control-allow-origin': headers.origin });
  });

  it('may be missing, as in requests from outside a browser', async () => {
    const { call } = await served();
    const { status, headers } = await call({});
    expect(status).toBe(401);
    expect(headers).not.toHaveProperty('access-control-allow-origin');
  });
});
