import { parseJson } from '../har/har.js';
import { decodedBase64 } from '../har/pseudonyms.js';
import { TOKENS } from '../shared/errors.js';
import { fieldsOf } from './seen.js';

/** Origin of another site. It can never be registered. */
const ELSEWHERE = 'https://elsewhere.invalid';

/** Body of a request that is larger than the server reads: it reads 64 kB. */
const TOO_LARGE = { profileId: 'x'.repeat(65 * 1024) };

/** A request to the server, and its answer. */
export interface Visit {
  /** Method, path and the headers that matter. */
  readonly sent: string;
  readonly status: number;
  readonly headers: Headers;
  readonly cookies: readonly Cookie[];
  readonly text: string;
  readonly location: URL | undefined;
}

export interface Cookie {
  readonly name: string;
  readonly value: string;
  /** Attributes by their names in lower case. */
  readonly attributes: ReadonlyMap<string, string>;
  /** The header without the value. */
  readonly shown: string;
}

/** What a request is for. */
export type VisitName = keyof typeof serverRequests | 'finish';

/** A promise of `docs/server.md` that can be seen from outside. */
export interface ServerFact {
  readonly id: string;
  readonly fact: string;
  /** Section of `docs/server.md`. */
  readonly section: string;
  /** What follows if it does not hold. */
  readonly notice: string;
  /** The answers that show it. If absent, all that the server entry itself must give. */
  readonly on?: readonly VisitName[];
  /** Whether an answer shows something. All do, if absent. */
  readonly isMeant?: (visit: Visit) => boolean;
  readonly isSo: (visit: Visit, server: URL) => boolean;
  /** Returns what an answer shows, apart from its status. Its body, if absent. */
  readonly quote?: (visit: Visit) => string;
}

/** Headers of the app's own pages. */
const own = (origin: string) => ({ origin, 'sec-fetch-site': 'same-origin', 'x-discovr-request': '1' });
/** Headers that pages of another site can send if CORS allows it. */
const foreign = { origin: ELSEWHERE, 'sec-fetch-site': 'cross-site', 'x-discovr-request': '1' };

/** A request to the server. */
export interface Sent {
  readonly name: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

const mint = { name: 'POST /auth/session-token', body: { profileId: 'doctor' } };
const begin = 'GET /sign-in/redirect';

/** The requests. None changes anything: nobody is signed in, nobody enters the code, and nobody finishes the sign-in. */
export const serverRequests = {
  read: (origin) => ({ name: 'GET /sign-in', headers: own(origin) }),
  foreignRead: () => ({ name: 'GET /sign-in', headers: foreign }),
  mint: (origin) => ({ ...mint, headers: own(origin) }),
  foreignMint: () => ({ ...mint, headers: foreign }),
  siblingMint: () => ({ ...mint, headers: { 'sec-fetch-site': 'same-site', 'x-discovr-request': '1' } }),
  plainMint: (origin) => ({ ...mint, headers: { origin, 'sec-fetch-site': 'same-origin' } }),
  unprovenMint: () => ({ ...mint, headers: { 'x-discovr-request': '1' } }),
  largeMint: (origin) => ({ ...mint, headers: own(origin), body: TOO_LARGE }),
  preflight: () => ({
    name: 'OPTIONS /auth/session-token',
    headers: {
      origin: ELSEWHERE,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'content-type,x-discovr-request',
    },
  }),
  elsewhere: (origin) => ({ name: 'GET /pages/doctor', headers: own(origin) }),
  code: (origin) => ({ name: 'POST /auth/device-codes', headers: own(origin) }),
  begin: () => ({
    name: `${begin}?returnTo=${encodeURIComponent(ELSEWHERE)}`,
    headers: { 'sec-fetch-site': 'none', 'sec-fetch-dest': 'document' },
  }),
  image: () => ({ name: begin, headers: { 'sec-fetch-site': 'cross-site', 'sec-fetch-dest': 'image' } }),
  prefetch: () => ({ name: begin, headers: { 'sec-fetch-dest': 'document', 'sec-purpose': 'prefetch' } }),
  planted: () => ({
    name: 'GET /sign-in/callback?code=doctor&state=doctor',
    headers: { 'sec-fetch-site': 'cross-site', 'sec-fetch-dest': 'document' },
  }),
  popup: () => ({ name: 'GET /sign-in/popup', headers: { 'sec-fetch-dest': 'document' } }),
  script: () => ({ name: 'GET /sign-in/popup.js', headers: { 'sec-fetch-dest': 'script' } }),
} as const satisfies Record<string, (origin: string) => Sent>;

/** The promises, in the order in which they are printed. */
export const serverFacts: readonly ServerFact[] = [
  {
    id: 'server-own-origin',
    fact: 'requests of the app are accepted',
    section: 'mounting-it',
    notice: 'Nobody can choose a profile: `origin` is wrong, or a proxy removes headers.',
    on: ['mint'],
    isSo: ({ status, text }) => status === 401 && codeIn(text) === 'TOKEN_INVALID',
  },
  {
    id: 'server-foreign-origin',
    fact: 'requests of another origin, such as a sibling subdomain, get 403',
    section: 'requests-of-other-sites',
    notice: 'Other sites can sign users out and change their profiles.',
    on: ['foreignRead', 'foreignMint', 'siblingMint'],
    isSo: ({ status }) => status === 403,
  },
  {
    id: 'server-request-header',
    fact: 'a change without `x-discovr-request: 1`, or without `Origin` and `Sec-Fetch-Site`, gets 403',
    section: 'requests-of-other-sites',
    notice: 'In browsers without `Sec-Fetch-Site`, other sites can change the data of users.',
    on: ['plainMint', 'unprovenMint'],
    isSo: ({ status }) => status === 403,
  },
  {
    id: 'server-cors',
    fact: 'CORS does not let other origins read answers that depend on cookies',
    section: 'requests-of-other-sites',
    notice: 'Other sites can read the profiles and session tokens of users.',
    on: ['preflight', 'foreignRead', 'foreignMint'],
    isSo: ({ headers }) =>
      headers.get('access-control-allow-origin') !== ELSEWHERE ||
      headers.get('access-control-allow-credentials') !== 'true',
    quote: quoteHeaders('access-control-allow-origin', 'access-control-allow-credentials'),
  },
  {
    id: 'server-cookies',
    fact: 'cookies are `__Host-…; HttpOnly; Secure; SameSite=Lax; Path=/` (without prefix and `Secure` on `http://localhost`)',
    section: 'cookies',
    notice: 'Scripts, other sites or sibling subdomains can read, send or plant sign-in cookies.',
    on: ['begin'],
    isSo: (visit, { protocol }) =>
      cookiesOf(visit).length > 0 && cookiesOf(visit).every((cookie) => isGuarded(cookie, protocol === 'https:')),
    quote: quoteCookies,
  },
  {
    id: 'server-encrypted',
    fact: 'cookies are encrypted',
    section: 'cookies',
    notice: 'Anyone who copies a cookie can read what is in it.',
    on: ['begin'],
    isSo: (visit) => cookiesOf(visit).every(({ value }) => isEncrypted(value)),
    quote: quoteCookies,
  },
  {
    id: 'server-cache',
    fact: 'answers have `Cache-Control: private, no-store`, and do not come from a cache',
    section: 'routes',
    notice: 'A shared cache can show one user the data of another.',
    isSo: ({ headers }) =>
      /\bno-store\b/i.test(headers.get('cache-control') ?? '') && !/[1-9]/.test(headers.get('age') ?? ''),
    quote: quoteHeaders('cache-control', 'age'),
  },
  {
    id: 'server-headers',
    fact: 'answers have `X-Content-Type-Options: nosniff` and `Referrer-Policy: no-referrer`',
    section: 'routes',
    notice: 'The sign-in page sees codes in URLs, and browsers may guess the type of an answer.',
    isSo: ({ headers }) =>
      headers.get('x-content-type-options') === 'nosniff' && headers.get('referrer-policy') === 'no-referrer',
    quote: quoteHeaders('x-content-type-options', 'referrer-policy'),
  },
  {
    id: 'server-tokens',
    fact: 'no answer contains a token while nobody is signed in',
    section: 'routes',
    notice: 'Scripts, logs or other sites can read tokens.',
    isSo: ({ text, headers }) => !hasToken(text) && ![...headers].some(([, value]) => hasToken(value)),
    quote: ({ text, headers }) =>
      [...headers, ['', text]]
        .map((pair) => pair.join(': '))
        .filter(hasToken)
        .join('; '),
  },
  {
    id: 'server-device-code',
    fact: 'the device code of `POST /auth/device-codes` is encrypted',
    section: 'signing-in-by-code',
    notice: 'A script on the page can fetch the refresh token from the API.',
    on: ['code'],
    // Without a successful answer of the API, there is no code.
    isMeant: ({ status }) => status === 200,
    isSo: ({ text }) => isEncrypted(String(fieldsOf(parseJson(text))['deviceCode'])),
    quote: ({ text }) => `{${Object.keys(fieldsOf(parseJson(text))).join(', ')}}`,
  },
  {
    id: 'server-routes',
    fact: 'other paths of the API get 404',
    section: 'routes',
    notice: 'The server passes on more than the app needs.',
    on: ['elsewhere'],
    isSo: ({ status }) => status === 404,
  },
  {
    id: 'server-body-limit',
    fact: 'a body of more than 64 kB gets 413',
    section: 'routes',
    notice: 'Large bodies can fill the memory of the server.',
    on: ['largeMint'],
    isMeant: ({ status }) => status !== 403,
    isSo: ({ status }) => status === 413,
  },
  {
    id: 'server-navigation',
    fact: 'a sign-in begins only when a user opens it: images and prefetches get 403',
    section: 'signing-in-by-redirect-or-popup',
    notice: 'Other sites can fill browsers with cookies of unfinished sign-ins.',
    on: ['image', 'prefetch'],
    isSo: ({ status }) => status === 403,
  },
  {
    id: 'server-sign-in-page',
    fact: 'the sign-in page gets `state`, a code challenge (S256), and a redirect URI of the app',
    section: 'signing-in-by-redirect-or-popup',
    notice: 'Signing in by redirect or popup fails, or ends at another site.',
    on: ['begin'],
    isSo({ location }, server) {
      const parameter = (name: string) => location?.searchParams.get(name) ?? '';
      return (
        parameter('state') !== '' &&
        parameter('code_challenge_method') === 'S256' &&
        /^[\w-]{43}$/.test(parameter('code_challenge')) &&
        parameter('redirect_uri') === `${server.href}/sign-in/callback`
      );
    },
    quote: ({ location }) =>
      location
        ? `${location.origin}${location.pathname} redirect_uri=${location.searchParams.get('redirect_uri')}, ` +
          `with ${[...location.searchParams.keys()].join(', ')}`
        : 'no Location',
  },
  {
    id: 'server-return',
    fact: '`returnTo` does not lead to another site',
    section: 'signing-in-by-redirect-or-popup',
    notice: 'A link to the app can send users to another site.',
    on: ['finish'],
    isSo: ({ location }, { origin }) => location?.origin === origin,
    quote: quoteLocation,
  },
  {
    id: 'server-planted',
    fact: 'a response that the browser did not ask for signs nobody in',
    section: 'signing-in-by-redirect-or-popup',
    notice: "A link can sign users in to someone else's account.",
    on: ['planted'],
    isSo: ({ location, cookies }) =>
      location?.searchParams.get('discovr-error') === 'AUTH_FAILED' &&
      !cookies.some(({ name }) => /-(?:refresh|session)$/.test(name)),
    quote: quoteLocation,
  },
  {
    id: 'server-popup',
    fact: 'the last page of a popup has a content security policy, and loads its script',
    section: 'signing-in-by-redirect-or-popup',
    notice: 'The sign-in popup stays open.',
    on: ['popup', 'script'],
    isSo: ({ headers, status }) =>
      status === 200 &&
      (/html/.test(headers.get('content-type') ?? '')
        ? /frame-ancestors 'none'/.test(headers.get('content-security-policy') ?? '')
        : /javascript/.test(headers.get('content-type') ?? '')),
    quote: quoteHeaders('content-type', 'content-security-policy'),
  },
];

function isGuarded({ name, attributes }: Cookie, isHttps: boolean): boolean {
  return (
    attributes.has('httponly') &&
    /^(?:lax|strict)$/i.test(attributes.get('samesite') ?? '') &&
    attributes.get('path') === '/' &&
    !attributes.has('domain') &&
    (!isHttps || (attributes.has('secure') && name.startsWith('__Host-')))
  );
}

/** Whether a text is encrypted as `docs/server.md` says: a compact JWE with A256GCM. */
function isEncrypted(text: string): boolean {
  const parts = text.split('.');
  return parts.length === 5 && fieldsOf(parseJson(decodedBase64(parts[0]!)))['enc'] === 'A256GCM';
}

/** Whether a text contains a refresh token or a JWT. What is encrypted has five parts. */
const hasToken = (text: string) =>
  (text.match(TOKENS) ?? []).some((token) => token.startsWith('rt_') || token.split('.').length === 3);

function codeIn(text: string): unknown {
  return fieldsOf(parseJson(text))['code'];
}

function quoteHeaders(...names: readonly string[]) {
  return ({ headers }: Visit) => names.map((name) => `${name}: ${headers.get(name) ?? 'absent'}`).join('; ');
}

/** Returns the cookies of an unfinished sign-in. Others come from what is in front of the server. */
const cookiesOf = ({ cookies }: Visit) => cookies.filter(({ name }) => name.includes('-state-'));

function quoteCookies(visit: Visit): string {
  const cookies = cookiesOf(visit);
  return cookies.length > 0 ? cookies.map(({ shown }) => `set-cookie: ${shown}`).join('; ') : 'no cookie';
}

function quoteLocation({ location }: Visit): string {
  return `location: ${location?.href ?? 'absent'}`;
}
