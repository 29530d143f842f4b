import { TOKENS } from '../shared/errors.js';
import { DEVICE_CODE, parseJson, routeOf, type HarPair, type HarRoute } from './har.js';

/** Headers that are kept, apart from the ones with credentials. They contain neither secrets nor people. */
const KEPT_HEADERS = /^(?:accept|access-control-[\w-]+|cache-control|content-type|date|retry-after|vary|x-request-id)$/;
/** Query parameters whose values are kept. */
const KEPT_PARAMETERS =
  /^(?:contentfilter|country|episode|limit|locale|nextPageToken|pos|profileId|providers|season|sessionId|size)$/;
/** Keys whose values are kept in the bodies of credentials and profiles. */
const KEPT_KEYS =
  /^(?:(?:profile|session|public)?id|type|status|path|(?:created|updated)At|expires(?:At|In)|remainingMs)$/i;
/** Keys that never have a kept value, on any path. */
const SECRET_KEYS = /token$|secret|password|cookie|authorization|verifier|challenge|mail|phone|(?:device|user)Code/i;
const IMAGE_KEYS = /^avatar|qr/i;
/** Keys whose values the library compares with fixed words, and these words. A profile may have one as its name. */
const FIXED_KEYS = /^(?:type|media_type|status|code)$/;
const FIXED_WORDS = /^(?:media|top_n|navigation|provider|movie|tv|pending|ok|[A-Z]+(?:_[A-Z]+)*)$/;
/** Matches e-mail addresses. Lengths are limited, so that long texts take linear time. */
const E_MAIL = /[^\s@"'<>:;,]{1,64}@[^\s@"'<>:;,]{1,255}/g;

/** Where a value stands in a body. */
interface Place {
  readonly route: HarRoute;
  readonly key: string;
  /** Number of keys above the value. */
  readonly depth: number;
  readonly isRequest: boolean;
}

/** Picture that replaces an avatar or a QR image. It needs no network. */
const PICTURE = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'/%3E";

/**
 * Replaces what a recording must not contain. Equal values get equal pseudonyms, and a pseudonym has the shape of what it
 * replaces: `rt_…` for refresh tokens, three parts for JWTs, the pattern of letters and digits for codes. A pseudonym
 * depends on the order of the values only, so nothing can be computed from it. What has been replaced once is replaced
 * wherever it occurs later, for example in the text of an error.
 */
export class Pseudonyms {
  #count = 0;
  readonly #known = new Map<string, string>();
  /** Values to look for in texts: exact spellings with their pseudonyms, and whether they must be whole words. */
  readonly #spellings = new Map<string, { pseudonym: string; isName: boolean }>();

  /** Replaces tokens, and everything that has been replaced before, in a text. */
  text(text: string): string {
    let result = text.includes('@') ? text.replace(E_MAIL, (address) => this.#secret(address)) : text;
    for (const [spelling, { pseudonym, isName }] of this.#spellings) {
      if (result.includes(spelling)) result = replaced(result, spelling, pseudonym, isName);
    }
    return result.replace(TOKENS, (token) => this.#secret(token));
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
        return [{ name, value: value.replace(/\S+$/, (token) => this.#secret(token)) }];
      }
      const pairs =
        /^(?:set-)?cookie$/.test(name) && value.split(/[;,] */).filter((pair) => /^[\w!#$%&'*+.^`|~-]+=./.test(pair));
      if (!pairs) return [];
      return [
        {
          name,
          value: pairs
            .map((pair) => pair.replace(/=(.*)$/s, (_, secret: string) => `=${this.#secret(secret)}`))
            .join('; '),
        },
      ];
    });
  }

  /** Replaces secrets in a body. A body that is not JSON is left out, because nothing is known about it. */
  body(text: string, url: URL, isRequest: boolean): string {
    const body = parseJson(text);
    if (body === undefined) return text === '' ? '' : `[${text.length} characters that are not JSON]`;
    return JSON.stringify(this.#value(body, { route: routeOf(url), key: '', depth: 0, isRequest }));
  }

  #value(value: unknown, place: Place): unknown {
    if (typeof value === 'string') return this.#string(value, place);
    if (typeof value === 'number') return place.route.isMedia || KEPT_KEYS.test(place.key) ? value : 0;
    if (Array.isArray(value)) return value.map((item) => this.#value(item, { ...place, depth: place.depth + 1 }));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [
        this.text(key),
        this.#value(inner, { ...place, key, depth: place.depth + 1 }),
      ]),
    );
  }

  #string(text: string, { route, key, depth, isRequest }: Place): string {
    if (IMAGE_KEYS.test(key)) return this.#picture(text);
    if (key === 'nextPageToken') return this.text(text);
    if (SECRET_KEYS.test(key)) return this.#secret(text);
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
    if (known !== undefined || text === '') return known ?? '';
    const pseudonym = create(++this.#count);
    this.#known.set(text, pseudonym);
    // A pseudonym that comes back, for example in a request of a replay, stays as it is.
    this.#known.set(pseudonym, pseudonym);
    if (text.length >= (isName ? 2 : 6)) {
      const inJson = JSON.stringify(text).slice(1, -1);
      for (const spelling of new Set([text, inJson, uriOf(text)])) this.#spellings.set(spelling, { pseudonym, isName });
    }
    return pseudonym;
  }
}

function replaced(text: string, spelling: string, pseudonym: string, isName: boolean): string {
  if (!isName) return text.replaceAll(spelling, pseudonym);
  const isPartOfWord = (character: string | undefined) => /^[\p{L}\p{N}_-]$/u.test(character ?? '');
  return text.replaceAll(spelling, (found, at: number) =>
    isPartOfWord(text[at - 1]) || isPartOfWord(text[at + found.length]) ? found : pseudonym,
  );
}

/** Returns a text of the same shape as a secret. */
function lookalike(secret: string, count: number): string {
  if (secret.startsWith('rt_')) return `rt_redacted${count}`;
  const parts = secret.split('.');
  if (secret.startsWith('eyJ') && parts.length === 3) {
    return [base64Url('{"alg":"none"}'), base64Url(JSON.stringify(timesOf(parts[1]!))), `redacted${count}`].join('.');
  }
  if (secret.startsWith('eyJ')) return `redacted${count}`;
  // Digits of the count in place of digits, letters in place of letters. What separates groups stays.
  const digits = String(count).padStart(secret.length, '0');
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

/** Encodes a text for a URL. A lone surrogate cannot be encoded, and never occurs in one. */
function uriOf(text: string): string {
  try {
    return encodeURIComponent(text);
  } catch {
    return text;
  }
}
