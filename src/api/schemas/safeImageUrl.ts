/**
 * Whether a URL is safe to show as an image or a video: `http(s):`, a `data:` image or video, or a `blob:` of the app.
 */
export function isSafeImageUrl(url: string): boolean {
  return /^(https?:\/\/|blob:|data:(image|video)\/)/i.test(url.trim());
}
