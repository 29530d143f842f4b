/**
 * Reads an address, or is `undefined` where it is none. `URL.parse` would do, but Safari before 18 and Chromium before 126
 * lack it.
 */
export function parseUrl(address: string, base?: string): URL | undefined {
  try {
    return new URL(address, base);
  } catch {
    return undefined;
  }
}
