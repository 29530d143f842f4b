import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { DiscovrClient } from '../client/index.js';
import { createEmulator } from '../emulator/index.js';
import { memoryCredentialStore } from '../session/credential.js';
import { recordHar } from './recordHar.js';

const api = 'https://api.discovr.media';

/** Records one request with this response. */
async function recorded(
  response: Response | Error,
  { url = `${api}/profiles`, ...init }: RequestInit & { url?: string } = {},
) {
  const recording = recordHar({
    fetch: () => (response instanceof Error ? Promise.reject(response) : Promise.resolve(response)),
  });
  await recording.fetch(url, init).catch(() => undefined);
  const har = await recording.har();
  return { har, text: JSON.stringify(har), entry: har.log.entries[0]! };
}

const json = (body: unknown, init?: ResponseInit) => new Response(JSON.stringify(body), init);
const base64 = (text: string) => btoa(String.fromCharCode(...new TextEncoder().encode(text)));
const bodyOf = (text: string | undefined): unknown => JSON.parse(text ?? '');

describe('a recording', () => {
  it('contains a whole session without its tokens, names, avatars and codes', async () => {
    const emulator = createEmulator({ profiles: [{ name: 'Wilhelmina' }, { name: 'Bartholomew' }] });
    const recording = recordHar({ fetch: emulator.fetch });
    const client = new DiscovrClient('recorded', {
      fetch: recording.fetch,
      credentialStore: memoryCredentialStore(emulator.issueCredential()),
    });
    const profiles = await client.getProfiles();
    const seen = [profiles[0]!.name, profiles[0]!.avatarUrl];
    await client.selectProfile(profiles[0]!.id);
    const page = await client.createPage({ name: 'Evenings alone' });
    await client.getRows(page.id);
    const har = await recording.har();
    client.dispose();

    const text = JSON.stringify(har);
    for (const secret of ['Wilhelmina', 'Bartholomew', 'Evenings alone', ...seen]) expect(text).not.toContain(secret);
    expect(har.log.entries.map(({ request }) => `${request.method} ${new URL(request.url).pathname}`)).toEqual([
      'GET /profiles',
      'POST /auth/session-token',
      'POST /pages',
      `GET /pages/${page.id}/rows`,
    ]);
    const bearers = har.log.entries.map(
      ({ request }) => request.headers.find(({ name }) => name === 'authorization')?.value,
    );
    expect(bearers[0]).toMatch(/^Bearer rt_/);
    expect(bearers[1]).toBe(bearers[0]);
    expect(bearers[2]).toMatch(/^Bearer [\w-]+\.[\w-]+\.[\w-]+$/);
    expect(bearers[3]).toBe(bearers[2]);
    const mint = bodyOf(har.log.entries[1]!.response.content.text) as { sessionToken: string; expiresAt: number };
    expect(`Bearer ${mint.sessionToken}`).toBe(bearers[2]);
    expect(mint.expiresAt * 1000).toBeGreaterThan(Date.now());
  });

  it('can be read where structuredClone() is missing, as on televisions of 2022, and is a copy', async () => {
    vi.stubGlobal('structuredClone', undefined);
    onTestFinished(() => void vi.unstubAllGlobals());
    const recording = recordHar({ fetch: () => Promise.resolve(json({})) });
    await recording.fetch(`${api}/profiles`);
    const [first, second] = [await recording.har(), await recording.har()];
    expect(first).toEqual(second);
    expect(first.log.entries[0]!.request.cookies).not.toBe(second.log.entries[0]!.request.cookies);
  });

  it('keeps the words that the library compares, even if a profile has such a name', async () => {
    const bodies = [{ profiles: [{ id: 'p1', name: 'media' }] }, { rows: [{ type: 'media', title: 'For media' }] }];
    const recording = recordHar({ fetch: () => Promise.resolve(json(bodies.shift())) });
    await recording.fetch(`${api}/profiles`);
    await recording.fetch(`${api}/pages/page_1/rows`);
    const [, rows] = (await recording.har()).log.entries;
    expect(bodyOf(rows!.response.content.text)).toMatchObject({ rows: [{ type: 'media', title: 'For Name 1' }] });
  });

  it('keeps the code of an error and replaces the code of a sign-in', async () => {
    const { entry, text } = await recorded(
      json({ code: 'TOKEN_INVALID', message: 'No such code: 4f9a-77c2.' }, { status: 401 }),
      {
        url: `${api}/auth/code`,
        method: 'POST',
        body: JSON.stringify({ code: '4f9a-77c2', codeVerifier: 'v'.repeat(43) }),
      },
    );
    expect(bodyOf(entry.response.content.text)).toMatchObject({ code: 'TOKEN_INVALID' });
    expect(text).not.toMatch(/4f9a-77c2|vvvv/);
    const { code } = bodyOf(entry.request.postData?.text) as { code: string };
    expect(code).toMatch(/^[a-z\d]{4}-[a-z\d]{4}$/);
    expect(entry.response.content.text).toContain(code);
  });

  it('replaces a device code in the path that polls it', async () => {
    const { entry } = await recorded(json({ status: 'pending' }), {
      url: `${api}/auth/device-codes/s3cr3t-c0de/poll`,
      method: 'POST',
    });
    expect(entry.request.url).toMatch(/\/auth\/device-codes\/[a-z\d]+-[a-z\d]+\/poll$/);
    expect(entry.request.url).not.toContain('s3cr3t');
  });

  it.each<[string, Response | Error, RequestInit & { url?: string }]>([
    ['a header', json({}), { headers: { 'x-secret': 'hunter22', cookie: 'sid=hunter22; theme=hunter22' } }],
    ['a header of the response', json({}, { headers: { 'x-key': 'hunter22', etag: 'hunter22' } }), {}],
    ['a URL', json({}), { url: `https://user:hunter22@api.example/profiles?key=hunter22#hunter22` }],
    [
      'an unknown field of a profile',
      json({ profiles: [{ id: '1', note: 'hunter22', pin: { value: 'hunter22' } }] }),
      {},
    ],
    [
      'an unknown field with a telling name',
      json({ accessToken: 'hunter22', user_email: 'hunter22' }),
      { url: `${api}/pages/1` },
    ],
    [
      'an error after it was sent',
      new TypeError('cannot send hunter22'),
      { headers: { authorization: 'Bearer hunter22' } },
    ],
    ['a body that is not JSON', new Response('<p>hunter22</p>'), {}],
    ['a body like the text in place of one', new Response('[8 characters hunter22]'), {}],
    ['an authorization of two words', json({}), { headers: { authorization: 'hunter22 x' } }],
    [
      'a cookie with commas',
      new Response('{}', {
        headers: { 'set-cookie': 'sid=a,hunter22=b; Path=/', 'content-type': 'a/b; c=rt_hunter22' },
      }),
      {},
    ],
    [
      'a secret object or list of another path',
      json({ token: { value: 'hunter22' }, tokens: ['hunter22'], profileName: 'hunter22' }),
      { url: `${api}/pages/1` },
    ],
    [
      'a profile below a base path like a path of Discovr',
      json({ profiles: [{ id: '1', name: 'hunter22' }] }),
      { url: 'https://app.example/media/discovr/profiles' },
    ],
    [
      'a sign-in below such a base path',
      json({ pass: 'hunter22' }),
      { url: 'https://app.example/pages/api/discovr/sign-in' },
    ],
    [
      'an address of a person in a URL',
      json({ message: 'GET /a?b=hunter22%40example.org failed' }, { status: 401 }),
      {},
    ],
    ['an address of a person', json({ message: 'hunter22@example.org is unknown' }, { status: 401 }), {}],
  ])('does not contain a secret in %s', async (_where, response, request) => {
    expect((await recorded(response, request)).text).not.toContain('hunter22');
  });

  it.each([
    ['in Base64', (secret: string) => base64(`user:${secret}!`)],
    ['in Base64 for URLs', (secret: string) => base64(`~?>${secret}`).replaceAll('+', '-').replaceAll('/', '_')],
    ['encoded twice', (secret: string) => encodeURIComponent(encodeURIComponent(secret))],
    ['encoded in lower case', (secret: string) => encodeURIComponent(secret).replace(/%../g, (e) => e.toLowerCase())],
    ['as in a form', (secret: string) => String(new URLSearchParams({ a: secret }))],
    ['in ASCII', (secret: string) => JSON.stringify({ secret }).replace(/Ö/g, '\\u00d6')],
  ])('does not contain a secret that the server repeats %s', async (_how, encode) => {
    const secret = 'x9 Ö(4)*/q?';
    const message = encode(secret);
    const { text } = await recorded(json({ message }), { method: 'POST', body: JSON.stringify({ code: secret }) });
    expect(JSON.parse(text)).toMatchObject({ log: { entries: [{}] } });
    // The first and the last character can be part of a neighbor in Base64.
    for (const part of [message, message.slice(8, -4)]) expect(text).not.toContain(JSON.stringify(part).slice(1, -1));
  });

  it('replaces a name after an escape sequence, and of one that begins like another the whole', async () => {
    const { entry } = await recorded(
      json({
        profiles: [{ name: 'Will' }, { name: 'Will (7)' }, { name: 'm' }, { name: '$&' }],
        message: 'of%20Will%20 and Will (7) and Willow',
      }),
    );
    expect(bodyOf(entry.response.content.text)).toMatchObject({
      message: 'of%20Name 1%20 and Name 2 and Willow',
      profiles: [{ name: 'Name 1' }, { name: 'Name 2' }, { name: 'Name 3' }, { name: 'Name 4' }],
    });
  });

  it('never replaces a value with itself, or two with the same', async () => {
    const values = ['b', 'c', '7', '-', '0003', 'Name 1', ...Array.from({ length: 30 }, (_, index) => String(index))];
    const { entry } = await recorded(json(values.map((pass) => ({ pass }))));
    const pseudonyms = (bodyOf(entry.response.content.text) as { pass: string }[]).map(({ pass }) => pass);
    expect(pseudonyms.filter((pseudonym, index) => pseudonym === values[index])).toEqual([]);
    expect(new Set(pseudonyms).size).toBe(new Set(values).size);
  });

  it('replaces what was recorded before it was known as a secret', async () => {
    const bodies = [{ message: 'For Wilhelmina' }, { profiles: [{ name: 'Wilhelmina' }] }];
    const recording = recordHar({ fetch: () => Promise.resolve(json(bodies.shift())) });
    await recording.fetch(`${api}/pages/1`);
    await recording.fetch(`${api}/profiles`);
    expect(JSON.stringify(await recording.har())).not.toContain('Wilhelmina');
  });

  it('replaces the encodings of a secret that was a name before', async () => {
    const code = 'TJpIhMu.Eht8b';
    const recording = recordHar({ fetch: () => Promise.resolve(json({ message: `Bad: ${base64(`x${code}`)}` })) });
    for (const sent of [{ name: code }, { code }]) {
      await recording.fetch(`${api}/auth/code`, { method: 'POST', body: JSON.stringify(sent) });
    }
    expect(JSON.stringify(await recording.har())).not.toContain(base64(`x${code}`).slice(4, -5));
  });

  it('keeps addresses that a cookie contains', async () => {
    const url = 'https://images.discovr.media/1.jpg';
    const { entry } = await recorded(
      json({ poster_path: url }, { headers: { 'set-cookie': 'a=1; Domain=discovr.media' } }),
      { url: `${api}/media/MV_1` },
    );
    expect(bodyOf(entry.response.content.text)).toEqual({ poster_path: url });
  });

  it('contains the body of a Request, without secrets', async () => {
    const recording = recordHar({ fetch: async (input) => new Response(await new Request(input).text()) });
    const request = new Request(`${api}/auth/code`, { method: 'POST', body: '{"code":"hunter22"}' });
    expect(await (await recording.fetch(request)).text()).toBe('{"code":"hunter22"}');
    const { entries } = (await recording.har()).log;
    expect(Object.keys(bodyOf(entries[0]!.request.postData?.text) as object)).toEqual(['code']);
    expect(JSON.stringify(entries)).not.toContain('hunter22');
  });

  it('takes time in proportion to bodies with many secrets', async () => {
    const unique = (count: number, prefix: string) =>
      Array.from({ length: count }, (_, index) => ({ note: `${prefix}-${index}`, [`key-${index}`]: true }));
    const recording = recordHar({ fetch: () => Promise.resolve(json({ items: unique(9000, 'https://a.example/') })) });
    const started = process.cpuUsage();
    for (let count = 0; count < 3; count++) await recording.fetch(`${api}/profiles`);
    await recording.fetch(`${api}/pages/1`, {
      method: 'POST',
      body: JSON.stringify(unique(9000, 'https://b.example/')),
    });
    await recording.har();
    expect(process.cpuUsage(started).user / 1e6).toBeLessThan(10);
  });

  it.each([
    ['is nested too deeply', () => new Response(`${'['.repeat(1e5)}"hunter22"${']'.repeat(1e5)}`)],
    ['is no Response', () => Object.assign(Object.create(null), { status: 200 }) as Response],
    ['cannot be read twice', () => (({ body }) => body)(new Response('')) as unknown as Response],
    ['has no body', () => new Response(null, { status: 204 })],
    ['is opaque', () => Response.error()],
  ])('does not disturb the app if a response %s', async (_what, create) => {
    const response = create();
    const recording = recordHar({ fetch: () => Promise.resolve(response) });
    const deep = `${'['.repeat(1e5)}${']'.repeat(1e5)}`;
    expect(await recording.fetch(`${api}/profiles`, { method: 'POST', body: deep })).toBe(response);
    expect(JSON.stringify(await recording.har())).not.toContain('hunter22');
  });

  it('stops reading a body that is too long, and does not wait for one that never ends', async () => {
    let sent = 0;
    const endless = (chunk: Uint8Array<ArrayBuffer>, count: number) =>
      new ReadableStream<Uint8Array<ArrayBuffer>>({
        pull: (controller) => (sent < count ? (sent++, controller.enqueue(chunk)) : new Promise(() => undefined)),
      });
    const bodies = [endless(new Uint8Array(1024 * 1024), 100), endless(new Uint8Array(1), 101)];
    const recording = recordHar({ fetch: () => Promise.resolve(new Response(bodies.shift())) });
    const response = await recording.fetch(`${api}/pages/1`);
    await response.body?.cancel();
    await vi.waitFor(() => expect(sent).toBeGreaterThan(5));
    await recording.fetch(`${api}/pages/2`);
    vi.useFakeTimers();
    const written = recording.har();
    await vi.advanceTimersByTimeAsync(5000);
    vi.useRealTimers();
    const { entries } = (await written).log;
    expect(entries[0]!.response.content.text).toBe('[over 5242880 characters]');
    expect(entries[1]!.response._error).toBe('pending');
  });

  it('gives the app an unchanged response', async () => {
    const body = JSON.stringify({ profiles: [{ id: 'p1', name: 'Wilhelmina' }] });
    const recording = recordHar({ fetch: () => Promise.resolve(new Response(body)) });
    expect(await (await recording.fetch(`${api}/profiles`)).text()).toBe(body);
  });

  it('says why a request has no response', async () => {
    const controller = new AbortController();
    const recording = recordHar({
      fetch: (_input, init) =>
        new Promise((_resolve, reject) => {
          if (!init?.signal) reject(new TypeError('fetch failed'));
          init?.signal?.addEventListener('abort', () => reject(init.signal!.reason));
        }),
    });
    await recording.fetch(`${api}/pages`).catch(() => undefined);
    const aborted = recording.fetch(`${api}/pages`, { signal: controller.signal }).catch(() => undefined);
    void recording.fetch(`${api}/pages`, { signal: new AbortController().signal });
    controller.abort();
    await aborted;
    const { entries } = (await recording.har()).log;
    expect(entries.map(({ response }) => [response.status, response._error])).toEqual([
      [0, 'TypeError: fetch failed'],
      [0, 'aborted'],
      [0, 'pending'],
    ]);
  });

  it('keeps the last 1,000 requests', async () => {
    const recording = recordHar({ fetch: () => Promise.resolve(json({})) });
    for (let index = 0; index <= 1000; index++) await recording.fetch(`${api}/pages/${index}`);
    const { entries } = (await recording.har()).log;
    expect(entries).toHaveLength(1000);
    expect(entries[0]!.request.url).toBe(`${api}/pages/1`);
  });

  it('says what it contains before it is shared', async () => {
    const { har } = await recorded(json({ code: 'TOKEN_INVALID' }, { status: 401 }));
    expect(har.log.comment).toContain('1 requests to Discovr, 1 of them failed.');
    expect(har.log.comment).toContain('- GET /profiles: 1');
    expect(har.log.comment).toContain('Replaced: tokens');
  });
});
