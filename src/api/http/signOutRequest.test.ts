import { afterEach, describe, expect, it, vi } from 'vitest';
import { apiOnEmulator } from '../../../test/support/apiOnEmulator.js';
import { deferred, failureOf, until } from '../../../test/support/promises.js';
import { createIdentityApi } from '../identityApi.js';
import { createTransport } from './transport.js';

/** The identity endpoints over a `fetch` of the test's own. */
const identityOver = (fetch: typeof globalThis.fetch) =>
  createIdentityApi(createTransport({ basePath: 'https://api.example', timeoutMs: 5_000, fetch }), (call) =>
    call(['rt', 'abc'].join('_')),
  );

/** A browser whose `fetch` does not know `keepalive`, and what it sent while the page was left. */
function browserWithoutKeepalive() {
  const sent: { line: string; isAsync: boolean; headers: Record<string, string> }[] = [];
  class FakeXMLHttpRequest {
    #entry = { line: '', isAsync: true, headers: {} as Record<string, string> };
    open(method: string, address: string, isAsync: boolean) {
      this.#entry = { line: `${method} ${address}`, isAsync, headers: {} };
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

describe('a sign-out', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('gets out at the next try when the browser has no room for requests that outlast the page', async () => {
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

  it('outlasts the page again when the connection was only lost', async () => {
    const { control, identityApi, sent } = await apiOnEmulator();
    for (const isOffline of [true, true, true, false]) {
      control.setOffline(isOffline);
      await identityApi.signOutSession().catch(() => undefined);
    }
    expect(sent.map(({ init }) => init.keepalive)).toEqual([true, undefined, true, undefined]);
  });

  it('is a NETWORK_ERROR when there is no connection at all', async () => {
    const { control, identityApi } = await apiOnEmulator();
    control.setOffline(true);
    expect(await failureOf(identityApi.signOutSession())).toMatchObject({ code: 'NETWORK_ERROR' });
  });

  it('gets out when the page is left and the browser does not know keepalive', async () => {
    const atLeaving = browserWithoutKeepalive();
    const answer = deferred<Response>();
    const fetch = vi.fn(() => answer.promise);
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
    answer.resolve(new Response('{"revoked":true}'));
    await call;
  });

  it('is not sent again when the page is left after the answer', async () => {
    const atLeaving = browserWithoutKeepalive();
    await identityOver(async () => new Response('{"revoked":true}')).signOutSession();
    window.dispatchEvent(new Event('pagehide'));
    expect(atLeaving).toEqual([]);
  });
});
