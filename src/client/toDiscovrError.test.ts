import { describe, expect, it } from 'vitest';
import { failureOf } from '../../test/support/promises.js';
import { madeUpRefreshToken, madeUpSessionToken } from '../../test/support/tokens.js';
import { abortError } from '../shared/abort.js';
import { DiscovrError } from '../shared/errors.js';
import { foreignCall, toDiscovrError } from './foreignCall.js';

describe('toDiscovrError', () => {
  it('returns a DiscovrError with the code, status and message of the error', () => {
    const error = Object.assign(new Error('Too many.'), { code: 'RATE_LIMITED', status: 429 });
    expect(toDiscovrError(error)).toMatchObject({
      name: 'DiscovrError',
      code: 'RATE_LIMITED',
      status: 429,
      message: 'Too many.',
      cause: { message: 'Too many.' },
    });
  });

  it('keeps an unknown code', () => {
    expect(toDiscovrError(Object.assign(new Error('x'), { code: 'NEW' }))).toMatchObject({ code: 'NEW' });
  });

  it('keeps the filters of an outdated page if they are readable', async () => {
    const failed = (pageLevelFilters: unknown) =>
      failureOf(
        foreignCall(() => Promise.reject(Object.assign(new Error('x'), { code: 'SESSION_EXPIRED', pageLevelFilters }))),
      );
    expect(await failed({ genres: [35] })).toMatchObject({ pageLevelFilters: { genres: [35] } });
    expect(await failed({ genres: 'all' })).toMatchObject({ code: 'SESSION_EXPIRED', pageLevelFilters: undefined });
  });

  it.each([new Error('x'), Object.assign(new Error('x'), { code: 7, status: '500' }), 'x', 7, null, undefined, {}])(
    'returns an error with the code UNKNOWN when the given error has no readable code: %s',
    (error) => {
      expect(toDiscovrError(error)).toMatchObject({ name: 'DiscovrError', code: 'UNKNOWN', status: undefined });
    },
  );

  it('returns a DiscovrError and an AbortError unchanged', () => {
    for (const error of [new DiscovrError('NOT_FOUND', 'x'), abortError()]) expect(toDiscovrError(error)).toBe(error);
  });

  it('redacts tokens in the message', () => {
    const [refreshToken, sessionToken] = [madeUpRefreshToken('abc'), madeUpSessionToken('abc')];
    expect(toDiscovrError(new Error(`${refreshToken} or ${sessionToken}`))).toMatchObject({
      message: '[token] or [token]',
    });
  });
});
