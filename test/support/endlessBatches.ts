import type { EmulatorControl } from '../../src/emulator/control.js';
import type { EmulatorRoute } from '../../src/emulator/route.js';

/**
 * Makes a list of the emulator practically endless: each batch has a new `nextPageToken`.
 *
 * @param entries the items of each batch, or a function that returns the items for the number of a batch.
 * @param batches the number of batches; by default, more than a caller should ever request.
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
