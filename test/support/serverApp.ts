import { generatedTitles } from '../../src/emulator/catalog/catalog.js';
import { createEmulator } from '../../src/emulator/createEmulator.js';
import { createDiscovrServer } from '../../src/server/createDiscovrServer.js';
import type { DiscovrServerOptions } from '../../src/server/serverSettings.js';
import { urlOf } from './urlOf.js';

const ORIGIN = 'https://app.example';
const MOUNT = '/api/discovr';

/** Headers that a browser and the library's browser half send. */
const FROM_THE_APP = { origin: ORIGIN, 'sec-fetch-site': 'same-origin', 'x-discovr-request': '1' };

/** Options of {@link serverApp}. */
export interface ServerAppOptions extends Partial<DiscovrServerOptions> {
  /** Changes a response of the API before the server receives it. */
  readonly alter?: (response: Response, request: Request) => Response | Promise<Response>;
  readonly emulator?: ReturnType<typeof createEmulator>;
}

/** Creates an app with a server, in front of an embedded Discovr, and a browser with cookies. */
export function serverApp({
  alter,
  emulator = createEmulator({ catalog: generatedTitles(50) }),
  ...options
}: ServerAppOptions = {}) {
  /** Authorization headers that the API received. */
  const bearers: string[] = [];
  const server = createDiscovrServer({
    clientId: 'my-app',
    origin: ORIGIN,
    secret: 'a secret of the tests, with 32 bytes or more',
    fetch: async (input, init) => {
      const request = new Request(input, init);
      bearers.push(request.headers.get('authorization') ?? '');
      const response = await emulator.fetch(request.clone());
      return alter ? alter(response, request) : response;
    },
    ...options,
  });
  /** Everything that scripts in the browser can read: bodies and headers, except `Set-Cookie`. */
  const readable: string[] = [];
  const setCookies: string[] = [];
  const jar = new Map<string, string>();

  /** Sends a request as given, with the cookies of the browser. */
  const send = async (path: string, init: RequestInit & { duplex?: 'half' } = {}, cookies = jar): Promise<Response> => {
    const headers = new Headers(init.headers);
    if (cookies.size > 0) headers.set('cookie', [...cookies].map((pair) => pair.join('=')).join('; '));
    const response = await server.fetch(new Request(`http://10.0.0.7:3000${MOUNT}${path}`, { ...init, headers }));
    for (const change of response.headers.getSetCookie()) {
      setCookies.push(change);
      const [, name = '', value = '', rest = ''] = /^([^=]+)=([^;]*); (.*)$/.exec(change)!;
      if (rest.startsWith('Max-Age=0')) cookies.delete(name);
      else cookies.set(name, value);
    }
    const headersRead = [...response.headers].filter(([name]) => name !== 'set-cookie');
    readable.push(JSON.stringify(headersRead), await response.clone().text());
    return response;
  };

  /** Sends a request as the browser half of the app does. */
  const ask = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
    send(path, {
      method,
      headers: { ...FROM_THE_APP, ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });

  return {
    server,
    control: emulator.control,
    emulator,
    bearers,
    readable,
    setCookies,
    jar,
    send,
    ask,
    path: MOUNT,
    /** `fetch` of the browser: the app's server for its paths, the API for all other URLs. */
    fetch: (async (input, init = {}) => {
      const url = urlOf(input);
      if (!url.startsWith(MOUNT)) return emulator.fetch(input, init);
      const headers = {
        origin: ORIGIN,
        'sec-fetch-site': 'same-origin',
        ...Object.fromEntries(new Headers(init.headers)),
      };
      return send(url.slice(MOUNT.length), {
        method: init.method ?? 'GET',
        headers,
        ...(init.body && { body: init.body }),
      });
    }) satisfies typeof globalThis.fetch,
    /** Signs the user in by code. */
    async signIn() {
      const code = (await (await ask('POST', '/auth/device-codes')).json()) as { deviceCode: string; userCode: string };
      emulator.control.approveDevice(code.userCode);
      const response = await ask('POST', `/auth/device-codes/${encodeURIComponent(code.deviceCode)}/poll`);
      return (await response.json()) as { status: string; publicId: string };
    },
    /** Returns the session of a profile, as the browser half requests it. */
    mint: (profileId: string, headers: Record<string, string> = {}) =>
      ask('POST', '/auth/session-token', { profileId }, headers),
    profileId: (at = 0) => emulator.control.profiles()[at]!.id,
  };
}
