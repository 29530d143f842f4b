import { describe, expect, it, vi } from 'vitest';
import { failureOf } from '../../test/support/promises.js';
import { serverApp } from '../../test/support/serverApp.js';
import type { SignInReport } from '../session/web/environment.js';
import { DiscovrClient } from './browserClient.js';
import { createSessionSource } from './sessionSource.js';
import type { SessionSourceCalls } from './backEnd.js';

const ORIGIN = 'https://app.example';
const MOUNT = `${ORIGIN}/api/discovr`;

/** An app whose server keeps the sign-in, with a browser in which the user acts. */
function appInBrowser(source?: SessionSourceCalls) {
  const app = serverApp();
  const listeners = new Set<(report: SignInReport) => void>();
  let isBlocking = false;
  let hasFocus = true;
  let isOffline = false;
  const opened: string[] = [];
  const popup = {
    closed: false,
    location: {
      get href(): string {
        throw new DOMException('The popup shows another origin.', 'SecurityError');
      },
      replace: (url: string) => void opened.push(url),
    },
    focus: () => undefined,
    close: () => void (popup.closed = true),
  };
  const fetch: typeof globalThis.fetch = async (...request) => {
    if (isOffline) throw new TypeError('Failed to fetch');
    return app.fetch(...request);
  };
  const client = new DiscovrClient('my-app', {
    fetch,
    sessionSource: createSessionSource(source ?? app.path, { fetch }),
    webSignIn: {
      environment: {
        pageUrl: () => `${ORIGIN}/films?kind=new`,
        openPopup: () => (isBlocking ? null : popup),
        goTo: (url) => void opened.push(url),
        hasFocus: () => hasFocus,
        onReport(listener) {
          listeners.add(listener);
          return () => listeners.delete(listener);
        },
      },
    },
  });
  const report = (data: SignInReport) => listeners.forEach((listener) => listener(data));
  const locationOf = async (url: string) => {
    const response = await app.send(url.slice(MOUNT.length), { headers: { 'sec-fetch-site': 'same-origin' } });
    return response.headers.get('location') ?? '';
  };
  return {
    ...app,
    client,
    popup,
    opened,
    report,
    listeners,
    block: () => void (isBlocking = true),
    setOffline: (isNow: boolean) => void (isOffline = isNow),
    blur: () => void (hasFocus = false),
    /** Follows the redirects from an URL of the app to where the user ends. */
    async decide(decision: 'signIn' | 'cancel') {
      await vi.waitFor(() => expect(opened).toHaveLength(1));
      const { callbackUrl } = app.control.authorize(await locationOf(opened[0]!), decision);
      return new URL(await locationOf(callbackUrl));
    },
    /** Runs the script of the popup's last page. */
    endPopup(url: URL) {
      expect(url.pathname).toBe('/api/discovr/sign-in/popup');
      report({ type: 'discovr:sign-in', error: url.searchParams.get('discovr-error') });
      popup.close();
    },
    /** Whether a refresh token was ever in a response that the browser can read. */
    // Sealed tokens are random text, which can contain the prefix alone.
    hasLeaked: () => /rt_[0-9a-f]{16}/.test(app.readable.join()),
  };
}

describe('a sign-in by popup at the back end', () => {
  it('opens the back end in the popup, and the browser receives no refresh token', async () => {
    const app = appInBrowser();
    const signIn = app.client.signInWithPopup();
    app.endPopup(await app.decide('signIn'));
    expect(await signIn).toEqual({ kept: true });
    expect(app.client.getSession()).toEqual({ status: 'signedIn' });
    expect(app.opened).toEqual([`${MOUNT}/sign-in/redirect?mode=popup`]);
    expect(app.hasLeaked()).toBe(false);
    expect(app.listeners.size).toBe(0);
  });

  it('also ends when no report arrives and the user is back on the page', async () => {
    const app = appInBrowser();
    const signIn = app.client.signInWithPopup();
    await app.decide('signIn');
    app.popup.close();
    expect(await signIn).toEqual({ kept: true });
  });

  it.each<[string, (app: ReturnType<typeof appInBrowser>) => Promise<unknown>]>([
    ['declines', async (app) => app.endPopup(await app.decide('cancel'))],
    [
      'closes the popup',
      async (app) => {
        await vi.waitFor(() => expect(app.opened).toHaveLength(1));
        app.popup.close();
      },
    ],
  ])('rejects with USER_CANCELLED when the user %s', async (_what, act) => {
    const app = appInBrowser();
    const failure = failureOf(app.client.signInWithPopup());
    await act(app);
    expect(await failure).toMatchObject({ code: 'USER_CANCELLED' });
    expect(app.client.isSignedIn()).toBe(false);
  });

  it('rejects with the reason when Discovr cannot be reached', async () => {
    const app = appInBrowser();
    const failure = failureOf(app.client.signInWithPopup());
    app.control.failNext({ kind: 'status', status: 503 }, { route: 'POST /auth/code' });
    app.endPopup(await app.decide('signIn'));
    expect(await failure).toMatchObject({ code: 'NETWORK_ERROR' });
  });

  it('neither believes a report of another site, nor loses a popup that a policy has cut off', async () => {
    const app = appInBrowser();
    app.blur();
    const signIn = app.client.signInWithPopup();
    const last = await app.decide('cancel');
    app.popup.close();
    app.report({ type: 'discovr:sign-in', error: 'AUTH_FAILED' });
    app.report({ type: 'discovr:sign-in', error: null });
    app.report({ type: 'other' });
    expect(last.searchParams.get('discovr-error')).toBe('USER_CANCELLED');
    // The user signs in with a second attempt in the same popup.
    app.opened.pop();
    app.opened.push(`${MOUNT}/sign-in/redirect?mode=popup`);
    app.endPopup(await app.decide('signIn'));
    expect(await signIn).toEqual({ kept: true });
  });

  it('does not count as a sign-in of a user who was signed in before and closes the popup', async () => {
    const app = appInBrowser();
    await app.signIn();
    await app.client.refreshSignIn();
    const failure = failureOf(app.client.signInWithPopup());
    await vi.waitFor(() => expect(app.opened).toHaveLength(1));
    app.report({ type: 'discovr:sign-in', error: null });
    app.report({ type: 'discovr:sign-in', error: 'AUTH_FAILED' });
    app.popup.close();
    expect(await failure).toMatchObject({ code: 'AUTH_FAILED' });
    expect(app.client.isSignedIn()).toBe(true);
  });

  it('does not sign in again a user whose sign-out did not reach the back end, unless the user signs in', async () => {
    const app = appInBrowser();
    await app.signIn();
    await app.client.refreshSignIn();
    app.setOffline(true);
    expect(await app.client.signOut()).toEqual({ revoked: false });
    app.setOffline(false);
    const failure = failureOf(app.client.signInWithPopup());
    await vi.waitFor(() => expect(app.opened).toHaveLength(1));
    expect(app.client.isSignedIn()).toBe(false);
    app.popup.close();
    expect(await failure).toMatchObject({ code: 'USER_CANCELLED' });
    expect(app.client.isSignedIn()).toBe(false);
    app.popup.closed = false;
    app.opened.pop();
    const signIn = app.client.signInWithPopup();
    app.endPopup(await app.decide('signIn'));
    await signIn;
    expect(app.client.isSignedIn()).toBe(true);
    app.client.dispose();
  });

  it('opens on every origin that the server accepts', async () => {
    const app = appInBrowser();
    const client = new DiscovrClient('my-app', {
      sessionSource: createSessionSource(app.path, { fetch: app.fetch }),
      webSignIn: { environment: { pageUrl: () => 'http://app.localhost:3000/', openPopup: () => app.popup } },
    });
    void failureOf(client.signInWithPopup());
    await vi.waitFor(() =>
      expect(app.opened).toEqual(['http://app.localhost:3000/api/discovr/sign-in/redirect?mode=popup']),
    );
    client.dispose();
  });

  it('rejects with POPUP_BLOCKED when the browser blocks the popup', async () => {
    const app = appInBrowser();
    app.block();
    expect(await failureOf(app.client.signInWithPopup())).toMatchObject({ code: 'POPUP_BLOCKED' });
  });
});

describe('a sign-in by redirect at the back end', () => {
  it('leaves for the back end, which returns the user to the page', async () => {
    const app = appInBrowser();
    await app.client.signInWithWebAuth();
    expect((await app.decide('signIn')).href).toBe(`${ORIGIN}/films?kind=new`);
    await app.client.refreshSignIn();
    expect(app.client.getSession()).toEqual({ status: 'signedIn' });
    expect(await app.client.completeWebSignIn(`${ORIGIN}/films?kind=new`)).toBeNull();
  });

  it('returns to another path of the app only', async () => {
    for (const [given, path] of [
      ['/series', '/series'],
      ['https://other.example/', '/films?kind=new'],
      ['//other.example', '/films?kind=new'],
    ]) {
      const app = appInBrowser();
      await app.client.signInWithWebAuth({ returnTo: given });
      expect(new URL(app.opened[0]!).searchParams.get('returnTo')).toBe(path);
    }
  });

  it('says on return why it failed', async () => {
    const app = appInBrowser();
    await app.client.signInWithWebAuth();
    const { href } = await app.decide('cancel');
    expect(await failureOf(app.client.completeWebSignIn(href))).toMatchObject({ code: 'USER_CANCELLED' });
    const forged = `${ORIGIN}/?discovr-error=<b>constructor</b>`;
    expect(await failureOf(app.client.completeWebSignIn(forged))).toMatchObject({ code: 'AUTH_FAILED' });
    // A response of the sign-in page is for the back end only.
    expect(await app.client.completeWebSignIn(`${ORIGIN}/?code=c&state=s`)).toBeNull();
  });
});

describe('a sign-in by code at the back end', () => {
  it('shows a code and signs in when it is approved, without a refresh token in the browser', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true, advanceTimeDelta: 50 });
    const app = appInBrowser();
    const signIn = await app.client.signInWithDeviceCode({ qrSize: 600 });
    await vi.advanceTimersByTimeAsync(5_000);
    expect(signIn.state).toEqual({ status: 'waiting' });
    app.control.approveDevice(signIn.userCode);
    const finished = signIn.finished();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(await finished).toEqual({ status: 'approved', kept: true });
    expect(app.client.getSession()).toEqual({ status: 'signedIn' });
    expect(app.hasLeaked()).toBe(false);
    vi.useRealTimers();
  });

  it('ends when the user denies it', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true, advanceTimeDelta: 50 });
    const app = appInBrowser();
    const signIn = await app.client.signInWithDeviceCode();
    app.control.denyDevice(signIn.userCode);
    const finished = signIn.finished();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(await finished).toEqual({ status: 'denied' });
    vi.useRealTimers();
  });
});

describe('a back end without routes for signing in', () => {
  // The test makes no other call.
  const calls = { getSignIn: async () => null } as unknown as SessionSourceCalls;

  it('makes every sign-in of the client fail before anything is requested', async () => {
    const app = appInBrowser(calls);
    for (const attempt of [
      () => app.client.signInWithPopup(),
      () => app.client.signInWithWebAuth(),
      () => app.client.signInWithDeviceCode(),
    ]) {
      await expect(attempt()).rejects.toThrow(/no routes for signing in/);
    }
    expect(app.opened).toEqual([]);
    expect(app.bearers).toEqual([]);
  });
});
