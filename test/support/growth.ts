/** Shortest span that is measured, in milliseconds: far above the resolution of the clock. */
const MEASURABLE_MS = 3;
/** Garbage collection and a cold cache can only slow a run down, so the fastest of several counts. */
const RUNS = 5;
/** Size from which on a function is called several times instead of with more. */
const LARGEST = 64_000;

/**
 * Tells how many times longer a function takes for twice the input: about 2 where it is linear, about 4 where it is
 * quadratic. Two doublings are measured, which sets the two further apart than a busy machine can bring them together.
 * The input grows until its time is measurable, so a quadratic function is found out before it hangs the test.
 *
 * @param prepare makes the function for an input of a size; only the function itself is timed.
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
  }
  return Math.sqrt(fastestLarge / fastestSmall);
}

/** The process's own time, in milliseconds, which does not run while a busy machine does something else. */
function timeOf(run: () => unknown, times: number): number {
  const start = process.cpuUsage();
  for (let count = 0; count < times; count += 1) run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}
