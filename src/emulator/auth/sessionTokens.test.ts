import { decode } from 'hono/jwt';
import { describe, expect, it } from 'vitest';
import { signedInEmulator } from '../emulatorCall.js';

const MINUTE_MS = 60_000;

describe('session tokens', () => {
  it('contain the profile id, and the session id and expiry of the response', async () => {
    const { mint, profileId } = await signedInEmulator();
    const { token, sessionId, expiresAt } = await mint();
    expect(sessionId).toMatch(/^[0-9a-f]{32}$/);
    expect(expiresAt).toBe(Date.parse('2026-03-01T12:30:00Z') / 1000);
    expect(decode(token).payload).toMatchObject({ profileId, sid: sessionId, exp: expiresAt });
  });

  it('are valid for 30 minutes by the emulator’s clock', async () => {
    const { call, token, passTime } = await signedInEmulator();
    passTime(30 * MINUTE_MS - 1);
    expect((await call('POST /pages', { token })).status).toBe(200);
    passTime(1);
    const { status, body } = await call('POST /pages', { token });
    expect([status, body['code']]).toEqual([401, 'TOKEN_EXPIRED']);
  });

  it('are valid for the `sessionLifetimeMs` of the options', async () => {
    const { call, token, passTime } = await signedInEmulator({ sessionLifetimeMs: 5000 });
    passTime(5000);
    expect((await call('POST /pages', { token })).body['code']).toBe('TOKEN_EXPIRED');
  });

  it('belong to a new session after every mint', async () => {
    const { mint } = await signedInEmulator();
    expect((await mint()).sessionId).not.toBe((await mint()).sessionId);
  });

  it('are minted for profiles of the account only', async () => {
    const { call, refreshToken } = await signedInEmulator();
    const body = { profileId: 'profile_of_another_account' };
    expect(await call('POST /auth/session-token', { token: refreshToken, body })).toMatchObject({
      status: 404,
      body: { code: 'NOT_FOUND' },
    });
  });

  it('become invalid when their profile is deleted', async () => {
    const { call, refreshToken, token, profileId } = await signedInEmulator();
    await call(`DELETE /profiles/${profileId}`, { token: refreshToken });
    expect((await call('POST /pages', { token })).body['code']).toBe('TOKEN_INVALID');
  });

  it('expire on control.expireSession(), and new ones can be minted', async () => {
    const { call, control, token, mint } = await signedInEmulator();
    control.expireSession();
    expect((await call('POST /pages', { token })).body['code']).toBe('TOKEN_EXPIRED');
    expect((await call('POST /pages', { token: (await mint()).token })).status).toBe(200);
  });
});
