import { describe, expect, it } from 'vitest';
import { abortError } from './abort.js';
import { DiscovrError, isAbortError, isDiscovrError } from './errors.js';

describe('a DiscovrError', () => {
  it('has all details it is created with', () => {
    const cause = new TypeError('Failed to fetch');
    const details = {
      status: 401,
      requestId: 'req_1',
      retryAfter: 3,
      issues: [{ path: ['name'], message: 'Too long.' }],
      pageLevelFilters: { genres: [35] },
      cause,
    };
    const error = new DiscovrError('SESSION_EXPIRED', 'Over.', details);
    expect(error).toMatchObject({ name: 'DiscovrError', code: 'SESSION_EXPIRED', message: 'Over.', ...details });
    expect(error).toBeInstanceOf(Error);
  });

  it('names the section of the docs about its code', () => {
    expect(new DiscovrError('NOT_FOUND', 'Gone.').guide).toBe('discovr-react/docs/errors.md#not_found');
  });

  it('has no details when it is created without them', () => {
    const error = new DiscovrError('UNKNOWN', 'Why.');
    expect(error).not.toHaveProperty('cause');
    expect([error.status, error.requestId, error.retryAfter, error.issues, error.pageLevelFilters]).toEqual(
      Array.from({ length: 5 }, () => undefined),
    );
  });
});

describe('isDiscovrError', () => {
  it('recognizes a DiscovrError and checks its code', () => {
    const error = new DiscovrError('NOT_FOUND', 'Gone.');
    expect(isDiscovrError(error)).toBe(true);
    expect(isDiscovrError(error, 'NOT_FOUND')).toBe(true);
    expect(isDiscovrError(error, 'RATE_LIMITED')).toBe(false);
  });

  it('recognizes a DiscovrError of another copy of the package', () => {
    const foreign = Object.assign(new Error('Gone.'), { name: 'DiscovrError', code: 'NOT_FOUND' });
    expect(isDiscovrError(foreign, 'NOT_FOUND')).toBe(true);
  });

  it.each([
    new Error('x'),
    new TypeError('x'),
    abortError(),
    { name: 'DiscovrError' },
    'DiscovrError',
    null,
    undefined,
  ])('returns false for any other value: %s', (value) => {
    expect(isDiscovrError(value)).toBe(false);
  });
});

describe('isAbortError', () => {
  it('recognizes an AbortError of any class', () => {
    expect(isAbortError(abortError())).toBe(true);
    expect(isAbortError(AbortSignal.abort().reason)).toBe(true);
    expect(isAbortError(Object.assign(new Error('x'), { name: 'AbortError' }))).toBe(true);
  });

  it.each([new Error('AbortError'), new DiscovrError('NETWORK_ERROR', 'x'), 'AbortError', null, undefined])(
    'returns false for any other value: %s',
    (value) => {
      expect(isAbortError(value)).toBe(false);
    },
  );
});
