/** Passes on only what every runtime supports: some throw for `cache`, `credentials` or `redirect: 'error'`. */
export function portable(fetch: typeof globalThis.fetch): typeof globalThis.fetch {
  return (input, { method = 'GET', headers = {}, body, signal } = {}) =>
    // A redirect is not followed, because it could send the token to another server.
    fetch(input, { method, headers, redirect: 'manual', ...(body && { body }), ...(signal && { signal }) });
}
