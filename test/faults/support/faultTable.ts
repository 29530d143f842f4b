import { expect, test } from 'vitest';
import { traceClient } from '../../../src/devtools/traceClient.js';
import { describeTrace } from './describeTrace.js';
import { readRows, writeTable, type FaultCells } from './faultsFile.js';
import { requestsOf } from './requestsOf.js';
import { setScene, type Scene, type SceneOptions } from './scene.js';
import { sessionsOf } from './sessionsOf.js';
import { currentView, describeView } from './view.js';

/** Default number of seconds to watch: longer than the time limit of a call. */
const SECONDS = 20;

/** A fault and the steps of its test. All columns except `does` are measured. */
export interface Fault extends SceneOptions {
  /** What the library does, in one sentence. */
  readonly does: string;
  /**
   * Steps before the fault, which are not measured.
   * @default opens the app and waits until it is idle
   */
  readonly given?: (scene: Scene) => unknown;
  /** Causes the fault and runs the actions of the user. */
  readonly when: (scene: Scene) => unknown;
  /**
   * Seconds to wait before the result is measured.
   * @default 20
   */
  readonly seconds?: number;
  /** Checks the claims of `does` that the columns do not show. */
  readonly proof?: (scene: Scene) => unknown;
  /** What the user does after the fault has ended, if anything. */
  readonly again?: (scene: Scene) => unknown;
}

/** Whether to write docs/faults.md instead of comparing it. */
const isUpdating = process.env['UPDATE_FAULTS'] !== undefined;

/** Creates the table of one area. Each row is a test, and docs/faults.md must contain its measured result. */
export function faultTable(area: string) {
  const documented = readRows(area);
  const names: string[] = [];
  const rows: FaultCells[] = [];
  return {
    /** Adds a row. Faults with the same result share one, and each of them is a test. */
    row(name: string, ...faults: readonly Fault[]): void {
      names.push(name);
      for (const [index, fault] of faults.entries()) {
        const title = faults.length > 1 ? `${name} (${index + 1})` : name;
        test(`${area}, ${title}: ${fault.does}`, async () => {
          const cells = await measure(name, fault);
          expect(cells).not.toContain('');
          if (index === 0) rows.push(cells);
          if (isUpdating) return;
          const advice = 'To update docs/faults.md, run UPDATE_FAULTS=1 npm test -- test/faults';
          expect(cells, advice).toEqual(documented.get(name));
        });
      }
    },
    /** Compares the names of the rows in docs/faults.md. Must be called after the last row. */
    end(): void {
      test(`docs/faults.md lists the tested faults of ${area}, in their order`, async () => {
        // Not if the whole file was not run, or a row has failed.
        if (isUpdating && rows.length === names.length) await writeTable(area, rows);
        expect([...readRows(area).keys()]).toEqual(names);
      });
    },
  };
}

async function measure(name: string, fault: Fault): Promise<FaultCells> {
  const { does, given = (scene) => scene.open(), when, seconds = SECONDS, proof, again, ...options } = fault;
  const scene = setScene(options);
  const { control, client, alex, sam, pass } = scene;
  await given(scene);
  const [view, session, requests] = [currentView(), client.getSession(), control.requests.length];
  const trace = traceClient(client);
  await when(scene);
  await pass(seconds);
  trace.stop();
  const after = currentView();
  const seen = [describeView(view, after), sessionsOf(session, client.getSession(), { [alex]: 'Alex', [sam]: 'Sam' })];
  const sent = requestsOf(control.requests.slice(requests));
  const cells = (then = ''): FaultCells => [
    name,
    `${seen.filter(Boolean).join('; ')}${then}`,
    sent,
    does,
    describeTrace(trace),
  ];
  await proof?.(scene);
  if (!again) return cells();
  control.setOffline(false);
  control.clearFaults();
  await again(scene);
  await pass(SECONDS);
  return cells(`, then ${describeView(after, currentView())}`);
}
