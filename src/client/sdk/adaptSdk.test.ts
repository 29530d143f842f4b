import { describe, expect, it, vi } from 'vitest';
import { MinimalSdk } from '../../../test/support/MinimalSdk.js';
import { failureOf, idle, until, watch } from '../../../test/support/promises.js';
import { sdkOnEmulator } from '../../../test/support/sdkOnEmulator.js';
import { createEmulator } from '../../emulator/createEmulator.js';
import { adaptSdk } from './adaptSdk.js';
import type { DiscovrSdkLike } from './discovrSdkLike.js';

const ABORTED = { name: 'AbortError' };
const NO_SESSION = { profileId: null, sessionId: null, expiresAt: null };

/** An adapted SDK that is connected, with a record of the states it told. */
async function connected(options?: Parameters<typeof sdkOnEmulator>[0]) {
  const discovr = await sdkOnEmulator(options);
  const adapted = adaptSdk(discovr.sdk);
  const told: unknown[] = [];
  adapted.onSessionChanged(() => told.push(adapted.getSession()));
  const undo = adapted.connect();
  return { ...discovr, adapted, told, undo };
}

describe('the session of an SDK', () => {
  it('is unknown until it is connected', async () => {
    const { sdk } = await sdkOnEmulator();
    const adapted = adaptSdk(sdk);
    expect(adapted.getSession()).toEqual({ status: 'unknown' });
  });

  it.each([
    ['active', (alex: string) => ({ status: 'active', profileId: alex })],
    ['signedIn', () => ({ status: 'signedIn' })],
    ['signedOut', () => ({ status: 'signedOut' })],
  ] as const)('is what its observers say: %s', async (session, expected) => {
    const { adapted, alex, told } = await connected({ session });
    expect(adapted.getSession()).toEqual(expected(alex));
    expect(told).toEqual([expected(alex)]);
  });

  it('follows its observers, and equal state is not told', async () => {
    const { adapted, inner, alex, sam, told, control } = await connected();
    await inner.createPage();
    control.expireSession();
    await inner.createPage();
    expect(told).toHaveLength(1);
    await inner.selectProfile(sam);
    await inner.signOut();
    expect(told).toEqual([
      { status: 'active', profileId: alex },
      { status: 'active', profileId: sam },
      { status: 'signedOut' },
    ]);
    expect(adapted.getSession()).toBe(told.at(-1));
  });

  it('follows a profile that is chosen, where the SDK only tells of the new session', async () => {
    const { inner, sdk, sam } = await sdkOnEmulator({ session: 'signedIn' });
    const quiet: DiscovrSdkLike = { ...surfaceOf(sdk), onAuthStateChanged: (listener) => listener({ signedIn: true }) };
    const adapted = adaptSdk(quiet);
    adapted.connect();
    expect(adapted.getSession()).toEqual({ status: 'signedIn' });
    await inner.selectProfile(sam);
    expect(adapted.getSession()).toEqual({ status: 'active', profileId: sam });
  });

  it('is no longer followed when the connection is undone, and followed again when it is made anew', async () => {
    const { adapted, inner, sam, alex, undo, told } = await connected();
    undo();
    await inner.selectProfile(sam);
    expect(told).toHaveLength(1);
    adapted.connect();
    await inner.selectProfile(alex);
    expect(told.slice(1)).toEqual([
      { status: 'active', profileId: sam },
      { status: 'active', profileId: alex },
    ]);
  });

  it('needs no undo from the observers of the SDK', () => {
    const sdk: DiscovrSdkLike = {
      ...surfaceOf(new MinimalSdk(createEmulator())),
      onAuthStateChanged: (listener) => listener({ signedIn: false }),
      onSessionRefreshed: (listener) => listener({}),
    };
    const adapted = adaptSdk(sdk);
    expect(() => adapted.connect()()).not.toThrow();
    expect(adapted.getSession()).toEqual({ status: 'signedOut' });
  });

  it('tells of each renewal, at once and then as they come', async () => {
    const { adapted, inner, alex } = await connected();
    const listener = vi.fn();
    const undo = adapted.onSessionRefreshed(listener);
    await inner.createPage();
    undo();
    await inner.selectProfile(alex);
    expect(listener.mock.calls).toEqual([
      [NO_SESSION],
      [{ profileId: alex, sessionId: null, expiresAt: expect.any(Number) }],
    ]);
  });
});

describe('pages of an SDK', () => {
  it('are created and shown', async () => {
    const { adapted } = await connected();
    const { id } = await adapted.createPage({ pageFilters: { genres: [] }, name: 'Mine' });
    expect(await adapted.getPage(id)).toMatchObject({ id, name: 'Mine', hero: expect.any(Array) });
  });

  it('are asked for in their one form, once for all who ask at the same time', async () => {
    const { adapted, sdk, sent, pagePosts } = await connected();
    const createPage = vi.spyOn(sdk, 'createPage');
    await Promise.all([
      adapted.createPage({ pageFilters: { genres: [35, 18], region: [] } }),
      adapted.createPage({ pageFilters: { genres: [18, 35] } }),
    ]);
    expect(createPage.mock.calls).toEqual([[{ pageFilters: { genres: [18, 35] } }]]);
    expect([pagePosts(), sent.at(-1)?.body]).toEqual([1, { pageFilters: { genres: [18, 35] } }]);
  });

  it('are refused before the SDK is asked where the payload is not valid', async () => {
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
  ] as const)('need a person and a profile: %s', async (session, code) => {
    const { adapted, control } = await connected({ session });
    expect(await failureOf(adapted.createPage())).toMatchObject({ name: 'DiscovrError', code });
    expect(await failureOf(adapted.getPage('page_1'))).toMatchObject({ name: 'DiscovrError', code });
    expect(control.requests).toEqual([]);
  });

  it('fail with the code, status and message of the SDK’s error', async () => {
    const { adapted, control } = await connected();
    control.failNext({ kind: 'status', status: 403, code: 'AUTH_FAILED', message: 'No.' }, { route: 'POST /pages' });
    const error = await failureOf(adapted.createPage());
    expect(error).toMatchObject({ name: 'DiscovrError', code: 'AUTH_FAILED', status: 403 });
    expect(error).toMatchObject({ message: expect.stringContaining('No.'), cause: { name: 'SdkError' } });
  });

  it('fail with the filters of an outdated page', async () => {
    const { adapted, control } = await connected();
    const { id } = await adapted.createPage({ pageFilters: { genres: [35] } });
    control.outdatePages();
    expect(await failureOf(adapted.getPage(id))).toMatchObject({
      name: 'DiscovrError',
      code: 'SESSION_EXPIRED',
      pageLevelFilters: { genres: [35] },
    });
  });

  it('can be given up, though the SDK cannot be told', async () => {
    const { adapted, control } = await connected();
    control.setLatency(20);
    const controller = new AbortController();
    const created = watch(adapted.createPage({}, { signal: controller.signal }));
    const shown = watch(adapted.getPage('page_1', { signal: controller.signal }));
    await idle();
    controller.abort();
    await idle();
    expect([created.error, shown.error]).toMatchObject([ABORTED, ABORTED]);
  });

  it('that the SDK itself gives up stay an AbortError', async () => {
    const { sdk } = await connected();
    const aborted = new DOMException('Gone.', 'AbortError');
    const adapted = adaptSdk({ ...surfaceOf(sdk), createPage: () => Promise.reject(aborted) });
    adapted.connect();
    expect(await failureOf(adapted.createPage())).toBe(aborted);
  });

  it.each([
    ['another profile was chosen', async (inner: Inner, sam: string) => inner.selectProfile(sam)],
    ['somebody signed out', async (inner: Inner) => inner.signOut()],
  ])('are dropped where %s meanwhile, be it a page or a failure', async (_name, leave) => {
    for (const isFailing of [false, true]) {
      const { sdk, inner, sam } = await sdkOnEmulator();
      let answer: () => void = () => undefined;
      const answered = new Promise<void>((resolve) => (answer = resolve));
      const slow: DiscovrSdkLike = {
        ...surfaceOf(sdk),
        async createPage() {
          await answered;
          if (isFailing) throw new Error('Failed.');
          return { id: 'page_1', createdAt: '2026-01-01' };
        },
      };
      const adapted = adaptSdk(slow);
      adapted.connect();
      const call = watch(adapted.createPage());
      await leave(inner, sam);
      answer();
      await until(() => call.status !== 'pending');
      expect(call.error).toMatchObject(ABORTED);
    }
  });
});

type Inner = Awaited<ReturnType<typeof sdkOnEmulator>>['inner'];

function surfaceOf({ createPage, getPage, getActiveProfileId, ...observers }: DiscovrSdkLike): DiscovrSdkLike {
  const { onAuthStateChanged, onSessionRefreshed } = observers;
  return { createPage, getPage, getActiveProfileId, onAuthStateChanged, onSessionRefreshed };
}
