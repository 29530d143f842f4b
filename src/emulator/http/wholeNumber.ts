import * as z from 'zod/mini';

/** Schema of a whole number in a query, where all values are text. */
export const wholeNumber = z.pipe(z.string().check(z.refine((text) => /^\d+$/.test(text))), z.transform(Number));
