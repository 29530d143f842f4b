import { expect, it, vi } from 'vitest';
import { deferred, failureOf, idle } from '../../test/support/promises.js';
import { inTurn } from './inTurn.js';

it('inTurn runs calls with the same key one at a time, in call order', async () => {
  const host = {};
  const first = deferred<string>();
  const second = vi.fn(async () => 'second');
  const results = Promise.all([inTurn(host, 'a', () => first.promise), inTurn(host, 'a', second)]);
  await idle();
  expect(second).not.toHaveBeenCalled();
  first.resolve('first');
  expect(await results).toEqual(['first', 'second']);
});

it('inTurn runs the next call after a failure, which rejects only its own caller', async () => {
  const host = {};
  const failing = failureOf(inTurn(host, 'a', () => Promise.reject(new Error('no'))));
  expect(await inTurn(host, 'a', async () => 'next')).toBe('next');
  expect(await failing).toEqual(new Error('no'));
});

it('inTurn does not let calls with other keys or of other hosts wait', async () => {
  const host = {};
  void inTurn(host, 'a', () => new Promise(() => undefined));
  expect(await Promise.all([inTurn(host, 'b', async () => 1), inTurn({}, 'a', async () => 2)])).toEqual([1, 2]);
});
