import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { everythingLoggable } from '../../../test/support/secrets.js';
import { isAbortError } from '../../api/errors/discovrError.js';
import { createTestDiscovr, type TestDiscovrOptions } from '../../testing/createTestDiscovr.js';

const signedOut = (client: TestDiscovrOptions['client'] = {}) => createTestDiscovr({ session: 'signedOut', client });
/** The error a call rejects with, taken at once so that it never counts as unheard. */
const failureOf = (call: Promise<unknown>) =>
  call.then(
    () => expect.unreachable('the call did not fail'),
    (error: unknown) => error,
  );

beforeEach(() => void vi.useFakeTimers({ shouldAdvanceTime: true, advanceTimeDelta: 50 }));
afterEach(() => void vi.useRealTimers());

describe('signing in in a window', () => {
  test('opens it before anything else happens, and signs in by what it answers', async () => {
    const { client, browser, control } = signedOut();
    const signIn = client.signInWithPopup();
    expect(browser.isWindowOpen).toBe(true);
    await browser.signIn();
    await signIn;
    expect(client.getSession()).toEqual({ status: 'signedIn' });
    expect(control.count('POST /auth/code')).toBe(1);
    expect(browser.isWindowOpen).toBe(false);
  });

  test.each([
    ['declines', 'decline'],
    ['closes the window', 'closeWindow'],
  ] as const)('is cancelled where the person %s', async (_what, method) => {
    const { client, browser } = signedOut();
    const failure = failureOf(client.signInWithPopup());
    await browser[method]();
    expect(await failure).toMatchObject({ name: 'DiscovrError', code: 'USER_CANCELLED' });
    expect(client.isSignedIn()).toBe(false);
  });

  test('says so where the browser blocks windows, or a policy cuts them off', async () => {
    const { client, browser } = signedOut();
    browser.isBlocking = true;
    expect(await failureOf(client.signInWithPopup())).toMatchObject({ code: 'POPUP_BLOCKED' });
    browser.isBlocking = false;
    const failure = failureOf(client.signInWithPopup());
    await browser.cutWindowOff();
    expect(await failure).toMatchObject({ code: 'POPUP_BLOCKED' });
  });

  test('says so where a blocker closes the window at once', async () => {
    const { client } = signedOut({
      webSignIn: {
        environment: {
          openPopup: () => ({
            closed: true,
            location: { href: 'about:blank', replace: () => expect.unreachable('nobody is there to see the page') },
            focus: () => undefined,
            close: () => undefined,
          }),
        },
      },
    });
    expect(await failureOf(client.signInWithPopup())).toMatchObject({ code: 'POPUP_BLOCKED' });
  });

  test('twice at once uses one window, which comes to the front', async () => {
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

  test.each(['at once', 'later'])(
    'a window closes when nobody wants it any more, and not before (%s)',
    async (when) => {
      const { client, browser } = signedOut();
      const [first, second] = [new AbortController(), new AbortController()];
      const failures = [first, second].map(({ signal }) => failureOf(client.signInWithPopup({ signal })));
      if (when === 'later') await browser.pageOfWindow();
      first.abort();
      expect(isAbortError(await failures[0])).toBe(true);
      expect(browser.isWindowOpen).toBe(true);
      second.abort();
      expect(isAbortError(await failures[1])).toBe(true);
      await vi.waitFor(() => expect(browser.isWindowOpen).toBe(false));
    },
  );

  test('ends with the client: the window closes, and none opens afterwards', async () => {
    const { client, browser } = signedOut();
    const failure = failureOf(client.signInWithPopup());
    client.dispose();
    expect(isAbortError(await failure)).toBe(true);
    await vi.waitFor(() => expect(browser.isWindowOpen).toBe(false));
    expect(isAbortError(await failureOf(client.signInWithPopup()))).toBe(true);
    expect(browser.isWindowOpen).toBe(false);
  });

  test('signs nobody in where it is given up while the code is on its way', async () => {
    const { client, browser, control } = signedOut();
    control.failNext({ kind: 'hang' }, { route: 'POST /auth/code' });
    const giveUp = new AbortController();
    const failure = failureOf(client.signInWithPopup({ signal: giveUp.signal }));
    await browser.signIn();
    await vi.waitFor(() => expect(control.count('POST /auth/code')).toBe(1));
    giveUp.abort();
    expect(isAbortError(await failure)).toBe(true);
    expect(client.isSignedIn()).toBe(false);
  });

  test.each([
    ['NETWORK_ERROR', { kind: 'network' }],
    ['SERVER_ERROR', { kind: 'status', status: 500 }],
    ['AUTH_FAILED', { kind: 'status', status: 401, code: 'AUTH_FAILED' }],
    ['BAD_RESPONSE', { kind: 'body', body: '{}' }],
  ] as const)('fails with %s where the exchange does, asks only once and tells no secret', async (code, fault) => {
    const { client, browser, control } = signedOut();
    control.failNext(fault, { times: 5, route: 'POST /auth/code' });
    const secrets = heardSecrets(browser);
    const failure = failureOf(client.signInWithPopup());
    await browser.signIn();
    const error = await failure;
    expect(error).toMatchObject({ code });
    expect(control.count('POST /auth/code')).toBe(1);
    expect(secrets).toHaveLength(2);
    for (const secret of secrets) expect(everythingLoggable(error)).not.toContain(secret);
  });
});

describe('what cannot work is said before a window opens', () => {
  test('a redirect address that is not safe', async () => {
    const { client, browser } = signedOut({ webSignIn: { redirectUri: 'http://app.example/' } });
    expect(await failureOf(client.signInWithPopup())).toMatchObject({
      code: 'AUTH_FAILED',
      message: expect.stringContaining('https:'),
    });
    expect(browser.isWindowOpen).toBe(false);
  });

  test('a redirect address of another origin, to which the window would answer in vain', async () => {
    const { client, browser } = signedOut();
    const failure = await failureOf(client.signInWithPopup({ redirectUri: 'https://elsewhere.example/' }));
    expect(failure).toMatchObject({ message: expect.stringContaining('not the origin of this page') });
    expect(browser.isWindowOpen).toBe(false);
  });

  test('a page without crypto.subtle', async () => {
    const { getRandomValues } = globalThis.crypto;
    // What browsers give outside secure contexts; their types do not tell.
    const insecure = { getRandomValues, subtle: undefined } as unknown as Crypto;
    const { client, browser } = signedOut({ webSignIn: { environment: { crypto: () => insecure } } });
    for (const call of [client.signInWithPopup(), client.signInWithWebAuth()]) {
      expect(await failureOf(call)).toMatchObject({ message: expect.stringContaining('secure contexts') });
    }
    expect([browser.isWindowOpen, browser.leftFor]).toEqual([false, undefined]);
  });
});

function withFocus<T extends object | null>(window: T, focus: () => void): T {
  return window && Object.assign(window, { focus });
}

/** The code and the state of the next answer, as they pass by. */
function heardSecrets(browser: ReturnType<typeof signedOut>['browser']): string[] {
  const secrets: string[] = [];
  const undo = browser.environment.onMessage(({ data }) => {
    const { code, state } = data as { code: string; state: string };
    secrets.push(code, state);
    undo();
  });
  return secrets;
}
