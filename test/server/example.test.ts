import { serve } from '@hono/node-server';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test, vi } from 'vitest';
import { createEmulator } from '../../src/emulator/createEmulator.js';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');

afterEach(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
});

test('the example of docs/server.md is the app that the next test runs', () => {
  const code = read('app.ts').replace('../../src/server/index.js', 'discovr-react/server');
  expect(read('../../docs/server.md')).toContain(`\`\`\`ts\n${code}\`\`\``);
});

test('the example signs a user in over HTTP', async () => {
  vi.stubEnv('DISCOVR_SECRET', 'a secret of the tests, with 32 bytes or more');
  const { fetch } = globalThis;
  const emulator = createEmulator();
  const { app } = await import('./app.js');
  vi.stubGlobal('fetch', emulator.fetch);
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
  try {
    await new Promise((resolve) => server.once('listening', resolve));
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const ask = (method: string, path: string, cookie = '') =>
      fetch(`${origin}/api/discovr${path}`, { method, headers: { origin, 'x-discovr-request': '1', cookie } });
    const code = (await (await ask('POST', '/auth/device-codes')).json()) as { deviceCode: string; userCode: string };
    emulator.control.approveDevice(code.userCode);
    const approved = await ask('POST', `/auth/device-codes/${code.deviceCode}/poll`);
    const [cookie] = approved.headers.getSetCookie();
    const signedIn = await ask('GET', '/sign-in', cookie!.split(';')[0]);
    expect(await signedIn.json()).toEqual({ signIn: { publicId: expect.any(String) } });
    expect(signedIn.headers.get('cache-control')).toBe('private, no-store');
    expect((await ask('POST', '/pages', cookie)).status).toBe(404);
  } finally {
    server.close();
  }
});
