import { describe, expect, it, vi } from 'vitest';
import { deferred, failureOf, idle, watch } from '../../../test/support/promises.js';
import { sdkOnEmulator } from '../../../test/support/sdkOnEmulator.js';
import { adaptSdk } from '../browserClient.js';
import type { DiscovrSdkLike } from './sdkCalls.js';

/** Returns an adapted SDK with the given title methods. */
async function titleSdk(methods: Partial<DiscovrSdkLike>) {
  const discovr = await sdkOnEmulator();
  const adapted = adaptSdk(Object.assign(discovr.sdk, methods));
  adapted.connect();
  return { ...discovr, adapted };
}

const row = { id: 'r', title: 'Drama', pageId: 'p', type: 'media', createdAt: '2026-01-01T00:00:00Z' } as const;

describe('the title methods of an adapted SDK', () => {
  it('reject with an error that names the method and the cure when the SDK lacks them', async () => {
    const { adapted } = await titleSdk({ getMedia: () => new Promise(() => undefined) });
    expect([adapted.lacks?.('getMedia'), adapted.lacks?.('getRows')]).toEqual([false, true]);
    expect(await failureOf(adapted.getRows('p'))).toMatchObject({
      name: 'DiscovrError',
      code: 'NOT_SUPPORTED',
      message: 'The SDK lacks getRows(). Use a version of the SDK with this method, or a DiscovrClient.',
    });
  });

  it.each([
    ['a batch with `rows`', { rows: [row], hasMore: true, nextPageToken: 't' }],
    ['a batch with `items`', { items: [row], hasMore: true, nextPageToken: 't' }],
  ])('return rows when the SDK returns %s', async (_how, batch) => {
    const { adapted } = await titleSdk({ getRows: async () => batch });
    expect(await adapted.getRows('p')).toEqual({ rows: [row], hasMore: true, nextPageToken: 't' });
  });

  it('return all rows in one batch when the SDK returns an array', async () => {
    const { adapted } = await titleSdk({ getRows: async () => [row] });
    expect(await adapted.getRows('p')).toEqual({ rows: [row], hasMore: false });
  });

  it('are called on the SDK object, without undefined options and without the signal', async () => {
    const calls: unknown[][] = [];
    const getRowItems = function (this: unknown, ...args: unknown[]) {
      calls.push([this, ...args]);
      return Promise.resolve({ items: [], hasMore: false });
    };
    const { adapted, sdk } = await titleSdk({ getRowItems });
    const { signal } = new AbortController();
    await adapted.getRowItems('p', 'r', { limit: 5, nextPageToken: undefined, signal });
    await adapted.getRowItems('p', 'r', { signal });
    expect(calls.map(([host]) => host === sdk)).toEqual([true, true]);
    expect(calls.map(([, ...args]) => args)).toEqual([
      ['p', 'r', { limit: 5 }],
      ['p', 'r'],
    ]);
  });

  it('reject when the signal aborts', async () => {
    const scrobble = vi.fn(() => new Promise<never>(() => undefined));
    const { adapted } = await titleSdk({ scrobble });
    const controller = new AbortController();
    const call = watch(adapted.scrobble('MV_1', 3, { signal: controller.signal }));
    controller.abort();
    await idle();
    expect(call.error).toMatchObject({ name: 'AbortError' });
  });

  it('drop a result that arrives after a profile switch', async () => {
    const items = deferred<{ items: []; hasMore: false }>();
    const { adapted, inner, sam } = await titleSdk({ getLikedItems: () => items.promise });
    const call = watch(adapted.getLikedItems());
    await inner.selectProfile(sam);
    items.resolve({ items: [], hasMore: false });
    await idle();
    expect(call.error).toMatchObject({ name: 'AbortError' });
  });

  it('reject with DiscovrErrors', async () => {
    const failure = Object.assign(new Error('Old page.'), { code: 'SESSION_EXPIRED' });
    const { adapted } = await titleSdk({ getRows: () => Promise.reject(failure) });
    expect(await failureOf(adapted.getRows('p'))).toMatchObject({ name: 'DiscovrError', code: 'SESSION_EXPIRED' });
  });
});
