/** A timeout, in milliseconds, that ends before the first retry, so that a failed call is not sent again. */
export const WITHOUT_RETRIES_MS = 190;
