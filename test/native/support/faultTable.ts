import { expect, test } from 'vitest';
import type { Fault } from '../../faults/support/faultTable.js';
import { readRows } from '../../faults/support/faultsFile.js';
import { requestsOf } from '../../faults/support/requestsOf.js';
import { sessionsOf } from '../../faults/support/sessionsOf.js';
import { setNativeScene } from './faultScene.js';

/** Seconds to watch, as in the table of the drop-ins. */
const SECONDS = 20;

/** Faults of browsers, which an app in React Native cannot have. */
const OF_BROWSERS = /\b(tab|window|the browser blocks|messages)\b/;

/**
 * Creates the table of one area for an app in React Native. Each row is a test: the session and the requests must be those
 * of docs/faults.md.
 */
export function faultTable(area: string) {
  const documented = readRows(area);
  return {
    row(name: string, ...faults: readonly Fault[]): void {
      if (OF_BROWSERS.test(name)) return;
      for (const [index, fault] of faults.entries()) {
        const title = faults.length > 1 ? `${name} (${index + 1})` : name;
        test(`${area} in React Native, ${title}: the session and the requests are those of browsers`, async () => {
          const [, seen = '', requests] = documented.get(name) ?? [];
          const session = /→ `\w+`(?: \(\w+\)| \w+)?/.exec(seen)?.[0] ?? '';
          expect(await measure(fault)).toEqual({ session, requests });
        });
      }
    },
    end: () => undefined,
  };
}

async function measure({ given = (scene) => scene.open(), when, seconds = SECONDS, ...options }: Fault) {
  const scene = setNativeScene(options);
  const { control, client, alex, sam, pass } = scene;
  await given(scene);
  const [session, sent] = [client.getSession(), control.requests.length];
  await when(scene);
  await pass(seconds);
  return {
    session: sessionsOf(session, client.getSession(), { [alex]: 'Alex', [sam]: 'Sam' }),
    requests: requestsOf(control.requests.slice(sent)),
  };
}
