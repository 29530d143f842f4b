import { expect, it, vi } from 'vitest';
import { deferred, failureOf } from '../../test/support/promises.js';
import { loadOnce } from './loadOnce.js';

it('loads nothing before the first call', async () => {
  const load = vi.fn(async () => 'code');
  const loaded = loadOnce('greetings', load);
  expect(load).not.toHaveBeenCalled();
  expect(await loaded()).toBe('code');
});

it('loads once for calls at the same time and for later ones', async () => {
  const { promise, resolve } = deferred<string>();
  const load = vi.fn(() => promise);
  const loaded = loadOnce('greetings', load);
  const calls = [loaded(), loaded()];
  resolve('code');
  expect(await Promise.all([...calls, loaded()])).toEqual(['code', 'code', 'code']);
  expect(load).toHaveBeenCalledTimes(1);
});

it('rejects with NETWORK_ERROR when the code cannot be loaded, and tries again at the next call', async () => {
  const load = vi
    .fn<() => Promise<string>>()
    .mockRejectedValueOnce(new TypeError('Failed to fetch dynamically imported module'))
    .mockResolvedValue('code');
  const loaded = loadOnce('greetings', load);
  expect(await failureOf(loaded())).toMatchObject({ name: 'DiscovrError', code: 'NETWORK_ERROR' });
  expect([await loaded(), await loaded()]).toEqual(['code', 'code']);
  expect(load).toHaveBeenCalledTimes(2);
});
