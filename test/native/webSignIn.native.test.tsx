import { act, type ReactNode } from 'react';
import { createRoot } from 'test-renderer';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import {
  DiscovrClient,
  DiscovrProvider,
  nativePlatform,
  useDiscovr,
  useSession,
  useSignIn,
} from '../../src/native/index.js';
import { deferred, failureOf, idle } from '../support/promises.js';
import { Device } from './support/device.js';
import { eventually, nativeApp } from './support/renderNative.js';

const signedOut = (options: Parameters<typeof nativeApp>[0] = {}) => nativeApp({ session: 'signedOut', ...options });
const opening = (result: { type: string; url?: string }) => ({ openAuthSession: async () => result });

/** Returns a browser that redirects to the app with a response, in place of that of the sign-in page. */
const returning = (responseOf: (state: string) => string) => ({
  openAuthSession: async (url: string, redirectUrl: string) => {
    const [, state = ''] = /[?&]state=([^&]*)/.exec(url) ?? [];
    return { type: 'success', url: `${redirectUrl}?${responseOf(state)}` };
  },
});

describe('a sign-in in the browser', () => {
  test('signs the user in with PKCE, by random values and hashes of the app', async () => {
    const app = signedOut();
    const crypto = app.device.modules.crypto!;
    const [randoms, digests] = [vi.spyOn(crypto, 'getRandomValues'), vi.spyOn(crypto, 'digest')];
    const onSignedIn = vi.fn();
    const shown = await app.use(() => ({ session: useSession(), signIn: useSignIn({ onSignedIn }) }));
    act(() => shown.current.signIn.signInWithPopup());
    await eventually(() => expect(app.device.browser.isPopupOpen).toBe(true));
    expect(shown.current.signIn.status).toBe('waiting');
    const page = new URL(await app.device.browser.popupUrl());
    expect(Object.fromEntries(page.searchParams)).toMatchObject({
      redirect_uri: 'https://app.example/signed-in',
      code_challenge_method: 'S256',
      response_mode: 'query',
    });
    await act(() => app.device.browser.signIn());
    await eventually(() => expect(shown.current.signIn.status).toBe('signedIn'));
    expect(shown.current.session).toEqual({ status: 'signedIn' });
    expect(onSignedIn).toHaveBeenCalledExactlyOnceWith({ kept: true });
    expect(randoms).toHaveBeenCalledTimes(2);
    expect(digests).toHaveBeenCalledExactlyOnceWith('SHA-256', expect.any(Uint8Array));
    expect(app.countOf('POST /auth/code')).toBe(1);
  });

  test('opens one browser for several calls, and they share its result', async () => {
    const { client, device } = signedOut();
    const calls = [client.signInWithPopup(), client.signInWithPopup()];
    await device.browser.signIn();
    expect(await Promise.all(calls)).toEqual([{ kept: true }, { kept: true }]);
    expect(device.browser.popupCount).toBe(1);
  });

  test.each(['cancel', 'dismiss'])('shows no error when the browser ends with "%s"', async (type) => {
    const app = signedOut({ modules: opening({ type }) });
    const signIn = await app.use(() => useSignIn());
    act(() => signIn.current.signInWithPopup());
    await eventually(() => expect(signIn.current.status).toBe('cancelled'));
    expect(app.countOf('POST /auth/code')).toBe(0);
  });

  test('rejects with USER_CANCELLED when the user declines', async () => {
    const { client, device } = signedOut();
    const call = failureOf(client.signInWithPopup());
    await device.browser.decline();
    expect(await call).toMatchObject({ code: 'USER_CANCELLED' });
  });

  test.each([
    ['with a `state` of another app', () => 'code=made-up&state=theirs', 'does not belong to a sign-in'],
    ['with an error of the sign-in page', (state: string) => `error=server_error&state=${state}`, '"server_error"'],
    ['without a response', () => 'code=made-up', 'without a response'],
    ['with a `%` that encodes nothing', () => 'code=%zz&state=100%', 'does not belong to a sign-in'],
  ])('exchanges no code when the browser returns %s', async (_what, responseOf, message) => {
    const { client, countOf } = signedOut({ modules: returning(responseOf) });
    expect(await failureOf(client.signInWithPopup())).toMatchObject({
      code: 'AUTH_FAILED',
      message: expect.stringContaining(message),
    });
    expect(countOf('POST /auth/code')).toBe(0);
  });

  test('exchanges the whole code, although URLSearchParams of React Native cuts it at "="', async () => {
    const fetch = vi.fn(
      async (..._request: Parameters<typeof globalThis.fetch>) => new Response('{}', { status: 401 }),
    );
    const { client } = signedOut({ client: { fetch }, modules: returning((state) => `code=a%2Bb==&state=${state}`) });
    await failureOf(client.signInWithPopup());
    expect(fetch.mock.lastCall?.[1]?.body).toContain('"a+b=="');
  });

  test('ignores the response after it was cancelled', async () => {
    const app = signedOut();
    const signIn = await app.use(() => useSignIn());
    act(() => signIn.current.signInWithPopup());
    await app.device.browser.popupUrl();
    act(() => signIn.current.cancel());
    expect(signIn.current.status).toBe('idle');
    await act(() => app.device.browser.signIn());
    expect(app.countOf('POST /auth/code')).toBe(0);
  });

  test('opens the browser again at once, while one that was cancelled is still being prepared', async () => {
    const { client, device } = signedOut();
    const crypto = device.modules.crypto!;
    const { digest } = crypto;
    const held = deferred<void>();
    const after =
      (wait: () => Promise<unknown>) =>
      async (...args: Parameters<typeof digest>) => {
        await wait();
        return digest.apply(crypto, args);
      };
    const spy = vi.spyOn(crypto, 'digest').mockImplementationOnce(after(() => held.promise));
    const controller = new AbortController();
    const first = failureOf(client.signInWithPopup({ signal: controller.signal }));
    await eventually(() => expect(spy).toHaveBeenCalledOnce());
    controller.abort();
    // Until the first one has come to its end.
    spy.mockImplementationOnce(after(idle));
    const second = client.signInWithPopup();
    held.resolve();
    expect(await first).toMatchObject({ name: 'AbortError' });
    await device.browser.signIn();
    expect(await second).toEqual({ kept: true });
    expect(device.browser.popupCount).toBe(1);
  });

  test('begins again after the app was killed, because the link alone is worth nothing', async () => {
    const { client, clientOptions, device, control, countOf } = signedOut();
    void client.signInWithPopup().catch(() => undefined);
    const { callbackUrl } = control.authorize(await device.browser.popupUrl());
    client.dispose();
    const { platform } = nativeApp();
    const next = new DiscovrClient('native-app', { ...clientOptions, platform });
    expect(await failureOf(next.completeWebSignIn(callbackUrl))).toMatchObject({ code: 'AUTH_FAILED' });
    expect(await next.ready()).toMatchObject({ status: 'signedOut' });
    expect(countOf('POST /auth/code')).toBe(0);
  });

  test('says what is missing', async () => {
    const { clientOptions } = signedOut();
    const { AppState } = new Device().modules;
    // That of Node, which the emulator needs.
    vi.stubGlobal('crypto', undefined);
    onTestFinished(() => void vi.unstubAllGlobals());
    const platform = nativePlatform({ AppState });
    const client = new DiscovrClient('bare-app', { ...clientOptions, platform, webSignIn: {} });
    const { message } = (await failureOf(client.signInWithPopup())) as Error;
    expect(message).toContain('nativePlatform({ openAuthSession })');
    expect(message).toContain('nativePlatform({ crypto }), for example expo-crypto');
    expect(message).toContain('webSignIn: { redirectUri }');
  });

  test('offers the code when no browser opens', async () => {
    const openAuthSession = async () => {
      throw new Error('There is no browser on this television.');
    };
    const { client } = signedOut({ modules: { openAuthSession } });
    expect(await failureOf(client.signInWithPopup())).toMatchObject({
      code: 'AUTH_FAILED',
      message: expect.stringContaining('Offer the sign-in by code'),
    });
  });

  test('is there for the client of a provider that creates it', async () => {
    const { clientOptions, device } = signedOut();
    let signIn: Promise<unknown> | undefined;
    function Start(): ReactNode {
      const { client } = useDiscovr();
      signIn ??= client.signInWithPopup();
      return null;
    }
    const root = createRoot();
    await act(async () =>
      root.render(
        <DiscovrProvider {...clientOptions} clientId="own-app">
          <Start />
        </DiscovrProvider>,
      ),
    );
    await act(() => device.browser.signIn());
    await act(async () => expect(await signIn).toEqual({ kept: true }));
    await act(async () => root.unmount());
  });
});

test('a sign-in by redirect opens the browser of the system', async () => {
  const { client, device } = signedOut();
  await client.signInWithWebAuth();
  expect(device.opened).toEqual([expect.stringMatching(/^https:.*\/authorize\?.*app\.example/)]);
});

test('a sign-in by redirect returns to the URL of the call when the client has none', async () => {
  const { clientOptions, device } = signedOut();
  const client = new DiscovrClient('own-app', { ...clientOptions, webSignIn: {} });
  await client.signInWithWebAuth({ redirectUri: 'https://other.example/signed-in' });
  expect(device.opened).toEqual([expect.stringMatching(/^https:.*\/authorize\?.*other\.example/)]);
});
