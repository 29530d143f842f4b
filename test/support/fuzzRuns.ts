/**
 * Returns the number of cases of a property test as parameters of fast-check: `full` for `npm run test:all`, a tenth of it
 * for `npm test`, `release` for `npm run test:release`, and `DISCOVR_FUZZ_RUNS` for `npm run fuzz`. fast-check prints the
 * seed of a failed run, and the seed `DISCOVR_FUZZ_SEED` repeats it.
 */
export function fuzzRuns(full: number, release = full): { numRuns: number; seed?: number } {
  const env = import.meta.env;
  const { DISCOVR_FUZZ_RUNS: runs, DISCOVR_FUZZ_SEED: seed } = env;
  const cases = env['DISCOVR_TEST_RELEASE'] ? release : env['DISCOVR_TEST_ALL'] ? full : Math.ceil(full / 10);
  return { numRuns: runs ? Number(runs) : cases, ...(seed && { seed: Number(seed) }) };
}
