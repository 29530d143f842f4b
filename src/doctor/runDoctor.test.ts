import { beforeAll, describe, expect, it, vi } from 'vitest';
import { createEmulator } from '../emulator/createEmulator.js';
import { generatedTitles } from '../emulator/catalog/catalog.js';
import { madeUpRefreshToken } from '../../test/support/tokens.js';
import { urlOf } from '../../test/support/urlOf.js';
import type { Har, HarEntry } from '../har/har.js';
import type { Body } from './seen.js';
import { judge, type DoctorRow } from './judge.js';
import { abortError } from '../shared/abort.js';
import { runDoctor, type DoctorProcess } from './runDoctor.js';

const quick = ['--interval', '0', '--client-id', 'doctor'];

/** Changes an answer of the emulator: its body, or its status and body. */
type Change = (answer: {
  route: string;
  status: number;
  body: unknown;
  sent: Body;
  query: URLSearchParams;
  /** Number of the same requests before it. */
  nth: number;
}) => { status?: number; body?: unknown; headers?: Record<string, string> } | undefined;

interface Run {
  args?: readonly string[];
  change?: Change;
  process?: Partial<DoctorProcess>;
}

/** Runs the doctor against an emulator whose answers are changed. */
async function run({ args = quick, change, process }: Run = {}) {
  const emulator = createEmulator({ catalog: generatedTitles(80), seed: 'doctor' });
  const { refreshToken } = emulator.issueCredential();
  const output = { printed: '', noted: '' };
  const files = new Map<string, string>();
  const code = await runDoctor(args, {
    env: { DISCOVR_REFRESH_TOKEN: refreshToken },
    fetch: async (input, init) => {
      const response = await emulator.fetch(input, init);
      const url = new URL(urlOf(input));
      const headers = Object.fromEntries(response.headers);
      const body: unknown = await response.clone().json();
      const route = `${init?.method} ${url.pathname}`;
      const sent = (typeof init?.body === 'string' ? JSON.parse(init.body) : {}) as Body;
      const changed = change?.({ route, status: response.status, body, sent, query: url.searchParams, nth: 0 });
      if (!changed) return response;
      return new Response(JSON.stringify(changed.body ?? body), {
        status: changed.status ?? response.status,
        headers: changed.headers ?? headers,
      });
    },
    folder: '/',
    hasColors: false,
    print: (text) => (output.printed += text),
    note: (text) => (output.noted += text),
    readInput: () => Promise.resolve(''),
    confirm: () => Promise.resolve(false),
    readFile: (path) => Promise.resolve(files.get(path)!),
    writeFile: (path, text) => Promise.resolve(void files.set(path, text)),
    ...process,
  });
  return { code, ...output, files, emulator, refreshToken };
}

/** What the doctor saw of an embedded Discovr, with writing. */
let har: Har;
beforeAll(async () => {
  const { files } = await run({ args: [...quick, '--write', '--yes', '--har', 'seen.har'] });
  har = JSON.parse(files.get('seen.har')!) as Har;
});

/** Judges the recording as if the API had answered differently. */
function judged(change?: Change): DoctorRow[] {
  const entries = structuredClone(har.log.entries);
  for (const [index, { request, response }] of entries.entries()) {
    const { pathname, searchParams: query } = new URL(request.url);
    const { status, content } = response;
    const changed = change?.({
      route: `${request.method} ${pathname}`,
      status,
      body: JSON.parse(content.text ?? ''),
      sent: JSON.parse(request.postData?.text ?? '{}') as Body,
      query,
      nth: entries.slice(0, index).filter((one) => isSame(one.request, request)).length,
    });
    if (changed?.status) response.status = changed.status;
    if (changed?.body !== undefined) content.text = JSON.stringify(changed.body);
    if (changed?.headers) {
      response.headers = Object.entries(changed.headers).map(([name, value]) => ({ name, value }));
    }
  }
  return judge({ log: { ...har.log, entries } });
}

const base64 = (text: string) => btoa(String.fromCharCode(...new TextEncoder().encode(text)));

const isSame = (one: HarEntry['request'], other: HarEntry['request']) =>
  one.method === other.method && one.url === other.url && one.postData?.text === other.postData?.text;

const idsOf = (rows: readonly DoctorRow[], ...results: DoctorRow['result'][]) =>
  rows.filter(({ result }) => results.includes(result)).map(({ id }) => id);

/** Returns a change of the bodies on a route. `undefined` removes a field. */
const fields =
  (route: RegExp, change: (body: Body) => Body): Change =>
  ({ route: on, status, body }) =>
    route.test(on) && status < 300 ? { body: change(body as Body) } : undefined;

const eachItem =
  (route: RegExp, change: (item: Body) => Body, list = 'items'): Change =>
  ({ route: on, status, body }) => {
    const items = (body as Body)[list];
    return route.test(on) && status < 300 && Array.isArray(items)
      ? { body: { ...(body as Body), [list]: (items as Body[]).map(change) } }
      : undefined;
  };

const refused =
  (route: RegExp, status = 404): Change =>
  ({ route: on }) =>
    route.test(on) ? { status, body: { code: 'NOT_FOUND', message: 'There is no such route.' } } : undefined;

const items = /^GET \/pages\/[^/]+\/rows\/[^/]+\/items/;

/** For each fact that can be seen from outside, an API of which only this fact is not so. */
const wrong: Record<string, Change> = {
  tiers: ({ route, sent }) =>
    route === 'POST /pages' && 'name' in sent ? { status: 403, body: { code: 'WRONG_TOKEN_KIND' } } : undefined,
  lifetimes: fields(/session-token/, (body) => ({ ...body, expiresAt: Number(body['expiresAt']) + 3600 })),
  'expires-at': fields(/session-token/, (body) => ({ ...body, expiresAt: Number(body['expiresAt']) * 1000 })),
  mint: fields(/session-token/, (body) => ({ ...body, sessionId: undefined })),
  profiles: eachItem(/^GET \/profiles$/, (profile) => ({ ...profile, name: undefined }), 'profiles'),
  'device-codes': fields(/device-codes$/, (body) => ({ ...body, expiresIn: 600 })),
  'token-iat': fields(/session-token/, (body) => ({ ...body, sessionToken: withoutIat(String(body['sessionToken'])) })),
  rotation: fields(/session-token/, (body) => ({ ...body, refreshToken: { token: 'x' } })),
  'profile-routes': refused(/profile-images/),
  'gif-search': fields(/gif-search/, ({ items: list }) => ({ results: list })),
  'gif-locale': ({ route }) =>
    route.includes('gif-search') ? { status: 400, body: { code: 'LOCALE', message: '' } } : undefined,
  'create-page': fields(/^POST \/pages$/, (body) => ({ ...body, createdAt: undefined })),
  page: fields(/^GET \/pages\/[^/]+$/, (body) => ({ ...body, createdAt: undefined })),
  'media-ids': eachItem(items, (item) => ({
    ...item,
    ...(item['poster_path'] !== undefined && { poster_path: '/poster.jpg' }),
  })),
  'equal-filters': ({ route, sent, body, nth }) =>
    route === 'POST /pages' && Object.keys(sent).length === 0 && nth === 1
      ? { body: { ...(body as Body), id: 'page_2' } }
      : undefined,
  'filter-ids': ({ route, sent }) =>
    route === 'POST /pages' && 'genres' in Object(sent['pageFilters'])
      ? { status: 400, body: { code: 'BAD', message: '' } }
      : undefined,
  matching: ({ route, status, body }) =>
    route === 'POST /pages' && status === 400
      ? { status: 200, body: { id: 'page_1', createdAt: '', ...Object(body) } }
      : undefined,
  'page-name': ({ route, sent, body }) =>
    route === 'POST /pages' && 'name' in sent ? { body: { ...(body as Body), id: 'page_2' } } : undefined,
  'hero-facts': eachItem(/^GET \/pages\/[^/]+$/, (item) => ({ ...item, overview: undefined }), 'hero'),
  'error-body': ({ route, status }) =>
    route === 'GET /pages/unknown' && status === 404 ? { body: { reason: 'unknown' } } : undefined,
  statuses: ({ status, body }) => (status === 404 ? { body, headers: { date: 'now' } } : undefined),
  'wrong-tier': ({ route, status, body }) =>
    route === 'GET /pages/unknown' && status === 403 ? { status: 401, body } : undefined,
  'row-routes': fields(items, (body) => ({
    ...body,
    items: Array.from({ length: 9 }, () => (body['items'] as Body[])[0]),
  })),
  row: eachItem(/^GET \/pages\/[^/]+\/rows$/, (row) => ({ ...row, createdAt: 5 }), 'rows'),
  'rows-envelope': fields(/^GET \/pages\/[^/]+\/rows$/, ({ rows, ...body }) => ({ ...body, items: rows })),
  'rows-limit': ({ query, status }) => (query.get('limit') === '51' && status === 400 ? { status: 422 } : undefined),
  'row-items': eachItem(items, (item) => (item['type'] === 'navigation' ? { ...item, pageId: undefined } : item)),
  'navigation-images': eachItem(items, (item) =>
    item['type'] === 'navigation' ? { ...item, poster_path: '/poster.jpg' } : item,
  ),
  media: fields(/^GET \/media/, ({ title, ...body }) => ({ ...body, name: title })),
  'media-meta': fields(/^GET \/profile\/media/, (body) => ({ ...body, playback: 3 })),
  'add-to-list': fields(/^POST \/profile\/liked/, (body) => ({ ...body, message: undefined })),
  lists: refused(/^GET \/profile\/watchlist/),
  'remove-twice': ({ route, body }) =>
    route.startsWith('DELETE /profile/liked') && (body as Body)['removed'] === null
      ? { status: 404, body: { code: 'NOT_FOUND', message: '' } }
      : undefined,
  progress: eachItem(/^GET \/profile\/history\/./, (item) => ({ ...item, progress: 150 })),
  history: fields(/^GET \/profile\/history$/, ({ items: list }) => ({ history: list })),
  'history-id': eachItem(/^GET \/profile\/history\/./, (item) => ({ ...item, id: 'entry_1' })),
  'history-times': eachItem(/^GET \/profile\/history\/./, (item) => ({ ...item, createdAt: 1_700_000_000 })),
  'add-history': refused(/^POST \/profile\/history/),
  'progress-default': eachItem(/^GET \/profile\/history\/./, (item) => ({ ...item, progress: 90 })),
  'remove-history': refused(/^DELETE \/profile\/history/),
};

/** Facts that also differ when another one does, by that other fact. */
const alsoSeen: Record<string, readonly string[]> = {
  progress: ['progress-default'],
  'gif-locale': ['gif-search'],
};

function withoutIat(token: string): string {
  const [header, , signature] = token.split('.');
  return [header, btoa('{"exp":1}').replaceAll('=', ''), signature].join('.');
}

describe('the doctor', () => {
  it('finds that an embedded Discovr meets the contract', () => {
    const rows = judged();
    expect(idsOf(rows, 'differs', 'refuted')).toEqual([]);
    // Facts that only another device, a television, a player, an SDK or a second session shows.
    expect(idsOf(rows, 'notSeen')).toEqual([
      'base-url',
      'sign-out',
      'denied-code',
      'web-sign-in',
      'rotation',
      'sdk-results',
      'whole-hero',
      'body-limit',
      'reason-rows',
      'has-more',
      'rows-expire',
      'navigation-images',
      'navigation-depth',
      'method-names',
      'patch-history',
      'patch-season',
      'episode-first',
      'playback',
      'unknown-playback',
      'scrobble',
      'scrobble-result',
    ]);
  });

  it.each(Object.entries(wrong))('names just the fact that is not so: %s', (id, change) => {
    const rows = judged(change);
    const different = idsOf(rows, 'differs', 'refuted');
    expect(different).toContain(id);
    expect(different.filter((one) => one !== id && !alsoSeen[id]?.includes(one))).toEqual([]);
    const row = rows.find((one) => one.id === id)!;
    expect(row.change).toMatch(/\.tsx?|^emulator/);
    expect(row.sent).toMatch(/^(?:GET|POST|DELETE) \//);
  });

  it('ends with 1 and says what differs, what came, what to change and what people notice', async () => {
    const { code, printed } = await run({ change: wrong['expires-at']! });
    expect(code).toBe(1);
    expect(printed).toContain('Differs: expiresAt: Unix seconds');
    expect(printed).toContain('sent:   POST /auth/session-token');
    expect(printed).toContain('change: api/session.ts');
    expect(printed).toContain('until then: A session is minted for each call.');
    expect(printed.split('\n').length).toBeLessThan(24);
  });

  it('ends with a summary that fits a screen of 80 by 24, whatever differs', async () => {
    const { printed } = await run({
      change: ({ route }) => (/session-token|GET \/profiles$/.test(route) ? undefined : { body: { id: 'page_1' } }),
      process: { hasColors: true },
    });
    // These are the colors.
    // oxlint-disable-next-line no-control-regex
    const lines = printed.replaceAll(/\u001b\[\d+m/g, '').split('\n');
    const summary = lines.slice(lines.findIndex((line) => / of 59 facts differs?: /.test(line)));
    expect(lines.length).toBeGreaterThan(60);
    expect(summary.length).toBeLessThan(24);
    expect(Math.max(...summary.map(({ length }) => length))).toBeLessThanOrEqual(80);
  });

  it('changes nothing of a user by default, and takes back what it changed', async () => {
    const reading = await run();
    expect(reading.code).toBe(0);
    expect(reading.noted).not.toMatch(/^(?:DELETE|PATCH)|POST \/profile/m);
    const { emulator } = await run({ args: [...quick, '--write', '--yes'] });
    const requests = emulator.control.requests.map(({ method, path }) => `${method} ${path}`);
    expect(requests.filter((name) => name === 'POST /auth/session-token')).toHaveLength(1);
    expect(requests.some((name) => name.startsWith('POST /profile/liked'))).toBe(true);
    expect(requests.at(-1)).toMatch(/^DELETE \/profile\/history/);
  });

  it('sends nothing if nobody agrees to writing', async () => {
    const { code, noted, emulator } = await run({ args: [...quick, '--write'] });
    expect(code).toBe(2);
    expect(noted).toContain('Nothing was sent');
    expect(emulator.control.requests).toHaveLength(0);
  });

  it('sends nothing if the file for the recording cannot be written', async () => {
    const { code, noted, emulator } = await run({
      args: [...quick, '--har', 'none/seen.har'],
      process: { writeFile: () => Promise.reject(new Error('ENOENT: no such file or directory')) },
    });
    expect(code).toBe(2);
    expect(noted).toContain('ENOENT');
    expect(emulator.control.requests).toHaveLength(0);
  });

  it('writes what it saw without secrets, and judges it again without a network', async () => {
    const first = await run({ args: [...quick, '--har', 'seen.har'] });
    const text = first.files.get('seen.har')!;
    expect(text).not.toContain(first.refreshToken);
    for (const { name } of first.emulator.control.profiles()) expect(text).not.toContain(`"${name}"`);
    const again = await run({
      args: ['--replay', 'seen.har'],
      process: {
        fetch: () => Promise.reject(new Error('no network')),
        readFile: () => Promise.resolve(text),
      },
    });
    expect(again.printed).toBe(first.printed);
    expect(again.code).toBe(first.code);
  });

  it('quotes no name of a profile that a recording of a browser mentions before the list of profiles', async () => {
    const empty = { httpVersion: '', cookies: [], headers: [], headersSize: -1, bodySize: -1 };
    const entryOf = (path: string, body: unknown) => ({
      startedDateTime: '2026-01-01T00:00:00.000Z',
      time: 1,
      request: { ...empty, method: 'GET', url: `https://api.discovr.media${path}`, queryString: [] },
      response: {
        ...empty,
        status: 200,
        statusText: 'OK',
        content: { size: 1, mimeType: 'application/json', text: JSON.stringify(body) },
        redirectURL: '',
      },
      cache: {},
      timings: { send: 0, wait: 1, receive: 0 },
    });
    const entries = [
      entryOf('/pages/1', { id: 1, createdAt: '', hero: [], message: 'For Wilhelmina' }),
      entryOf('/profiles', { profiles: [{ id: 'one', name: 'Wilhelmina', avatarUrl: '' }] }),
    ];
    const readFile = () => Promise.resolve(JSON.stringify({ log: { version: '1.2', entries } }));
    const { printed } = await run({ args: ['--replay', 'x', '--json'], process: { readFile } });
    expect(printed).toContain('Name 1');
    expect(printed).not.toContain('Wilhelmina');
  });

  it.each<[string, Run]>([
    ['there is no token', { process: { env: {} } }],
    ['an argument is unknown', { args: ['--tokn', 'x'] }],
    ['the address is none', { args: ['--base-path', 'api.discovr.media'] }],
    ['the network fails', { process: { fetch: () => Promise.reject(new TypeError('fetch failed')) } }],
    ['the token is refused', { change: () => ({ status: 401, body: { code: 'TOKEN_INVALID' } }) }],
    ['a recording is none', { args: ['--replay', 'x'], process: { readFile: () => Promise.resolve('{}') } }],
  ])('ends with 2 and says why when %s', async (_why, options) => {
    const { code, printed, noted } = await run(options);
    expect(code).toBe(2);
    expect(printed).toBe('');
    expect(noted.trim()).not.toBe('');
  });

  const blank: Change = ({ route }) =>
    /profile\/liked|gif-search|rows/.test(route)
      ? { status: 429, body: {}, headers: { 'retry-after': '1', date: 'now' } }
      : undefined;
  it.each<[string, Change]>([
    ['an outage', ({ route }) => (/GET \/p/.test(route) ? { status: 503, body: {} } : undefined)],
    ['too many requests', blank],
    [
      'a session that expired',
      ({ route }) =>
        /GET \/profile\/|items/.test(route) ? { status: 401, body: { code: 'SESSION_EXPIRED' } } : undefined,
    ],
    ['an account without lists', fields(/^GET \/profile\/\w+$/, (body) => ({ ...body, items: [] }))],
    ['a page without rows', fields(/rows$/, (body) => ({ ...body, rows: [] }))],
  ])('does not take %s for a difference', (_what, change) => {
    expect(idsOf(judged(change), 'differs', 'refuted')).toEqual([]);
  });

  it('does not take pages of a proxy, redirects, copies, endless bodies and other servers for answers of the API', () => {
    const rows = judged();
    const html = { size: 9, mimeType: 'text/html', text: '<p>Hello' };
    const tooLong = { size: 24, text: '[over 5242880 characters]' };
    const others = har.log.entries.flatMap((entry) => [
      { ...entry, response: { ...entry.response, status: 404, headers: [], content: html } },
      { ...entry, response: { ...entry.response, status: 302, content: { size: 0, mimeType: '' } } },
      { ...entry, response: { ...entry.response, content: { size: 99, mimeType: 'application/json' } } },
      { ...entry, response: { ...entry.response, content: { ...tooLong, mimeType: 'application/json' } } },
      {
        ...entry,
        request: { ...entry.request, url: 'https://a.example/favicon.ico' },
        response: { ...entry.response, status: 404 },
      },
    ]);
    expect(judge({ log: { ...har.log, entries: [...others, ...har.log.entries] } })).toEqual(rows);
  });

  it('judges a recording of a browser: with a mark, in Base64, with secrets, and without bodies of requests', async () => {
    const secret = madeUpRefreshToken('0123456789abcdef');
    const entries = structuredClone(har.log.entries).map(({ request, response, ...entry }) => ({
      ...entry,
      request: { ...request, postData: undefined, headers: [...request.headers, { name: ':path', value: '/' }] },
      response: {
        ...response,
        content: {
          ...response.content,
          text: base64(response.content.text!.replace(/"sessionId":"/, `"sessionId":{},"refreshToken":"${secret}`)),
          encoding: 'base64',
        },
      },
    }));
    const { code, printed } = await run({
      args: ['--replay', 'C:\\seen.har'],
      process: { readFile: () => Promise.resolve(`\ufeff${JSON.stringify({ log: { ...har.log, entries } })}`) },
    });
    expect(code).toBe(1);
    expect(printed).toContain('Differs: POST /auth/session-token');
    expect(printed).toContain('1 of 59 facts differs: mint.');
    expect(printed).not.toContain(secret);
  });

  it.each<[string, unknown]>([
    ['of another type', 'text'],
    ['without text', { toString: 1, valueOf: 2 }],
  ])('judges whatever comes: values %s', async (_what, value) => {
    const change = fields(/./, (body) => Object.fromEntries(Object.keys(body).map((key) => [key, value])));
    expect(idsOf(judged(change), 'differs', 'refuted')).toContain('mint');
    const { code } = await run({ change: ({ route }) => (route.includes('GET /pages') ? { body: value } : undefined) });
    expect(code).not.toBe(2);
  });

  it('quotes a body that is nested too deeply without failing', () => {
    const entries = structuredClone(har.log.entries);
    const text = `{"sessionId":${'['.repeat(1e5)}${']'.repeat(1e5)}}`;
    for (const { request, response } of entries)
      if (request.url.endsWith('session-token')) response.content.text = text;
    const row = judge({ log: { ...har.log, entries } }).find(({ id }) => id === 'mint');
    expect(row?.saw).toBe('200 JSON that is nested too deeply');
  });

  it('escapes what would control a terminal, and sends ids as one segment', async () => {
    const evil = `../p?\u001b[2J\u009b2J\u202e`;
    const { printed, noted, emulator } = await run({
      change: (answer) => {
        const { route, body } = answer;
        if (route === 'GET /profiles') return { body: { profiles: [{ id: evil, name: 1 }] } };
        return route === 'POST /auth/session-token'
          ? { status: 200, body: { sessionToken: 'a.b.c', expiresAt: evil } }
          : eachItem(/hero/, (item) => item)({ ...answer, body });
      },
    });
    // These are the characters that must not be printed.
    // oxlint-disable-next-line no-control-regex
    expect(printed + noted).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
    expect(printed).toContain('\\u{9b}');
    expect(emulator.control.requests.map(({ path }) => path)).toContain(`/profiles/${encodeURIComponent(evil)}`);
  });

  it('goes on after an outage, and gives up after three in a row', async () => {
    let sent = 0;
    const failing = (from: number, to: number): Partial<DoctorProcess> => ({
      fetch: (input, init) => {
        sent++;
        return sent > from && sent <= to
          ? Promise.reject(new TypeError('fetch failed', { cause: new Error('reset') }))
          : emulator.fetch(input, init);
      },
    });
    const emulator = createEmulator({ catalog: generatedTitles(80) });
    const env = { DISCOVR_REFRESH_TOKEN: emulator.issueCredential().refreshToken };
    const short = await run({ process: { ...failing(5, 7), env } });
    expect(short.code).toBe(0);
    expect(short.noted).toContain('failed: fetch failed (reset)');
    sent = 0;
    const long = await run({ process: { ...failing(5, 99), env } });
    expect([long.code, sent]).toEqual([2, 8]);
  });

  it('does not wait longer than 30 s for an answer, or for the rest of one', async () => {
    vi.useFakeTimers();
    const hanging = run({ process: { fetch: () => new Promise(() => undefined) } });
    const endless = run({ process: { fetch: () => Promise.resolve(new Response(new ReadableStream())) } });
    await vi.advanceTimersByTimeAsync(40_000);
    for (const { code, noted } of await Promise.all([hanging, endless])) {
      expect(code).toBe(2);
      expect(noted).toContain('GET /profiles failed: Discovr did not respond within 30000 ms.');
    }
    vi.useRealTimers();
  });

  it('ends a download that is too long', async () => {
    let pieces = 0;
    let isCanceled = false;
    const endless = new ReadableStream<Uint8Array<ArrayBuffer>>({
      pull: (controller) => (pieces++, controller.enqueue(new Uint8Array(1024 * 1024))),
      cancel: () => void (isCanceled = true),
    });
    const { code } = await run({ process: { fetch: () => Promise.resolve(new Response(endless)) } });
    expect(code).toBe(2);
    expect(isCanceled).toBe(true);
    expect(pieces).toBeLessThan(20);
  });

  it('asks for CORS as a browser does, and prints notes in JSON', async () => {
    const { code, printed, emulator } = await run({
      args: [...quick, '--origin', 'https://app.example/path', '--json'],
      process: { readFile: () => Promise.reject(new Error('ENOENT')) },
    });
    const { rows, notes } = JSON.parse(printed) as { rows: DoctorRow[]; notes: string[] };
    expect([code, rows.length]).toEqual([0, 59]);
    expect(notes.filter((note) => !note.startsWith('Browsers at https://app.example cannot send DELETE /'))).toEqual(
      [],
    );
    expect(notes.length).toBeGreaterThan(0);
    expect(emulator.control.requests.some(({ method }) => method === 'OPTIONS')).toBe(true);
  });

  it.each<[string, (method: string, stop: () => void) => void]>([
    ['it is stopped', (method, stop) => method === 'POST' && stop()],
    [
      'the API fails once',
      (method) => {
        if (method === 'DELETE') throw new TypeError('fetch failed');
      },
    ],
  ])('takes back a like when %s', async (_when, onLike) => {
    const emulator = createEmulator({ catalog: generatedTitles(80) });
    const controller = new AbortController();
    let likes = 0;
    const { code, noted } = await run({
      args: [...quick, '--write', '--yes'],
      process: {
        env: { DISCOVR_REFRESH_TOKEN: emulator.issueCredential().refreshToken },
        stopSignal: () => controller.signal,
        fetch: async (input, init) => {
          const isLike = urlOf(input).includes('/profile/liked') && init?.method !== 'GET';
          if (isLike && ++likes < 3) onLike(init!.method!, () => controller.abort(abortError('Stopped.')));
          return emulator.fetch(input, init);
        },
      },
    });
    const changes = emulator.control.requests.filter(
      ({ path, method }) => path.startsWith('/profile/liked') && method !== 'GET',
    );
    expect(changes.map(({ method }) => method).slice(0, 2)).toEqual(
      controller.signal.aborted ? ['DELETE'] : ['POST', 'DELETE'],
    );
    expect(code).toBe(controller.signal.aborted ? 2 : 0);
    expect(noted.endsWith('\nStopped.\n')).toBe(controller.signal.aborted);
  });

  it.each<[string, number, number]>([
    ['tries again', 429, 2],
    ['is content', 404, 1],
    ['asks the user', 401, 1],
  ])('%s when the removal of a like returns %i', async (what, status, sent) => {
    let removals = 0;
    const { noted } = await run({
      args: [...quick, '--write', '--yes'],
      change: ({ route }) =>
        route.startsWith('DELETE /profile/liked') && removals++ === 0 ? { status, body: {} } : undefined,
    });
    // The last removal is one of a title that is not on the list.
    expect(removals).toBe(sent + 1);
    expect(/^Not removed: \/profile\/liked\/MV_\d+\. Remove it in the app\.$/m.test(noted)).toBe(
      what === 'asks the user',
    );
  });

  it('removes nothing that the API refused to add', async () => {
    const { noted } = await run({ args: [...quick, '--write', '--yes'], change: refused(/^POST \/profile\/history/) });
    expect(noted).not.toMatch(/DELETE \/profile\/history|Not removed/);
  });

  it('leaves a like and a history that were there before', async () => {
    const emulator = createEmulator({ catalog: generatedTitles(80) });
    const { refreshToken } = emulator.issueCredential();
    const { noted } = await run({
      args: [...quick, '--write', '--yes'],
      process: { env: { DISCOVR_REFRESH_TOKEN: refreshToken }, fetch: emulator.fetch },
    });
    expect(noted).toContain('DELETE /profile/liked');
    const kept = await run({
      args: [...quick, '--write', '--yes'],
      change: fields(/^GET \/profile\/media/, (body) => ({ ...body, super_liked: true, history: true })),
    });
    expect(kept.noted).not.toMatch(/^(?:DELETE|PATCH)|POST \/profile/m);
  });

  it.each(['rt_abc def', 'rt_abc\ndef', 'abc'])('refuses the token %j without quoting it', async (token) => {
    const { code, noted } = await run({ process: { env: { DISCOVR_REFRESH_TOKEN: token } } });
    expect(code).toBe(2);
    expect(noted).not.toMatch(/abc|def/);
  });

  it('reads the token from standard input, and never prints it', async () => {
    const emulator = createEmulator();
    const { refreshToken } = emulator.issueCredential();
    const { code, printed, noted } = await run({
      process: {
        env: { DISCOVR_REFRESH_TOKEN: '' },
        fetch: emulator.fetch,
        readInput: () => Promise.resolve(`${refreshToken}\n`),
      },
    });
    expect(code).toBe(0);
    expect(printed + noted).not.toContain(refreshToken);
  });
});
