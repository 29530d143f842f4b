import { decode } from 'hono/jwt';
import { describe, expect, it } from 'vitest';
import { createEmulator } from './createEmulator.js';
import { signedInEmulator } from './emulatorCall.js';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

describe('token kinds', () => {
  it.each(['GET /profiles', 'POST /profiles', 'POST /auth/session-token', 'DELETE /auth/session'])(
    'refuses a session token at %s as the wrong kind',
    async (route) => {
      const { call, token } = await signedInEmulator();
      const { status, body } = await call(route, { token });
      expect([status, body['code']]).toEqual([403, 'WRONG_TOKEN_KIND']);
    },
  );

  it.each(['POST /pages', 'GET /pages/page_1'])('refuses a refresh token at %s as the wrong kind', async (route) => {
    const { call, refreshToken } = await signedInEmulator();
    const { status, body } = await call(route, { token: refreshToken });
    expect([status, body['code']]).toEqual([403, 'WRONG_TOKEN_KIND']);
  });

  it.each([
    ['GET /profiles', undefined],
    ['GET /profiles', 'rt_000000'],
    ['GET /profiles', 'nonsense'],
    ['POST /pages', undefined],
    ['POST /pages', 'nonsense'],
    ['POST /pages', 'eyJhbGciOiJIUzI1NiJ9.eyJzaWQiOiIxIn0.c2lnbmF0dXJl'],
  ])('answers TOKEN_INVALID at %s to the bearer %s', async (route, token) => {
    const { call } = await signedInEmulator();
    const { status, body } = await call(route, token === undefined ? {} : { token });
    expect([status, body['code']]).toEqual([401, 'TOKEN_INVALID']);
    expect(body['message']).toBeTypeOf('string');
  });

  it("refuses another emulator's session token", async () => {
    const { call } = await signedInEmulator({ seed: 1 });
    const { token } = await signedInEmulator({ seed: 1 });
    expect((await call('POST /pages', { token })).body['code']).toBe('TOKEN_INVALID');
  });
});

describe('session tokens', () => {
  it('carry the profile, the session and the expiry the answer names, in Unix seconds', async () => {
    const { mint, profileId } = await signedInEmulator();
    const { token, sessionId, expiresAt } = await mint();
    expect(sessionId).toMatch(/^[0-9a-f]{32}$/);
    expect(expiresAt).toBe(Date.parse('2026-03-01T12:30:00Z') / 1000);
    expect(decode(token).payload).toMatchObject({ profileId, sid: sessionId, exp: expiresAt });
  });

  it('last 30 minutes by the given clock', async () => {
    const { call, token, passTime } = await signedInEmulator();
    passTime(30 * MINUTE_MS - 1);
    expect((await call('POST /pages', { token })).status).toBe(200);
    passTime(1);
    const { status, body } = await call('POST /pages', { token });
    expect([status, body['code']]).toEqual([401, 'TOKEN_EXPIRED']);
  });

  it('last as long as the emulator was told', async () => {
    const { call, token, passTime } = await signedInEmulator({ sessionLifetimeMs: 5000 });
    passTime(5000);
    expect((await call('POST /pages', { token })).body['code']).toBe('TOKEN_EXPIRED');
  });

  it('are new with every mint', async () => {
    const { mint } = await signedInEmulator();
    expect((await mint()).sessionId).not.toBe((await mint()).sessionId);
  });

  it('are minted for profiles of the account only', async () => {
    const { call, refreshToken } = await signedInEmulator();
    const body = { profileId: 'profile_of_somebody_else' };
    expect(await call('POST /auth/session-token', { token: refreshToken, body })).toMatchObject({
      status: 404,
      body: { code: 'NOT_FOUND' },
    });
  });

  it('end with their profile', async () => {
    const { call, refreshToken, token, profileId } = await signedInEmulator();
    await call(`DELETE /profiles/${profileId}`, { token: refreshToken });
    expect((await call('POST /pages', { token })).body['code']).toBe('TOKEN_INVALID');
  });

  it('expire at once on demand, and the next mint is good', async () => {
    const { call, control, token, mint } = await signedInEmulator();
    control.expireSession();
    expect((await call('POST /pages', { token })).body['code']).toBe('TOKEN_EXPIRED');
    expect((await call('POST /pages', { token: (await mint()).token })).status).toBe(200);
  });
});

describe('refresh tokens', () => {
  it('are made at run time and last 90 days', async () => {
    const { emulator, call, passTime } = await signedInEmulator();
    const first = emulator.issueCredential();
    expect(first.refreshToken).toMatch(/^rt_[0-9a-f]{48}$/);
    expect(emulator.issueCredential().refreshToken).not.toBe(first.refreshToken);
    expect(first.expiresAt).toBe(Date.parse('2026-03-01T12:00:00Z') / 1000 + (90 * DAY_MS) / 1000);
    passTime(90 * DAY_MS - 1);
    expect((await call('GET /profiles', { token: first.refreshToken })).status).toBe(200);
    passTime(1);
    expect((await call('GET /profiles', { token: first.refreshToken })).body['code']).toBe('TOKEN_EXPIRED');
  });

  it('are never the same, not even with a seed', () => {
    const issue = () => createEmulator({ seed: 'same', catalogue: [] }).issueCredential().refreshToken;
    expect(issue()).not.toBe(issue());
  });

  it('are revoked by signing out, while other devices and minted sessions go on', async () => {
    const { emulator, call, refreshToken, token } = await signedInEmulator();
    const other = emulator.issueCredential();
    expect((await call('DELETE /auth/session', { token: refreshToken })).body).toEqual({ revoked: true });
    expect((await call('GET /profiles', { token: refreshToken })).body['code']).toBe('TOKEN_INVALID');
    expect((await call('GET /profiles', { token: other.refreshToken })).status).toBe(200);
    expect((await call('POST /pages', { token })).status).toBe(200);
  });

  it('are revoked from another device by their public id', async () => {
    const { emulator, call, refreshToken } = await signedInEmulator();
    const other = emulator.issueCredential();
    const route = `DELETE /auth/sessions/${other.publicId}`;
    expect((await call(route, { token: refreshToken })).body).toEqual({ revoked: true });
    expect((await call('GET /profiles', { token: other.refreshToken })).body['code']).toBe('TOKEN_INVALID');
    expect((await call(route, { token: refreshToken })).status).toBe(404);
  });

  it('are revoked on demand, one or all', async () => {
    const { emulator, control, call, refreshToken } = await signedInEmulator();
    const other = emulator.issueCredential();
    control.revoke(refreshToken);
    expect((await call('GET /profiles', { token: refreshToken })).status).toBe(401);
    expect((await call('GET /profiles', { token: other.refreshToken })).status).toBe(200);
    control.revoke();
    expect((await call('GET /profiles', { token: other.refreshToken })).status).toBe(401);
    expect(() => control.revoke(refreshToken)).toThrow(/not in use/);
  });

  it('come with a chosen profile only when one is asked for, and only with one that exists', async () => {
    const { emulator, profileId } = await signedInEmulator();
    expect(emulator.issueCredential()).not.toHaveProperty('profileId');
    expect(emulator.issueCredential({ profileId }).profileId).toBe(profileId);
    expect(() => emulator.issueCredential({ profileId: 'profile_none' })).toThrow(
      /no profile has the id "profile_none"/,
    );
  });
});
