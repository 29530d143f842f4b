/**
 * Parses a URL. Returns `undefined` when it is invalid. Replaces `URL.parse`, which Safari before 18 and Chromium
 * before 126 lack.
 */
export function parseUrl(address: string, base?: string): URL | undefined {
  try {
    return new URL(address, base);
  } catch {
    return undefined;
  }
}
