import { act } from '@testing-library/react';
import { vi } from 'vitest';
import { idle, watch } from '../../support/promises.js';

// The real one, also while a test has a fake clock.
const { setTimeout } = globalThis;

/** How long an answer is waited for in real time, in milliseconds: a later one waits for the fake clock. */
const PATIENCE_MS = 50;

/** How far the clock goes at a time while something is waited for, in milliseconds. */
const STEP_MS = 5;

/**
 * A fake clock that does not run ahead of what takes real time, such as signing a token or loading a module, or an answer
 * would come too late now and then.
 */
export function clockWithTraffic(send: typeof fetch) {
  const underWay = new Set<Promise<unknown>>();

  const settle = async () => {
    const waitedFor = [...underWay];
    if (waitedFor.length === 0) return;
    const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
    await Promise.race([Promise.all(waitedFor), patience]);
    for (const answer of waitedFor) underWay.delete(answer);
  };

  return {
    /** Sends, and has the clock wait for the answer. */
    fetch: (...request: Parameters<typeof fetch>) => {
      const answer = send(...request);
      underWay.add(Promise.allSettled([answer]));
      return answer;
    },
    /** Lets seconds pass, and everything happen that comes of it. */
    async pass(seconds: number): Promise<void> {
      const step = Math.max(0.25, seconds / 200);
      for (let passed = 0; passed < seconds; passed += step) {
        await act(async () => {
          await vi.advanceTimersByTimeAsync(step * 1000);
          await vi.dynamicImportSettled();
          await settle();
          await idle();
        });
      }
    },
    /** Lets the clock go on until something is done. */
    async perform<T>(action: Promise<T>): Promise<T> {
      const watched = watch(action);
      while (watched.status === 'pending') {
        await vi.dynamicImportSettled();
        await settle();
        await vi.advanceTimersByTimeAsync(STEP_MS);
      }
      return action;
    },
  };
}
