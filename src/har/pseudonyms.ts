import { TOKENS } from '../shared/errors.js';
import {
  DEVICE_CODE,
  headersOf,
  parseJson,
  routeOf,
  textOf,
  urlOfRequest,
  type HarEntry,
  type HarPair,
  type HarRoute,
} from './har.js';
import { Spellings } from './spellings.js';

/** Headers that are kept, apart from the ones with credentials. They contain neither secrets nor people. */
const KEPT_HEADERS =
  /^(?:accept|access-control-[\w-]+|cache-control|content-type|date|origin|retry-after|vary|x-request-id)$/;
/** Query parameters whose values are kept. */
const KEPT_PARAMETERS =
  /^(?:contentfilter|country|episode|limit|locale|nextPageToken|pos|profileId|providers|season|sessionId|size)$/;
/** Keys whose values are kept in the bodies of credentials and profiles. */
const KEPT_KEYS =
  /^(?:(?:profile|session|public)?id|type|status|path|(?:created|updated)At|expires(?:At|In)|remainingMs)$/i;
/** Keys that never have a kept value, on any path. */
const SECRET_KEYS =
  /tokens?$|secret|pass(?:word|code|phrase)|^pin$|credential|api_?key|cookie|authorization|verifier|challenge|mail|phone|(?:profile|user|display|given|family)_?name|(?:device|user)_?code/i;
const IMAGE_KEYS = /^avatar|qr/i;
/** Keys whose values the library compares with fixed words, and these words. A profile may have one as its name. */
const FIXED_KEYS = /^(?:type|media_type|status|code)$/;
const FIXED_WORDS = /^(?:media|top_n|navigation|provider|movie|tv|pending|ok|[A-Z]+(?:_[A-Z]+)*)$/;
/** Matches e-mail addresses. Lengths are limited, so that long texts take linear time. */
const E_MAIL = /[^\s@"'<>:;,]{1,64}(?:@|%40)[^\s@"'<>:;,]{1,255}/g;
/** Number of different values that a recording replaces. With more of them, all bodies are left out. */
const MAX_VALUES = 10_000;
/** Longest body that a recording keeps, in characters. It is also the longest that the client reads. */
export const MAX_BODY = 5 * 1024 * 1024;
/** Replaces a body that is left out. */
const LEFT_OUT = /^\[(?:over )?\d+ characters(?: that are not JSON| nested too deeply)?\]$/;

/** Whether a text stands for a body that is too long to be read. */
export const isTooLong = (text: string): boolean => /^\[(?:over )?\d+ characters\]$/.test(text);

/** Where a value stands in a body. */
interface Place {
  readonly route: HarRoute;
  readonly key: string;
  /** Number of keys above the value. */
  readonly depth: number;
  readonly isRequest: boolean;
  /** Whether a key above the value says that it is secret. */
  readonly isSecret: boolean;
}

/** Picture that replaces an avatar or a QR image. It needs no network. */
const PICTURE = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'/%3E";

/**
 * Replaces what a recording must not contain. Equal values get equal pseudonyms, and a pseudonym has the shape of what it
 * replaces: `rt_…` for refresh tokens, three parts for JWTs, the pattern of letters and digits for codes. A pseudonym
 * depends on the order of the values only, so nothing can be computed from it. What has been replaced once is replaced
 * wherever it occurs, for example in the text of an error.
 */
export class Pseudonyms {
  #count = 0;
  readonly #known = new Map<string, string>();
  /** Values that have been names only. */
  readonly #names = new Set<string>();
  readonly #spellings = new Spellings();

  /** Replaces secrets in an entry of any recording. Those that were learned after it was written are replaced too. */
  entry({ startedDateTime, time, request, response, cache, timings }: HarEntry): HarEntry {
    const url = urlOfRequest(request.url);
    const recordedUrl = this.url(url);
    const body = textOf(response.content);
    return {
      startedDateTime,
      time,
      request: {
        ...emptyMessage,
        method: this.text(request.method),
        url: recordedUrl.href,
        headers: this.headers(headersOf(request.headers)),
        queryString: [...recordedUrl.searchParams].map(([name, value]) => ({ name, value })),
        ...(request.postData && {
          postData: {
            mimeType: this.text(request.postData.mimeType),
            text: this.body(request.postData.text, url, true),
          },
        }),
      },
      response: {
        ...emptyMessage,
        status: response.status,
        statusText: this.text(response.statusText),
        headers: this.headers(headersOf(response.headers)),
        content: {
          size: response.content.size,
          mimeType: this.text(response.content.mimeType),
          ...(body !== undefined && { text: this.body(body, url, false) }),
        },
        redirectURL: '',
        ...(response._error !== undefined && { _error: this.text(response._error) }),
      },
      cache,
      timings,
    };
  }

  /** Replaces tokens, and everything that has been replaced before, in a text. */
  text(text: string): string {
    const addressed = /@|%40/.test(text) ? text.replace(E_MAIL, (address) => this.#secret(address)) : text;
    return this.#spellings.replace(addressed).replace(TOKENS, (token) => this.#secret(token));
  }

  /** Replaces secrets in the URL of a request, and removes its credentials and its fragment. */
  url(url: URL): URL {
    const copy = new URL(url);
    copy.hash = copy.username = copy.password = '';
    copy.pathname = this.text(copy.pathname.replace(DEVICE_CODE, (code) => this.#secret(decodedOf(code))));
    const pairs = [...copy.searchParams].map(([name, value]) => [
      this.text(name),
      KEPT_PARAMETERS.test(name) ? this.text(value) : this.#secret(value),
    ]);
    copy.search = String(new URLSearchParams(pairs));
    return copy;
  }

  /** Replaces secrets in headers, and removes headers that are not known to be harmless. */
  headers(headers: Headers): HarPair[] {
    return [...headers].flatMap(([name, value]) => {
      if (KEPT_HEADERS.test(name)) return [{ name, value: this.text(value) }];
      if (name === 'authorization') {
        const scheme = /^(?:Bearer|Basic|DPoP) +/i.exec(value)?.[0] ?? '';
        return [{ name, value: scheme + this.#secret(value.slice(scheme.length)) }];
      }
      // The attributes of a cookie are no secrets, and must not be replaced elsewhere.
      const cookies = name === 'cookie' ? value.split(';') : name === 'set-cookie' ? [value.split(';')[0]!] : [];
      const pairs = cookies.flatMap((cookie) => {
        const [, key, secret] = /^\s*([^=]+)=(.+)$/s.exec(cookie) ?? [];
        return key && secret ? [`${this.text(key)}=${this.#secret(secret)}`] : [];
      });
      return pairs.length > 0 ? [{ name, value: pairs.join('; ') }] : [];
    });
  }

  /**
   * Replaces secrets in a body. A body that is not JSON, or cannot be read, is left out, because nothing is known about
   * it.
   */
  body(text: string, url: URL, isRequest: boolean): string {
    if (text === '' || LEFT_OUT.test(text)) return text;
    if (text.length > MAX_BODY || this.#count >= MAX_VALUES) return `[${text.length} characters]`;
    const body = parseJson(text);
    if (body === undefined) return `[${text.length} characters that are not JSON]`;
    try {
      return JSON.stringify(this.#value(body, { route: routeOf(url), key: '', depth: 0, isRequest, isSecret: false }));
    } catch {
      // Values that are nested so deeply overflow the stack.
      return `[${text.length} characters nested too deeply]`;
    }
  }

  #value(value: unknown, place: Place): unknown {
    if (typeof value === 'string') return this.#string(value, place);
    if (typeof value === 'number') {
      return KEPT_KEYS.test(place.key) || (place.route.isMedia && !place.isSecret) ? value : 0;
    }
    if (Array.isArray(value)) return value.map((item) => this.#value(item, { ...place, depth: place.depth + 1 }));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [
        this.text(key),
        this.#value(inner, {
          ...place,
          key,
          depth: place.depth + 1,
          isSecret: place.isSecret || (SECRET_KEYS.test(key) && key !== 'nextPageToken'),
        }),
      ]),
    );
  }

  #string(text: string, { route, key, depth, isRequest, isSecret }: Place): string {
    if (IMAGE_KEYS.test(key)) return this.#picture(text);
    if (isSecret) return this.#secret(text);
    if (key === 'nextPageToken') return this.text(text);
    // On other paths, names belong to genres, people and services. A page has its name at the top of the body.
    if (key === 'name' && (!route.isMedia || (depth === 1 && route.path.startsWith('/pages')))) return this.#name(text);
    if (key === 'code' && isRequest) return this.#secret(text);
    if (FIXED_KEYS.test(key) && FIXED_WORDS.test(text)) return text;
    if (route.isMedia || key === 'message' || KEPT_KEYS.test(key)) return this.text(text);
    return this.#secret(text);
  }

  #secret(text: string): string {
    return this.#pseudonym(text, (count) => lookalike(text, count), false);
  }

  #name(name: string): string {
    return this.#pseudonym(name, (count) => `Name ${count}`, true);
  }

  #picture(url: string): string {
    return this.#pseudonym(
      url,
      (count) => (/\.mp4\b/i.test(url) ? `https://avatar.invalid/${count}.mp4` : `${PICTURE}#${count}`),
      false,
    );
  }

  #pseudonym(text: string, create: (count: number) => string, isName: boolean): string {
    const known = this.#known.get(text);
    if (known !== undefined && !isName && this.#names.delete(text)) this.#find(text, known, false);
    if (known !== undefined || text === '') return known ?? '';
    let pseudonym = create(++this.#count);
    // A value may look like a pseudonym, or consist of separators alone.
    for (let tries = 0; pseudonym === text || this.#known.has(pseudonym); tries++) {
      pseudonym = tries < 20 ? create(++this.#count) : `redacted${++this.#count}`;
    }
    if (this.#count > MAX_VALUES) return pseudonym;
    this.#known.set(text, pseudonym);
    // A pseudonym that comes back, for example in a request of a replay, stays as it is.
    this.#known.set(pseudonym, pseudonym);
    if (isName) this.#names.add(text);
    this.#find(text, pseudonym, isName);
    return pseudonym;
  }

  /** Replaces a value wherever it occurs, unless it is too short. */
  #find(text: string, pseudonym: string, isName: boolean): void {
    if (text.length >= (isName ? 2 : 6)) this.#spellings.add(text, pseudonym, isName);
  }
}

/** Fields of a request and a response that a recording does not fill. */
export const emptyMessage = { httpVersion: 'HTTP/1.1', cookies: [], headersSize: -1, bodySize: -1 };

/** Returns a text of the same shape as a secret. */
function lookalike(secret: string, count: number): string {
  if (secret.startsWith('rt_')) return `rt_redacted${count}`;
  const parts = secret.split('.');
  if (secret.startsWith('eyJ') && parts.length === 3) {
    return [base64Url('{"alg":"none"}'), base64Url(JSON.stringify(timesOf(parts[1]!))), `redacted${count}`].join('.');
  }
  // A short value has few pseudonyms of its shape, and later values could be equal to them.
  if (secret.startsWith('eyJ') || secret.length < 6) return `redacted${count}`;
  // Digits become digits of the count, and letters become letters. Separators stay.
  const { length } = [...secret];
  const digits = String(count).padStart(length, '0').slice(-length);
  const letters = [...digits].map((digit) => String.fromCharCode(65 + Number(digit)));
  return [...secret]
    .map((character, at) => {
      if (/\d/.test(character)) return digits[at] ?? '0';
      if (/\p{Lu}/u.test(character)) return letters[at] ?? 'A';
      return /[-\s]/.test(character) ? character : (letters[at] ?? 'A').toLowerCase();
    })
    .join('');
}

/** Returns the times in the payload of a JWT, in Unix seconds. Other claims are left out. */
function timesOf(payload: string): { iat?: number; exp?: number } {
  const claims = Object(parseJson(decodedBase64(payload))) as { iat?: unknown; exp?: unknown };
  return {
    ...(typeof claims.iat === 'number' && { iat: claims.iat }),
    ...(typeof claims.exp === 'number' && { exp: claims.exp }),
  };
}

/** Decodes a part of a JWT. Returns an empty text for what is not base64url. */
export function decodedBase64(part: string): string {
  try {
    return atob(part.replaceAll('-', '+').replaceAll('_', '/'));
  } catch {
    return '';
  }
}

/** Encodes ASCII as a part of a JWT. */
export const base64Url = (text: string): string =>
  btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');

function decodedOf(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
