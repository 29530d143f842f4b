import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { apiOnEmulator } from '../../test/support/apiOnEmulator.js';
import { failureOf, watch } from '../../test/support/promises.js';

const PROFILES = 'GET /profiles';
const MINT = 'POST /auth/session-token';
const PAGES = 'POST /pages';
const SIGN_OUT = 'DELETE /auth/session';

beforeEach(() => {
  vi.useFakeTimers();
});

/** Waits long enough for two retries. */
const passRetries = () => vi.advanceTimersByTimeAsync(1_200);

describe('a temporary failure', () => {
  it.each([
    ['a lost connection', { kind: 'network' }],
    ['a 408 response', { kind: 'body', status: 408, body: {} }],
    ['a 429 response', { kind: 'status', status: 429 }],
    ['a 500 response', { kind: 'status', status: 500 }],
    ['a 502 response', { kind: 'status', status: 502 }],
    ['a 503 response', { kind: 'status', status: 503 }],
    ['a 504 response', { kind: 'status', status: 504 }],
  ] as const)('is retried twice when it is %s', async (_name, fault) => {
    const { control, identityApi } = await apiOnEmulator();
    control.failNext(fault, { times: 2 });
    const call = watch(identityApi.getProfiles());
    await passRetries();
    expect([call.status, control.count(PROFILES)]).toEqual(['resolved', 3]);
  });

  it('rejects the call with the last error after two retries', async () => {
    const { control, identityApi } = await apiOnEmulator();
    control.failNext({ kind: 'status', status: 500 }, { times: 2 });
    control.failNext({ kind: 'status', status: 503 });
    const call = watch(identityApi.getProfiles());
    await passRetries();
    expect(call.error).toMatchObject({ code: 'SERVER_ERROR', status: 503 });
    expect(control.count(PROFILES)).toBe(3);
  });

  it('is not retried when the response is unreadable, whatever its status', async () => {
    const huge = () => new Response('x'.repeat(6 * 1024 * 1024), { status: 503 });
    const { identityApi, sent } = await apiOnEmulator({ alter: huge });
    const call = watch(identityApi.getProfiles());
    await passRetries();
    await vi.waitFor(() => expect(call.error).toMatchObject({ code: 'BAD_RESPONSE', status: 503 }));
    expect(sent).toHaveLength(1);
  });

  it('is retried for a mint', async () => {
    const { control, identityApi, profileId } = await apiOnEmulator();
    control.failNext({ kind: 'status', status: 503 }, { times: 2 });
    const call = watch(identityApi.mintSessionToken({ profileId }));
    await passRetries();
    await vi.waitFor(() => expect(call.status).toBe('resolved'));
    expect(control.count(MINT)).toBe(3 + 1);
  });

  it('creates no second page when only the response to POST /pages was lost', async () => {
    const { control, sessionApi } = await apiOnEmulator();
    control.failNext({ kind: 'network', afterHandling: true });
    const call = watch(sessionApi.createPage({ pageFilters: { genres: [35] } }));
    await vi.waitFor(() => expect(call.status).toBe('resolved'));
    expect(control.count(PAGES)).toBe(2);
    const again = await sessionApi.createPage({ pageFilters: { genres: [35] } });
    expect(again.id).toBe(call.value?.id);
  });

  it.each([
    ['a lost connection', { kind: 'network' }],
    ['a 503 response', { kind: 'status', status: 503 }],
  ] as const)('is not retried when it is %s and the request is not idempotent', async (_name, fault) => {
    const { control, identityApi } = await apiOnEmulator();
    control.failNext(fault);
    const call = watch(identityApi.signOutSession());
    await passRetries();
    expect([call.status, control.count(SIGN_OUT)]).toEqual(['rejected', 1]);
  });
});

describe('a permanent failure', () => {
  it.each([400, 401, 403, 404, 405, 409, 410, 422])(
    'rejects the call immediately, without a retry, when its status is %i',
    async (status) => {
      const { control, identityApi } = await apiOnEmulator();
      control.failNext({ kind: 'status', status });
      expect(await failureOf(identityApi.getProfiles())).toMatchObject({ status });
      expect([control.count(PROFILES), vi.getTimerCount()]).toEqual([1, 0]);
    },
  );

  it.each(['html', 'malformed'] as const)(
    'rejects the call immediately, without a retry, when the body is %s',
    async (kind) => {
      const { control, identityApi } = await apiOnEmulator();
      control.failNext({ kind });
      expect(await failureOf(identityApi.getProfiles())).toMatchObject({ code: 'BAD_RESPONSE' });
      expect(control.count(PROFILES)).toBe(1);
    },
  );
});

describe('the wait before a retry', () => {
  it.each([
    ['longest', 0, 400, 800],
    ['average', 0.5, 300, 600],
    ['shortest', 1 - Number.EPSILON, 200, 400],
  ])('is random, and its %s value doubles for the second retry', async (_name, random, first, second) => {
    const chance = vi.spyOn(Math, 'random').mockReturnValue(random);
    onTestFinished(() => chance.mockRestore());
    const { control, identityApi } = await apiOnEmulator();
    control.failNext({ kind: 'network' }, { times: 3 });
    const call = watch(identityApi.getProfiles());
    await vi.advanceTimersByTimeAsync(first - 1);
    expect(control.count(PROFILES)).toBe(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(control.count(PROFILES)).toBe(2);
    await vi.advanceTimersByTimeAsync(second - 1);
    expect(control.count(PROFILES)).toBe(2);
    await vi.advanceTimersByTimeAsync(1);
    expect([control.count(PROFILES), call.status]).toEqual([3, 'rejected']);
  });

  it.each([429, 503])('follows a Retry-After in seconds, with status %i', async (status) => {
    const { control, identityApi } = await apiOnEmulator();
    control.failNext({ kind: 'status', status, retryAfter: 3 });
    const call = watch(identityApi.getProfiles());
    await vi.advanceTimersByTimeAsync(2_999);
    expect(control.count(PROFILES)).toBe(1);
    await vi.advanceTimersByTimeAsync(1);
    expect([call.status, control.count(PROFILES)]).toEqual(['resolved', 2]);
  });

  it('follows a Retry-After with a date', async () => {
    vi.setSystemTime('2026-03-01T12:00:00Z');
    const { control, identityApi } = await apiOnEmulator();
    control.failNext({ kind: 'status', status: 503, retryAfter: 'Sun, 01 Mar 2026 12:00:05 GMT' });
    const call = watch(identityApi.getProfiles());
    await vi.advanceTimersByTimeAsync(4_999);
    expect(control.count(PROFILES)).toBe(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(call.status).toBe('resolved');
  });

  it.each([0, '0', '-5', 'soon', 'Thu, 01 Jan 1970 00:00:00 GMT'])(
    'is not shortened by the Retry-After %j',
    async (retryAfter) => {
      const chance = vi.spyOn(Math, 'random').mockReturnValue(0);
      onTestFinished(() => chance.mockRestore());
      const { control, identityApi } = await apiOnEmulator();
      control.failNext({ kind: 'status', status: 429, retryAfter }, { times: 3 });
      const call = watch(identityApi.getProfiles());
      await vi.advanceTimersByTimeAsync(399);
      expect(control.count(PROFILES)).toBe(1);
      await vi.advanceTimersByTimeAsync(1 + 799);
      expect(control.count(PROFILES)).toBe(2);
      await vi.advanceTimersByTimeAsync(1);
      expect([control.count(PROFILES), call.status]).toEqual([3, 'rejected']);
    },
  );

  it.each([
    ['2147484', 2_147_484],
    ['a number of 300 digits', '9'.repeat(300)],
    ['a date in the year 9999', 'Fri, 31 Dec 9999 23:59:59 GMT'],
  ])('follows a Retry-After beyond the limit of platform timers, such as %s', async (_name, retryAfter) => {
    const { control, identityApi } = await apiOnEmulator({ timeoutMs: Infinity });
    control.failNext({ kind: 'status', status: 429, retryAfter });
    const call = watch(identityApi.getProfiles());
    await vi.advanceTimersByTimeAsync(2_147_483_999);
    expect([control.count(PROFILES), call.status]).toEqual([1, 'pending']);
  });

  it.each([15, 3600])(
    'does not begin when a Retry-After of %i seconds would last until the deadline or longer',
    async (retryAfter) => {
      const { control, identityApi } = await apiOnEmulator();
      control.failNext({ kind: 'status', status: 429, retryAfter });
      const error = await failureOf(identityApi.getProfiles());
      expect(error).toMatchObject({ code: 'RATE_LIMITED', status: 429, retryAfter });
      expect([control.count(PROFILES), vi.getTimerCount()]).toEqual([1, 0]);
    },
  );

  it('does not begin when Retry-After exceeds the rest of the deadline after earlier attempts', async () => {
    const { control, identityApi } = await apiOnEmulator();
    control.failNext({ kind: 'status', status: 503, retryAfter: 10 }, { times: 2 });
    const call = watch(identityApi.getProfiles());
    await vi.advanceTimersByTimeAsync(10_000);
    expect(call.error).toMatchObject({ status: 503, retryAfter: 10 });
    expect(control.count(PROFILES)).toBe(2);
  });
});
