import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { signedInEmulator } from '../emulatorCall.js';
import { s256Challenge } from './authorization.js';

const codeVerifier = 'a verifier of 43 to 128 unreserved characters'.replaceAll(' ', '-');
const request = {
  client_id: 'my-app',
  redirect_uri: 'https://app.example/back?from=discovr',
  state: 'xyz',
  code_challenge: challengeOf(codeVerifier),
  code_challenge_method: 'S256',
};

/** Returns the challenge computed by Node. */
function challengeOf(verifier: string): string {
  return createHash('sha256').update(verifier).digest('base64url');
}

describe('POST /auth/code', () => {
  async function authorized() {
    const signedIn = await signedInEmulator();
    const { message } = signedIn.control.authorize(
      `https://api.discovr.media/authorize?${new URLSearchParams(request)}`,
    );
    const good = {
      code: 'code' in message ? message.code : '',
      codeVerifier,
      clientID: request.client_id,
      redirectUri: request.redirect_uri,
    };
    const redeem = (body: unknown = good) => signedIn.call('POST /auth/code', { body });
    return { ...signedIn, good, redeem };
  }

  it('computes the same S256 challenge as Node', async () => {
    const verifiers = Array.from({ length: 50 }, (_, index) => `${codeVerifier}.${index}~`);
    expect(await Promise.all(verifiers.map(s256Challenge))).toEqual(verifiers.map(challengeOf));
  });

  it('signs in a device', async () => {
    const { redeem, call } = await authorized();
    const { status, body } = await redeem();
    expect([status, body]).toEqual([
      200,
      {
        refreshToken: expect.stringMatching(/^rt_/),
        publicId: expect.any(String),
        expiresAt: Date.parse('2026-05-30T12:00:00Z') / 1000,
      },
    ]);
    expect((await call('GET /profiles', { token: String(body['refreshToken']) })).status).toBe(200);
  });

  it('redeems a code once, even for two simultaneous requests', async () => {
    const { redeem } = await authorized();
    const responses = await Promise.all([redeem(), redeem()]);
    expect(new Set(responses.map(({ status }) => status))).toEqual(new Set([200, 401]));
    expect(await redeem()).toMatchObject({ status: 401, body: { code: 'AUTH_FAILED' } });
  });

  it('accepts a code until it is one minute old by the emulator’s clock', async () => {
    const soon = await authorized();
    soon.passTime(59_999);
    expect((await soon.redeem()).status).toBe(200);
    const late = await authorized();
    late.passTime(60_000);
    expect(await late.redeem()).toMatchObject({ status: 401, body: { code: 'AUTH_FAILED' } });
  });

  it.each([
    ['codeVerifier', 'v'.repeat(43)],
    ['clientID', 'another-app'],
    ['redirectUri', 'https://app.example/back'],
  ])('rejects a wrong %s, and uses up the code', async (field, value) => {
    const { good, redeem } = await authorized();
    expect(await redeem({ ...good, [field]: value })).toMatchObject({ status: 401, body: { code: 'AUTH_FAILED' } });
    expect((await redeem()).status).toBe(401);
  });

  it('rejects an unknown code, and keeps other codes', async () => {
    const { good, redeem } = await authorized();
    expect(await redeem({ ...good, code: 'unknown' })).toMatchObject({ status: 401, body: { code: 'AUTH_FAILED' } });
    expect((await redeem()).status).toBe(200);
  });

  it.each([
    ['codeVerifier', 'too-short'],
    ['codeVerifier', `${'v'.repeat(43)} `],
    ['code', ''],
    ['clientID', undefined],
    ['redirectUri', 5],
    ['clientId', 'my-app'],
  ])('rejects a body with %s: %j, and keeps the code', async (field, value) => {
    const { good, redeem } = await authorized();
    const { status, body } = await redeem({ ...good, [field]: value });
    expect([status, body['code']]).toEqual([400, 'VALIDATION_FAILED']);
    expect(body['issues']).toEqual([{ path: [field], message: expect.any(String) }]);
    expect((await redeem()).status).toBe(200);
  });
});
