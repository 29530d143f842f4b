/** A time limit, in milliseconds, shorter than the wait before a repeat: a call that fails is not sent again. */
export const WITHOUT_REPEATS_MS = 190;
