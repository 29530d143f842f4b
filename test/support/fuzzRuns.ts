/**
 * Returns the number of cases of a property test as parameters of fast-check: `full` for `npm run test:all`, a tenth of it
 * for `npm test`, and `DISCOVR_FUZZ_RUNS` for `npm run fuzz`. The seed `DISCOVR_FUZZ_SEED` repeats a run.
 */
export function fuzzRuns(full: number): { numRuns: number; seed?: number } {
  const { DISCOVR_FUZZ_RUNS: runs, DISCOVR_FUZZ_SEED: seed, DISCOVR_TEST_ALL: all } = import.meta.env;
  return { numRuns: runs ? Number(runs) : all ? full : Math.ceil(full / 10), ...(seed && { seed: Number(seed) }) };
}
