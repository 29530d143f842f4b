import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyText } from '../../test/arbitraries.js';
import { fuzzRuns } from '../../test/support/fuzzRuns.js';
import { madeUpRefreshToken, madeUpSessionToken } from '../../test/support/tokens.js';
import { DiscovrClient } from '../client/index.js';
import { createEmulator } from '../emulator/index.js';
import { memoryCredentialStore } from '../session/credential.js';
import { recordHar } from './recordHar.js';

const api = 'https://api.discovr.media';
const refreshToken = madeUpRefreshToken('0123456789abcdef');

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

  it('keeps what the library compares, also if a profile has such a name', async () => {
    const recording = recordHar({
      fetch: () =>
        Promise.resolve(
          json({ profiles: [{ id: 'p1', name: 'media' }], rows: [{ type: 'media', title: 'For media' }] }),
        ),
    });
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
    ['an address of a person', json({ message: 'hunter22@example.org is unknown' }, { status: 401 }), {}],
  ])('does not contain a secret in %s', async (_where, response, request) => {
    expect((await recorded(response, request)).text).not.toContain('hunter22');
  });

  it('contains no secret anywhere, whatever the server sends', async () => {
    const secrets = [refreshToken, madeUpSessionToken('someone'), 'Wilhelmina Öztürk', 'aB3-x9Q-77'];
    const secret = fc.constantFrom(...secrets);
    const wrapped = fc.oneof(
      secret,
      fc.tuple(fc.constantFrom('', '"', 'Bearer ', 'of ', '?a='), secret).map(([before, text]) => `${before}${text}.`),
      secret.map(encodeURIComponent),
    );
    const { value } = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        wrapped,
        anyText,
        fc.integer(),
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(fc.oneof(fc.constantFrom('name', 'title', 'message', 'items', 'id'), wrapped), tie('value'), {
          maxKeys: 4,
        }),
      ),
    }));
    const path = fc.constantFrom(
      '/profiles',
      '/auth/session-token',
      '/pages/1',
      '/profile/liked',
      '/media/MV_1',
      '/api/sign-in',
    );
    const exchange = fc.record({ body: value, path, status: fc.constantFrom(200, 401, 500), note: wrapped });
    await fc.assert(
      fc.asyncProperty(exchange, async ({ body, path: to, status, note }) => {
        const recording = recordHar({ fetch: () => Promise.resolve(json(body, { status })) });
        // The values that the library sends first: they are known as secrets from then on.
        await recording.fetch(`${api}/auth/code`, {
          method: 'POST',
          headers: { authorization: `Bearer ${secrets[0]}` },
          body: JSON.stringify({ code: secrets[3], sessionToken: secrets[1] }),
        });
        await recording.fetch(`${api}/profiles`, { method: 'POST', body: JSON.stringify({ name: secrets[2] }) });
        await recording.fetch(`${api}${to}?q=${encodeURIComponent(note)}&limit=${encodeURIComponent(note)}`, {
          method: 'POST',
          body: JSON.stringify({ note, body }),
        });
        const text = JSON.stringify((await recording.har()).log.entries);
        const found = secrets.flatMap((one) => [one, encodeURIComponent(one)]).filter((one) => text.includes(one));
        expect(found).toEqual([]);
      }),
      fuzzRuns(2000),
    );
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
