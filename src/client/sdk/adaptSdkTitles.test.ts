import { describe, expect, it, vi } from 'vitest';
import { deferred, failureOf, idle, watch } from '../../../test/support/promises.js';
import { sdkOnEmulator } from '../../../test/support/sdkOnEmulator.js';
import { adaptSdk } from './adaptSdk.js';
import type { DiscovrSdkLike } from './discovrSdkLike.js';
import { titleMethods } from '../titles/titleMethods.js';

/** An SDK with the methods about titles that are given. */
async function titleSdk(own: Partial<DiscovrSdkLike>) {
  const discovr = await sdkOnEmulator();
  const adapted = adaptSdk(Object.assign(discovr.sdk, own));
  adapted.connect();
  return { ...discovr, adapted };
}

const row = { id: 'r', title: 'Drama', pageId: 'p', type: 'media', createdAt: '2026-01-01T00:00:00Z' } as const;

describe('titles of an SDK', () => {
  it('do no more than the SDK does', async () => {
    const { adapted } = await titleSdk({ getMedia: () => new Promise(() => undefined) });
    expect(titleMethods.filter((name) => name in adapted)).toEqual(['getMedia']);
  });

  it.each([
    ['the whole answer', { rows: [row], hasMore: true, nextPageToken: 't' }],
    ['an answer with items', { items: [row], hasMore: true, nextPageToken: 't' }],
  ])('have rows, given as %s', async (_how, answer) => {
    const { adapted } = await titleSdk({ getRows: async () => answer });
    expect(await adapted.getRows?.('p')).toEqual({ rows: [row], hasMore: true, nextPageToken: 't' });
  });

  it('have rows, given as a list, which is then the whole of them', async () => {
    const { adapted } = await titleSdk({ getRows: async () => [row] });
    expect(await adapted.getRows?.('p')).toEqual({ rows: [row], hasMore: false });
  });

  it('are called on the SDK, with what is known and without the signal', async () => {
    const calls: unknown[][] = [];
    const getRowItems = function (this: unknown, ...args: unknown[]) {
      calls.push([this, ...args]);
      return Promise.resolve({ items: [], hasMore: false });
    };
    const { adapted, sdk } = await titleSdk({ getRowItems });
    const { signal } = new AbortController();
    await adapted.getRowItems?.('p', 'r', { limit: 5, nextPageToken: undefined, signal });
    await adapted.getRowItems?.('p', 'r', { signal });
    expect(calls.map(([host]) => host === sdk)).toEqual([true, true]);
    expect(calls.map(([, ...args]) => args)).toEqual([
      ['p', 'r', { limit: 5 }],
      ['p', 'r'],
    ]);
  });

  it('can be given up by a signal', async () => {
    const scrobble = vi.fn(() => new Promise<never>(() => undefined));
    const { adapted } = await titleSdk({ scrobble });
    const controller = new AbortController();
    const call = watch(adapted.scrobble!('MV_1', 3, { signal: controller.signal }));
    controller.abort();
    await idle();
    expect(call.error).toMatchObject({ name: 'AbortError' });
  });

  it('are dropped where another profile asked for them', async () => {
    const items = deferred<{ items: []; hasMore: false }>();
    const { adapted, inner, sam } = await titleSdk({ getLikedItems: () => items.promise });
    const call = watch(adapted.getLikedItems!());
    await inner.selectProfile(sam);
    items.resolve({ items: [], hasMore: false });
    await idle();
    expect(call.error).toMatchObject({ name: 'AbortError' });
  });

  it('fail with errors of this library', async () => {
    const failure = Object.assign(new Error('Old page.'), { code: 'SESSION_EXPIRED' });
    const { adapted } = await titleSdk({ getRows: () => Promise.reject(failure) });
    expect(await failureOf(adapted.getRows!('p'))).toMatchObject({ name: 'DiscovrError', code: 'SESSION_EXPIRED' });
  });
});
