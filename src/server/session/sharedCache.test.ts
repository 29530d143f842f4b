import { beforeEach, describe, expect, it, vi } from 'vitest';
import { deferred, watch } from '../../../test/support/promises.js';
import { createSealer } from '../cookies/sealer.js';
import { serverSettings, type SessionCache } from '../serverSettings.js';
import { createSharedCache } from './sharedCache.js';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
});

/** A cache in memory that can hang. */
function memoryCache() {
  const entries = new Map<string, string>();
  const state = { hangs: false };
  const ttls: number[] = [];
  const respond = async <T>(answer: T) => (state.hangs ? deferred<T>().promise : answer);
  const cache: SessionCache = {
    get: (key) => respond(entries.get(key) ?? null),
    set(key, value, { ttl }) {
      ttls.push(ttl);
      entries.set(key, value);
      return respond(undefined);
    },
    del: (key) => respond(entries.delete(key)),
  };
  return { cache, entries, state, ttls };
}

function shared(sessionCache: SessionCache | undefined, now = Date.now) {
  const settings = serverSettings({ clientId: 'app', secret: 's'.repeat(32), sessionCache, now });
  return createSharedCache(settings, createSealer(settings));
}

const entry = { claim: 'mine', nextRefreshToken: 'rt_next' };

describe('the shared entries', () => {
  it('are read by another process with the same secret, and encrypted in the cache', async () => {
    const { cache, entries } = memoryCache();
    await shared(cache).set('a', entry, 2_000);
    expect(await shared(cache).get('a')).toMatchObject(entry);
    expect(JSON.stringify([...entries])).not.toMatch(/mine|rt_next/);
  });

  it('cannot be moved to the key of another user', async () => {
    const { cache, entries } = memoryCache();
    await shared(cache).set('a', entry, 2_000);
    entries.set('b', entries.get('a')!);
    expect(await shared(cache).get('b')).toEqual({});
  });

  it('are read by a process whose clock is minutes ahead, and never have a lifetime of 0 seconds', async () => {
    const { cache, ttls } = memoryCache();
    await shared(cache).set('a', entry, 999);
    expect(await shared(cache, () => Date.now() + 5 * 60_000).get('a')).toMatchObject(entry);
    expect(ttls).toEqual([1]);
  });

  it('are distinguished from a cache that fails', async () => {
    const failing = () => Promise.reject(new Error('gone'));
    const down = shared({ get: failing, set: failing, del: failing });
    expect([await down.get('a'), await down.set('a', entry, 1), await down.del('a')]).toEqual([
      undefined,
      false,
      undefined,
    ]);
    expect(await shared(memoryCache().cache).get('a')).toEqual({});
    expect(await shared(undefined).get('a')).toBeUndefined();
  });
});

describe('a cache that hangs', () => {
  it('costs one second once, and is used again as soon as it responds', async () => {
    const { cache, state } = memoryCache();
    const one = shared(cache);
    await one.set('a', entry, 2_000);
    state.hangs = true;
    const first = watch(one.get('a'));
    await vi.advanceTimersByTimeAsync(999);
    expect(first.status).toBe('pending');
    await vi.advanceTimersByTimeAsync(1);
    expect([first.status, first.value]).toEqual(['resolved', undefined]);
    const next = watch(one.get('a'));
    await vi.advanceTimersByTimeAsync(1);
    expect([next.status, next.value]).toEqual(['resolved', undefined]);
    state.hangs = false;
    expect(await one.get('a')).toMatchObject(entry);
    state.hangs = true;
    const later = watch(one.get('a'));
    await vi.advanceTimersByTimeAsync(999);
    expect(later.status).toBe('pending');
  });

  it('is given another second after five seconds', async () => {
    const { cache, state } = memoryCache();
    state.hangs = true;
    const one = shared(cache);
    void one.get('a');
    await vi.advanceTimersByTimeAsync(1_000 + 5_000);
    const later = watch(one.get('a'));
    await vi.advanceTimersByTimeAsync(999);
    expect(later.status).toBe('pending');
  });
});
