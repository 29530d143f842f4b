import type { EmulatorControl } from '../../src/emulator/control.js';
import type { EmulatorRoute } from '../../src/emulator/route.js';

/** More parts than anybody should ask for. */
const PARTS = 200;

/** Lets a list of an emulator go on and on: in each part the same entries, and a token that was never there. */
export function endlessParts(control: EmulatorControl, route: EmulatorRoute, entries: readonly unknown[] = []): void {
  for (let part = 1; part <= PARTS; part += 1) {
    const body = { items: entries, hasMore: true, nextPageToken: `endless ${part}` };
    control.failNext({ kind: 'body', body }, { route });
  }
}
