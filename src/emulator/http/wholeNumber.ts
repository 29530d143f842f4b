import * as z from 'zod/mini';

/** A whole number in a query, where everything is text. */
export const wholeNumber = z.pipe(z.string().check(z.refine((text) => /^\d+$/.test(text))), z.transform(Number));
