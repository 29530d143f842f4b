/** Shortest time that is measured, in milliseconds: far above the resolution of the clock. */
const MEASURABLE_MS = 3;
/** Most runs. The fastest counts, because garbage collection and cold caches can only slow a run down. */
const RUNS = 25;
/** Growth that proves a function linear, so that no further run is needed. */
const LINEAR = 2.2;
/** Largest input size; beyond it, the function is called several times instead. */
const LARGEST = 64_000;

/**
 * Returns how many times longer a function takes for twice the input: about 2 if it is linear, about 4 if it is
 * quadratic. It measures two doublings, so that even on a busy machine the two cases differ clearly. The input grows
 * until its time is measurable, so a quadratic function is detected before it hangs the test.
 *
 * @param prepare returns the function for an input of the given size; only the returned function is timed.
 */
export function growth(prepare: (size: number) => () => unknown): number {
  let size = 1_000;
  while (size < LARGEST && timeOf(prepare(size), 1) < MEASURABLE_MS) size *= 2;
  const small = prepare(size);
  const large = prepare(size * 4);
  let times = 1;
  while (timeOf(small, times) < MEASURABLE_MS) times *= 2;
  let [fastestSmall, fastestLarge] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let run = 0; run < RUNS; run += 1) {
    fastestSmall = Math.min(fastestSmall, timeOf(small, times));
    fastestLarge = Math.min(fastestLarge, timeOf(large, times));
    if (Math.sqrt(fastestLarge / fastestSmall) < LINEAR) break;
  }
  return Math.sqrt(fastestLarge / fastestSmall);
}

/** Returns the CPU time of this process in milliseconds, so that other processes do not affect the result. */
function timeOf(run: () => unknown, times: number): number {
  const start = process.cpuUsage();
  for (let count = 0; count < times; count += 1) run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}
