import { describe, expect, it } from 'vitest';
import { authByHand, madeUpCredential, tokenOf } from '../../test/support/authByHand.js';
import { clientOnEmulator } from '../../test/support/clientOnEmulator.js';
import { failureOf, idle, watch } from '../../test/support/promises.js';

const tokenError = (code: string) => ({ kind: 'status', status: 401, code }) as const;

describe('a session', () => {
  it('is minted only when a call needs it', async () => {
    const { client, mints } = clientOnEmulator();
    client.connect();
    await client.getProfiles();
    expect(mints()).toBe(0);
    await client.createPage();
    expect(mints()).toBe(1);
  });

  // supabase-js #442, next-auth #3405: forms lost their input, because each focus renewed the session.
  it('is not minted, and no listener is called, when the user returns to the tab', async () => {
    const { client, control, states } = clientOnEmulator();
    await client.createPage();
    control.expireSession();
    const requests = control.requests.length;
    window.dispatchEvent(new Event('focus'));
    document.dispatchEvent(new Event('visibilitychange'));
    window.dispatchEvent(new Event('online'));
    await idle();
    expect([control.requests.length, states.length]).toEqual([requests, 1]);
  });

  it('is minted once for a hundred simultaneous calls', async () => {
    const { client, mints, pagePosts } = clientOnEmulator();
    const calls = Array.from({ length: 100 }, (_, index) => client.createPage({ pageFilters: { genres: [index] } }));
    const pages = await Promise.all(calls);
    expect(new Set(pages.map(({ id }) => id)).size).toBe(100);
    expect([mints(), pagePosts()]).toEqual([1, 100]);
  });

  it('is minted again by the next call after a failed mint', async () => {
    const { client, control, mints } = clientOnEmulator({ retries: 0 });
    control.failNext({ kind: 'status', status: 503 });
    const failed = [failureOf(client.createPage()), failureOf(client.getPage('page_1'))];
    expect(await Promise.all(failed)).toMatchObject([{ code: 'SERVER_ERROR' }, { code: 'SERVER_ERROR' }]);
    expect(mints()).toBe(1);
    await client.createPage();
    expect(mints()).toBe(2);
  });

  it('is still minted when one of the waiting calls is aborted', async () => {
    const { auth, mints, getToken } = authByHand(madeUpCredential('r', 'A'));
    const controller = new AbortController();
    const aborted = watch(
      (await auth.tokenCalls()).withSessionToken(async (token) => token, { signal: controller.signal }),
    );
    const other = watch(getToken());
    await idle();
    controller.abort();
    await idle();
    mints[0]!.resolve();
    await idle();
    expect(aborted.error).toMatchObject({ name: 'AbortError' });
    expect([other.value, mints.length]).toEqual([tokenOf('A'), 1]);
  });

  it('is minted for a selected profile after the running mint for the previous profile', async () => {
    const { auth, mints, getToken } = authByHand(madeUpCredential('r', 'A'));
    const page = watch(getToken());
    await idle();
    const choice = watch(auth.selectProfile('B'));
    await idle();
    expect(mints.map(({ profileId }) => profileId)).toEqual(['A']);
    mints[0]!.resolve();
    await idle();
    expect(mints.map(({ profileId }) => profileId)).toEqual(['A', 'B']);
    mints[1]!.resolve();
    await idle();
    expect([page.value, choice.status]).toEqual([tokenOf('A', 1), 'resolved']);
    expect(await getToken()).toBe(tokenOf('B', 2));
  });
});

describe('a session token that Discovr refuses', () => {
  it.each(['TOKEN_EXPIRED', 'TOKEN_INVALID'])(
    'is replaced once after %s, and the call is repeated once',
    async (code) => {
      const { client, control, mints, pagePosts } = clientOnEmulator();
      await client.createPage();
      control.failNext(tokenError(code), { route: 'POST /pages' });
      await client.createPage({ pageFilters: { genres: [35] } });
      expect([mints(), pagePosts()]).toEqual([2, 3]);
    },
  );

  it('is replaced when the response has no readable code', async () => {
    const { client, control, mints } = clientOnEmulator();
    control.failNext({ kind: 'body', status: 401, body: 'Unauthorized' }, { route: 'POST /pages' });
    await client.createPage();
    expect(mints()).toBe(2);
  });

  it('is replaced once for all calls that used it', async () => {
    const { client, control, mints, pagePosts } = clientOnEmulator();
    await client.createPage();
    control.expireSession();
    const calls = Array.from({ length: 20 }, (_, index) => client.createPage({ pageFilters: { genres: [index] } }));
    await Promise.all(calls);
    expect([mints(), pagePosts()]).toEqual([2, 1 + 20 + 20]);
  });

  // refine #6706, RTK #1782: endless retries after a 401 froze the page.
  it('makes the call reject without a loop or a sign-out when the replacement is also refused', async () => {
    const { client, control, states, alex, mints, pagePosts } = clientOnEmulator();
    control.failNext(tokenError('TOKEN_EXPIRED'), { route: 'POST /pages', times: Infinity });
    expect(await failureOf(client.createPage())).toMatchObject({ code: 'TOKEN_EXPIRED', status: 401 });
    expect([mints(), pagePosts()]).toEqual([2, 2]);
    expect(states).toEqual([{ status: 'active', profileId: alex }]);
    control.clearFaults();
    await client.createPage();
    expect(mints()).toBe(2);
  });

  it('is never used again', async () => {
    const { client, control, bearersOf } = clientOnEmulator();
    await client.createPage();
    control.expireSession();
    await client.createPage();
    await client.createPage({ name: 'Another' });
    const [first, refused, repeated, next] = bearersOf('POST /pages');
    expect(refused).toBe(first);
    expect(repeated).not.toBe(refused);
    expect(next).toBe(repeated);
  });

  it('makes the call reject with the error of the mint when the mint fails', async () => {
    const { client, control } = clientOnEmulator({ retries: 0 });
    await client.createPage();
    control.expireSession();
    control.failNext({ kind: 'status', status: 503 }, { route: 'POST /auth/session-token' });
    expect(await failureOf(client.createPage())).toMatchObject({ code: 'SERVER_ERROR' });
  });
});

describe('a failure that is not about the session token', () => {
  it('mints nothing when it is about an outdated page', async () => {
    const { client, control, mints } = clientOnEmulator();
    const { id } = await client.createPage();
    control.outdatePages();
    expect(await failureOf(client.getPage(id))).toMatchObject({ code: 'SESSION_EXPIRED' });
    expect(mints()).toBe(1);
  });

  it.each([
    { kind: 'status', status: 403 },
    { kind: 'status', status: 403, code: 'TOKEN_INVALID' },
    { kind: 'status', status: 401, code: 'AUTH_FAILED' },
    { kind: 'status', status: 401, code: 'WRONG_TOKEN_KIND' },
    { kind: 'status', status: 500 },
    { kind: 'status', status: 429, retryAfter: 60 },
    { kind: 'network' },
    { kind: 'html' },
  ] as const)('mints nothing when it is %j', async (fault) => {
    const { client, control, mints, pagePosts } = clientOnEmulator({ retries: 0 });
    control.failNext(fault, { route: 'POST /pages' });
    await failureOf(client.createPage());
    expect([mints(), pagePosts()]).toEqual([1, 1]);
  });
});
