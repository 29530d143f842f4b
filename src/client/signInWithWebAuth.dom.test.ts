import { describe, expect, test } from 'vitest';
import { everythingLoggable } from '../../test/support/secrets.js';
import { TOKEN_START } from '../../test/support/tokens.js';
import { createTestDiscovr, type TestDiscovrOptions } from '../testing/createTestDiscovr.js';
import { DiscovrClient } from './browserClient.js';

const signedOut = (client: TestDiscovrOptions['client'] = {}, options: TestDiscovrOptions = {}) =>
  createTestDiscovr({ session: 'signedOut', client, ...options });
const failureOf = (call: Promise<unknown>) =>
  call.then(
    () => expect.unreachable('the call did not fail'),
    (error: unknown) => error,
  );
const refused = { name: 'DiscovrError', code: 'AUTH_FAILED', message: expect.stringContaining('begun in this tab') };

describe('a sign-in by redirect', () => {
  test('signs the user in with the response of the sign-in page', async () => {
    const { client, browser } = signedOut();
    await client.signInWithWebAuth({ returnTo: '/films' });
    const callback = await browser.completeRedirect();
    expect(callback).toMatch(/^https:\/\/app\.example\/\?code=/);
    expect(await client.completeWebSignIn(callback)).toEqual({ kept: true, returnTo: '/films' });
    expect(client.getSession()).toEqual({ status: 'signedIn' });
  });

  test('can be completed by another client of the same app, for example after a reload', async () => {
    const { client, browser, emulator } = signedOut();
    await client.signInWithWebAuth({ redirectUri: 'https://app.example/signed-in' });
    const reloaded = new DiscovrClient(client.clientId, {
      fetch: emulator.fetch,
      webSignIn: { environment: browser.environment },
    });
    const callback = await browser.completeRedirect();
    expect(callback).toContain('https://app.example/signed-in?code=');
    expect(await reloaded.completeWebSignIn(new URL(callback))).toEqual({ kept: true });
    expect(reloaded.isSignedIn()).toBe(true);
  });

  test('can be completed with a relative URL', async () => {
    const { client, browser } = signedOut();
    await client.signInWithWebAuth({ returnTo: '/films' });
    const { pathname, search } = new URL(await browser.completeRedirect());
    expect(await client.completeWebSignIn(`${pathname}${search}`)).toEqual({ kept: true, returnTo: '/films' });
  });

  test.each([
    'https://app.example/',
    'https://app.example/?code=1234',
    'https://app.example/?state=xyz',
    'https://app.example/#code=1&state=2',
    '//?state=x&code=y',
    'https://?state=x&code=y',
  ])('completes with null when the URL contains no response: %s', async (url) => {
    const { client, control } = signedOut();
    expect(await client.completeWebSignIn(url)).toBeNull();
    expect(control.requests).toEqual([]);
  });

  test('rejects with USER_CANCELLED when the user declines', async () => {
    const { client, browser } = signedOut();
    await client.signInWithWebAuth();
    const callback = await browser.completeRedirect('cancel');
    expect(await failureOf(client.completeWebSignIn(callback))).toMatchObject({ code: 'USER_CANCELLED' });
    expect(client.isSignedIn()).toBe(false);
  });

  test('rejects with AUTH_FAILED for an error of the sign-in page, and quotes only valid error codes', async () => {
    const { client, browser } = signedOut();
    const stateOf = async () => {
      await client.signInWithWebAuth();
      return new URL(browser.redirectUrl!).searchParams.get('state')!;
    };
    const failureFor = async (error: string) =>
      failureOf(
        client.completeWebSignIn(`https://app.example/?${new URLSearchParams({ error, state: await stateOf() })}`),
      );
    expect(await failureFor('server_error')).toMatchObject({
      code: 'AUTH_FAILED',
      message: expect.stringContaining('server_error'),
    });
    expect(everythingLoggable(await failureFor('<b>call 555 now</b>'))).not.toContain('555');
  });
});

describe('the response of a redirect', () => {
  test('is accepted only in the tab that began the sign-in', async () => {
    const one = signedOut();
    const other = signedOut();
    await one.client.signInWithWebAuth();
    expect(await failureOf(other.client.completeWebSignIn(await one.browser.completeRedirect()))).toMatchObject(
      refused,
    );
  });

  test('is accepted only once', async () => {
    const { client, browser, control } = signedOut();
    await client.signInWithWebAuth();
    const callback = await browser.completeRedirect();
    await client.completeWebSignIn(callback);
    expect(await failureOf(client.completeWebSignIn(callback))).toMatchObject(refused);
    expect(control.count('POST /auth/code')).toBe(1);
  });

  test('is accepted only once even if the exchange fails', async () => {
    const { client, browser, control } = signedOut();
    await client.signInWithWebAuth();
    const callback = await browser.completeRedirect();
    control.failNext({ kind: 'network' }, { route: 'POST /auth/code' });
    expect(await failureOf(client.completeWebSignIn(callback))).toMatchObject({ code: 'NETWORK_ERROR' });
    expect(await failureOf(client.completeWebSignIn(callback))).toMatchObject(refused);
  });

  test('is exchanged once for simultaneous calls', async () => {
    const { client, browser, control } = signedOut();
    await client.signInWithWebAuth({ returnTo: '/films' });
    const callback = await browser.completeRedirect();
    const results = await Promise.all([client.completeWebSignIn(callback), client.completeWebSignIn(callback)]);
    expect(results).toEqual([
      { kept: true, returnTo: '/films' },
      { kept: true, returnTo: '/films' },
    ]);
    expect(control.count('POST /auth/code')).toBe(1);
  });

  test('completes its redirect and leaves another pending redirect valid', async () => {
    const { client, browser } = signedOut();
    await client.signInWithWebAuth({ returnTo: '/first' });
    const first = await browser.completeRedirect();
    await client.signInWithWebAuth({ returnTo: '/second' });
    const second = await browser.completeRedirect();
    expect(await client.completeWebSignIn(second)).toEqual({ kept: true, returnTo: '/second' });
    expect(await client.completeWebSignIn(first)).toEqual({ kept: true, returnTo: '/first' });
  });

  test('is valid for 10 minutes', async () => {
    let time = 0;
    const { client, browser } = signedOut({}, { now: () => time });
    await client.signInWithWebAuth();
    time = 599_999;
    expect(await client.completeWebSignIn(await browser.completeRedirect())).toEqual({ kept: true });
  });

  test.each([
    ['after 10 minutes', 600_000],
    ['when the clock was set back', -1],
  ])('is rejected %s', async (_when, milliseconds) => {
    let time = 0;
    const { client, browser } = signedOut({}, { now: () => time });
    await client.signInWithWebAuth();
    time = milliseconds;
    expect(await failureOf(client.completeWebSignIn(await browser.completeRedirect()))).toMatchObject(refused);
  });

  test('is accepted only by a client with the same client id as the client that began the sign-in', async () => {
    const { browser, emulator } = signedOut();
    const [one, two] = ['one', 'two'].map(
      (id) => new DiscovrClient(id, { fetch: emulator.fetch, webSignIn: { environment: browser.environment } }),
    );
    await one!.signInWithWebAuth();
    const callback = await browser.completeRedirect();
    expect(await failureOf(two!.completeWebSignIn(callback))).toMatchObject(refused);
    expect(await one!.completeWebSignIn(callback)).toEqual({ kept: true });
  });
});

describe('signInWithWebAuth with sessionStorage', () => {
  test.each([
    [
      'access to storage is denied',
      () => {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      },
    ],
    [
      'storage is full',
      () => ({
        getItem: () => null,
        removeItem: () => undefined,
        setItem: () => {
          throw new DOMException('Full.', 'QuotaExceededError');
        },
      }),
    ],
  ])('rejects and stays in the app when %s', async (_what, storage) => {
    const { client, browser } = signedOut({ webSignIn: { environment: { storage } } });
    expect(await failureOf(client.signInWithWebAuth())).toMatchObject({
      code: 'AUTH_FAILED',
      message: expect.stringContaining('needs sessionStorage'),
    });
    expect(browser.redirectUrl).toBeUndefined();
  });

  test('ignores values that other code wrote', async () => {
    for (const text of ['not json', '[]', '{"state":5}', 'null']) {
      const kept = new Map<string, string>();
      const storage = () => ({
        getItem: (name: string) => kept.get(name) ?? text,
        setItem: (name: string, value: string) => void kept.set(name, value),
        removeItem: (name: string) => void kept.delete(name),
      });
      const { client, browser } = signedOut({ webSignIn: { environment: { storage } } });
      await client.signInWithWebAuth();
      expect(await client.completeWebSignIn(await browser.completeRedirect()), text).toEqual({ kept: true });
    }
  });
});

test('a redirect stores no token in sessionStorage, and removes its entry when it is completed', async () => {
  const kept = new Map<string, string>();
  const storage = () => ({
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
  });
  const { client, browser } = signedOut({ webSignIn: { environment: { storage } } });
  await client.signInWithWebAuth();
  expect([...kept.values()].join()).not.toMatch(TOKEN_START);
  expect(kept.size).toBe(1);
  await client.completeWebSignIn(await browser.completeRedirect());
  expect(kept.size).toBe(0);
});
