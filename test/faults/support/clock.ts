import { act } from '@testing-library/react';
import { vi } from 'vitest';
import { idle, watch } from '../../support/promises.js';

// The real timer, which keeps working when a test uses a fake clock.
const { setTimeout } = globalThis;

/**
 * How long to wait for a response in real time, in milliseconds. A response that takes longer is waiting for the fake
 * clock.
 */
const PATIENCE_MS = 500;

/** Milliseconds that the clock advances per step while `perform` waits. */
const STEP_MS = 5;

/**
 * Controls a fake clock that waits for work that takes real time, such as signing a token or loading a module. If the
 * clock did not wait, a response could arrive after its time limit.
 */
export function clockWithTraffic(send: typeof fetch) {
  const pending = new Set<Promise<unknown>>();

  const settle = async () => {
    const responses = [...pending];
    if (responses.length === 0) return;
    const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
    await Promise.race([Promise.all(responses), patience]);
    for (const response of responses) pending.delete(response);
  };

  return {
    /** Sends a request and makes the clock wait for the response. */
    fetch: (...request: Parameters<typeof fetch>) => {
      const response = send(...request);
      pending.add(Promise.allSettled([response]));
      return response;
    },
    /** Advances the clock by a number of seconds and waits for the resulting work. */
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
    /** Advances the clock until an action has settled. */
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
