import { afterEach, describe, expect, it, vi } from 'vitest';
import { apiOnEmulator } from '../../test/support/apiOnEmulator.js';
import { deferred, failureOf, until } from '../../test/support/promises.js';
import { createIdentityApi } from './profiles.js';
import { browserPlatform } from '../platform/browser.js';
import { createTransport } from './transport.js';

/** Returns identity endpoints that use a custom `fetch`. */
const identityOver = (fetch: typeof globalThis.fetch) =>
  createIdentityApi(
    createTransport({ basePath: 'https://api.example', timeoutMs: 5_000, fetch, onLeave: browserPlatform.onLeave }),
    (call) => call(['rt', 'abc'].join('_')),
  );

/** Simulates a browser whose `fetch` lacks `keepalive`. Returns the requests it sends while it leaves the app. */
function browserWithoutKeepalive() {
  const sent: { line: string; isAsync: boolean; headers: Record<string, string> }[] = [];
  class FakeXMLHttpRequest {
    #entry = { line: '', isAsync: true, headers: {} as Record<string, string> };
    open(method: string, url: string, isAsync: boolean) {
      this.#entry = { line: `${method} ${url}`, isAsync, headers: {} };
    }
    setRequestHeader(name: string, value: string) {
      this.#entry.headers[name] = value;
    }
    send() {
      sent.push(this.#entry);
    }
  }
  vi.stubGlobal('Request', function Request() {});
  vi.stubGlobal('XMLHttpRequest', FakeXMLHttpRequest);
  return sent;
}

describe('a sign-out request', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('omits keepalive on the next call when the browser rejects it', async () => {
    const sent: RequestInit[] = [];
    const identityApi = identityOver(async (_input, init = {}) => {
      sent.push(init);
      if (init.keepalive) throw new TypeError('Failed to fetch');
      return new Response('{"revoked":true}');
    });
    expect(await failureOf(identityApi.signOutSession())).toMatchObject({ code: 'NETWORK_ERROR' });
    expect(await identityApi.signOutSession()).toEqual({ revoked: true });
    expect(sent.map(({ keepalive }) => keepalive)).toEqual([true, undefined]);
  });

  it('uses keepalive again after a failure without it', async () => {
    const { control, identityApi, sent } = await apiOnEmulator();
    for (const isOffline of [true, true, true, false]) {
      control.setOffline(isOffline);
      await identityApi.signOutSession().catch(() => undefined);
    }
    expect(sent.map(({ init }) => init.keepalive)).toEqual([true, undefined, true, undefined]);
  });

  it('rejects with NETWORK_ERROR when the device is offline', async () => {
    const { control, identityApi } = await apiOnEmulator();
    control.setOffline(true);
    expect(await failureOf(identityApi.signOutSession())).toMatchObject({ code: 'NETWORK_ERROR' });
  });

  it('is sent again when a browser without keepalive leaves the app', async () => {
    const atLeaving = browserWithoutKeepalive();
    const response = deferred<Response>();
    const fetch = vi.fn(() => response.promise);
    const call = identityOver(fetch).signOutSession();
    await until(() => fetch.mock.calls.length > 0);
    window.dispatchEvent(new Event('pagehide'));
    expect(atLeaving).toEqual([
      {
        line: 'DELETE https://api.example/auth/session',
        isAsync: false,
        headers: { accept: 'application/json', authorization: `Bearer ${['rt', 'abc'].join('_')}` },
      },
    ]);
    response.resolve(new Response('{"revoked":true}'));
    await call;
  });

  it('is not sent again when the browser leaves the app after the response', async () => {
    const atLeaving = browserWithoutKeepalive();
    await identityOver(async () => new Response('{"revoked":true}')).signOutSession();
    window.dispatchEvent(new Event('pagehide'));
    expect(atLeaving).toEqual([]);
  });
});
