import { describe, expect, it } from 'vitest';
import { apiOnEmulator } from '../../test/support/apiOnEmulator.js';
import { failureOf } from '../../test/support/promises.js';
import type { DiscovrError } from '../shared/errors.js';

/** Returns the error for a body and status, from an endpoint that is never retried. */
async function errorFrom(status: number, body: unknown): Promise<DiscovrError> {
  const { control, identityApi } = await apiOnEmulator();
  control.failNext({ kind: 'body', status, body });
  return (await failureOf(identityApi.signOutSession())) as DiscovrError;
}

const codesByStatus = [
  [400, 'VALIDATION_FAILED'],
  [401, 'TOKEN_INVALID'],
  [402, 'UNKNOWN'],
  [403, 'FORBIDDEN'],
  [404, 'NOT_FOUND'],
  [408, 'NETWORK_ERROR'],
  [409, 'UNKNOWN'],
  [422, 'VALIDATION_FAILED'],
  [429, 'RATE_LIMITED'],
  [500, 'SERVER_ERROR'],
  [502, 'SERVER_ERROR'],
  [503, 'SERVER_ERROR'],
  [504, 'SERVER_ERROR'],
] as const;

describe('the error of a response', () => {
  it.each(codesByStatus)('with status %i has the code %s when the body has none', async (status, code) => {
    expect(await errorFrom(status, {})).toMatchObject({ name: 'DiscovrError', status, code });
  });

  it.each(codesByStatus)('with status %i has the code %s when the body is a web page', async (status, code) => {
    const page = () => new Response('<!doctype html><h1>Sorry</h1>', { status });
    const { identityApi } = await apiOnEmulator({ alter: page });
    const error = await failureOf(identityApi.signOutSession());
    expect(error).toMatchObject({ status, code, message: `DELETE /auth/session returned ${status} ${code}.` });
  });

  it.each([null, [], 'Sorry', 7, { code: 7 }, { code: null }, { error: 'Sorry' }, { error: { code: {} } }])(
    'has a code from the status when the body has another shape: %j',
    async (body) => {
      expect(await errorFrom(403, body)).toMatchObject({ status: 403, code: 'FORBIDDEN' });
    },
  );

  it.each([
    ['flat', { code: 'TOKEN_EXPIRED', message: 'Over.' }],
    ['nested', { error: { code: 'TOKEN_EXPIRED', message: 'Over.' } }],
    ['nested beside a status', { status: 401, error: { code: 'TOKEN_EXPIRED', message: 'Over.' } }],
    ['partly nested', { code: 'TOKEN_EXPIRED', error: { message: 'Over.' } }],
  ])('has the code and message of a body that is %s', async (_name, body) => {
    expect(await errorFrom(401, body)).toMatchObject({
      code: 'TOKEN_EXPIRED',
      message: 'DELETE /auth/session returned 401 TOKEN_EXPIRED: Over.',
    });
  });

  it.each(['TOKEN_INVALID', 'TOKEN_EXPIRED', 'SESSION_EXPIRED', 'WRONG_TOKEN_KIND', 'AUTH_FAILED', 'OF_A_LATER_API'])(
    'has the code of the body, whatever the status: %s',
    async (code) => {
      expect(await errorFrom(400, { code })).toMatchObject({ status: 400, code });
    },
  );

  it.each([
    ['an array', ['pageFilters', 'genres', 0], ['pageFilters', 'genres', 0]],
    ['a dotted string', 'pageFilters.genres.0', ['pageFilters', 'genres', '0']],
    ['a single key', 'name', ['name']],
  ])('has the issues of the body when their path is %s', async (_name, path, read) => {
    const issues = [{ path, message: 'Is not valid.' }];
    const expected = [{ path: read, message: 'Is not valid.' }];
    expect((await errorFrom(400, { code: 'VALIDATION_FAILED', issues })).issues).toEqual(expected);
    expect((await errorFrom(400, { error: { issues } })).issues).toEqual(expected);
  });

  it.each([[null], ['wrong'], [[7]], [[{ path: 7, message: 'x' }]], [[{ path: ['a'] }]]])(
    'has the code and message when the issues are unreadable: %j',
    async (issues) => {
      const error = await errorFrom(422, { code: 'VALIDATION_FAILED', message: 'No.', issues });
      expect(error).toMatchObject({ code: 'VALIDATION_FAILED', message: expect.stringContaining('No.') });
      expect(error.issues).toBeUndefined();
    },
  );

  it('has the filters of the outdated page, from a flat or nested body', async () => {
    const pageLevelFilters = { genres: [35], media_type: 'movie' };
    const code = 'SESSION_EXPIRED';
    expect(await errorFrom(401, { code, pageLevelFilters })).toMatchObject({ code, pageLevelFilters });
    expect(await errorFrom(401, { error: { code, pageLevelFilters } })).toMatchObject({ code, pageLevelFilters });
  });

  it('has no filters when they are unreadable', async () => {
    const error = await errorFrom(401, { code: 'SESSION_EXPIRED', pageLevelFilters: { media_type: 'podcast' } });
    expect([error.code, error.pageLevelFilters]).toEqual(['SESSION_EXPIRED', undefined]);
  });

  it('has the id of the request', async () => {
    expect((await errorFrom(400, {})).requestId).toMatch(/^req_\w{16}$/);
  });
});

describe('Retry-After', () => {
  it.each([
    ['2', 2],
    ['0', 0],
    ['Thu, 01 Jan 1970 00:00:00 GMT', 0],
    ['9'.repeat(400), Number.MAX_SAFE_INTEGER],
    ['soon', undefined],
    ['', undefined],
  ])('is read as seconds from now, and ignored when it is invalid: %j', async (header, retryAfter) => {
    const limited = () => new Response('{}', { status: 429, headers: { 'retry-after': header } });
    const { identityApi } = await apiOnEmulator({ alter: limited });
    expect(await failureOf(identityApi.signOutSession())).toMatchObject({ status: 429, retryAfter });
  });

  it('is converted to seconds from now when it is a date', async () => {
    const inAMinute = new Date(Date.now() + 60_000).toUTCString();
    const limited = () => new Response('{}', { status: 503, headers: { 'retry-after': inAMinute } });
    const { identityApi } = await apiOnEmulator({ alter: limited });
    const { retryAfter } = (await failureOf(identityApi.signOutSession())) as DiscovrError;
    expect(retryAfter).toBeGreaterThan(55);
    expect(retryAfter).toBeLessThanOrEqual(60);
  });
});
