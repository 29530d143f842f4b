import { describe, expect, it } from 'vitest';
import { createEmulator } from '../createEmulator.js';
import { signedInEmulator } from '../emulatorCall.js';

const DAY_MS = 24 * 60 * 60_000;

describe('refresh tokens', () => {
  it('are random and valid for 90 days', async () => {
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

  it('never repeat, not even with a seed', () => {
    const issue = () => createEmulator({ seed: 'same', catalog: [] }).issueCredential().refreshToken;
    expect(issue()).not.toBe(issue());
  });

  it('are revoked by signing out; other devices and minted sessions keep working', async () => {
    const { emulator, call, refreshToken, token } = await signedInEmulator();
    const other = emulator.issueCredential();
    expect((await call('DELETE /auth/session', { token: refreshToken })).body).toEqual({ revoked: true });
    expect((await call('GET /profiles', { token: refreshToken })).body['code']).toBe('TOKEN_INVALID');
    expect((await call('GET /profiles', { token: other.refreshToken })).status).toBe(200);
    expect((await call('POST /pages', { token })).status).toBe(200);
  });

  it('are revoked from another device by public id', async () => {
    const { emulator, call, refreshToken } = await signedInEmulator();
    const other = emulator.issueCredential();
    const route = `DELETE /auth/sessions/${other.publicId}`;
    expect((await call(route, { token: refreshToken })).body).toEqual({ revoked: true });
    expect((await call('GET /profiles', { token: other.refreshToken })).body['code']).toBe('TOKEN_INVALID');
    expect((await call(route, { token: refreshToken })).status).toBe(404);
  });

  it('are revoked by control.revoke(), which revokes one token or all', async () => {
    const { emulator, control, call, refreshToken } = await signedInEmulator();
    const other = emulator.issueCredential();
    control.revoke(refreshToken);
    expect((await call('GET /profiles', { token: refreshToken })).status).toBe(401);
    expect((await call('GET /profiles', { token: other.refreshToken })).status).toBe(200);
    control.revoke();
    expect((await call('GET /profiles', { token: other.refreshToken })).status).toBe(401);
    expect(() => control.revoke(refreshToken)).toThrow(/not in use/);
  });

  it('are issued without a profile by default, or with one that exists', async () => {
    const { emulator, profileId } = await signedInEmulator();
    expect(emulator.issueCredential()).not.toHaveProperty('profileId');
    expect(emulator.issueCredential({ profileId }).profileId).toBe(profileId);
    expect(() => emulator.issueCredential({ profileId: 'profile_none' })).toThrow(
      /no profile has the id "profile_none"/,
    );
  });
});
