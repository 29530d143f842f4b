import { expect, it, vi } from 'vitest';
import { deferred, failureOf } from '../../test/support/promises.js';
import { lateMethods, loadOnce } from './lateModule.js';

it('loadOnce loads nothing before the first call', async () => {
  const load = vi.fn(async () => 'code');
  const loaded = loadOnce('greetings', load);
  expect(load).not.toHaveBeenCalled();
  expect(await loaded()).toBe('code');
});

it('loadOnce loads once for simultaneous and later calls', async () => {
  const { promise, resolve } = deferred<string>();
  const load = vi.fn(() => promise);
  const loaded = loadOnce('greetings', load);
  const calls = [loaded(), loaded()];
  resolve('code');
  expect(await Promise.all([...calls, loaded()])).toEqual(['code', 'code', 'code']);
  expect(load).toHaveBeenCalledTimes(1);
});

it('loadOnce rejects with a NETWORK_ERROR that says why loading failed, and loads again on the next call', async () => {
  const load = vi
    .fn<() => Promise<string>>()
    .mockRejectedValueOnce(new ReferenceError('structuredClone is not defined'))
    .mockResolvedValue('code');
  const loaded = loadOnce('greetings', load);
  expect(await failureOf(loaded())).toMatchObject({
    name: 'DiscovrError',
    code: 'NETWORK_ERROR',
    message: expect.stringContaining('greetings could not be loaded: ReferenceError: structuredClone is not defined.'),
    cause: { name: 'ReferenceError', message: 'structuredClone is not defined' },
  });
  expect([await loaded(), await loaded()]).toEqual(['code', 'code']);
  expect(load).toHaveBeenCalledTimes(2);
});

it('lateMethods loads the object of a method in its call, but not for its own methods', async () => {
  const load = vi.fn(async () => ({ greet: async (name: string) => `Hello ${name}` }));
  const methods = lateMethods(load, { count: () => load.mock.calls.length });
  expect(methods.count()).toBe(0);
  const greeting = methods.greet('Sam');
  expect(methods.count()).toBe(1);
  expect(await greeting).toBe('Hello Sam');
});

it('lateMethods loads nothing when its result is awaited, printed as JSON or copied', async () => {
  const load = vi.fn(async () => ({}));
  const methods = lateMethods(load, { id: 'sdk' });
  expect(await Promise.resolve(methods)).toBe(methods);
  expect([JSON.stringify(methods), { ...methods }]).toEqual(['{"id":"sdk"}', { id: 'sdk' }]);
  expect(load).not.toHaveBeenCalled();
});
