import { expect, it, vi } from 'vitest';
import { failureOf } from '../../test/support/promises.js';
import { foreignCall, readForeign } from './foreignCall.js';

const ABORTED = { name: 'AbortError' };

it('gives what the call gives', async () => {
  expect(await foreignCall(async () => 'answer')).toBe('answer');
});

it.each<[string, () => Promise<unknown>]>([
  ['rejects', () => Promise.reject(Object.assign(new Error('No.'), { code: 'RATE_LIMITED' }))],
  [
    'throws before it gives a promise',
    () => {
      throw Object.assign(new Error('No.'), { code: 'RATE_LIMITED' });
    },
  ],
])('rejects with a DiscovrError when the call %s', async (_how, call) => {
  expect(await failureOf(foreignCall(call))).toMatchObject({ name: 'DiscovrError', code: 'RATE_LIMITED' });
});

it('gives up a call that hangs as soon as the signal aborts', async () => {
  const controller = new AbortController();
  const call = failureOf(foreignCall(() => new Promise(() => undefined), controller.signal));
  controller.abort();
  expect(await call).toMatchObject(ABORTED);
});

it('does not call when the signal has aborted', async () => {
  const call = vi.fn(async () => 'answer');
  expect(await failureOf(foreignCall(call, AbortSignal.abort()))).toMatchObject(ABORTED);
  expect(call).not.toHaveBeenCalled();
});

it.each<[string, () => unknown]>([
  ['is not there', () => undefined],
  [
    'cannot be read',
    () => {
      throw new TypeError('undefined has no profiles');
    },
  ],
])('says BAD_RESPONSE when what is read of an answer %s', (_how, read) => {
  expect(() => readForeign('getProfiles', read)).toThrow(
    expect.objectContaining({ code: 'BAD_RESPONSE', message: expect.stringContaining('getProfiles()') }),
  );
  expect(readForeign('getProfiles', () => [])).toEqual([]);
});
