import { onTestFinished, describe, expect, it } from 'vitest';
import { generatedTitles } from '../catalog/catalog.js';
import { serveEmulator, type ServeEmulatorOptions } from './serveEmulator.js';

/** Serves an emulator that can be controlled, with functions that send requests to it. */
async function served(options: Partial<ServeEmulatorOptions> = {}) {
  const one = await serveEmulator({ port: 0, catalog: generatedTitles(50), hasControl: true, ...options });
  onTestFinished(one.close);
  const post = async (path: string, body: unknown, headers: Record<string, string> = {}) => {
    const response = await fetch(one.url + path, { method: 'POST', headers, body: JSON.stringify(body) });
    const text = await response.text();
    return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
  };
  const { refreshToken, profileId } = one.credential;
  return {
    one,
    control: (calls: unknown, headers?: Record<string, string>) => post('/__control', calls, headers),
    mint: () => post('/auth/session-token', { profileId }, { authorization: `Bearer ${refreshToken}` }),
    createPage: (sessionToken: string) => post('/pages', {}, { authorization: `Bearer ${sessionToken}` }),
  };
}

describe('POST /__control', () => {
  it('calls the methods of control with the arguments in the body', async () => {
    const { control, mint } = await served();
    const fault = [
      { kind: 'status', status: 503, code: 'MAINTENANCE' },
      { times: 2, route: 'POST /auth/session-token' },
    ];
    expect(await control({ failNext: fault, setLatency: [1] })).toEqual({ status: 204, body: undefined });
    expect(await mint()).toMatchObject({ status: 503, body: { code: 'MAINTENANCE' } });
    await control({ clearFaults: [] });
    expect((await mint()).status).toBe(200);
  });

  it('expires sessions, revokes tokens and switches the network off', async () => {
    const { control, mint, createPage } = await served();
    const { sessionToken } = (await mint()).body;
    await control({ expireSession: [] });
    expect((await createPage(sessionToken)).body).toMatchObject({ code: 'TOKEN_EXPIRED' });
    await control({ revoke: [] });
    expect((await mint()).body).toMatchObject({ code: 'TOKEN_INVALID' });
    await control({ setOffline: [true] });
    await expect(mint()).rejects.toBeInstanceOf(TypeError);
    await control({ setOffline: [false] });
    expect((await mint()).status).toBe(401);
  });

  it('starts again with the same credential after a reset, even a random one', async () => {
    const { one, control, mint } = await served({ host: '0.0.0.0' });
    const before = one.emulator;
    await control({ revoke: [], setOffline: [true] });
    await control({ reset: [], setLatency: [1] });
    expect((await mint()).status).toBe(200);
    expect(one.emulator).not.toBe(before);
    expect(one.emulator.control.profiles()[0]?.id).toBe(one.credential.profileId);
  });

  it.each([
    [{ failNxt: [] }, ['failNxt'], 'Unknown field.'],
    [{ failNext: [{ kind: 'staus' }] }, ['failNext', 0, 'kind'], 'Not valid.'],
    [{ failNext: [{ kind: 'hang', status: 503 }] }, ['failNext', 0, 'status'], 'Unknown field.'],
    [
      { failNext: [{ kind: 'hang' }, { route: '/pages' }] },
      ['failNext', 1, 'route'],
      'Must be a method and a path, such as POST /pages.',
    ],
    [{ setLatency: [-1] }, ['setLatency', 0], 'Must be at least 0.'],
    [{ setLatency: [] }, ['setLatency'], 'Must be at least 1.'],
    [{ expireSession: true }, ['expireSession'], 'Expected array.'],
    [[], [], 'Expected object.'],
  ])('rejects %j with 400 and says why', async (calls, path, message) => {
    const { control } = await served();
    const { status, body } = await control(calls);
    expect(status).toBe(400);
    expect(body).toMatchObject({ code: 'VALIDATION_FAILED', issues: [{ path, message }] });
  });

  it('responds with 400 and the reason when the method throws', async () => {
    const { control } = await served();
    expect(await control({ approveDevice: ['ABCD'] })).toMatchObject({
      status: 400,
      body: { message: expect.stringContaining('ABCD') },
    });
  });

  it('does not exist without hasControl, and is forbidden for pages of other origins', async () => {
    const off = await served({ hasControl: false });
    expect((await off.control({ revoke: [] })).status).toBe(404);
    const { control, mint } = await served();
    for (const origin of ['https://app.example', 'null']) {
      expect((await control({ revoke: [] }, { origin })).status).toBe(403);
    }
    expect((await control({ setLatency: [1] }, { origin: 'http://localhost:5173' })).status).toBe(204);
    expect((await mint()).status).toBe(200);
  });
});
