import { afterEach, describe, expect, it } from 'vitest';
import { until } from '../../../test/support/promises.js';
import { startFailure } from './commandText.js';
import { generatedTitles } from '../catalog/catalog.js';
import { serveEmulator, type ServedEmulator, type ServeEmulatorOptions } from './serveEmulator.js';

const served: ServedEmulator[] = [];

async function serve(options: Partial<ServeEmulatorOptions> = {}): Promise<ServedEmulator> {
  const one = await serveEmulator({ port: 0, catalog: generatedTitles(50), ...options });
  served.push(one);
  return one;
}

afterEach(async () => {
  for (const one of served.splice(0)) await one.close();
});

describe('serveEmulator', () => {
  it('returns a credential that can create a page over HTTP', async () => {
    const { url, credential } = await serve();
    const post = async (path: string, token: string, body: unknown): Promise<Record<string, unknown>> => {
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
      const response = await fetch(url + path, { method: 'POST', headers, body: JSON.stringify(body) });
      return response.json();
    };
    const { profileId, refreshToken } = credential;
    const { sessionToken } = await post('/auth/session-token', refreshToken, { profileId });
    const page = await post('/pages', String(sessionToken), { pageFilters: { media_type: 'movie' } });
    expect(page).toMatchObject({ id: expect.stringMatching(/^page_/), pageFilters: { media_type: 'movie' } });
  });

  it('takes an IPv6 address in brackets, as in a URL', async () => {
    const { port } = new URL((await serve({ host: '[::1]' })).url);
    // Not by name, which can mean the other loopback address.
    expect((await fetch(`http://[::1]:${port}/profile-images`)).status).toBe(200);
  });

  it('returns the same credential after a restart, with a refresh token that is obviously fake', async () => {
    const [first, second] = await Promise.all([serve(), serve()]);
    expect(second.credential).toMatchObject({
      refreshToken: first.credential.refreshToken,
      profileId: first.credential.profileId,
    });
    expect(first.credential.refreshToken).toMatch(/^rt_0{32}[0-9a-f]{16}$/);
  });

  it('returns another credential for another seed, and uses a given refresh token', async () => {
    const [usual, seeded, sameSeed, given] = await Promise.all([
      serve(),
      serve({ seed: 'demo' }),
      serve({ seed: 'demo' }),
      serve({ refreshToken: 'rt_mine' }),
    ]);
    expect(seeded.credential.refreshToken).not.toBe(usual.credential.refreshToken);
    expect(seeded.credential.profileId).not.toBe(usual.credential.profileId);
    expect(sameSeed.credential).toEqual({ ...seeded.credential, expiresAt: expect.any(Number) });
    expect(given.credential).toMatchObject({ refreshToken: 'rt_mine', profileId: usual.credential.profileId });
  });

  it('has a random refresh token when other devices can reach it, unless one is given', async () => {
    const [first, second, given] = await Promise.all([
      serve({ host: '0.0.0.0', seed: 'demo' }),
      serve({ host: '0.0.0.0', seed: 'demo' }),
      serve({ host: '0.0.0.0', refreshToken: 'rt_mine' }),
    ]);
    expect(first.credential.refreshToken).toMatch(/^rt_[0-9a-f]{48}$/);
    expect(second.credential.refreshToken).not.toBe(first.credential.refreshToken);
    expect(second.credential.profileId).toBe(first.credential.profileId);
    expect(given.credential.refreshToken).toBe('rt_mine');
    expect([first, given].map(({ hasRandomToken }) => hasRandomToken)).toEqual([true, false]);
  });

  it('creates different ids after a restart, so that an open app cannot confuse old and new pages', async () => {
    const [first, second] = await Promise.all([serve(), serve()]);
    const sessionOf = async ({ url, credential: { refreshToken, profileId } }: ServedEmulator) => {
      const headers = { authorization: `Bearer ${refreshToken}` };
      const init = { method: 'POST', headers, body: JSON.stringify({ profileId }) };
      const { sessionId } = await (await fetch(`${url}/auth/session-token`, init)).json();
      return sessionId;
    };
    expect(await sessionOf(first)).not.toBe(await sessionOf(second));
  });

  it('sends CORS headers to pages on this computer', async () => {
    const { url } = await serve();
    const headers = {
      origin: 'http://localhost:5173',
      'access-control-request-method': 'PATCH',
      'access-control-request-headers': 'authorization,content-type',
    };
    const preflight = await fetch(`${url}/profiles/1`, { method: 'OPTIONS', headers });
    expect(preflight.ok).toBe(true);
    expect(preflight.headers.get('access-control-allow-origin')).toBe('http://localhost:5173');
    expect(preflight.headers.get('access-control-allow-methods')).toContain('PATCH');
    expect(preflight.headers.get('access-control-allow-headers')).toBe('authorization,content-type');
    const response = await fetch(`${url}/profiles`, { headers: { origin: 'http://localhost:5173' } });
    expect(response.status).toBe(401);
    expect(response.headers.get('access-control-allow-origin')).toBe('http://localhost:5173');
    expect(response.headers.get('access-control-expose-headers')).toBe('x-request-id,retry-after');
    expect(response.headers.get('x-request-id')).toMatch(/^req_/);
  });

  it('serves the sign-in page and redirects after its form is submitted', async () => {
    const { url } = await serve();
    const request = new URLSearchParams({
      client_id: 'my-app',
      redirect_uri: 'http://localhost:5173/back',
      state: 'xyz',
      code_challenge: 'c'.repeat(43),
      code_challenge_method: 'S256',
    });
    const page = await fetch(`${url}/authorize?${request}`);
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    request.set('decision', 'cancel');
    const response = await fetch(`${url}/authorize`, { method: 'POST', body: request, redirect: 'manual' });
    expect([response.status, response.headers.get('location')]).toEqual([
      303,
      'http://localhost:5173/back?error=access_denied&state=xyz',
    ]);
  });

  it('closes the connection on a network fault', async () => {
    const { url, emulator } = await serve();
    emulator.control.failNext({ kind: 'network' });
    await expect(fetch(`${url}/profiles`)).rejects.toBeInstanceOf(TypeError);
    expect((await fetch(`${url}/profiles`)).status).toBe(401);
  });

  it('closes even if a request hangs', async () => {
    const { url, emulator, close } = await serveEmulator({ port: 0, catalog: [] });
    emulator.control.failNext({ kind: 'hang' });
    const hanging = fetch(`${url}/profiles`);
    hanging.catch(() => undefined);
    await until(() => emulator.control.requests.length > 0);
    await close();
    await expect(hanging).rejects.toBeInstanceOf(TypeError);
  });

  it('rejects when the port is in use', async () => {
    const { url } = await serve();
    const port = Number(new URL(url).port);
    const failure = await serveEmulator({ port, catalog: [] }).catch((error: unknown) => error);
    expect(startFailure(failure, port)).toBe(
      `Port ${port} is already in use. Choose another one, such as --port ${port + 1}.`,
    );
  });
});
