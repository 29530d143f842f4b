import { describe, expect, it } from 'vitest';
import { failureOf } from '../../test/support/promises.js';
import { serverApp } from '../../test/support/serverApp.js';

type App = ReturnType<typeof serverApp>;

const MINT = 'POST /auth/session-token';

const headersOf = ({ jar }: App) => new Headers({ cookie: [...jar].map((pair) => pair.join('=')).join('; ') });
const render = (app: App) => app.server.forRequest({ headers: headersOf(app) });

/** A user who has chosen a profile. */
async function activeUser(app = serverApp()) {
  await app.signIn();
  await app.mint(app.profileId());
  return app;
}

describe('forRequest', () => {
  it('returns a client with the session of the browser, and asks nothing of the API by itself', async () => {
    const app = await activeUser();
    const asked = app.bearers.length;
    const { client, initialSession } = await render(app);
    expect(initialSession).toEqual({ status: 'active', profileId: app.profileId() });
    expect(client.getSession()).toEqual(initialSession);
    expect(app.bearers).toHaveLength(asked);
    const [page, again] = await Promise.all([client.createPage(), (await render(app)).client.createPage()]);
    expect(page.id).toBe(again.id);
    expect(app.control.count(MINT)).toBe(1);
  });

  it.each<[string, (app: App) => Promise<unknown>, string, string]>([
    ['no user is signed in', async () => undefined, 'signedOut', 'NOT_SIGNED_IN'],
    ['the cookie was changed', async (app) => app.jar.set('__Host-discovr-refresh', 'x'), 'signedOut', 'NOT_SIGNED_IN'],
    ['no profile is chosen', (app) => app.signIn(), 'signedIn', 'NO_ACTIVE_PROFILE'],
    [
      'the session is gone',
      async (app) => {
        await activeUser(app);
        app.jar.delete('__Host-discovr-session');
      },
      'unknown',
      'NO_ACTIVE_PROFILE',
    ],
  ])('mints nothing when %s', async (_when, arrange, status, code) => {
    const app = serverApp();
    await arrange(app);
    const [asked, mints] = [app.bearers.length, app.control.count(MINT)];
    const { client, initialSession } = await render(app);
    expect(initialSession).toEqual({ status });
    expect(await failureOf(client.createPage())).toMatchObject({ code });
    expect([app.bearers.length, app.control.count(MINT)]).toEqual([asked, mints]);
  });

  it('removes tokens that the API repeats in profiles', async () => {
    const alter = async (response: Response, request: Request) => {
      if (!request.url.includes('/profiles')) return response;
      const token = request.headers.get('authorization')?.slice('Bearer '.length);
      const body = (await response.json()) as { profiles: readonly object[] };
      const profiles = body.profiles.map((profile) => ({ ...profile, note: `of ${token}`, refreshToken: token }));
      return Response.json({ ...body, profiles });
    };
    const { client } = await render(await activeUser(serverApp({ alter })));
    const profiles = await client.getProfiles();
    expect(profiles[0]).toMatchObject({ note: expect.stringMatching(/^of /) });
    expect(JSON.stringify(profiles)).not.toMatch(/rt_|refreshToken/);
  });

  it('mints nothing when the API refuses the session', async () => {
    const app = await activeUser();
    app.control.expireSession();
    const { client } = await render(app);
    expect(await failureOf(client.createPage())).toMatchObject({ code: 'NO_ACTIVE_PROFILE' });
    expect(app.control.count(MINT)).toBe(1);
  });

  it('reads profiles with the sign-in, and changes nothing', async () => {
    const app = serverApp();
    await app.signIn();
    const { client } = await render(app);
    const [profile] = await client.getProfiles();
    expect(profile?.id).toBe(app.profileId());
    const asked = app.bearers.length;
    for (const change of [
      () => client.createProfile('Kim', 'https://images.example/a.png'),
      () => client.updateProfile(profile!.id, { name: 'Kay' }),
      () => client.deleteProfile(profile!.id),
      () => client.selectProfile(profile!.id),
      () => client.signOut(),
    ]) {
      await expect(change()).rejects.toThrow(/Rendering a page/);
    }
    expect(app.bearers).toHaveLength(asked);
  });

  it('neither changes titles with the session, nor gives it to another profile', async () => {
    const app = await activeUser();
    const { client } = await render(app);
    const page = await client.getPage((await client.createPage()).id);
    const asked = app.bearers.length;
    const title = page.hero[0]!.id;
    for (const change of [() => client.addWatchlistItem(title), () => client.addLikedItem(title)]) {
      expect(await failureOf(change())).toMatchObject({ code: 'FORBIDDEN' });
    }
    expect(await failureOf(client.selectProfile(app.profileId(1)))).toMatchObject({ code: 'NO_ACTIVE_PROFILE' });
    expect(client.getActiveProfileId()).toBe(app.profileId());
    expect(app.bearers).toHaveLength(asked);
  });

  it('finds a session that is too long for a cookie in the cache', async () => {
    const entries = new Map<string, string>();
    const sessionCache = {
      get: async (key: string) => entries.get(key),
      set: async (key: string, value: string) => entries.set(key, value),
      del: async (key: string) => entries.delete(key),
    };
    const alter = async (response: Response, request: Request) =>
      request.url.endsWith('/auth/session-token')
        ? Response.json({ ...((await response.json()) as object), sessionToken: 'x'.repeat(3_500) })
        : response;
    const app = await activeUser(serverApp({ sessionCache, alter }));
    expect([...app.jar.keys()]).toEqual(['__Host-discovr-refresh']);
    expect((await render(app)).initialSession.status).toBe('active');
  });

  it('finds the cookies of a server without an origin, during development', async () => {
    const app = serverApp();
    const signedOut = await render(app);
    expect(signedOut.initialSession).toEqual({ status: 'signedOut' });
    const local = serverApp({ origin: undefined });
    await activeUser(app);
    for (const [name, value] of app.jar) local.jar.set(name.replace('__Host-', ''), value);
    expect((await render(local)).initialSession).toEqual({ status: 'active', profileId: app.profileId() });
  });

  it('never gives one user the session of another', async () => {
    const [app, other] = [await activeUser(), await activeUser(serverApp({ clientId: 'my-app' }))];
    const mixed = new Map([...app.jar]);
    mixed.set('__Host-discovr-session', other.jar.get('__Host-discovr-session')!);
    const headers = new Headers({ cookie: [...mixed].map((pair) => pair.join('=')).join('; ') });
    expect((await app.server.forRequest({ headers })).initialSession).toEqual({ status: 'unknown' });
  });
});
