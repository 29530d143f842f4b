import type { EmulatorControl } from '../../src/emulator/control.js';
import type { EmulatorRoute } from '../../src/emulator/route.js';

/**
 * Lets a list of an emulator go on and on, each batch with a token that was never there.
 *
 * @param entries of each batch, or what makes those of a batch by its number.
 * @param batches how many; more than anybody should ask for, where it is left out.
 */
export function endlessBatches(
  control: EmulatorControl,
  route: EmulatorRoute,
  entries: readonly unknown[] | ((batch: number) => readonly unknown[]) = [],
  batches = 200,
): void {
  for (let batch = 1; batch <= batches; batch += 1) {
    const items = typeof entries === 'function' ? entries(batch) : entries;
    const body = { items, hasMore: true, nextPageToken: `endless ${batch}` };
    control.failNext({ kind: 'body', body }, { route });
  }
}
