import { act } from '@testing-library/react';
import type { TestDiscovr } from '../../src/testing/createTestDiscovr.js';

// The real timer, even while a test uses a fake clock.
const { setTimeout } = globalThis;

/**
 * Number of quiet turns of the event loop to wait for. An effect runs one turn after its cause, or a few turns after it
 * if React or the query client defers the effect.
 */
const QUIET_TURNS = 10;

/** Waits until every query and mutation has settled and no further request follows. */
export async function untilQuiet({
  queryClient,
  control,
}: Pick<TestDiscovr, 'queryClient'> & { control: { readonly requests: readonly unknown[] } }): Promise<void> {
  let sent = control.requests.length;
  for (let quietTurns = 0; quietTurns < QUIET_TURNS; quietTurns += 1) {
    await act(() => new Promise((resolve) => setTimeout(resolve)));
    const isBusy = queryClient.isFetching() > 0 || queryClient.isMutating() > 0 || control.requests.length > sent;
    if (isBusy) quietTurns = -1;
    sent = control.requests.length;
  }
}
