import * as z from 'zod/mini';
import { isSafeImageUrl } from './safeImageUrl.js';

/** Schema of an image URL that may be missing. An unsafe URL such as `javascript:` counts as missing. */
export const optionalImageUrl = z.pipe(
  z.optional(z.unknown()),
  z.transform((url): string | null => (typeof url === 'string' && isSafeImageUrl(url) ? url : null)),
);
