/** A timeout in milliseconds that is shorter than the wait before a repeat, so a failed call is not sent again. */
export const WITHOUT_REPEATS_MS = 190;
