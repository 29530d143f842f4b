/**
 * Parses a URL. Returns `undefined` when it is invalid. Replaces `URL.parse`, which Safari before 18 and Chromium
 * before 126 lack.
 */
export function parseUrl(text: string, base?: string): URL | undefined {
  try {
    return new URL(text, base);
  } catch {
    return undefined;
  }
}
