import { describe, expect, it, vi } from 'vitest';
import { deferred, failureOf, idle, watch } from '../../test/support/promises.js';
import { SharedCalls } from './shareCall.js';

const ABORTED = { name: 'AbortError' };

describe('calls through SharedCalls', () => {
  it('share a pending call and its failure when their keys are equal', async () => {
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

  it('do not share a call when their keys differ', async () => {
    const calls = new SharedCalls<string>();
    const start = (text: string) => async () => text;
    expect(await Promise.all([calls.run('a', undefined, start('a')), calls.run('b', undefined, start('b'))])).toEqual([
      'a',
      'b',
    ]);
  });

  it('are aborted only when every caller has aborted', async () => {
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

  it('are not aborted while a caller without a signal waits', async () => {
    const calls = new SharedCalls<number>();
    const start = vi.fn((_signal: AbortSignal) => new Promise<number>(() => undefined));
    const controller = new AbortController();
    void watch(calls.run('a', undefined, start));
    void watch(calls.run('a', controller.signal, start));
    controller.abort();
    await idle();
    expect(start.mock.calls[0]?.[0].aborted).toBe(false);
  });

  it('start again after an abort, and the new call can still be joined after the aborted call has settled', async () => {
    const calls = new SharedCalls<number>();
    const previous = deferred<number>();
    const current = deferred<number>();
    const controller = new AbortController();
    void watch(calls.run('a', controller.signal, () => previous.promise));
    controller.abort();
    const next = watch(calls.run('a', undefined, () => current.promise));
    previous.resolve(1);
    await idle();
    const joined = watch(calls.run('a', undefined, async () => 3));
    current.resolve(2);
    await idle();
    expect([next.value, joined.value]).toEqual([2, 2]);
  });

  it('are not started when the signal of the caller has already aborted', async () => {
    const start = vi.fn();
    expect(await failureOf(new SharedCalls().run('a', AbortSignal.abort(), start))).toMatchObject(ABORTED);
    expect(start).not.toHaveBeenCalled();
  });

  it('ignore an abort after the result has arrived', async () => {
    const calls = new SharedCalls<number>();
    const controller = new AbortController();
    let signal: AbortSignal | undefined;
    await calls.run('a', controller.signal, async (shared) => {
      signal = shared;
      return 1;
    });
    controller.abort();
    expect(signal?.aborted).toBe(false);
  });
});
