import { expect, test } from 'vitest';
import { readTable, toTable, writeTable, type FaultCells } from './faultPage.js';
import { requestsOf } from './requestsOf.js';
import { setScene, type Scene, type SceneOptions } from './scene.js';
import { sessionsOf } from './sessionsOf.js';
import { describeView, viewOfPopup } from './view.js';

/** Long enough for a call's deadline to end, in seconds. */
const SECONDS = 20;

/** A fault, and how it is met. Everything but `does` is measured. */
export interface Fault extends SceneOptions {
  /** What the client does, in one sentence; `proof` holds it to that. */
  readonly does: string;
  /**
   * What was before, and is no part of the row.
   * @default the app is opened and comes to rest
   */
  readonly given?: (scene: Scene) => unknown;
  /** The fault, and what the person does meanwhile. */
  readonly when: (scene: Scene) => unknown;
  /**
   * How long it is watched, in seconds.
   * @default 20
   */
  readonly seconds?: number;
  /** Holds `does` to what cannot be measured. */
  readonly proof?: (scene: Scene) => unknown;
  /** What the person does once the fault is gone, where there is something to do. */
  readonly again?: (scene: Scene) => unknown;
}

/** The table of one area: each row is a test, and the page has to say what they measured. */
export function faultTable(area: string) {
  const rows: FaultCells[] = [];
  let rowCount = 0;
  return {
    row(name: string, fault: Fault): void {
      rowCount += 1;
      test(`${area}, ${name}: ${fault.does}`, async () => {
        rows.push(await measure(name, fault));
        expect(rows.at(-1)).not.toContain('');
      });
    },
    /** To be called after the last row. */
    end(): void {
      test(`docs/faults.md says so of ${area}`, async () => {
        expect(rows, 'rows that were measured; run the whole file, and see to the rows that failed').toHaveLength(
          rowCount,
        );
        const table = await toTable(rows);
        if (process.env['UPDATE_FAULTS']) writeTable(area, table);
        const advice = 'UPDATE_FAULTS=1 npx vitest run --project unit test/faults writes what was measured';
        expect(readTable(area), advice).toBe(table);
      });
    },
  };
}

async function measure(name: string, fault: Fault): Promise<FaultCells> {
  const { does, given = (scene) => scene.open(), when, seconds = SECONDS, proof, again, ...options } = fault;
  const scene = setScene(options);
  const { control, client, alex, sam, pass } = scene;
  await given(scene);
  const [view, session, requests] = [viewOfPopup(), client.getSession(), control.requests.length];
  await when(scene);
  await pass(seconds);
  const after = viewOfPopup();
  const cells = [
    name,
    describeView(view, after),
    sessionsOf(session, client.getSession(), { [alex]: 'Alex', [sam]: 'Sam' }),
    requestsOf(control.requests.slice(requests)),
  ] as const;
  await proof?.(scene);
  if (!again) return [...cells, '–', does];
  control.setOffline(false);
  control.clearFaults();
  await again(scene);
  await pass(SECONDS);
  return [...cells, describeView(after, viewOfPopup()), does];
}
