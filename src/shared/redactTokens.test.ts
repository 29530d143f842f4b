import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { growth } from '../../test/support/growth.js';
import { apiOnEmulator } from '../../test/support/apiOnEmulator.js';
import { failureOf } from '../../test/support/promises.js';
import { everythingLoggable } from '../../test/support/secrets.js';
import { madeUpRefreshToken, madeUpSessionToken } from '../../test/support/tokens.js';
import { DiscovrError, redactTokens } from './errors.js';

const refreshToken = madeUpRefreshToken('0123abc');
const sessionToken = madeUpSessionToken('profile');

describe('redactTokens', () => {
  it.each([
    ['refresh', refreshToken],
    ['session', sessionToken],
  ])('redacts each %s token in a text, and nothing else', (_kind, token) => {
    expect(redactTokens(token)).toBe('[token]');
    expect(redactTokens(`Bearer ${token}, and ${token}.`)).toBe('Bearer [token], and [token].');
    expect(redactTokens(`{"token":"${token}"}`)).toBe('{"token":"[token]"}');
    expect(redactTokens(`?token=${token}&a=b`)).toBe('?token=[token]&a=b');
  });

  it('does not change a text without tokens', () => {
    const text = 'GET /profiles returned 401 TOKEN_INVALID: the part_of a start_of eye.';
    expect(redactTokens(text)).toBe(text);
  });

  it('redacts a refresh token with any valid characters, wherever the text is truncated', () => {
    const secret = fc
      .array(fc.constantFrom(...Array.from('ABYZabyz0189._~+/=-')), { minLength: 12, maxLength: 60 })
      .map((parts) => parts.join(''))
      // Periods at the end of a text may end a sentence, so they are not redacted.
      .filter((text) => !text.includes('..'));
    const before = fc.constantFrom('', 'Bearer ', '"', '?token=', 'token%3D', String.raw`\n`);
    const leaked = (text: string, redacted: string) =>
      Array.from({ length: text.length - 2 }, (_, at) => text.slice(at, at + 3)).filter((part) =>
        redacted.includes(part),
      );
    fc.assert(
      fc.property(secret, before, fc.nat(80), (text, start, cut) => {
        const redacted = redactTokens(`${start}${madeUpRefreshToken(text)}`.slice(0, cut));
        expect(leaked(text, redacted.replace(start, ''))).toEqual([]);
      }),
    );
  });

  it('redacts a session token that is truncated anywhere', () => {
    for (let cut = 5; cut <= sessionToken.length; cut += 1) {
      expect(redactTokens(`Bearer ${sessionToken.slice(0, cut)}`).replace(/\.$/, '')).toBe('Bearer [token]');
    }
  });

  it('redacts a URL-encoded token completely', () => {
    expect(redactTokens(`?next=a%3Ftoken%3D${refreshToken}%2Fab%2B`)).toBe('?next=a%3Ftoken%3D[token]');
    expect(redactTokens(`?next=a%3Ftoken%3D${sessionToken}`)).toBe('?next=a%3Ftoken%3D[token]');
  });

  it.each(['eyJ', 'rt_', 'rt_.', 'eyJ.', 'eyJ..a.', 'rt_. ', 'art_', '%', 'e'])(
    'takes linear time for repetitions of %j',
    (part) => {
      const read = (count: number) => {
        const text = part.repeat(count);
        return () => redactTokens(text);
      };
      expect(growth(read)).toBeLessThan(3);
    },
  );
});

describe('an error', () => {
  const echoes: [string, (token: string) => unknown][] = [
    ['in its message', (token) => ({ code: 'TOKEN_INVALID', message: `The token ${token} is not known.` })],
    ['in a nested message', (token) => ({ error: { message: `authorization: Bearer ${token}` } })],
    ['in an issue', (token) => ({ issues: [{ path: ['token'], message: `${token} is too short.` }] })],
    ['in a separate field', (token) => ({ code: 'TOKEN_INVALID', token, request: { headers: { token } } })],
    ['as the whole body', (token) => token],
  ];

  it.each(echoes)('contains no token that the server echoes %s', async (_where, echo) => {
    const { control, identityApi, sessionApi, ...tokens } = await apiOnEmulator();
    control.failNext({ kind: 'body', status: 401, body: echo(tokens.refreshToken) });
    control.failNext({ kind: 'body', status: 401, body: echo(tokens.sessionToken) });
    const loggable = [
      everythingLoggable(await failureOf(identityApi.getProfiles())),
      everythingLoggable(await failureOf(sessionApi.createPage({}))),
    ].join();
    expect(loggable).toContain('401 TOKEN_INVALID');
    expect(loggable).not.toContain(tokens.refreshToken);
    expect(loggable).not.toContain(tokens.sessionToken);
  });

  it('contains no token from an unexpected web page or unexpected JSON', async () => {
    let body = '';
    const { identityApi, refreshToken: token } = await apiOnEmulator({ alter: () => new Response(body) });
    for (body of [`<p>${token}</p>`, `{"profiles":"${token}"}`, `{"${token}":1}`, `"${token}`]) {
      const error = await failureOf(identityApi.getProfiles());
      expect(error).toMatchObject({ code: 'BAD_RESPONSE' });
      expect(everythingLoggable(error)).not.toContain(token);
    }
  });

  it('contains no token when the network fails, and no request in its cause', async () => {
    const { control, identityApi, refreshToken: token } = await apiOnEmulator({ retries: 0 });
    control.setOffline(true);
    const error = await failureOf(identityApi.getProfiles());
    expect(error).toMatchObject({ code: 'NETWORK_ERROR', cause: { name: 'TypeError' } });
    expect(everythingLoggable(error)).not.toContain(token);
  });

  it('contains no token when the token is of the wrong kind', async () => {
    const { mixedUp, ...tokens } = await apiOnEmulator();
    const loggable = [
      everythingLoggable(await failureOf(mixedUp.identityApi.getProfiles())),
      everythingLoggable(await failureOf(mixedUp.sessionApi.createPage({}))),
    ].join();
    expect(loggable).toContain('WRONG_TOKEN_KIND');
    expect(loggable).not.toContain(tokens.refreshToken);
    expect(loggable).not.toContain(tokens.sessionToken);
  });

  it('contains no token even if an app creates it with a token', () => {
    const issues = [{ path: ['a'], message: `${refreshToken} and ${sessionToken}` }];
    const loggable = everythingLoggable(new DiscovrError('UNKNOWN', `Sent ${refreshToken}.`, { issues }));
    expect(loggable).toContain('Sent [token].');
    expect(loggable).not.toContain(refreshToken);
    expect(loggable).not.toContain(sessionToken);
  });
});
