import type { EmulatorControl } from '../../src/emulator/control.js';
import type { EmulatorRoute } from '../../src/emulator/route.js';

/**
 * Lets a list of an emulator go on and on, each part with a token that was never there.
 *
 * @param entries of each part, or what makes those of a part by its number.
 * @param parts how many; more than anybody should ask for, where it is left out.
 */
export function endlessParts(
  control: EmulatorControl,
  route: EmulatorRoute,
  entries: readonly unknown[] | ((part: number) => readonly unknown[]) = [],
  parts = 200,
): void {
  for (let part = 1; part <= parts; part += 1) {
    const items = typeof entries === 'function' ? entries(part) : entries;
    const body = { items, hasMore: true, nextPageToken: `endless ${part}` };
    control.failNext({ kind: 'body', body }, { route });
  }
}
