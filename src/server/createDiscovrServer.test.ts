import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { deferred } from '../../test/support/promises.js';
import { serverApp } from '../../test/support/serverApp.js';
import { madeUpRefreshToken } from '../../test/support/tokens.js';

const json = async (response: Response | Promise<Response>): Promise<unknown> => (await response).json();

describe('a sign-in by code', () => {
  it('ends with a cookie that scripts cannot read, and no token in the response', async () => {
    const app = serverApp();
    expect(await json(app.ask('GET', '/sign-in'))).toEqual({ signIn: null });
    const { status, publicId } = await app.signIn();
    expect(status).toBe('approved');
    expect(publicId).toBeTruthy();
    const [cookie = ''] = app.setCookies;
    expect(cookie).toMatch(/^__Host-discovr-refresh=[\w.-]+; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Lax; Secure$/);
    expect(Number(/Max-Age=(\d+)/.exec(cookie)![1])).toBeGreaterThan(89 * 24 * 3600);
    expect(await json(app.ask('GET', '/sign-in'))).toEqual({ signIn: { publicId } });
  });

  it('is pending until the code is approved', async () => {
    const app = serverApp();
    const { deviceCode, ...code } = (await json(
      app.ask('POST', '/auth/device-codes', { clientID: 'other' }),
    )) as Record<string, string>;
    expect(Object.keys(code).sort()).toEqual(['authQRCode', 'expiresIn', 'userCode']);
    expect(await json(app.ask('POST', `/auth/device-codes/${deviceCode}/poll`))).toEqual({ status: 'pending' });
    expect(app.jar.size).toBe(0);
  });

  it('gives the browser a device code that the API does not know', async () => {
    const app = serverApp();
    const { deviceCode, userCode } = (await json(app.ask('POST', '/auth/device-codes'))) as Record<string, string>;
    app.control.approveDevice(userCode!);
    const url = `https://api.discovr.media/auth/device-codes/${deviceCode}/poll`;
    expect((await app.emulator.fetch(url, { method: 'POST' })).status).toBe(401);
  });

  it('answers 401 for a made-up or denied code, and keeps the user who is signed in', async () => {
    const app = serverApp();
    await app.signIn();
    expect((await app.ask('POST', '/auth/device-codes/made-up/poll')).status).toBe(401);
    const { deviceCode, userCode } = (await json(app.ask('POST', '/auth/device-codes'))) as Record<string, string>;
    app.control.denyDevice(userCode!);
    expect((await app.ask('POST', `/auth/device-codes/${deviceCode}/poll`)).status).toBe(401);
    expect(await json(app.ask('GET', '/sign-in'))).toMatchObject({ signIn: { publicId: expect.any(String) } });
  });

  it('can be polled for 30 seconds, even if the API reports a lifetime in another unit', async () => {
    let now = Date.now();
    const alter = async (response: Response, { url }: Request) =>
      url.endsWith('/device-codes')
        ? Response.json({ ...((await response.json()) as object), expiresIn: 600 })
        : response;
    const app = serverApp({ now: () => now, alter });
    const { deviceCode } = (await json(app.ask('POST', '/auth/device-codes'))) as Record<string, string>;
    now += 29_000;
    expect(await json(app.ask('POST', `/auth/device-codes/${deviceCode}/poll`))).toEqual({ status: 'pending' });
  });

  it.each(['99', '1001', '1e3', '-300', ''])('refuses %j as the size of the QR image', async (size) => {
    expect((await serverApp().ask('POST', `/auth/device-codes?size=${size}`)).status).toBe(400);
  });
});

describe('a response of the API', () => {
  it('keeps the URL of a picture that contains what looks like a token', async () => {
    const avatarUrl = 'https://cdn.example/eyJidWNrZXQiOiJhIn0=';
    const alter = async (response: Response, { url }: Request) =>
      url.endsWith('/profiles')
        ? Response.json({ profiles: [{ id: 'one', name: 'Alex', avatarUrl, createdAt: '' }] })
        : response;
    const app = serverApp({ alter });
    await app.signIn();
    expect(await json(app.ask('GET', '/profiles'))).toMatchObject({ profiles: [{ avatarUrl }] });
  });
});

describe('the cookies', () => {
  it.each(['http://localhost:3000', 'http://127.0.0.1:3000'])('have no prefix and no Secure on %s', async (origin) => {
    const app = serverApp({ origin });
    const code = (await json(app.ask('POST', '/auth/device-codes', undefined, { origin }))) as Record<string, string>;
    app.control.approveDevice(code['userCode']!);
    await app.ask('POST', `/auth/device-codes/${code['deviceCode']}/poll`, undefined, { origin });
    expect(app.setCookies[0]).toMatch(/^discovr-refresh=[^;]+; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Lax$/);
  });

  it('have the chosen name and lifetime', async () => {
    const app = serverApp({ cookie: { name: 'tv', maxAgeSeconds: 60 } });
    await app.signIn();
    expect(app.setCookies[0]).toMatch(/^__Host-tv-refresh=[^;]+; Max-Age=60;/);
  });

  it('do not sign the user in after they have expired, even if the browser still sends them', async () => {
    let now = 1_700_000_000_000;
    const app = serverApp({ now: () => now, cookie: { maxAgeSeconds: 60 } });
    await app.signIn();
    now += 60_000;
    expect(await json(app.ask('GET', '/sign-in'))).toEqual({ signIn: null });
  });

  it('do not outlive the chosen lifetime when the profile changes', async () => {
    let now = 1_700_000_000_000;
    const app = serverApp({ now: () => now, cookie: { maxAgeSeconds: 3600 } });
    await app.signIn();
    now += 3_000_000;
    await app.mint(app.profileId(1));
    now += 600_000;
    expect(await json(app.ask('GET', '/sign-in'))).toEqual({ signIn: null });
  });

  it('count as absent when they were changed, swapped, or sealed with another secret, and are never an error', async () => {
    const app = serverApp();
    await app.signIn();
    await app.mint(app.profileId());
    const [refresh, session] = ['__Host-discovr-refresh', '__Host-discovr-session'].map((name) => app.jar.get(name)!);
    for (const value of ['', 'x', '%', refresh!.slice(0, -9), session!, `${refresh}A`, 'a.b.c.d.e', '{}', 'é']) {
      const jar = new Map([['__Host-discovr-refresh', encodeURI(value)]]);
      const response = await app.send('/sign-in', {}, jar);
      expect([response.status, await json(response)]).toEqual([200, { signIn: null }]);
    }
    const foreign = serverApp({ secret: 'another secret, with 32 bytes or more' });
    foreign.jar.set('__Host-discovr-refresh', refresh!);
    const response = await foreign.ask('GET', '/profiles');
    expect([response.status, foreign.setCookies]).toEqual([401, []]);
  });

  it('are not read without their prefix, which a sibling subdomain could set', async () => {
    const app = serverApp();
    await app.signIn();
    const jar = new Map([['discovr-refresh', app.jar.get('__Host-discovr-refresh')!]]);
    expect(await json(app.send('/sign-in', {}, jar))).toEqual({ signIn: null });
  });

  it.each([
    ['refuses Infinity', Infinity],
    ['refuses half a second', 0.5],
  ])('%s as their lifetime, with which no user would stay signed in', (_what, maxAgeSeconds) => {
    expect(() => serverApp({ cookie: { maxAgeSeconds } })).toThrow(/maxAgeSeconds must be a whole number of seconds/);
  });

  it('keep the user signed in when the clock of the server is 100 days ahead', async () => {
    const app = serverApp({ now: () => Date.now() + 100 * 24 * 3600_000 });
    const { status, publicId } = await app.signIn();
    expect(status).toBe('approved');
    expect(await json(app.ask('GET', '/sign-in'))).toEqual({ signIn: { publicId } });
    expect((await app.mint(app.profileId())).status).toBe(200);
  });

  it('count as absent when a sibling subdomain has set them, with a no-break space before their names', async () => {
    const app = serverApp();
    await app.signIn();
    await app.mint(app.profileId());
    const planted = new Map([...app.jar].map(([name, value]) => [`\u00a0${name}`, value]));
    expect(await json(app.send('/sign-in', {}, planted))).toEqual({ signIn: null });
    const cookie = [...planted].map((pair) => pair.join('=')).join('; ');
    const { requestHeaders, responseHeaders } = await app.server.prepare(
      new Request('https://app.example/', { headers: { cookie } }),
    );
    expect([requestHeaders.get('cookie'), responseHeaders.getSetCookie()]).toEqual([null, []]);
  });
});

describe('the identity endpoints', () => {
  it('create, read, change and delete a profile', async () => {
    const app = serverApp();
    await app.signIn();
    const avatarUrl = 'https://images.example/a.png';
    const { profileId } = (await json(app.ask('POST', '/profiles', { name: 'Kim', avatarUrl }))) as Record<
      string,
      string
    >;
    expect(await json(app.ask('GET', `/profiles/${profileId}`))).toMatchObject({ name: 'Kim' });
    expect(await json(app.ask('PATCH', `/profiles/${profileId}`, { name: 'Kay' }))).toMatchObject({ name: 'Kay' });
    expect((await app.ask('DELETE', `/profiles/${profileId}`)).status).toBe(200);
    const { profiles } = (await json(app.ask('GET', '/profiles'))) as { profiles: { id: string }[] };
    expect(profiles.map(({ id }) => id)).not.toContain(profileId);
  });

  it('send nothing to the API without a sign-in', async () => {
    const app = serverApp();
    for (const [method, path, body] of [
      ['GET', '/profiles'],
      ['GET', '/profiles/p'],
      ['DELETE', '/profiles/p'],
      ['POST', '/auth/session-token', { profileId: 'p' }],
      ['DELETE', '/auth/session'],
    ] as const) {
      const response = await app.ask(method, path, body);
      expect([response.status, await json(response)]).toEqual([
        401,
        expect.objectContaining({ code: 'TOKEN_INVALID' }),
      ]);
    }
    expect(app.bearers).toEqual([]);
  });

  it('forget a deleted profile', async () => {
    const app = serverApp();
    const { publicId } = await app.signIn();
    await app.mint(app.profileId());
    await app.ask('DELETE', `/profiles/${app.profileId()}`);
    expect(await json(app.ask('GET', '/sign-in'))).toEqual({ signIn: { publicId } });
    expect([...app.jar.keys()]).toEqual(['__Host-discovr-refresh']);
  });
});

describe('signing out', () => {
  it('revokes the refresh token and deletes the cookies', async () => {
    const app = serverApp();
    await app.signIn();
    await app.mint(app.profileId());
    const stolen = new Map(app.jar);
    expect(await json(app.ask('DELETE', '/auth/session'))).toEqual({ revoked: true });
    expect(app.jar.size).toBe(0);
    const response = await app.send('/profiles', {}, stolen);
    expect(response.status).toBe(401);
  });

  it('signs out while the API is down, and revokes at the next attempt', async () => {
    const app = serverApp();
    await app.signIn();
    app.control.setOffline(true);
    expect((await app.ask('DELETE', '/auth/session')).status).toBe(502);
    expect(await json(app.ask('GET', '/sign-in'))).toEqual({ signIn: null });
    app.control.setOffline(false);
    expect((await app.ask('GET', '/profiles')).status).toBe(401);
    expect(await json(app.ask('DELETE', '/auth/session'))).toEqual({ revoked: true });
    expect(app.jar.size).toBe(0);
  });

  it('revokes the token of a failed attempt later, and not the next sign-in', async () => {
    const app = serverApp();
    const { publicId } = await app.signIn();
    const [first] = app.bearers.slice(-1);
    app.control.failNext({ kind: 'status', status: 503 }, { route: 'DELETE /auth/session' });
    const ofFirst = { 'x-discovr-sign-in': publicId };
    expect((await app.ask('DELETE', '/auth/session', undefined, ofFirst)).status).toBe(503);
    const next = await app.signIn();
    expect(next.publicId).not.toBe(publicId);
    expect(await json(app.ask('DELETE', '/auth/session', undefined, ofFirst))).toEqual({ revoked: true });
    expect(app.bearers.at(-1)).not.toBe(first);
    expect(await json(app.ask('GET', '/sign-in'))).toEqual({ signIn: { publicId: next.publicId } });
    expect((await app.ask('GET', '/profiles')).status).toBe(200);
    expect((await app.ask('DELETE', '/auth/session', undefined, ofFirst)).status).toBe(401);
    expect((await app.ask('GET', '/profiles')).status).toBe(200);
  });

  it.each([200, 503])('does not end a sign-in that is completed before the API answers %s', async (status) => {
    const [asked, gate] = [deferred<void>(), deferred<void>()];
    const app = serverApp({
      async alter(response, { method }) {
        if (method !== 'DELETE') return response;
        asked.resolve();
        await gate.promise;
        return new Response(response.body, { status });
      },
    });
    await app.signIn();
    const signOut = app.ask('DELETE', '/auth/session');
    await asked.promise;
    const { publicId } = await app.signIn();
    gate.resolve();
    expect((await signOut).status).toBe(status);
    expect(await json(app.ask('GET', '/sign-in'))).toEqual({ signIn: { publicId } });
  });

  it('deletes the cookies within two seconds when the API hangs, and revokes at the next attempt', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
    onTestFinished(() => void vi.useRealTimers());
    const [asked, gate] = [deferred<void>(), deferred<void>()];
    const app = serverApp({
      async alter(response, { method }) {
        if (method === 'DELETE') await (asked.resolve(), gate.promise);
        return response;
      },
    });
    await app.signIn();
    const signOut = app.ask('DELETE', '/auth/session');
    await asked.promise;
    await vi.advanceTimersByTimeAsync(2_000);
    expect((await signOut).status).toBe(502);
    expect([...app.jar.keys()]).toEqual(['__Host-discovr-signOut']);
    gate.resolve();
    expect((await app.ask('DELETE', '/auth/session')).status).toBe(401);
    expect(app.jar.size).toBe(0);
  });

  it('is not undone by the response to a mint that began before', async () => {
    const gate = deferred<void>();
    const app = serverApp({
      alter: async (response, { url }) => {
        if (url.endsWith('/auth/session-token')) await gate.promise;
        return response;
      },
    });
    await app.signIn();
    const mint = app.mint(app.profileId());
    await app.ask('DELETE', '/auth/session');
    gate.resolve();
    expect((await mint).status).toBe(401);
    expect([...app.jar.keys()]).toEqual([]);
  });
});

describe('a refused refresh token', () => {
  it('signs the user out with 401', async () => {
    const app = serverApp();
    await app.signIn();
    app.control.revoke();
    const response = await app.ask('GET', '/profiles');
    expect([response.status, await json(response)]).toEqual([401, expect.objectContaining({ code: 'TOKEN_INVALID' })]);
    expect(app.jar.size).toBe(0);
  });

  it('is not assumed when the API fails otherwise', async () => {
    const app = serverApp();
    await app.signIn();
    for (const status of [403, 404, 429, 500, 503]) {
      app.control.failNext({ kind: 'status', status });
      expect((await app.ask('GET', '/profiles')).status).toBe(status);
    }
    app.control.setOffline(true);
    const response = await app.ask('GET', '/profiles');
    expect([response.status, await json(response)]).toEqual([502, expect.objectContaining({ code: 'NETWORK_ERROR' })]);
    expect([...app.jar.keys()]).toEqual(['__Host-discovr-refresh']);
  });
});

it('answers 404 to everything else, and asks nothing of the API', async () => {
  const app = serverApp();
  await app.signIn();
  const asked = app.bearers.length;
  const paths = [
    '',
    '/',
    '/pages',
    '/pages/page_1/rows',
    '/profile/history',
    '/profile/disliked',
    '/gif-search?q=a',
    '/media/MV_550',
    '/auth/code',
    '/auth/sessions/x',
    '/profiles/',
    '/profiles/a/b',
    '/profiles/%',
    '/sign-in/',
    '//profiles',
    '/PROFILES',
    '/auth/device-codes//poll',
  ];
  for (const path of paths) {
    for (const method of ['GET', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'HEAD']) {
      const response = await app.ask(method, path);
      expect([method, path, response.status]).toEqual([method, path, 404]);
    }
  }
  const elsewhere = await app.server.fetch(new Request('https://app.example/api/discovrx/sign-in'));
  expect(elsewhere.status).toBe(404);
  expect(app.bearers).toHaveLength(asked);
});

it.each(['%2e%2e', '..%2fpages', '%2e', 'a%2fb', 'a%3fb', '%5c..'])(
  'never lets the id %s lead to another endpoint',
  async (id) => {
    const seen: string[] = [];
    const app = serverApp({
      alter: (response, request) => {
        seen.push(new URL(request.url).pathname);
        return response;
      },
    });
    await app.signIn();
    seen.length = 0;
    const response = await app.ask('GET', `/profiles/x`.replace('x', id));
    expect([400, 404]).toContain(response.status);
    for (const path of seen) expect(path).toMatch(/^\/profiles\/[^/]+$/);
  },
);

it('says that no response may be cached', async () => {
  const app = serverApp();
  const { userCode } = (await json(app.ask('POST', '/auth/device-codes'))) as Record<string, string>;
  expect(userCode).toBeTruthy();
  for (const response of [
    await app.ask('GET', '/sign-in'),
    await app.ask('GET', '/nothing'),
    await app.ask('GET', '/profiles'),
    await app.ask('POST', '/profiles', {}, { origin: 'https://evil.example' }),
  ]) {
    expect(response.headers.get('cache-control')).toBe('private, no-store');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  }
});

describe('limits', () => {
  const avatarUrl = 'https://images.example/a.png';

  it('refuses a body of more than 64 kB, with and without a length', async () => {
    const app = serverApp();
    await app.signIn();
    const asked = app.bearers.length;
    expect((await app.ask('POST', '/profiles', { name: 'x'.repeat(70_000), avatarUrl })).status).toBe(413);
    let pulled = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled += 1;
        controller.enqueue(new Uint8Array(16_000).fill(32));
      },
    });
    const headers = { origin: 'https://app.example', 'x-discovr-request': '1', 'content-type': 'application/json' };
    const response = await app.send('/profiles', { method: 'POST', headers, body: endless, duplex: 'half' });
    expect(response.status).toBe(413);
    expect(pulled).toBeLessThan(10);
    expect(app.bearers).toHaveLength(asked);
  });

  it('refuses a body that is not JSON, or not what the endpoint accepts', async () => {
    const app = serverApp();
    await app.signIn();
    const post = (body: string, type = 'application/json') =>
      app.send('/profiles', {
        method: 'POST',
        body,
        headers: { origin: 'https://app.example', 'x-discovr-request': '1', 'content-type': type },
      });
    for (const body of ['', '{', '[]', 'null', '{"name":1}', '{"name":"x"}', '['.repeat(60_000)]) {
      expect((await post(body)).status).toBe(400);
    }
    expect((await post('name=x', 'text/plain')).status).toBe(415);
    expect((await post('name=x', 'application/x-www-form-urlencoded')).status).toBe(415);
  });

  it('answers 400 to a profile id with half of a surrogate pair', async () => {
    const app = serverApp();
    await app.signIn();
    const response = await app.mint('profile_\ud800');
    expect([response.status, await json(response)]).toEqual([
      400,
      expect.objectContaining({ code: 'VALIDATION_FAILED' }),
    ]);
  });

  it('passes on known fields only', async () => {
    let sent = '';
    const app = serverApp({
      alter: async (response, request) => {
        sent = await request.text();
        return response;
      },
    });
    await app.signIn();
    await app.ask('POST', '/profiles', { name: 'Kim', avatarUrl, admin: true });
    expect(JSON.parse(sent)).toEqual({ name: 'Kim', avatarUrl });
  });

  it('gives up when the API sends a response that is too large', async () => {
    let isHuge = false;
    const app = serverApp({ alter: (response) => (isHuge ? new Response('x'.repeat(6 * 1024 * 1024)) : response) });
    await app.signIn();
    isHuge = true;
    const response = await app.ask('GET', '/profiles');
    expect([response.status, await json(response)]).toEqual([502, expect.objectContaining({ code: 'BAD_RESPONSE' })]);
  });

  it('does not follow a redirect of the API', async () => {
    const seen: string[] = [];
    let redirects = false;
    const app = serverApp({
      alter(response, request) {
        seen.push(`${request.redirect} ${request.url}`);
        return redirects
          ? new Response(null, { status: 302, headers: { location: 'https://evil.example' } })
          : response;
      },
    });
    await app.signIn();
    redirects = true;
    expect((await app.ask('GET', '/profiles')).status).toBe(502);
    expect(seen.at(-1)).toBe('manual https://api.discovr.media/profiles');
  });
});

it('passes errors of the API on as codes, without texts that repeat the refresh token', async () => {
  let token = '';
  const echo = (status: number) => (response: Response, request: Request) => {
    token = request.headers.get('authorization')?.replace('Bearer ', '') ?? '';
    if (!token) return response;
    const body = {
      code: 'PROFILE_LIMIT',
      message: `Bearer ${token}`,
      issues: [
        { path: [token], message: token },
        { path: ['name'], message: `${token} is too long` },
      ],
    };
    return Response.json(body, { status, headers: { 'x-request-id': token, 'x-echo': token, 'retry-after': '3' } });
  };
  for (const status of [400, 409, 429, 500]) {
    const app = serverApp({ alter: echo(status) });
    await app.signIn();
    const response = await app.ask('GET', '/profiles');
    expect(response.status).toBe(status);
    expect(response.headers.get('retry-after')).toBe('3');
    expect(await json(response)).toMatchObject({ code: 'PROFILE_LIMIT', issues: [{ path: ['name'] }] });
    expect(app.readable.join()).not.toContain(token);
    expect(app.readable.join()).not.toMatch(/\brt_/);
  }
});

it.each([
  [400, 'UNKNOWN'],
  [401, 'AUTH_FAILED'],
])('replaces a code of the API that is a text, with status %d, and keeps the user signed in', async (status, code) => {
  const app = serverApp({
    alter: (response, request) =>
      request.headers.has('authorization') ? Response.json({ code: 'a text about you' }, { status }) : response,
  });
  await app.signIn();
  const response = await app.ask('GET', '/profiles');
  expect([response.status, await json(response)]).toEqual([status, expect.objectContaining({ code })]);
  expect([...app.jar.keys()]).toEqual(['__Host-discovr-refresh']);
});

it('removes tokens from successful responses of the API', async () => {
  const other = madeUpRefreshToken('feedfacefeedfacefeedface');
  const app = serverApp({
    async alter(response, request) {
      if (!request.url.endsWith('/profiles')) return response;
      const token = request.headers.get('authorization')!.replace('Bearer ', '');
      const body = (await response.json()) as object;
      return Response.json({ ...body, token, refreshToken: 'secret', nested: [{ [token]: `${token} ${other}` }] });
    },
  });
  await app.signIn();
  expect(await json(app.ask('GET', '/profiles'))).toMatchObject({ nested: [{ '[token]': '[token] [token]' }] });
  expect(app.readable.join()).not.toMatch(/\brt_|secret/);
});
