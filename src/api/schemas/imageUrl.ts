import * as z from 'zod/mini';

/** Tells whether a URL may be shown as a picture or clip: `http(s):`, a `data:` image or clip, or a `blob:` of the page. */
export function isSafeImageUrl(url: string): boolean {
  return /^(https?:\/\/|blob:|data:(image|video)\/)/i.test(url.trim());
}

/** A picture that may be missing. What is not a safe URL, `javascript:` for instance, reads as missing. */
export const optionalImageUrl = z.pipe(
  z.optional(z.unknown()),
  z.transform((url): string | null => (typeof url === 'string' && isSafeImageUrl(url) ? url : null)),
);
