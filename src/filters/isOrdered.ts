/** Whether the bounds are in ascending order or at least one is open. Works on numbers and `YYYY-MM-DD` strings. */
export function isOrdered<T extends number | string>(lower: T | undefined, upper: T | undefined): boolean {
  return lower === undefined || upper === undefined || lower <= upper;
}
