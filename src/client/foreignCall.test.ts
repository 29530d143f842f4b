import { expect, it, vi } from 'vitest';
import { failureOf } from '../../test/support/promises.js';
import { foreignCall, readForeign } from './foreignCall.js';

const ABORTED = { name: 'AbortError' };

it('foreignCall returns the result of the call', async () => {
  expect(await foreignCall(async () => 'result')).toBe('result');
});

it.each<[string, () => Promise<unknown>]>([
  ['rejects', () => Promise.reject(Object.assign(new Error('No.'), { code: 'RATE_LIMITED' }))],
  [
    'throws synchronously',
    () => {
      throw Object.assign(new Error('No.'), { code: 'RATE_LIMITED' });
    },
  ],
])('foreignCall rejects with a DiscovrError when the call %s', async (_how, call) => {
  expect(await failureOf(foreignCall(call))).toMatchObject({ name: 'DiscovrError', code: 'RATE_LIMITED' });
});

it('foreignCall rejects as soon as the signal aborts, even if the call hangs', async () => {
  const controller = new AbortController();
  const call = failureOf(foreignCall(() => new Promise(() => undefined), controller.signal));
  controller.abort();
  expect(await call).toMatchObject(ABORTED);
});

it('foreignCall does not make the call when the signal has already aborted', async () => {
  const call = vi.fn(async () => 'result');
  expect(await failureOf(foreignCall(call, AbortSignal.abort()))).toMatchObject(ABORTED);
  expect(call).not.toHaveBeenCalled();
});

it.each<[string, () => unknown]>([
  ['returns undefined', () => undefined],
  [
    'throws',
    () => {
      throw new TypeError('undefined has no profiles');
    },
  ],
])('readForeign throws BAD_RESPONSE when its reader %s', (_how, read) => {
  expect(() => readForeign('getProfiles', read)).toThrow(
    expect.objectContaining({ code: 'BAD_RESPONSE', message: expect.stringContaining('getProfiles()') }),
  );
  expect(readForeign('getProfiles', () => [])).toEqual([]);
});
