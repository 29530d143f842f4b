import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { growth } from '../../../test/support/growth.js';
import { apiOnEmulator } from '../../../test/support/apiOnEmulator.js';
import { failureOf } from '../../../test/support/promises.js';
import { everythingLoggable } from '../../../test/support/secrets.js';
import { madeUpRefreshToken, madeUpSessionToken } from '../../../test/support/tokens.js';
import { DiscovrError } from './discovrError.js';
import { redactTokens } from './redactTokens.js';
import { WITHOUT_REPEATS_MS } from '../../../test/support/withoutRepeats.js';

const refreshToken = madeUpRefreshToken('0123abc');
const sessionToken = madeUpSessionToken('profile');

describe('a text', () => {
  it.each([refreshToken, sessionToken])('loses each token in it, and nothing else', (token) => {
    expect(redactTokens(token)).toBe('[token]');
    expect(redactTokens(`Bearer ${token}, and ${token}.`)).toBe('Bearer [token], and [token].');
    expect(redactTokens(`{"token":"${token}"}`)).toBe('{"token":"[token]"}');
    expect(redactTokens(`?token=${token}&a=b`)).toBe('?token=[token]&a=b');
  });

  it('stays as it is where there is none', () => {
    const text = 'GET /profiles answered 401 TOKEN_INVALID: the part_of a start_of eye.';
    expect(redactTokens(text)).toBe(text);
  });

  it('loses a refresh token of any characters a bearer token may have, wherever it is cut', () => {
    const secret = fc
      .array(fc.constantFrom(...Array.from('ABYZabyz0189._~+/=-')), { minLength: 12, maxLength: 60 })
      .map((parts) => parts.join(''))
      // A full stop at the end of a text belongs to the sentence.
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

  it('loses a session token that was cut anywhere', () => {
    for (let cut = 5; cut <= sessionToken.length; cut += 1) {
      expect(redactTokens(`Bearer ${sessionToken.slice(0, cut)}`).replace(/\.$/, '')).toBe('Bearer [token]');
    }
  });

  it('loses an encoded token as a whole', () => {
    expect(redactTokens(`?next=a%3Ftoken%3D${refreshToken}%2Fab%2B`)).toBe('?next=a%3Ftoken%3D[token]');
    expect(redactTokens(`?next=a%3Ftoken%3D${sessionToken}`)).toBe('?next=a%3Ftoken%3D[token]');
  });

  it.each(['eyJ', 'rt_', 'rt_.', 'eyJ.', 'eyJ..a.', 'rt_. ', 'art_', '%', 'e'])(
    'is read in linear time when it is made of %j',
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
    ['in a field of its own', (token) => ({ code: 'TOKEN_INVALID', token, request: { headers: { token } } })],
    ['as the whole body', (token) => token],
  ];

  it.each(echoes)('holds no token that the server echoes %s', async (_where, echo) => {
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

  it('holds no token that stands in a web page or in JSON that was not asked for', async () => {
    let body = '';
    const { identityApi, refreshToken: token } = await apiOnEmulator({ alter: () => new Response(body) });
    for (body of [`<p>${token}</p>`, `{"profiles":"${token}"}`, `{"${token}":1}`, `"${token}`]) {
      const error = await failureOf(identityApi.getProfiles());
      expect(error).toMatchObject({ code: 'BAD_RESPONSE' });
      expect(everythingLoggable(error)).not.toContain(token);
    }
  });

  it('holds no token when there is no connection, and its cause holds no request', async () => {
    const { control, identityApi, refreshToken: token } = await apiOnEmulator({ timeoutMs: WITHOUT_REPEATS_MS });
    control.setOffline(true);
    const error = await failureOf(identityApi.getProfiles());
    expect(error).toMatchObject({ code: 'NETWORK_ERROR', cause: { name: 'TypeError' } });
    expect(everythingLoggable(error)).not.toContain(token);
  });

  it('holds no token when it was of the wrong kind', async () => {
    const { mixedUp, ...tokens } = await apiOnEmulator();
    const loggable = [
      everythingLoggable(await failureOf(mixedUp.identityApi.getProfiles())),
      everythingLoggable(await failureOf(mixedUp.sessionApi.createPage({}))),
    ].join();
    expect(loggable).toContain('WRONG_TOKEN_KIND');
    expect(loggable).not.toContain(tokens.refreshToken);
    expect(loggable).not.toContain(tokens.sessionToken);
  });

  it('takes tokens out of what an app makes one with', () => {
    const issues = [{ path: ['a'], message: `${refreshToken} and ${sessionToken}` }];
    const loggable = everythingLoggable(new DiscovrError('UNKNOWN', `Sent ${refreshToken}.`, { issues }));
    expect(loggable).toContain('Sent [token].');
    expect(loggable).not.toContain(refreshToken);
    expect(loggable).not.toContain(sessionToken);
  });
});
