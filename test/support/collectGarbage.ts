import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
// The flag adds `gc` only to contexts that are created afterwards.
const gc = runInNewContext('gc') as () => void;

/** Collects all garbage in Node, and returns the size of the remaining heap in bytes. */
export async function collectGarbage(): Promise<number> {
  for (let turn = 0; turn < 3; turn += 1) {
    // References held by the current task are released at its end.
    await new Promise((resolve) => setImmediate(resolve));
    gc();
  }
  return process.memoryUsage().heapUsed;
}
