import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { deferred, idle, watch } from '../../test/support/promises.js';
import { browserPlatform } from '../platform/browser.js';
import { mintLock } from './mints.js';

type Grant = (lock: { name: string } | null) => Promise<void>;

/**
 * Installs a lock manager with a single lock, which another tab holds until `release` is called. `free` lets the tab
 * release it while no mint waits.
 */
function heldElsewhere() {
  const waiting: (() => Promise<void>)[] = [];
  let isFree = false;
  const request = vi.fn(
    (name: string, { signal, ifAvailable }: LockOptions, grant: Grant) =>
      new Promise<void>((resolve, reject) => {
        if (ifAvailable) return void grant(isFree ? { name } : null).then(resolve);
        waiting.push(() => grant({ name }).then(resolve));
        signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError')));
      }),
  );
  Object.defineProperty(navigator, 'locks', { value: { request }, configurable: true });
  return { request, release: () => waiting.shift()?.(), free: () => (isFree = true) };
}

const unaborted = new AbortController().signal;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void Reflect.deleteProperty(navigator, 'locks'));

const webMintLock = () => mintLock('lock', browserPlatform, {});

describe('the mint lock of a browser', () => {
  it('waits while another tab mints, and holds the lock until the mint is done', async () => {
    const { release } = heldElsewhere();
    const mint = vi.fn(() => minting.promise);
    const minting = deferred<string>();
    const result = watch(webMintLock()(mint, unaborted));
    await idle();
    expect(mint).not.toHaveBeenCalled();
    const isReleased = watch(release() ?? Promise.reject(new Error('no mint waits')));
    await idle();
    expect([mint.mock.calls.length, isReleased.status]).toEqual([1, 'pending']);
    minting.resolve('token');
    await idle();
    expect([result.value, isReleased.status]).toEqual(['token', 'resolved']);
  });

  it('releases the lock when the mint fails', async () => {
    const { release } = heldElsewhere();
    const result = watch(webMintLock()(() => Promise.reject(new Error('no')), unaborted));
    await idle();
    await release();
    await idle();
    expect(result.status).toBe('rejected');
  });

  it('mints without the lock after ten seconds, and does not steal it', async () => {
    const { request } = heldElsewhere();
    const result = watch(webMintLock()(async () => 'token', unaborted));
    await vi.advanceTimersByTimeAsync(9_999);
    expect(result.status).toBe('pending');
    await vi.advanceTimersByTimeAsync(1);
    expect(result.value).toBe('token');
    expect(request.mock.calls[0]?.[1]).not.toHaveProperty('steal');
  });

  it('waits only once for a tab that never releases the lock, and waits again after the lock was free', async () => {
    const { free } = heldElsewhere();
    const lock = webMintLock();
    const mint = () => watch(lock(async () => 'token', unaborted));
    mint();
    await vi.advanceTimersByTimeAsync(10_000);
    const second = mint();
    await idle();
    expect(second.value).toBe('token');
    free();
    const third = mint();
    await idle();
    expect(third.value).toBe('token');
    const fourth = mint();
    await idle();
    expect(fourth.status).toBe('pending');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(fourth.value).toBe('token');
  });

  it('mints immediately when locks are denied', async () => {
    const request = () => Promise.reject(new DOMException('', 'SecurityError'));
    Object.defineProperty(navigator, 'locks', { value: { request }, configurable: true });
    expect(await webMintLock()(async () => 'token', unaborted)).toBe('token');
  });

  it('mints immediately when locks are not supported, and leaves no timer', async () => {
    expect(await webMintLock()(async () => 'token', unaborted)).toBe('token');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('stops waiting when the signal aborts', async () => {
    heldElsewhere();
    const controller = new AbortController();
    const result = watch(webMintLock()(() => Promise.reject(new Error('dropped')), controller.signal));
    await idle();
    controller.abort();
    await idle();
    expect(result.status).toBe('rejected');
  });
});
