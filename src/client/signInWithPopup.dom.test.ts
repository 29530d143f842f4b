import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { deferred, idle } from '../../test/support/promises.js';
import { everythingLoggable } from '../../test/support/secrets.js';
import { memoryCredentialStore } from '../session/credential.js';
import { isAbortError } from '../shared/errors.js';
import { createTestDiscovr, type TestDiscovrOptions } from '../testing/createTestDiscovr.js';

const signedOut = (client: TestDiscovrOptions['client'] = {}) => createTestDiscovr({ session: 'signedOut', client });
/**
 * Returns the error a call rejects with. Attaches its handlers immediately, so that the rejection is never unhandled.
 */
const failureOf = (call: Promise<unknown>) =>
  call.then(
    () => expect.unreachable('the call did not fail'),
    (error: unknown) => error,
  );

beforeEach(() => void vi.useFakeTimers({ shouldAdvanceTime: true, advanceTimeDelta: 50 }));
afterEach(() => void vi.useRealTimers());

describe('DiscovrClient.signInWithPopup', () => {
  test('opens the popup synchronously and signs in with its response', async () => {
    const { client, browser, control } = signedOut();
    const signIn = client.signInWithPopup();
    expect(browser.isPopupOpen).toBe(true);
    await browser.signIn();
    await signIn;
    expect(client.getSession()).toEqual({ status: 'signedIn' });
    expect(control.count('POST /auth/code')).toBe(1);
    expect(browser.isPopupOpen).toBe(false);
  });

  test.each([
    ['declines', 'decline'],
    ['closes the popup', 'closePopup'],
  ] as const)('rejects with USER_CANCELLED when the user %s', async (_what, method) => {
    const { client, browser } = signedOut();
    const failure = failureOf(client.signInWithPopup());
    await browser[method]();
    expect(await failure).toMatchObject({ name: 'DiscovrError', code: 'USER_CANCELLED' });
    expect(client.isSignedIn()).toBe(false);
  });

  test('rejects with POPUP_BLOCKED when the browser blocks the popup or a policy cuts its connection to the app', async () => {
    const { client, browser } = signedOut();
    browser.isBlocking = true;
    expect(await failureOf(client.signInWithPopup())).toMatchObject({ code: 'POPUP_BLOCKED' });
    browser.isBlocking = false;
    const failure = failureOf(client.signInWithPopup());
    await browser.cutOffPopup();
    expect(await failure).toMatchObject({ code: 'POPUP_BLOCKED' });
  });

  test('rejects with POPUP_BLOCKED when a blocker closes the popup immediately', async () => {
    const { client } = signedOut({
      webSignIn: {
        environment: {
          openPopup: () => ({
            closed: true,
            location: { href: 'about:blank', replace: () => expect.unreachable('the popup is closed') },
            focus: () => undefined,
            close: () => undefined,
          }),
        },
      },
    });
    expect(await failureOf(client.signInWithPopup())).toMatchObject({ code: 'POPUP_BLOCKED' });
  });

  test('signs nobody in when it is aborted while a slow store is read', async () => {
    const read = deferred<undefined>();
    const credentialStore = { ...memoryCredentialStore(), get: () => read.promise };
    const { client, browser, control } = signedOut({ credentialStore });
    const controller = new AbortController();
    const failure = failureOf(client.signInWithPopup({ signal: controller.signal }));
    await browser.signIn();
    await vi.waitFor(() => expect(control.count('POST /auth/code')).toBe(1));
    controller.abort();
    expect(await failure).toMatchObject({ name: 'AbortError' });
    read.resolve(undefined);
    await client.ready();
    await idle();
    expect(client.isSignedIn()).toBe(false);
  });

  test('focuses and shares the popup when it is called twice', async () => {
    const { browser } = signedOut();
    const opened = vi.fn(browser.environment.openPopup);
    const focus = vi.fn();
    const world = signedOut({
      webSignIn: { environment: { openPopup: () => withFocus(opened(), focus) } },
    });
    const first = world.client.signInWithPopup();
    const second = world.client.signInWithPopup();
    expect(opened).toHaveBeenCalledOnce();
    await vi.waitFor(() => expect(focus).toHaveBeenCalledTimes(2));
    world.client.dispose();
    expect([await failureOf(first), await failureOf(second)].every(isAbortError)).toBe(true);
  });

  test.each(['is loading', 'has loaded'])(
    'closes the popup, whose page %s, only when every caller has aborted',
    async (progress) => {
      const { client, browser } = signedOut();
      const [first, second] = [new AbortController(), new AbortController()];
      const failures = [first, second].map(({ signal }) => failureOf(client.signInWithPopup({ signal })));
      if (progress === 'has loaded') await browser.popupUrl();
      first.abort();
      expect(isAbortError(await failures[0])).toBe(true);
      expect(browser.isPopupOpen).toBe(true);
      second.abort();
      expect(isAbortError(await failures[1])).toBe(true);
      await vi.waitFor(() => expect(browser.isPopupOpen).toBe(false));
    },
  );

  test('closes the popup as soon as its only caller aborts, so that the next call opens another', async () => {
    const { client, browser } = signedOut();
    const controller = new AbortController();
    const failure = failureOf(client.signInWithPopup({ signal: controller.signal }));
    controller.abort();
    expect(browser.isPopupOpen).toBe(false);
    expect(isAbortError(await failure)).toBe(true);
    const next = client.signInWithPopup();
    expect(browser.popupCount).toBe(2);
    await browser.signIn();
    expect(await next).toEqual({ kept: true });
  });

  test('closes the popup when the client is disposed, and opens none afterwards', async () => {
    const { client, browser } = signedOut();
    const failure = failureOf(client.signInWithPopup());
    client.dispose();
    expect(isAbortError(await failure)).toBe(true);
    await vi.waitFor(() => expect(browser.isPopupOpen).toBe(false));
    expect(isAbortError(await failureOf(client.signInWithPopup()))).toBe(true);
    expect(browser.isPopupOpen).toBe(false);
  });

  test('leaves the user signed out when it is aborted during the exchange', async () => {
    const { client, browser, control } = signedOut();
    control.failNext({ kind: 'hang' }, { route: 'POST /auth/code' });
    const controller = new AbortController();
    const failure = failureOf(client.signInWithPopup({ signal: controller.signal }));
    await browser.signIn();
    await vi.waitFor(() => expect(control.count('POST /auth/code')).toBe(1));
    controller.abort();
    expect(isAbortError(await failure)).toBe(true);
    expect(client.isSignedIn()).toBe(false);
  });

  test.each([
    ['NETWORK_ERROR', { kind: 'network' }],
    ['SERVER_ERROR', { kind: 'status', status: 500 }],
    ['AUTH_FAILED', { kind: 'status', status: 401, code: 'AUTH_FAILED' }],
    ['BAD_RESPONSE', { kind: 'body', body: '{}' }],
  ] as const)('rejects with %s, without a retry and without secrets, when the exchange fails', async (code, fault) => {
    const { client, browser, control } = signedOut();
    control.failNext(fault, { times: 5, route: 'POST /auth/code' });
    const secrets = receivedSecrets(browser);
    const failure = failureOf(client.signInWithPopup());
    await browser.signIn();
    const error = await failure;
    expect(error).toMatchObject({ code });
    expect(control.count('POST /auth/code')).toBe(1);
    expect(secrets).toHaveLength(2);
    for (const secret of secrets) expect(everythingLoggable(error)).not.toContain(secret);
  });
});

describe('DiscovrClient.signInWithPopup rejects before it opens a popup', () => {
  test('when the redirect URI is not encrypted', async () => {
    const { client, browser } = signedOut({ webSignIn: { redirectUri: 'http://app.example/' } });
    expect(await failureOf(client.signInWithPopup())).toMatchObject({
      code: 'AUTH_FAILED',
      message: expect.stringContaining('https:'),
    });
    expect(browser.isPopupOpen).toBe(false);
  });

  test('when the redirect URI has another origin, from which the popup could not respond', async () => {
    const { client, browser } = signedOut();
    const failure = await failureOf(client.signInWithPopup({ redirectUri: 'https://elsewhere.example/' }));
    expect(failure).toMatchObject({ message: expect.stringContaining('not the origin of this page') });
    expect(browser.isPopupOpen).toBe(false);
  });

  test('when crypto.subtle is missing', async () => {
    const { getRandomValues } = globalThis.crypto;
    // Browsers provide this object outside secure contexts, contrary to its type.
    const insecure = { getRandomValues, subtle: undefined } as unknown as Crypto;
    const { client, browser } = signedOut({ webSignIn: { environment: { crypto: () => insecure } } });
    for (const call of [client.signInWithPopup(), client.signInWithWebAuth()]) {
      expect(await failureOf(call)).toMatchObject({ message: expect.stringContaining('secure contexts') });
    }
    expect([browser.isPopupOpen, browser.redirectUrl]).toEqual([false, undefined]);
  });
});

function withFocus<T extends object | null>(window: T, focus: () => void): T {
  return window && Object.assign(window, { focus });
}

/** Returns a list that receives the code and the state of the next response. */
function receivedSecrets(browser: ReturnType<typeof signedOut>['browser']): string[] {
  const secrets: string[] = [];
  const undo = browser.environment.onMessage(({ data }) => {
    const { code, state } = data as { code: string; state: string };
    secrets.push(code, state);
    undo();
  });
  return secrets;
}
