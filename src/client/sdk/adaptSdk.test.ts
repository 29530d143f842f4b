import { describe, expect, it, test, vi } from 'vitest';
import { MinimalSdk } from '../../../test/support/MinimalSdk.js';
import { failureOf, idle, until, watch } from '../../../test/support/promises.js';
import { sdkOnEmulator } from '../../../test/support/sdkOnEmulator.js';
import { createEmulator } from '../../emulator/createEmulator.js';
import { adaptSdk } from '../browserClient.js';
import type { DiscovrSdkLike } from './sdkCalls.js';

const ABORTED = { name: 'AbortError' };
const NO_SESSION = { profileId: null, sessionId: null, expiresAt: null };

/** Returns an adapted, connected SDK and the session states it has reported. */
async function connected(options?: Parameters<typeof sdkOnEmulator>[0]) {
  const discovr = await sdkOnEmulator(options);
  const adapted = adaptSdk(discovr.sdk);
  const states: unknown[] = [];
  adapted.onSessionChanged(() => states.push(adapted.getSession()));
  const disconnect = adapted.connect();
  return { ...discovr, adapted, states, disconnect };
}

describe('the session of an adapted SDK', () => {
  it('is unknown until the SDK is connected', async () => {
    const { sdk } = await sdkOnEmulator();
    const adapted = adaptSdk(sdk);
    expect(adapted.getSession()).toEqual({ status: 'unknown' });
  });

  it.each([
    ['active', (alex: string) => ({ status: 'active', profileId: alex })],
    ['signedIn', () => ({ status: 'signedIn' })],
    ['signedOut', () => ({ status: 'signedOut' })],
  ] as const)('is %s after connect() when the SDK is in that state', async (session, expected) => {
    const { adapted, alex, states } = await connected({ session });
    expect(adapted.getSession()).toEqual(expected(alex));
    expect(states).toEqual([expected(alex)]);
  });

  it('follows the SDK and notifies only when the state changes', async () => {
    const { adapted, inner, alex, sam, states, control } = await connected();
    await inner.createPage();
    control.expireSession();
    await inner.createPage();
    expect(states).toHaveLength(1);
    await inner.selectProfile(sam);
    await inner.signOut();
    expect(states).toEqual([
      { status: 'active', profileId: alex },
      { status: 'active', profileId: sam },
      { status: 'signedOut' },
    ]);
    expect(adapted.getSession()).toBe(states.at(-1));
  });

  it('follows a choice of profile that the SDK reports only as a session refresh', async () => {
    const { inner, sdk, sam } = await sdkOnEmulator({ session: 'signedIn' });
    const quiet: DiscovrSdkLike = { ...surfaceOf(sdk), onAuthStateChanged: (listener) => listener({ signedIn: true }) };
    const adapted = adaptSdk(quiet);
    adapted.connect();
    expect(adapted.getSession()).toEqual({ status: 'signedIn' });
    await inner.selectProfile(sam);
    expect(adapted.getSession()).toEqual({ status: 'active', profileId: sam });
  });

  it('stays unchanged while the SDK is disconnected, and is updated when it is connected again', async () => {
    const { adapted, inner, sam, alex, disconnect, states } = await connected();
    disconnect();
    await inner.selectProfile(sam);
    expect(states).toHaveLength(1);
    adapted.connect();
    await inner.selectProfile(alex);
    expect(states.slice(1)).toEqual([
      { status: 'active', profileId: sam },
      { status: 'active', profileId: alex },
    ]);
  });

  it('supports SDK observers that return no unsubscribe function', () => {
    const sdk: DiscovrSdkLike = {
      ...surfaceOf(new MinimalSdk(createEmulator())),
      onAuthStateChanged: (listener) => listener({ signedIn: false }),
      onSessionRefreshed: (listener) => listener({}),
    };
    const adapted = adaptSdk(sdk);
    expect(() => adapted.connect()()).not.toThrow();
    expect(adapted.getSession()).toEqual({ status: 'signedOut' });
  });

  it('is reported to refresh listeners immediately and on each renewal', async () => {
    const { adapted, inner, alex } = await connected();
    const listener = vi.fn();
    const unsubscribe = adapted.onSessionRefreshed(listener);
    await inner.createPage();
    unsubscribe();
    await inner.selectProfile(alex);
    expect(listener.mock.calls).toEqual([
      [NO_SESSION],
      [{ profileId: alex, sessionId: null, expiresAt: expect.any(Number) }],
    ]);
  });
});

describe('the page methods of an adapted SDK', () => {
  it('create and fetch pages', async () => {
    const { adapted } = await connected();
    const { id } = await adapted.createPage({ pageFilters: { genres: [] }, name: 'Mine' });
    expect(await adapted.getPage(id)).toMatchObject({ id, name: 'Mine', hero: expect.any(Array) });
  });

  it('send canonical filters, and one request for simultaneous calls', async () => {
    const { adapted, sdk, sent, pagePosts } = await connected();
    const createPage = vi.spyOn(sdk, 'createPage');
    await Promise.all([
      adapted.createPage({ pageFilters: { genres: [35, 18], region: [] } }),
      adapted.createPage({ pageFilters: { genres: [18, 35] } }),
    ]);
    expect(createPage.mock.calls).toEqual([[{ pageFilters: { genres: [18, 35] } }]]);
    expect([pagePosts(), sent.at(-1)?.body]).toEqual([1, { pageFilters: { genres: [18, 35] } }]);
  });

  it('reject an invalid payload without calling the SDK', async () => {
    const { adapted, control } = await connected();
    expect(await failureOf(adapted.createPage({ pageFilters: { region: ['x'] } }))).toMatchObject({
      code: 'VALIDATION_FAILED',
      issues: [{ path: ['pageFilters', 'region', 0] }],
    });
    expect(control.requests).toEqual([]);
  });

  it.each([
    ['signedOut', 'NOT_SIGNED_IN'],
    ['signedIn', 'NO_ACTIVE_PROFILE'],
  ] as const)('reject when the session state is %s, with %s', async (session, code) => {
    const { adapted, control } = await connected({ session });
    expect(await failureOf(adapted.createPage())).toMatchObject({ name: 'DiscovrError', code });
    expect(await failureOf(adapted.getPage('page_1'))).toMatchObject({ name: 'DiscovrError', code });
    expect(control.requests).toEqual([]);
  });

  it('reject with the code, status and message of the SDK’s error', async () => {
    const { adapted, control } = await connected();
    control.failNext({ kind: 'status', status: 403, code: 'AUTH_FAILED', message: 'No.' }, { route: 'POST /pages' });
    const error = await failureOf(adapted.createPage());
    expect(error).toMatchObject({ name: 'DiscovrError', code: 'AUTH_FAILED', status: 403 });
    expect(error).toMatchObject({ message: expect.stringContaining('No.'), cause: { name: 'SdkError' } });
  });

  it('reject with the filters of an outdated page', async () => {
    const { adapted, control } = await connected();
    const { id } = await adapted.createPage({ pageFilters: { genres: [35] } });
    control.outdatePages();
    expect(await failureOf(adapted.getPage(id))).toMatchObject({
      name: 'DiscovrError',
      code: 'SESSION_EXPIRED',
      pageLevelFilters: { genres: [35] },
    });
  });

  it('reject when the signal aborts, even though the SDK takes no signal', async () => {
    const { adapted, control } = await connected();
    control.setLatency(20);
    const controller = new AbortController();
    const created = watch(adapted.createPage({}, { signal: controller.signal }));
    const fetched = watch(adapted.getPage('page_1', { signal: controller.signal }));
    await idle();
    controller.abort();
    await idle();
    expect([created.error, fetched.error]).toMatchObject([ABORTED, ABORTED]);
  });

  it('pass on an AbortError of the SDK unchanged', async () => {
    const { sdk } = await connected();
    const aborted = new DOMException('Gone.', 'AbortError');
    const adapted = adaptSdk({ ...surfaceOf(sdk), createPage: () => Promise.reject(aborted) });
    adapted.connect();
    expect(await failureOf(adapted.createPage())).toBe(aborted);
  });

  it.each([
    ['a switch to another profile', async (inner: Inner, sam: string) => inner.selectProfile(sam)],
    ['sign-out', async (inner: Inner) => inner.signOut()],
  ])('drop results and failures that arrive after %s', async (_name, leave) => {
    for (const isFailing of [false, true]) {
      const { sdk, inner, sam } = await sdkOnEmulator();
      let respond: () => void = () => undefined;
      const responded = new Promise<void>((resolve) => (respond = resolve));
      const slow: DiscovrSdkLike = {
        ...surfaceOf(sdk),
        async createPage() {
          await responded;
          if (isFailing) throw new Error('Failed.');
          return { id: 'page_1', createdAt: '2026-01-01' };
        },
      };
      const adapted = adaptSdk(slow);
      adapted.connect();
      const call = watch(adapted.createPage());
      await leave(inner, sam);
      respond();
      await until(() => call.status !== 'pending');
      expect(call.error).toMatchObject(ABORTED);
    }
  });
});

describe('the sign-in methods of an adapted SDK', () => {
  it('reject with NOT_SUPPORTED, even if the SDK has methods of these names', async () => {
    const { sdk } = await sdkOnEmulator({ session: 'signedOut' });
    const signInWithPopup = vi.fn();
    const adapted = adaptSdk(Object.assign(sdk, { signInWithPopup }));
    for (const signIn of [adapted.signInWithPopup, adapted.signInWithWebAuth, adapted.signInWithDeviceCode]) {
      expect(await failureOf(signIn())).toMatchObject({ code: 'NOT_SUPPORTED' });
    }
    expect(signInWithPopup).not.toHaveBeenCalled();
  });

  it('leave a redirect to the SDK', async () => {
    const { sdk } = await sdkOnEmulator({ session: 'signedOut' });
    expect(await adaptSdk(sdk).completeWebSignIn('/?code=c&state=s')).toBeNull();
  });
});

test('each other method calls the SDK’s method of the same name', async () => {
  const { sdk } = await sdkOnEmulator();
  const calls = Object.entries(adaptSdk(sdk)).filter(
    ([name]) => !/^(clientId|platform|lacks|getSession|connect|on|.*SignIn|signIn)/.test(name),
  );
  const called: string[] = [];
  for (const [name, call] of calls) {
    Object.assign(sdk, { [name]: async () => void called.push(name) });
    await Promise.resolve(Reflect.apply(call, undefined, [])).catch(() => undefined);
  }
  expect(called).toEqual(calls.map(([name]) => name));
});

test('a call is not made if the profile changes while its code is loading', async () => {
  const { sdk, alex, sam } = await sdkOnEmulator();
  const createPage = vi.fn(sdk.createPage);
  let profileId = alex;
  const adapted = adaptSdk({ ...surfaceOf(sdk), createPage, getActiveProfileId: () => profileId });
  adapted.connect();
  const call = watch(adapted.createPage());
  profileId = sam;
  await until(() => call.status !== 'pending');
  expect(call.error).toMatchObject(ABORTED);
  expect(createPage).not.toHaveBeenCalled();
});

type Inner = Awaited<ReturnType<typeof sdkOnEmulator>>['inner'];

function surfaceOf({ createPage, getPage, getActiveProfileId, ...observers }: DiscovrSdkLike): DiscovrSdkLike {
  const { onAuthStateChanged, onSessionRefreshed } = observers;
  return { createPage, getPage, getActiveProfileId, onAuthStateChanged, onSessionRefreshed };
}
