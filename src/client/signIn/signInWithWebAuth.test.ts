import { describe, expect, test } from 'vitest';
import { everythingLoggable } from '../../../test/support/secrets.js';
import { createTestDiscovr, type TestDiscovrOptions } from '../../testing/createTestDiscovr.js';
import { DiscovrClient } from '../DiscovrClient.js';

const signedOut = (client: TestDiscovrOptions['client'] = {}, options: TestDiscovrOptions = {}) =>
  createTestDiscovr({ session: 'signedOut', client, ...options });
const failureOf = (call: Promise<unknown>) =>
  call.then(
    () => expect.unreachable('the call did not fail'),
    (error: unknown) => error,
  );
const refused = { name: 'DiscovrError', code: 'AUTH_FAILED', message: expect.stringContaining('begun in this tab') };

describe('signing in by redirect', () => {
  test('leaves the page, and signs in with what it comes back with', async () => {
    const { client, browser } = signedOut();
    await client.signInWithWebAuth({ returnTo: '/films' });
    const callback = await browser.comeBack();
    expect(callback).toMatch(/^https:\/\/app\.example\/\?code=/);
    expect(await client.completeWebSignIn(callback)).toEqual({ kept: true, returnTo: '/films' });
    expect(client.getSession()).toEqual({ status: 'signedIn' });
  });

  test('is completed by another client of the same app, as after a load of the page', async () => {
    const { client, browser, emulator } = signedOut();
    await client.signInWithWebAuth({ redirectUri: 'https://app.example/signed-in' });
    const afterLoad = new DiscovrClient(client.clientId, {
      fetch: emulator.fetch,
      webSignIn: { environment: browser.environment },
    });
    const callback = await browser.comeBack();
    expect(callback).toContain('https://app.example/signed-in?code=');
    expect(await afterLoad.completeWebSignIn(new URL(callback))).toEqual({ kept: true });
    expect(afterLoad.isSignedIn()).toBe(true);
  });

  test('is completed by an address relative to the page', async () => {
    const { client, browser } = signedOut();
    await client.signInWithWebAuth({ returnTo: '/films' });
    const { pathname, search } = new URL(await browser.comeBack());
    expect(await client.completeWebSignIn(`${pathname}${search}`)).toEqual({ kept: true, returnTo: '/films' });
  });

  test.each([
    'https://app.example/',
    'https://app.example/?code=1234',
    'https://app.example/?state=xyz',
    'https://app.example/#code=1&state=2',
    '//?state=x&code=y',
    'https://?state=x&code=y',
  ])('has nothing to complete at %s', async (address) => {
    const { client, control } = signedOut();
    expect(await client.completeWebSignIn(address)).toBeNull();
    expect(control.requests).toEqual([]);
  });

  test('is cancelled where the person declines', async () => {
    const { client, browser } = signedOut();
    await client.signInWithWebAuth();
    const callback = await browser.comeBack('cancel');
    expect(await failureOf(client.completeWebSignIn(callback))).toMatchObject({ code: 'USER_CANCELLED' });
    expect(client.isSignedIn()).toBe(false);
  });

  test('fails where the sign-in page could not go on, and quotes only what looks like a code of an error', async () => {
    const { client, browser } = signedOut();
    const stateOf = async () => {
      await client.signInWithWebAuth();
      return new URL(browser.leftFor!).searchParams.get('state')!;
    };
    const answer = async (error: string) =>
      failureOf(
        client.completeWebSignIn(`https://app.example/?${new URLSearchParams({ error, state: await stateOf() })}`),
      );
    expect(await answer('server_error')).toMatchObject({
      code: 'AUTH_FAILED',
      message: expect.stringContaining('server_error'),
    });
    expect(everythingLoggable(await answer('<b>call 555 now</b>'))).not.toContain('555');
  });
});

describe('an answer is good', () => {
  test('only in the tab that asked for it', async () => {
    const one = signedOut();
    const other = signedOut();
    await one.client.signInWithWebAuth();
    expect(await failureOf(other.client.completeWebSignIn(await one.browser.comeBack()))).toMatchObject(refused);
  });

  test('only once', async () => {
    const { client, browser, control } = signedOut();
    await client.signInWithWebAuth();
    const callback = await browser.comeBack();
    await client.completeWebSignIn(callback);
    expect(await failureOf(client.completeWebSignIn(callback))).toMatchObject(refused);
    expect(control.count('POST /auth/code')).toBe(1);
  });

  test('only once, where it was in vain, too', async () => {
    const { client, browser, control } = signedOut();
    await client.signInWithWebAuth();
    const callback = await browser.comeBack();
    control.failNext({ kind: 'network' }, { route: 'POST /auth/code' });
    expect(await failureOf(client.completeWebSignIn(callback))).toMatchObject({ code: 'NETWORK_ERROR' });
    expect(await failureOf(client.completeWebSignIn(callback))).toMatchObject(refused);
  });

  test('for two who ask at the same time, in one exchange', async () => {
    const { client, browser, control } = signedOut();
    await client.signInWithWebAuth({ returnTo: '/films' });
    const callback = await browser.comeBack();
    const answers = await Promise.all([client.completeWebSignIn(callback), client.completeWebSignIn(callback)]);
    expect(answers).toEqual([
      { kept: true, returnTo: '/films' },
      { kept: true, returnTo: '/films' },
    ]);
    expect(control.count('POST /auth/code')).toBe(1);
  });

  test('for one of two redirects that were begun, and the other stays good', async () => {
    const { client, browser } = signedOut();
    await client.signInWithWebAuth({ returnTo: '/first' });
    const first = await browser.comeBack();
    await client.signInWithWebAuth({ returnTo: '/second' });
    const second = await browser.comeBack();
    expect(await client.completeWebSignIn(second)).toEqual({ kept: true, returnTo: '/second' });
    expect(await client.completeWebSignIn(first)).toEqual({ kept: true, returnTo: '/first' });
  });

  test('for ten minutes', async () => {
    let time = 0;
    const { client, browser } = signedOut({}, { now: () => time });
    await client.signInWithWebAuth();
    time = 599_999;
    expect(await client.completeWebSignIn(await browser.comeBack())).toEqual({ kept: true });
  });

  test.each([
    ['after ten minutes', 600_000],
    ['where the clock was set back', -1],
  ])('no more %s', async (_when, milliseconds) => {
    let time = 0;
    const { client, browser } = signedOut({}, { now: () => time });
    await client.signInWithWebAuth();
    time = milliseconds;
    expect(await failureOf(client.completeWebSignIn(await browser.comeBack()))).toMatchObject(refused);
  });

  test('only for the app that asked, where two share a page', async () => {
    const { browser, emulator } = signedOut();
    const [one, two] = ['one', 'two'].map(
      (id) => new DiscovrClient(id, { fetch: emulator.fetch, webSignIn: { environment: browser.environment } }),
    );
    await one!.signInWithWebAuth();
    const callback = await browser.comeBack();
    expect(await failureOf(two!.completeWebSignIn(callback))).toMatchObject(refused);
    expect(await one!.completeWebSignIn(callback)).toEqual({ kept: true });
  });
});

describe('where the page cannot remember anything', () => {
  test.each([
    [
      'storage is refused',
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
  ])('it is not left: %s', async (_what, storage) => {
    const { client, browser } = signedOut({ webSignIn: { environment: { storage } } });
    expect(await failureOf(client.signInWithWebAuth())).toMatchObject({
      code: 'AUTH_FAILED',
      message: expect.stringContaining('needs sessionStorage'),
    });
    expect(browser.leftFor).toBeUndefined();
  });

  test('what others wrote there does no harm', async () => {
    for (const text of ['not json', '[]', '{"state":5}', 'null']) {
      const kept = new Map<string, string>();
      const storage = () => ({
        getItem: (name: string) => kept.get(name) ?? text,
        setItem: (name: string, value: string) => void kept.set(name, value),
        removeItem: (name: string) => void kept.delete(name),
      });
      const { client, browser } = signedOut({ webSignIn: { environment: { storage } } });
      await client.signInWithWebAuth();
      expect(await client.completeWebSignIn(await browser.comeBack()), text).toEqual({ kept: true });
    }
  });
});

test('nothing that signs in is kept in the page: neither code nor token, and nothing at all once it has ended', async () => {
  const kept = new Map<string, string>();
  const storage = () => ({
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
  });
  const { client, browser } = signedOut({ webSignIn: { environment: { storage } } });
  await client.signInWithWebAuth();
  expect([...kept.values()].join()).not.toMatch(/rt_|eyJ/);
  expect(kept.size).toBe(1);
  await client.completeWebSignIn(await browser.comeBack());
  expect(kept.size).toBe(0);
});
