import { describe, expect, it, vi } from 'vitest';
import { deferred, failureOf, idle, watch } from '../../test/support/promises.js';
import { SharedCalls } from './sharedCalls.js';

const ABORTED = { name: 'AbortError' };

describe('calls under one key', () => {
  it('share a flight while it lasts, and its failure', async () => {
    const calls = new SharedCalls<number>();
    const { promise, reject } = deferred<number>();
    const start = vi.fn(() => promise);
    const both = [watch(calls.run('a', undefined, start)), watch(calls.run('a', undefined, start))];
    reject(new Error('no'));
    await idle();
    expect(both.map(({ error }) => error)).toEqual([new Error('no'), new Error('no')]);
    expect(start).toHaveBeenCalledTimes(1);
    await expect(calls.run('a', undefined, async () => 2)).resolves.toBe(2);
  });

  it('do not share one with another key', async () => {
    const calls = new SharedCalls<string>();
    const start = (text: string) => async () => text;
    expect(await Promise.all([calls.run('a', undefined, start('a')), calls.run('b', undefined, start('b'))])).toEqual([
      'a',
      'b',
    ]);
  });

  it('are aborted only when every caller has given up', async () => {
    const calls = new SharedCalls<number>();
    const start = vi.fn((_signal: AbortSignal) => new Promise<number>(() => undefined));
    const controllers = [new AbortController(), new AbortController()];
    const both = controllers.map(({ signal }) => watch(calls.run('a', signal, start)));
    controllers[0]!.abort();
    await idle();
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'pending']);
    expect(start.mock.calls[0]?.[0].aborted).toBe(false);
    controllers[1]!.abort();
    await idle();
    expect(both[1]?.error).toMatchObject(ABORTED);
    expect(start.mock.calls[0]?.[0].aborted).toBe(true);
  });

  it('are never aborted while a caller without a signal waits', async () => {
    const calls = new SharedCalls<number>();
    const start = vi.fn((_signal: AbortSignal) => new Promise<number>(() => undefined));
    const controller = new AbortController();
    void watch(calls.run('a', undefined, start));
    void watch(calls.run('a', controller.signal, start));
    controller.abort();
    await idle();
    expect(start.mock.calls[0]?.[0].aborted).toBe(false);
  });

  it('start anew after the flight was given up, and its end does not end the new one', async () => {
    const calls = new SharedCalls<number>();
    const former = deferred<number>();
    const present = deferred<number>();
    const controller = new AbortController();
    void watch(calls.run('a', controller.signal, () => former.promise));
    controller.abort();
    const next = watch(calls.run('a', undefined, () => present.promise));
    former.resolve(1);
    await idle();
    const joined = watch(calls.run('a', undefined, async () => 3));
    present.resolve(2);
    await idle();
    expect([next.value, joined.value]).toEqual([2, 2]);
  });

  it('are not started for a caller who has given up already', async () => {
    const start = vi.fn();
    expect(await failureOf(new SharedCalls().run('a', AbortSignal.abort(), start))).toMatchObject(ABORTED);
    expect(start).not.toHaveBeenCalled();
  });

  it('do not count the abort of a caller that has its answer', async () => {
    const calls = new SharedCalls<number>();
    const controller = new AbortController();
    let signal: AbortSignal | undefined;
    await calls.run('a', controller.signal, async (own) => {
      signal = own;
      return 1;
    });
    controller.abort();
    expect(signal?.aborted).toBe(false);
  });
});
