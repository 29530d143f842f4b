import { inspect } from 'node:util';
import { expect, test, vi } from 'vitest';
import { generatedTitles } from '../src/emulator/catalog/catalog.js';
import { createEmulator } from '../src/emulator/createEmulator.js';
import { createSessionSource, DiscovrClient } from '../src/client/index.js';
import { failureOf } from './support/promises.js';
import { everythingLoggable } from './support/secrets.js';
import { serverApp, type ServerAppOptions } from './support/serverApp.js';

function appWithClient(options: ServerAppOptions = {}) {
  const app = serverApp(options);
  const { now } = options;
  const sent: string[] = [];
  const fetch: typeof globalThis.fetch = (input, init) => {
    sent.push(inspect(init, { depth: 5 }));
    return app.fetch(input, init);
  };
  const open = () =>
    new DiscovrClient('my-app', { fetch, now, sessionSource: createSessionSource(app.path, { fetch }) });
  return { app, open, sent };
}

test('a visit with a server: sign in, choose, browse, reload, second tab, renew, sign out', async () => {
  const { app, open } = appWithClient();
  const client = open();
  expect(await failureOf(client.getProfiles())).toMatchObject({ code: 'NOT_SIGNED_IN' });

  await app.signIn();
  await client.refreshSignIn();
  expect(client.getSession()).toEqual({ status: 'signedIn' });
  const [profile] = await client.getProfiles();
  await client.selectProfile(profile!.id);
  const { id } = await client.createPage();

  // The reloaded page and the second tab use the same session, so they show the same page.
  for (const other of [open(), open()]) {
    await other.refreshSignIn();
    expect(other.getSession()).toEqual({ status: 'active', profileId: profile!.id });
    expect((await other.createPage()).id).toBe(id);
  }
  expect(app.control.count('POST /auth/session-token')).toBe(1);

  // The API refuses the session token, so the client asks for another one and gets it.
  app.control.expireSession();
  expect((await client.createPage()).id).not.toBe(id);
  expect(app.control.count('POST /auth/session-token')).toBe(2);

  const created = await client.createProfile('Kim', 'https://images.example/a.png');
  expect(await client.updateProfile(created, { name: 'Kay' })).toMatchObject({ name: 'Kay' });
  await client.deleteProfile(created);

  expect(await client.signOut()).toEqual({ revoked: true });
  expect(app.jar.size).toBe(0);
  const reloaded = open();
  await reloaded.refreshSignIn();
  expect(reloaded.getSession()).toEqual({ status: 'signedOut' });
});

test('a user signs out while the API is down, and the refresh token is revoked when it is back', async () => {
  const { app, open } = appWithClient();
  await app.signIn();
  const client = open();
  await client.getProfiles();
  const refreshToken = app.bearers.at(-1)!.replace('Bearer ', '');
  app.control.failNext({ kind: 'status', status: 503 });
  expect(await client.signOut()).toEqual({ revoked: false });
  expect([...app.jar.keys()]).toEqual(['__Host-discovr-signOut']);
  await vi.waitFor(() => expect(app.jar.size).toBe(0));
  expect(() => app.control.revoke(refreshToken)).toThrow(/not in use/);
  client.dispose();
});

test('a page that is loaded late in a session renews it in time', async () => {
  let time = Date.parse('2026-03-01T12:00:00Z');
  const now = () => time;
  const { app, open } = appWithClient({ now, emulator: createEmulator({ now, catalog: generatedTitles(50) }) });
  await app.signIn();
  const client = open();
  await client.selectProfile(app.profileId());
  time += 25 * 60_000;
  const reloaded = open();
  const { id } = await reloaded.createPage();
  time += 4.6 * 60_000;
  expect((await reloaded.createPage()).id).not.toBe(id);
  expect(app.control.count('POST /auth/session-token')).toBe(2);
  expect(app.control.requests.filter(({ status }) => status === 401)).toEqual([]);
});

test('a user whose refresh token was revoked elsewhere is signed out', async () => {
  const { app, open } = appWithClient();
  await app.signIn();
  const client = open();
  await client.getProfiles();
  app.control.revoke();
  await failureOf(client.getProfiles());
  expect(client.getSession()).toEqual({ status: 'signedOut', reason: 'refused' });
  expect(app.jar.size).toBe(0);
});

test('no refresh token is in anything that the browser or a log can read', async () => {
  const logs = (['log', 'info', 'debug', 'warn', 'error'] as const).map((level) =>
    vi.spyOn(console, level).mockImplementation(() => undefined),
  );
  const { app, open, sent } = appWithClient();
  const errors: string[] = [];
  await app.signIn();
  const client = open();
  const [profile] = await client.getProfiles();
  await client.selectProfile(profile!.id);
  await client.createPage();
  for (const fault of [{ kind: 'status', status: 403 }, { kind: 'html' }, { kind: 'malformed' }] as const) {
    app.control.failNext(fault);
    errors.push(everythingLoggable(await failureOf(client.getProfile(profile!.id))));
    app.control.clearFaults();
  }
  await app.ask('POST', '/profiles', { name: 1 });
  await client.signOut();

  const tokens = new Set(app.bearers.filter(Boolean).map((bearer) => bearer.replace('Bearer ', '')));
  expect(tokens.size).toBe(1);
  const scriptCookies = app.setCookies.filter((cookie) => !/; HttpOnly(;|$)/.test(cookie));
  expect(scriptCookies).toEqual([]);
  const logged = inspect(
    logs.map(({ mock }) => mock.calls),
    { depth: 9 },
  );
  const everything = [...app.readable, ...app.setCookies, ...sent, ...errors, logged].join('\n');
  expect(everything).toContain('profiles');
  expect(everything).not.toMatch(/\brt_/);
  for (const token of tokens) {
    expect(everything).not.toContain(token);
    expect(everything).not.toContain(btoa(token));
  }
});
