import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

const TIMEOUT_MS = 20_000;
const ROUTES = '/api/discovr';
/** Refresh tokens of the emulator. */
const REFRESH_TOKEN = /rt_[0-9a-f]{16}/;

/**
 * Creates a browser that has no window: it sends requests to an app, and keeps its cookies. Throws if a response contains
 * a refresh token.
 *
 * @param leaveAfterMs time after which `leave()` resets the connection.
 */
export function createBrowser(origin, leaveAfterMs) {
  const cookies = new Map();
  const responses = [];
  const cookieHeader = () => [...cookies].map((pair) => pair.join('=')).join('; ');
  const send = async (method, path, { headers, body }) => {
    const response = await fetch(`${origin}${path}`, {
      method,
      headers: { cookie: cookieHeader(), ...headers },
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const text = await response.clone().text();
    responses.push(`${method} ${path}: ${response.status} ${text.slice(0, 300)}`);
    assert.doesNotMatch(text + JSON.stringify([...response.headers]), REFRESH_TOKEN, 'no response has a refresh token');
    for (const change of response.headers.getSetCookie()) {
      const [, name, value, attributes] = /^([^=]+)=([^;]*); (.*)$/.exec(change);
      if (/Max-Age=0\b/.test(attributes)) cookies.delete(name);
      else cookies.set(name, value);
    }
    return response;
  };
  /** Returns a request as a page of the app sends it. */
  const ofPage = (method, { body, headers } = {}) => ({
    headers: {
      'x-discovr-request': '1',
      'sec-fetch-site': 'same-origin',
      ...(method !== 'GET' && { origin }),
      ...(body && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  return {
    cookies,
    responses,
    /** Opens a page. */
    open: (path) => send('GET', path, { headers: { 'sec-fetch-site': 'none' } }),
    /** Calls a route of the server half from a page of the app. */
    call: (method, path, options) => send(method, ROUTES + path, ofPage(method, options)),
    /** Calls a route and resets the connection before the response. */
    async leave(method, path, options) {
      const { headers, body } = ofPage(method, options);
      const { host, hostname, port } = new URL(origin);
      const lines = { host, cookie: cookieHeader(), 'content-length': Buffer.byteLength(body), ...headers };
      const head = Object.entries(lines).map(([name, value]) => `${name}: ${value}\r\n`);
      const socket = connect(Number(port), hostname);
      await once(socket, 'connect');
      // The server may end the connection first.
      socket.on('error', () => undefined);
      socket.write(`${method} ${ROUTES}${path} HTTP/1.1\r\n${head.join('')}\r\n${body}`);
      await wait(leaveAfterMs);
      socket.resetAndDestroy();
    },
  };
}
