import { describe, expect, it } from 'vitest';
import { serverApp } from '../../test/support/serverApp.js';

type App = ReturnType<typeof serverApp>;

const MINT = 'POST /auth/session-token';

/** Requests a page of the app with the cookies of the browser, and another cookie of the app. */
function pageRequest(app: App): Request {
  const cookies = [['theme', 'dark'], ...app.jar].map((pair) => pair.join('='));
  return new Request('http://10.0.0.7:3000/movies', {
    headers: { cookie: cookies.join('; '), 'accept-language': 'de' },
  });
}

const namesIn = (header: string | null) => (header ?? '').split('; ').map((pair) => pair.split('=')[0]);

/** A user who chose a profile, and whose browser has lost the session. */
async function returningUser(app = serverApp()) {
  await app.signIn();
  await app.mint(app.profileId());
  app.jar.delete('__Host-discovr-session');
  return app;
}

describe('prepare', () => {
  it('mints a session, which the render and the browser then share', async () => {
    let now = Date.now();
    const app = await returningUser(serverApp({ now: () => now }));
    now += 60_000;
    const { requestHeaders, responseHeaders } = await app.server.prepare(pageRequest(app));
    expect(app.control.count(MINT)).toBe(2);
    expect(namesIn(requestHeaders.get('cookie'))).toEqual([
      'theme',
      '__Host-discovr-refresh',
      '__Host-discovr-session',
    ]);
    expect(requestHeaders.get('accept-language')).toBe('de');
    expect(responseHeaders.get('cache-control')).toBe('private, no-store');
    const [change = ''] = responseHeaders.getSetCookie();
    expect(requestHeaders.get('cookie')).toContain(change.split(';')[0]);
    app.jar.set('__Host-discovr-session', change.split(';')[0]!.split('=')[1]!);
    await app.mint(app.profileId());
    expect(app.control.count(MINT)).toBe(2);
  });

  it('does nothing when the request has a usable session', async () => {
    const app = serverApp();
    await app.signIn();
    await app.mint(app.profileId());
    const asked = app.bearers.length;
    const request = pageRequest(app);
    const { requestHeaders, responseHeaders } = await app.server.prepare(request);
    expect(requestHeaders.get('cookie')).toBe(request.headers.get('cookie'));
    expect(responseHeaders.getSetCookie()).toEqual([]);
    expect(app.bearers).toHaveLength(asked);
  });

  it.each<[string, (app: App) => Promise<unknown>]>([
    ['no user is signed in', async () => undefined],
    ['no profile is chosen', (app) => app.signIn()],
    [
      'a cookie was changed',
      async (app) => {
        await app.signIn();
        app.jar.set('__Host-discovr-refresh', 'x');
      },
    ],
  ])('asks nothing of the API when %s', async (_when, arrange) => {
    const app = serverApp();
    await arrange(app);
    const asked = app.bearers.length;
    const { responseHeaders } = await app.server.prepare(pageRequest(app));
    expect(responseHeaders.getSetCookie()).toEqual([]);
    expect(app.bearers).toHaveLength(asked);
  });

  it('keeps the user signed in while the API is down', async () => {
    let now = Date.now();
    const app = await returningUser(serverApp({ now: () => now }));
    now += 60_000;
    app.control.setOffline(true);
    const { requestHeaders, responseHeaders } = await app.server.prepare(pageRequest(app));
    expect(namesIn(requestHeaders.get('cookie'))).toEqual(['theme', '__Host-discovr-refresh']);
    expect(responseHeaders.getSetCookie()).toEqual([]);
  });

  it('signs the user out when the API refuses the refresh token', async () => {
    let now = Date.now();
    const app = await returningUser(serverApp({ now: () => now }));
    now += 60_000;
    app.control.revoke();
    const { requestHeaders, responseHeaders } = await app.server.prepare(pageRequest(app));
    expect(namesIn(requestHeaders.get('cookie'))).toEqual(['theme']);
    expect(responseHeaders.getSetCookie()).toEqual([expect.stringMatching(/^__Host-discovr-refresh=; Max-Age=0;/)]);
  });

  it('rejects when sessions are too long for a cookie and there is no cache', async () => {
    let now = Date.now();
    let isLong = false;
    const alter = async (response: Response, request: Request) =>
      isLong && request.url.endsWith('/auth/session-token')
        ? Response.json({ ...((await response.json()) as object), sessionToken: 'x'.repeat(3_500) })
        : response;
    const app = await returningUser(serverApp({ now: () => now, alter }));
    now += 60_000;
    isLong = true;
    await expect(app.server.prepare(pageRequest(app))).rejects.toThrow(/sessionCache/);
  });

  it('shares one mint with simultaneous requests of the browser', async () => {
    let now = Date.now();
    const app = await returningUser(serverApp({ now: () => now }));
    now += 60_000;
    await Promise.all([
      app.server.prepare(pageRequest(app)),
      app.mint(app.profileId()),
      app.server.prepare(pageRequest(app)),
    ]);
    expect(app.control.count(MINT)).toBe(2);
  });
});
