import { describe, expect, it } from 'vitest';
import { madeUpRefreshToken, madeUpSessionToken, TOKEN_START } from '../../test/support/tokens.js';
import { serverApp, type ServerAppOptions } from '../../test/support/serverApp.js';
import { examineServer } from './examineServer.js';
import { runDoctor, type DoctorProcess } from './runDoctor.js';

const server = 'https://app.example/api/discovr';

/** Changes an answer of the server, or answers in its place. */
type Change = (asked: { request: Request; path: string; size: number; response: Response }) => Response | undefined;

/** Returns `fetch` of an app whose answers are changed, and the app. */
function app(change?: Change, options?: ServerAppOptions) {
  const { server: entry, bearers, control } = serverApp(options);
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    const response = await entry.fetch(request.clone());
    const path = new URL(request.url).pathname.replace('/api/discovr', '');
    const size = typeof init?.body === 'string' ? init.body.length : 0;
    return change?.({ request, path, size, response }) ?? response;
  };
  return { fetch, bearers, control };
}

const examined = (change?: Change) =>
  examineServer({ server, fetch: app(change).fetch, intervalMs: 0, onProgress: () => undefined });

const withHeaders = (response: Response, headers: Record<string, string>) => {
  const changed = new Response(response.body, response);
  for (const [name, value] of Object.entries(headers)) changed.headers.set(name, value);
  return changed;
};

const withCookies =
  (change: (cookie: string) => string): Change =>
  ({ response }) => {
    const cookies = response.headers.getSetCookie();
    if (cookies.length === 0) return undefined;
    const changed = withHeaders(response, {});
    changed.headers.delete('set-cookie');
    for (const cookie of cookies) changed.headers.append('set-cookie', change(cookie));
    return changed;
  };

/** Answers some requests as if they were others. */
const withStatus =
  (isMeant: (asked: Parameters<Change>[0]) => boolean, status: number): Change =>
  (asked) => {
    const { headers } = asked.response;
    return isMeant(asked) ? Response.json({ code: 'TOKEN_INVALID' }, { status, headers }) : undefined;
  };

const header = (request: Request, name: string) => request.headers.get(name);
const withLocation =
  (on: string, change: (location: URL) => void): Change =>
  ({ path, response }) => {
    const location = response.headers.get('location');
    if (!path.startsWith(on) || location === null) return undefined;
    const url = new URL(location);
    change(url);
    return withHeaders(response, { location: url.href });
  };

/** For each promise, servers that break just this one. */
const broken: [id: string, how: string, change: Change][] = [
  [
    'server-own-origin',
    'a proxy that removes the header of the app',
    withStatus(({ request, path, size }) => {
      const isOwn = path === '/auth/session-token' && header(request, 'sec-fetch-site') === 'same-origin';
      return isOwn && size < 1000;
    }, 403),
  ],
  [
    'server-foreign-origin',
    'answers to another site',
    withStatus(({ request }) => header(request, 'sec-fetch-site') === 'cross-site' && request.method === 'POST', 401),
  ],
  [
    'server-foreign-origin',
    'answers to a sibling subdomain',
    withStatus(({ request }) => header(request, 'sec-fetch-site') === 'same-site', 401),
  ],
  [
    'server-request-header',
    'changes without the header',
    withStatus(({ request }) => request.method === 'POST' && header(request, 'x-discovr-request') === null, 401),
  ],
  [
    'server-request-header',
    'changes without an origin',
    withStatus(
      ({ request }) =>
        request.method === 'POST' && header(request, 'origin') === null && header(request, 'sec-fetch-site') === null,
      401,
    ),
  ],
  [
    'server-cors',
    'an origin that is repeated',
    ({ request, response }) => {
      const origin = header(request, 'origin');
      return origin === null
        ? undefined
        : withHeaders(response, { 'access-control-allow-origin': origin, 'access-control-allow-credentials': 'true' });
    },
  ],
  ...['HttpOnly', 'SameSite=Lax', 'Path=/', 'Secure'].map((attribute): (typeof broken)[number] => [
    'server-cookies',
    `cookies without ${attribute}`,
    withCookies((cookie) => cookie.replace(`; ${attribute}`, '')),
  ]),
  ['server-cookies', 'cookies for other sites', withCookies((cookie) => cookie.replace('=Lax', '=None'))],
  ['server-cookies', 'cookies of all subdomains', withCookies((cookie) => `${cookie}; Domain=app.example`)],
  ['server-cookies', 'cookies without the prefix', withCookies((cookie) => cookie.replace('__Host-', ''))],
  ['server-encrypted', 'cookies as plain text', withCookies((cookie) => cookie.replace(/=[^;]+/, '=plain'))],
  [
    'server-cache',
    'answers that caches keep',
    ({ path, response }) =>
      path === '/sign-in' ? withHeaders(response, { 'cache-control': 'public, max-age=60' }) : undefined,
  ],
  [
    'server-cache',
    'answers from a cache',
    ({ path, response }) => (path === '/sign-in' ? withHeaders(response, { age: '12' }) : undefined),
  ],
  [
    'server-headers',
    'a type that browsers guess',
    ({ response }) => withHeaders(response, { 'x-content-type-options': '' }),
  ],
  [
    'server-headers',
    'addresses that other sites learn',
    ({ response }) => withHeaders(response, { 'referrer-policy': 'unsafe-url' }),
  ],
  [
    'server-tokens',
    'a refresh token in a body',
    ({ path, response }) =>
      path === '/sign-in' && response.ok
        ? Response.json({ signIn: null, was: madeUpRefreshToken('0123456789abcdef') }, response)
        : undefined,
  ],
  [
    'server-tokens',
    'a session token in a URL',
    withLocation('/sign-in/redirect', (url) => url.searchParams.set('token', madeUpSessionToken('someone'))),
  ],
  [
    'server-device-code',
    'a device code as the API sends it',
    ({ path, response }) =>
      path === '/auth/device-codes' ? Response.json({ deviceCode: 'a1b2c3' }, response) : undefined,
  ],
  ['server-routes', 'other paths of the API', withStatus(({ path }) => path === '/pages/doctor', 401)],
  ['server-body-limit', 'large bodies', withStatus(({ size }) => size > 1000, 401)],
  [
    'server-navigation',
    'sign-ins that an image begins',
    withStatus(({ request }) => header(request, 'sec-fetch-dest') === 'image', 303),
  ],
  [
    'server-navigation',
    'sign-ins that a prefetch begins',
    withStatus(({ request }) => header(request, 'sec-purpose') !== null, 303),
  ],
  [
    'server-sign-in-page',
    'a plain code challenge',
    withLocation('/sign-in/redirect', (url) => url.searchParams.set('code_challenge_method', 'plain')),
  ],
  [
    'server-sign-in-page',
    'a redirect URI elsewhere',
    withLocation('/sign-in/redirect', (url) => url.searchParams.set('redirect_uri', 'https://evil.example')),
  ],
  [
    'server-return',
    'a sign-in that ends elsewhere',
    withLocation(
      '/sign-in/callback',
      (url) => url.searchParams.get('discovr-error') === 'USER_CANCELLED' && (url.host = 'evil.example'),
    ),
  ],
  [
    'server-planted',
    'a sign-in with a planted code',
    withLocation(
      '/sign-in/callback',
      (url) => url.searchParams.get('discovr-error') === 'AUTH_FAILED' && url.searchParams.delete('discovr-error'),
    ),
  ],
  [
    'server-popup',
    'a popup in frames',
    ({ path, response }) =>
      path === '/sign-in/popup'
        ? withHeaders(response, { 'content-security-policy': "default-src 'self'" })
        : undefined,
  ],
  ['server-popup', 'a popup without its script', withStatus(({ path }) => path === '/sign-in/popup.js', 404)],
];

describe('the doctor of a server', () => {
  it('finds that a server keeps what docs/server.md promises, and sends nothing to the API but a request for a code', async () => {
    const { fetch, control } = app();
    const rows = await examineServer({ server, fetch, intervalMs: 0, onProgress: () => undefined });
    expect(rows.filter(({ result }) => result !== 'holds')).toEqual([]);
    expect(new Set(broken.map(([id]) => id))).toEqual(new Set(rows.map(({ id }) => id)));
    expect(control.requests.map(({ method, path }) => `${method} ${path}`)).toEqual(['POST /auth/device-codes']);
  });

  it.each(broken)('names just the promise that is broken: %s, by %s', async (id, _how, change) => {
    const rows = await examined(change);
    const different = rows.filter(({ result }) => result === 'differs');
    expect(different.map((row) => row.id)).toEqual([id]);
    expect(different[0]!.change).toMatch(/docs\/server\.md#[a-z-]+$/);
    expect(JSON.stringify(rows)).not.toMatch(TOKEN_START);
  });

  it('judges no cookies of a load balancer', async () => {
    const rows = await examined(({ response }) => {
      const balanced = withHeaders(response, {});
      balanced.headers.append('set-cookie', 'AWSALB=plain; Path=/');
      return balanced;
    });
    expect(rows.filter(({ result }) => result !== 'holds')).toEqual([]);
    expect(JSON.stringify(rows)).not.toContain('AWSALB');
  });

  const tooLong = 'x'.repeat(6 * 1024 * 1024);
  it.each<[string, Change]>([
    ['outages', () => new Response('', { status: 503 })],
    ['bodies that are too long', ({ path }) => (path.startsWith('/pages') ? new Response(tooLong) : undefined)],
  ])('takes %s for no difference', async (_what, change) => {
    const rows = await examined((asked) => (asked.path === '/sign-in' ? undefined : change(asked)));
    expect(rows.filter(({ result }) => result === 'differs')).toEqual([]);
    expect(rows.some(({ result }) => result === 'notSeen')).toBe(true);
  });

  /** Runs the command without a token. */
  async function run(address: string, { fetch, ...process }: Partial<DoctorProcess>) {
    const output = { printed: '', noted: '' };
    const code = await runDoctor(['--server', address, '--interval', '0', '--json'], {
      env: {},
      fetch: fetch!,
      folder: '/',
      hasColors: false,
      print: (text) => (output.printed += text),
      note: (text) => (output.noted += text),
      readInput: () => Promise.resolve(''),
      confirm: () => Promise.resolve(false),
      readFile: () => Promise.reject(new Error('ENOENT')),
      writeFile: () => Promise.resolve(),
      ...process,
    });
    return { code, ...output };
  }

  it('needs no token, and shows nothing that a sign-in uses', async () => {
    const { fetch } = app();
    // The default of `mountPath` is added.
    const { code, printed, noted } = await run('https://app.example', { fetch });
    expect(code).toBe(0);
    const { rows } = JSON.parse(printed) as { rows: { id: string }[] };
    expect(rows.map(({ id }) => id.slice(0, 7))).toEqual(rows.map(() => 'server-'));
    expect(noted).toContain('state=…');
    expect(noted + printed).not.toMatch(/state=[\w-]/);
    const unsafe = await run(server, { fetch: app(withCookies((cookie) => cookie.replace('; Secure', ''))).fetch });
    expect(unsafe.code).toBe(1);
  });

  it.each<[string, string, Partial<DoctorProcess>, string]>([
    [
      'an app without the entry',
      server,
      { fetch: () => Promise.resolve(new Response('<p>', { status: 404 })) },
      '404. Pass the URL',
    ],
    ['a page in its place', server, { fetch: () => Promise.resolve(new Response('<p>Hello')) }, '200. Pass the URL'],
    [
      'an entry of another origin',
      server,
      app(undefined, { origin: 'https://other.example' }),
      'Its option "origin" is not https://app.example',
    ],
    [
      'a server that is down',
      server,
      { fetch: () => Promise.reject(new TypeError('fetch failed')) },
      'no response. Start the server first.',
    ],
    ['an address without encryption', 'http://app.example', {}, '--server must be a URL'],
    ['no address', 'app.example', {}, '--server must be a URL'],
  ])('ends with 2 and says why for %s', async (_what, address, process, reason) => {
    const { code, printed, noted } = await run(address, process);
    expect([code, printed]).toEqual([2, '']);
    expect(noted).toContain(reason);
  });
});
