import { describe, expect, it } from 'vitest';
import { signedInEmulator } from '../emulatorCall.js';

describe('the emulator', () => {
  it.each([
    'GET /profiles',
    'POST /profiles',
    'GET /profiles/profile_1',
    'PATCH /profiles/profile_1',
    'DELETE /profiles/profile_1',
    'POST /auth/session-token',
    'DELETE /auth/session',
  ])('rejects a session token at %s with WRONG_TOKEN_KIND', async (route) => {
    const { call, token } = await signedInEmulator();
    const { status, body } = await call(route, { token });
    expect([status, body['code']]).toEqual([403, 'WRONG_TOKEN_KIND']);
  });

  it.each([
    'POST /pages',
    'GET /pages/page_1',
    'GET /pages/page_1/rows',
    'GET /pages/page_1/rows/row_1',
    'GET /pages/page_1/rows/row_1/items',
    'GET /media/MV_1',
    'GET /profile/media/MV_1',
    ...['liked', 'disliked', 'super_liked', 'watchlist'].flatMap((list) => [
      `GET /profile/${list}`,
      `POST /profile/${list}`,
      `DELETE /profile/${list}/MV_1`,
    ]),
    'GET /profile/history',
    'POST /profile/history',
    'GET /profile/history/MV_1',
    'PATCH /profile/history/MV_1',
    'DELETE /profile/history/MV_1',
    'POST /profile/playback',
    'PATCH /profile/playback',
    'POST /profile/scrobble/MV_1',
    'POST /profile/scrobble/MV_1/skip',
  ])('rejects a refresh token at %s with WRONG_TOKEN_KIND', async (route) => {
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
  ])('rejects %s with TOKEN_INVALID when the bearer token is %s', async (route, token) => {
    const { call } = await signedInEmulator();
    const { status, body } = await call(route, token === undefined ? {} : { token });
    expect([status, body['code']]).toEqual([401, 'TOKEN_INVALID']);
    expect(body['message']).toBeTypeOf('string');
  });

  it('rejects the session token of another emulator', async () => {
    const { call } = await signedInEmulator({ seed: 1 });
    const { token } = await signedInEmulator({ seed: 1 });
    expect((await call('POST /pages', { token })).body['code']).toBe('TOKEN_INVALID');
  });
});
