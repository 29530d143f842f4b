/** Sends a command of the WebDriver protocol and gives its value. */
export type WebDriver = <Value = unknown>(
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  body?: object,
) => Promise<Value>;

/** Speaks WebDriver with a server. Rejects with the server's own words. */
export function webDriver(base: string): WebDriver {
  return async <Value>(method: string, path: string, body?: object) => {
    const response = await fetch(`${base}${path}`, {
      method,
      ...(method === 'POST' && {
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body ?? {}),
      }),
    });
    // Every answer has this shape, errors included, by the protocol.
    const { value } = (await response.json()) as { value: Value & { error?: string; message?: string } };
    if (!response.ok) throw new Error(`WebDriver ${method} ${path}: ${value.error}: ${value.message}`);
    return value;
  };
}
