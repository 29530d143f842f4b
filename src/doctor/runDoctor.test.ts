import { beforeAll, describe, expect, it } from 'vitest';
import { createEmulator } from '../emulator/createEmulator.js';
import { generatedTitles } from '../emulator/catalog/catalog.js';
import { urlOf } from '../../test/support/urlOf.js';
import type { Har, HarEntry } from '../har/har.js';
import type { Body } from './seen.js';
import { judge, type DoctorRow } from './judge.js';
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
    if (changed?.headers) response.headers = [];
  }
  return judge({ log: { ...har.log, entries } });
}

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
    route.includes('gif-search') ? { status: 401, body: { code: 'LOCALE', message: '' } } : undefined,
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
  statuses: ({ status, body }) => (status === 404 ? { body, headers: {} } : undefined),
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

/** Facts that cannot be judged if another one is not so, by that one. */
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
      'body-limit',
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

  it('reads the token from standard input, and never prints it', async () => {
    const emulator = createEmulator();
    const { refreshToken } = emulator.issueCredential();
    const { code, printed, noted } = await run({
      process: { env: {}, fetch: emulator.fetch, readInput: () => Promise.resolve(`${refreshToken}\n`) },
    });
    expect(code).toBe(0);
    expect(printed + noted).not.toContain(refreshToken);
  });
});
