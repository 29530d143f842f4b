import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyText } from '../../test/arbitraries.js';
import { fuzzRuns } from '../../test/support/fuzzRuns.js';
import { madeUpRefreshToken, madeUpSessionToken } from '../../test/support/tokens.js';
import { recordHar } from './recordHar.js';

const api = 'https://api.discovr.media';
/** Requests of one recording. */
const EXCHANGES = 20;

const letters = (least: number, most: number) =>
  fc.string({
    unit: fc.constantFrom(...'abcdefghijkmnpqrstuvwxyzABCDEFGHIJKLMNPQRSTUVWXYZ0123456789'.split('')),
    minLength: least,
    maxLength: most,
  });

/** Secrets of one user. All are random, so that none occurs in a recording by chance. */
const secrets = fc.record({
  refreshToken: letters(16, 40).map(madeUpRefreshToken),
  sessionToken: letters(8, 12).map(madeUpSessionToken),
  code: fc
    .tuple(letters(5, 9), fc.constantFrom('-', '.', '+/', '%2', ' "', '=&', 'é', '🍿'), letters(5, 9))
    .map((parts) => parts.join('')),
  name: fc
    .tuple(letters(6, 9), fc.constantFrom(' ', ' Ö', "' ", '-', ' "', '\\'), letters(6, 9))
    .map((parts) => parts.join('')),
  address: letters(8, 12).map((person) => `${person}@example.org`),
  /** Stands only where everything is left out or replaced. */
  unknown: letters(12, 20),
});
type Secrets = typeof secrets extends fc.Arbitrary<infer T> ? T : never;
/** Secrets that are replaced wherever they occur. */
const repeated = ['refreshToken', 'sessionToken', 'code', 'name', 'address'] as const;

const base64 = (text: string) => btoa(String.fromCharCode(...new TextEncoder().encode(text)));
const form = (text: string) => String(new URLSearchParams({ '': text })).slice(1);
const inJson = (text: string) => JSON.stringify(text).slice(1, -1);

/** How a server repeats what it received. */
const encodings: readonly ((text: string) => string)[] = [
  (text) => text,
  encodeURIComponent,
  (text) => encodeURIComponent(text).replace(/%../g, (escape) => escape.toLowerCase()),
  (text) => encodeURIComponent(encodeURIComponent(text)),
  form,
  inJson,
  (text) =>
    inJson(text).replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
];
const inBase64: readonly ((text: string) => string)[] = [
  base64,
  (text) => base64(`x${text}`),
  (text) => base64(`xy${text}z`).replaceAll('+', '-').replaceAll('/', '_'),
];

/** Where a secret stands in a text. Chosen before the secrets are known. */
const mention = fc.record({
  of: fc.constantFrom(...repeated),
  encoding: fc.nat(encodings.length + inBase64.length - 1),
  before: fc.constantFrom('', '"', 'Bearer ', 'of ', '?a=', '\n', '(', 'id:'),
  after: fc.constantFrom('', '"', '.', ' failed', '&b=1', ')', '\\n'),
});
type Mention = typeof mention extends fc.Arbitrary<infer T> ? T : never;

function textOf({ of, encoding, before, after }: Mention, known: Secrets): string {
  const secret = known[of];
  // A name is a word of its own, so it is not looked for in Base64. An address is one without its encodings.
  const all = of === 'name' || of === 'address' ? encodings : [...encodings, ...inBase64];
  return before + all[encoding % all.length]!(secret) + after;
}

const keys = fc.constantFrom(
  'name',
  'title',
  'message',
  'items',
  'id',
  'code',
  'type',
  'status',
  'note',
  'token',
  'nextPageToken',
  'avatarUrl',
  'overview',
  'reason',
  'path',
);
/** A body whose texts are mentions of secrets, or anything. */
const { value: body } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    mention,
    anyText,
    fc.integer(),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.array(fc.tuple(fc.oneof(keys, mention), tie('value')), { maxLength: 4 }).map((entries) => ({ entries })),
  ),
}));

/** Replaces the mentions in a body. */
function bodyOf(value: unknown, known: Secrets): unknown {
  if (Array.isArray(value)) return value.map((item) => bodyOf(item, known));
  if (typeof value !== 'object' || value === null) return value;
  if ('of' in value) return textOf(value as Mention, known);
  const { entries } = value as { entries: [string | Mention, unknown][] };
  return Object.fromEntries(
    entries.map(([key, inner]) => [typeof key === 'string' ? key : textOf(key, known), bodyOf(inner, known)]),
  );
}

const exchange = fc.record({
  path: fc.constantFrom(
    '/profiles',
    '/auth/session-token',
    '/pages/1',
    '/pages/1/rows',
    '/profile/liked',
    '/media/MV_1',
    '/gif-search',
    '/api/sign-in',
    '/media/x/profiles',
  ),
  isSecretInPath: fc.boolean(),
  method: fc.constantFrom('GET', 'POST', 'PATCH', 'DELETE'),
  status: fc.constantFrom(200, 401, 404, 500),
  ends: fc.constantFrom('answer', 'answer', 'answer', 'text', 'error'),
  /** Where the secret stands that is known nowhere. */
  hidden: fc.constantFrom(
    'header',
    'response header',
    'cookie',
    'set-cookie',
    'parameter',
    'fragment',
    'user',
    'text',
    'field',
    'token',
  ),
  note: mention,
  header: fc.constantFrom('vary', 'x-request-id', 'content-type', 'retry-after', 'cache-control'),
  sent: body,
  received: body,
});
type Exchange = typeof exchange extends fc.Arbitrary<infer T> ? T : never;

type Send = (url: string, init: RequestInit, answer: Response | Error) => Promise<void>;

async function exchanged(send: Send, one: Exchange, known: Secrets): Promise<void> {
  const { hidden, method, header } = one;
  const isHidden = (place: Exchange['hidden']) => hidden === place;
  const note = textOf(one.note, known);
  const url = new URL(api + one.path);
  if (one.isSecretInPath) url.pathname += `/${encodeURIComponent(note)}`;
  url.searchParams.set('limit', note);
  if (isHidden('parameter')) url.searchParams.set('q', known.unknown);
  if (isHidden('fragment')) url.hash = known.unknown;
  if (isHidden('user')) url.password = known.unknown;
  const headers = {
    [header]: encodeURI(note),
    ...(isHidden('header') && { 'x-key': known.unknown }),
    ...(isHidden('cookie') && { cookie: `theme=${known.unknown}; sid=${known.unknown}` }),
  };
  const isPersonal = one.path !== '/media/x/profiles' && /auth|profiles|sign-in/.test(one.path);
  const sent = {
    value: bodyOf(one.sent, known),
    ...(isHidden('token') && { accessToken: { value: known.unknown } }),
    ...(isHidden('field') && isPersonal && { field: known.unknown }),
  };
  const init = { method, headers, ...(method === 'GET' ? {} : { body: JSON.stringify(sent) }) };
  if (one.ends === 'error') {
    await send(url.href, init, new TypeError(`cannot send ${note} to ${url.pathname}`));
    return;
  }
  const received = one.ends === 'text' ? `<p>${note}` : JSON.stringify(bodyOf(one.received, known));
  const answer = new Response(isHidden('text') ? `<p>${known.unknown}` : received, {
    status: one.status,
    headers: {
      [header]: encodeURI(note),
      ...(isHidden('response header') && { etag: known.unknown }),
      ...(isHidden('set-cookie') && { 'set-cookie': `sid=${known.unknown}; Path=/${known.unknown}` }),
    },
  });
  await send(url.href, init, answer);
}

/** Sends what the library sends: it makes the secrets known. */
async function learn(send: Send, known: Secrets): Promise<void> {
  const post = (path: string, sent: unknown, headers = {}) =>
    send(api + path, { method: 'POST', headers, body: JSON.stringify(sent) }, new Response('{}'));
  await post(
    '/auth/code',
    { code: known.code, email: known.address },
    { authorization: `Bearer ${known.refreshToken}` },
  );
  await post('/pages', {}, { authorization: `Bearer ${known.sessionToken}` });
  await post('/profiles', { name: known.name });
}

/** Returns the secrets that a text contains, in any encoding. */
function foundIn(text: string, known: Secrets): string[] {
  const contained = repeated.flatMap((key) => encodings.map((encode) => inJson(encode(known[key]))));
  // The first and the last character can be part of a neighbor in Base64.
  const encoded = (['refreshToken', 'sessionToken', 'code'] as const).flatMap((key) =>
    inBase64.map((encode) => encode(known[key]).slice(4, -5)),
  );
  return [...contained, ...encoded, known.unknown].filter((one) => text.includes(one));
}

test('a recording contains no secret, whatever is sent and received', async () => {
  const exchanges = fc.array(exchange, { minLength: EXCHANGES, maxLength: EXCHANGES });
  await fc.assert(
    fc.asyncProperty(secrets, exchanges, fc.boolean(), async (known, all, learnsFirst) => {
      let next: Response | Error;
      const recording = recordHar({
        fetch: () => (next instanceof Error ? Promise.reject(next) : Promise.resolve(next)),
      });
      const send: Send = async (url, init, answer) => {
        next = answer;
        await recording.fetch(url, init).catch(() => undefined);
      };
      if (learnsFirst) await learn(send, known);
      for (const one of all) await exchanged(send, one, known);
      if (!learnsFirst) await learn(send, known);
      const { log } = await recording.har();
      expect(log.entries).toHaveLength(EXCHANGES + 3);
      expect(foundIn(JSON.stringify(log.entries), known)).toEqual([]);
    }),
    // Before a release, 100,000 bodies, with as many headers and URLs.
    fuzzRuns(100, 100_000 / EXCHANGES),
  );
}, 600_000);
