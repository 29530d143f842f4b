/**
 * Returns the cases of a test: `all` for `npm run test:release`, and otherwise `sample`, in which the extremes are. What
 * only one case proves belongs to the sample too.
 */
export function inRelease<T>(all: readonly T[], sample: readonly T[]): readonly T[] {
  return import.meta.env['DISCOVR_TEST_RELEASE'] ? all : sample;
}
