/**
 * Returns the number of cases of each property: `few` for `npm test`, `DISCOVR_FUZZ_RUNS` for `npm run fuzz`. The seed
 * `DISCOVR_FUZZ_SEED` repeats a run.
 */
export function fuzzRuns(few: number): { numRuns: number; seed?: number } {
  const { DISCOVR_FUZZ_RUNS: runs, DISCOVR_FUZZ_SEED: seed } = process.env;
  return { numRuns: runs ? Number(runs) : few, ...(seed && { seed: Number(seed) }) };
}
