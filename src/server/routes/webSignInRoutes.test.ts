import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { serverApp } from '../../../test/support/serverApp.js';

type App = ReturnType<typeof serverApp>;

/** Headers of a navigation from the sign-in page. */
const fromDiscovr = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' };
const CALLBACK = 'https://app.example/api/discovr/sign-in/callback';

/** Begins a sign-in and returns the URL of the sign-in page. */
async function begin(app: App, query = ''): Promise<URL> {
  const response = await app.send(`/sign-in/redirect${query}`, { headers: { 'sec-fetch-site': 'same-origin' } });
  expect(response.status).toBe(303);
  return new URL(response.headers.get('location')!);
}

/** Decides on the sign-in page, and returns the path and query of the URL to which it leads. */
function decide(app: App, page: URL, decision?: 'signIn' | 'cancel'): string {
  const url = app.control.authorize(page, decision).callbackUrl;
  expect(url.startsWith(CALLBACK)).toBe(true);
  return url.slice('https://app.example/api/discovr'.length);
}

const follow = async (app: App, path: string, jar = app.jar) =>
  (await app.send(path, { headers: fromDiscovr }, jar)).headers.get('location');
const isSignedIn = async (app: App) =>
  ((await (await app.ask('GET', '/sign-in')).json()) as { signIn: unknown }).signIn !== null;

describe('a sign-in by redirect', () => {
  it('signs the user in and returns to the path it began at', async () => {
    const app = serverApp();
    const page = await begin(app, '?returnTo=/movies?kind=new%26sort=a');
    expect(page.searchParams.get('redirect_uri')).toBe(CALLBACK);
    expect(page.searchParams.get('code_challenge_method')).toBe('S256');
    expect(app.setCookies[0]).toMatch(
      /^__Host-discovr-state-[a-z\d]+=[^;]+; Max-Age=600; Path=\/; HttpOnly; SameSite=Lax; Secure$/,
    );
    expect(await follow(app, decide(app, page))).toBe('https://app.example/movies?kind=new&sort=a');
    expect(await isSignedIn(app)).toBe(true);
    expect([...app.jar.keys()]).toEqual(['__Host-discovr-refresh']);
    expect(app.readable.join()).not.toMatch(/\brt_/);
  });

  it.each([
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '/.//evil.example',
    'javascript:alert(1)',
    '/\t/evil.example',
    'https://app.example.evil.example/',
    'https://blog.app.example/',
    `/${'x'.repeat(2_000)}`,
  ])('returns to the start of the app when returnTo is %j', async (returnTo) => {
    const app = serverApp();
    const page = await begin(app, `?returnTo=${encodeURIComponent(returnTo)}`);
    expect(await follow(app, decide(app, page))).toBe('https://app.example/');
  });

  it('returns with a code when the user declines or the API fails', async () => {
    const app = serverApp();
    const declined = await begin(app, '?returnTo=/movies');
    expect(await follow(app, decide(app, declined, 'cancel'))).toBe(
      'https://app.example/movies?discovr-error=USER_CANCELLED',
    );
    const failed = decide(app, await begin(app, '?returnTo=/movies'));
    app.control.setOffline(true);
    expect(await follow(app, failed)).toBe('https://app.example/movies?discovr-error=NETWORK_ERROR');
    expect(await isSignedIn(app)).toBe(false);
    app.control.setOffline(false);
    const again = await begin(app, `?returnTo=${encodeURIComponent('/movies?discovr-error=USER_CANCELLED')}`);
    expect(await follow(app, decide(app, again))).toBe('https://app.example/movies');
  });

  it('returns to the path as the app wrote it', async () => {
    const app = serverApp();
    const page = await begin(app, `?returnTo=${encodeURIComponent('/movies?q=a%20b&new')}`);
    expect(await follow(app, decide(app, page))).toBe('https://app.example/movies?q=a%20b&new');
  });

  it('works in several tabs at the same time', async () => {
    const app = serverApp();
    const pages = [await begin(app, '?returnTo=/a'), await begin(app, '?returnTo=/b')];
    expect(await follow(app, decide(app, pages[0]!))).toBe('https://app.example/a');
    expect(await follow(app, decide(app, pages[1]!))).toBe('https://app.example/b');
  });

  it('works in two tabs that begin at once, each with its own path', async () => {
    const app = serverApp();
    const pages = await Promise.all([begin(app, '?returnTo=/a'), begin(app, '?returnTo=/b')]);
    expect(await follow(app, decide(app, pages[0]))).toBe('https://app.example/a');
    expect(await follow(app, decide(app, pages[1]))).toBe('https://app.example/b');
    expect([...app.jar.keys()]).toEqual(['__Host-discovr-refresh']);
  });

  it('forgets the oldest when a browser begins a fourth, so that its cookies stay short', async () => {
    let now = Date.now();
    const app = serverApp({ now: () => now });
    const tabs = ['a', 'b', 'c', 'd', 'e'];
    const pages: URL[] = [];
    for (const tab of tabs) {
      pages.push(await begin(app, `?returnTo=/${tab.repeat(399)}`));
      now += 1;
      // Browsers may send their cookies in any order.
      const [[name, value]] = [...app.jar] as [[string, string]];
      app.jar.delete(name);
      app.jar.set(name, value);
    }
    expect(app.jar.size).toBe(3);
    expect([...app.jar].join('; ').length).toBeLessThan(3_800);
    const paths: string[] = [];
    for (const page of pages) paths.push((await follow(app, decide(app, page)))!.slice(0, 22));
    const failed = 'https://app.example/?d';
    expect(paths).toEqual([failed, failed, ...['c', 'd', 'e'].map((tab) => `https://app.example/${tab}${tab}`)]);
  });

  it.each<[string, Record<string, string>]>([
    ['an image', { 'sec-fetch-dest': 'image' }],
    ['a frame', { 'sec-fetch-dest': 'iframe' }],
    ['a script', { 'sec-fetch-dest': 'empty' }],
    ['a prefetch', { 'sec-fetch-dest': 'document', 'sec-purpose': 'prefetch;prerender' }],
    ['a prefetch of an older browser', { purpose: 'prefetch' }],
  ])('does not begin with a request of %s', async (_what, headers) => {
    const app = serverApp();
    const response = await app.send('/sign-in/redirect', { headers: { 'sec-fetch-site': 'same-site', ...headers } });
    expect([response.status, app.setCookies]).toEqual([403, []]);
  });

  it('forgets a cookie that it cannot read before one that it can', async () => {
    const app = serverApp();
    const pages = [await begin(app, '?returnTo=/a'), await begin(app, '?returnTo=/b')];
    app.jar.set('__Host-discovr-state-x', 'unreadable');
    pages.push(await begin(app, '?returnTo=/c'));
    expect(app.jar.has('__Host-discovr-state-x')).toBe(false);
    expect(await follow(app, decide(app, pages[0]!))).toBe('https://app.example/a');
  });
});

describe('a callback that this browser did not request', () => {
  it('does not sign the user in to the account of an attacker', async () => {
    const [attacker, victim] = [serverApp(), serverApp()];
    const path = decide(attacker, await begin(attacker));
    expect(await follow(victim, path)).toBe('https://app.example/?discovr-error=AUTH_FAILED');
    await begin(victim);
    expect(await follow(victim, path)).toBe('https://app.example/?discovr-error=AUTH_FAILED');
    expect(await isSignedIn(victim)).toBe(false);
    expect(victim.bearers).toEqual([]);
  });

  it('does not sign the user in when a sibling subdomain has planted the state', async () => {
    const [attacker, victim] = [serverApp(), serverApp()];
    const path = decide(attacker, await begin(attacker));
    for (const [name, value] of attacker.jar) victim.jar.set(`\u00a0${name}`, value);
    expect(await follow(victim, path)).toBe('https://app.example/?discovr-error=AUTH_FAILED');
    expect(victim.setCookies).toEqual([]);
  });

  it('does not end a sign-in that the user has begun', async () => {
    const app = serverApp();
    const page = await begin(app, '?returnTo=/movies');
    for (const query of ['', '?code=x', '?state=x&code=x', '?state=__proto__&code=x', '?error=access_denied&state=x']) {
      expect(await follow(app, `/sign-in/callback${query}`)).toBe('https://app.example/?discovr-error=AUTH_FAILED');
    }
    expect(await follow(app, decide(app, page))).toBe('https://app.example/movies');
  });

  it('cannot be used twice', async () => {
    const app = serverApp();
    const path = decide(app, await begin(app));
    await follow(app, path);
    expect(await follow(app, path)).toBe('https://app.example/?discovr-error=AUTH_FAILED');
  });

  it('is refused after ten minutes, or with another cookie in place of the state', async () => {
    let now = Date.now();
    const app = serverApp({ now: () => now });
    const path = decide(app, await begin(app));
    now += 600_000;
    expect(await follow(app, path)).toBe('https://app.example/?discovr-error=AUTH_FAILED');
    const [state] = app.jar.keys();
    await app.signIn();
    const jar = new Map([[state!, app.jar.get('__Host-discovr-refresh')!]]);
    expect(await follow(app, path, jar)).toBe('https://app.example/?discovr-error=AUTH_FAILED');
  });
});

describe('a sign-in by popup', () => {
  it('ends on a page without the code, which loads a script of the origin', async () => {
    const app = serverApp();
    const location = await follow(app, decide(app, await begin(app, '?mode=popup&returnTo=/x')));
    expect(location).toBe('https://app.example/api/discovr/sign-in/popup');
    expect(await isSignedIn(app)).toBe(true);
    const page = await app.send('/sign-in/popup', { headers: fromDiscovr });
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'");
    expect(await page.text()).toBe(
      '<!doctype html><title>Discovr</title><script src="/api/discovr/sign-in/popup.js"></script>',
    );
    const script = await app.send('/sign-in/popup.js', { headers: { 'sec-fetch-site': 'same-origin' } });
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  });

  it('reports its end to the pages of the app', async () => {
    const app = serverApp();
    const script = await (await app.send('/sign-in/popup.js')).text();
    const run = (search: string) => {
      const did: unknown[] = [];
      class Channel {
        constructor(name: string) {
          did.push(name);
        }
        postMessage(message: unknown) {
          did.push(message);
        }
        close() {}
      }
      const window = { close: () => did.push('closed') };
      runInNewContext(script, { location: { search }, BroadcastChannel: Channel, window, URLSearchParams });
      return did;
    };
    const message = (error: string | null) => ['discovr-sign-in', { type: 'discovr:sign-in', error }, 'closed'];
    expect(run('')).toEqual(message(null));
    expect(run('?discovr-error=USER_CANCELLED')).toEqual(message('USER_CANCELLED'));
    expect(run('?discovr-error=<script>')).toEqual(message(null));
  });
});
