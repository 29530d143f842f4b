/**
 * Returns a URL if a link to it is safe: an `http(s):` URL, or one without a scheme, which leads to a page of the app.
 * Returns `undefined` for other schemes, such as `javascript:`, and for text that is not a URL.
 */
export function safeHref(url: string | null | undefined): string | undefined {
  if (!url) return undefined;
  try {
    // Parsed as browsers do: they ignore spaces and line breaks in a scheme.
    const { protocol } = new URL(url, 'https://app.invalid');
    return protocol === 'https:' || protocol === 'http:' ? url : undefined;
  } catch {
    return undefined;
  }
}
