import { describe, expect, it } from 'vitest';
import { apiOnEmulator } from '../../test/support/apiOnEmulator.js';
import { failureOf } from '../../test/support/promises.js';
import { madeUpRefreshToken, madeUpSessionToken } from '../../test/support/tokens.js';
import { assertTokenFitsTier } from './tiers.js';

const WRONG_KIND = { name: 'DiscovrError', code: 'WRONG_TOKEN_KIND', status: undefined };

describe('a session token', () => {
  it('is never sent to an identity endpoint', async () => {
    const { mixedUp, sent, profileId } = await apiOnEmulator();
    const { identityApi } = mixedUp;
    expect(await failureOf(identityApi.getProfiles())).toMatchObject(WRONG_KIND);
    expect(await failureOf(identityApi.getProfile(profileId))).toMatchObject(WRONG_KIND);
    expect(await failureOf(identityApi.mintSessionToken({ profileId }))).toMatchObject(WRONG_KIND);
    expect(await failureOf(identityApi.signOutSession())).toMatchObject(WRONG_KIND);
    expect(sent).toEqual([]);
  });
});

describe('a refresh token', () => {
  it('is never sent to a session endpoint', async () => {
    const { mixedUp, sent } = await apiOnEmulator();
    expect(await failureOf(mixedUp.sessionApi.createPage({}))).toMatchObject(WRONG_KIND);
    expect(await failureOf(mixedUp.sessionApi.getPage('page_1'))).toMatchObject(WRONG_KIND);
    expect(sent).toEqual([]);
  });
});

describe('assertTokenFitsTier', () => {
  const refreshToken = madeUpRefreshToken('abc');
  const sessionToken = madeUpSessionToken('abc');

  it('accepts the token of each tier', () => {
    expect(() => assertTokenFitsTier(refreshToken, 'identity')).not.toThrow();
    expect(() => assertTokenFitsTier(sessionToken, 'session')).not.toThrow();
    expect(() => assertTokenFitsTier(undefined, 'public')).not.toThrow();
  });

  it('accepts a refresh token that contains dots', () => {
    expect(() => assertTokenFitsTier(`${refreshToken}.b.c`, 'identity')).not.toThrow();
  });

  it.each(['identity', 'session'] as const)(
    'for the %s tier rejects a token that a header cannot contain, without quoting it',
    (tier) => {
      for (const token of [`${refreshToken}\n`, `${sessionToken} ☃`, '']) {
        expect(() => assertTokenFitsTier(token, tier)).toThrow(
          expect.objectContaining({
            name: 'DiscovrError',
            code: 'TOKEN_INVALID',
            message: expect.not.stringContaining('abc'),
          }),
        );
      }
    },
  );

  it.each([
    ['identity', 'a session token', sessionToken],
    ['identity', 'no token', undefined],
    ['session', 'a refresh token', refreshToken],
    ['session', 'a refresh token with dots', `${refreshToken}.b.c`],
    ['session', 'no token', undefined],
    ['public', 'a refresh token', refreshToken],
    ['public', 'a session token', sessionToken],
  ] as const)('for the %s tier rejects %s', (tier, _name, token) => {
    expect(() => assertTokenFitsTier(token, tier)).toThrow(expect.objectContaining(WRONG_KIND));
  });
});
