import type { EmulatorControl } from '../../src/emulator/control.js';
import type { EmulatorRoute } from '../../src/emulator/route.js';

/**
 * Lets a list of an emulator go on and on: in each part the same entries, and a token that was never there.
 *
 * @param parts how many; more than anybody should ask for, where it is left out.
 */
export function endlessParts(
  control: EmulatorControl,
  route: EmulatorRoute,
  entries: readonly unknown[] = [],
  parts = 200,
): void {
  for (let part = 1; part <= parts; part += 1) {
    const body = { items: entries, hasMore: true, nextPageToken: `endless ${part}` };
    control.failNext({ kind: 'body', body }, { route });
  }
}
