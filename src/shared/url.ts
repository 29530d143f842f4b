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

/** Encodes a text for a URL. A lone surrogate, which cannot be encoded, becomes U+FFFD as in `URLSearchParams`. */
export function encodeText(text: string): string {
  return encodeURIComponent(text.replace(/[\ud800-\udfff]/gu, '\ufffd'));
}

/** Whether a hostname, as normalized by `URL`, is a loopback address. */
export function isLoopback(hostname: string): boolean {
  return /^(?:(?:.+\.)?localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);
}

/**
 * Whether a URL is safe to show as an image or a video: `http(s):`, a `data:` image or video, or a `blob:` of the app.
 */
export function isSafeImageUrl(url: unknown): url is string {
  return typeof url === 'string' && /^(https?:\/\/|blob:|data:(image|video)\/)/i.test(url.trim());
}

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

/**
 * Returns the URL of a title: a template with the encoded media id in place of each `{id}`. Returns `undefined` if a link
 * to it is not safe, or if the id cannot be part of a path.
 */
export function titleHref(template: string, id: string): string | undefined {
  // A lone surrogate cannot be encoded, and dots alone lead to another path.
  return /\p{Surrogate}|^\.+$/u.test(id) ? undefined : safeHref(template.replaceAll('{id}', encodeURIComponent(id)));
}
