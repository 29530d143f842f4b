import * as z from 'zod/mini';

/**
 * Whether a URL is safe to show as an image or a video: `http(s):`, a `data:` image or video, or a `blob:` of the app.
 */
export function isSafeImageUrl(url: string): boolean {
  return /^(https?:\/\/|blob:|data:(image|video)\/)/i.test(url.trim());
}

/** Schema of an image URL that may be missing. An unsafe URL such as `javascript:` counts as missing. */
export const optionalImageUrl = z.pipe(
  z.optional(z.unknown()),
  z.transform((url): string | null => (typeof url === 'string' && isSafeImageUrl(url) ? url : null)),
);
