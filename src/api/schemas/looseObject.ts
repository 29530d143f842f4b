import * as z from 'zod/mini';

/**
 * Creates a schema of an object that keeps fields which it does not name. Its output type has no index signature, so
 * the compiler reports a misspelled field; `in` gives access to the other fields.
 */
// The cast only removes the index signature: both functions take and return the same, apart from the other fields.
export const looseObject = z.looseObject as typeof z.object;
