/** Sends a WebDriver command and returns the value of its response. */
export type WebDriver = <Value = unknown>(
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  body?: object,
) => Promise<Value>;

/** Creates a WebDriver connection to a server. Commands reject with the error message of the server. */
export function webDriver(base: string): WebDriver {
  return async <Value>(method: string, path: string, body?: object) => {
    const response = await fetch(`${base}${path}`, {
      method,
      ...(method === 'POST' && {
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body ?? {}),
      }),
    });
    // The protocol defines this shape for every response, including errors.
    const { value } = (await response.json()) as { value: Value & { error?: string; message?: string } };
    if (!response.ok) throw new Error(`WebDriver ${method} ${path}: ${value.error}: ${value.message}`);
    return value;
  };
}
