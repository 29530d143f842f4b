/** Name and value of a header or of a query parameter. */
export interface HarPair {
  name: string;
  value: string;
}

/** A request and its response, as HAR 1.2 describes them. */
export interface HarEntry {
  /** Start of the request, ISO 8601. */
  startedDateTime: string;
  /** Duration, in milliseconds. */
  time: number;
  request: {
    method: string;
    url: string;
    httpVersion: string;
    cookies: HarPair[];
    headers: HarPair[];
    queryString: HarPair[];
    postData?: { mimeType: string; text: string };
    headersSize: number;
    bodySize: number;
  };
  response: {
    /** 0 if no response was received. */
    status: number;
    statusText: string;
    httpVersion: string;
    cookies: HarPair[];
    headers: HarPair[];
    content: { size: number; mimeType: string; text?: string; encoding?: string };
    redirectURL: string;
    headersSize: number;
    bodySize: number;
    /** Why no response was received: `aborted`, `pending`, or the error of `fetch`. */
    _error?: string;
  };
  cache: Record<string, never>;
  timings: { send: number; wait: number; receive: number };
}

/** Recording in the format HAR 1.2, which network panels, Playwright and MSW read. */
export interface Har {
  log: {
    version: string;
    creator: { name: string; version: string };
    entries: HarEntry[];
    comment?: string;
  };
}

/** Paths of credentials and profiles. What precedes them belongs to the `basePath`. */
const PERSONAL_PATHS = /\/(?:auth|profiles)(?:\/|$)/;
/**
 * Paths whose bodies contain neither credentials nor people. They are matched to their end, because a `basePath` may begin
 * with the same words. All other paths are treated with more care.
 */
const MEDIA_PATHS =
  /\/(?:pages(?:\/[^/]+(?:\/rows(?:\/[^/]+(?:\/items)?)?)?)?|profile\/(?:liked|disliked|super_liked|watchlist|history|media|playback|scrobble)(?:\/[^/]+){0,2}|media\/(?:MV|TV)_[^/]+|gif-search|profile-images)$/;

/** Path of a request, without the `basePath`. */
export interface HarRoute {
  /** Path from Discovr's first segment on, such as `/pages/page_1`. The whole path if it is none of Discovr's. */
  readonly path: string;
  /** Whether the path is one of Discovr's. */
  readonly isKnown: boolean;
  /** Whether the path belongs to titles, pages and lists, not to credentials and profiles. */
  readonly isMedia: boolean;
}

/** Returns the route of a URL. */
export function routeOf({ pathname }: URL): HarRoute {
  const personal = pathname.search(PERSONAL_PATHS);
  const start = personal < 0 ? pathname.search(MEDIA_PATHS) : personal;
  return { path: pathname.slice(Math.max(0, start)), isKnown: start >= 0, isMedia: personal < 0 && start >= 0 };
}

/** Matches the device code in a path. It is a credential while the user signs in. */
export const DEVICE_CODE = /(?<=\/device-codes\/)[^/]+/;

/** Parses JSON. Returns `undefined` for other texts. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Returns the body of a response as text. `undefined` if the recording does not contain it. */
export function textOf({ text, encoding }: Partial<HarEntry['response']['content']> = {}): string | undefined {
  if (text === undefined || encoding !== 'base64') return text;
  return new TextDecoder().decode(Uint8Array.from(atob(text), (character) => character.charCodeAt(0)));
}

/**
 * Returns recorded headers, without those of HTTP/2 itself. Network panels separate the values of one name by line
 * breaks.
 */
export function headersOf(pairs: readonly HarPair[]): Headers {
  const headers = new Headers();
  for (const { name, value } of pairs) {
    if (!name.startsWith(':')) headers.append(name, value.replaceAll('\n', ', '));
  }
  return headers;
}

/** Parses the URL of a request. One without an origin gets an origin that leads nowhere. */
export const urlOfRequest = (url: string): URL => new URL(url, 'https://app.invalid');

/**
 * Describes what a recording contains, for the person who shares it: how many requests of which routes, when they were
 * sent, what was replaced, and what can still be read.
 */
export function describeHar({ log: { entries } }: Har): string {
  const counts = new Map<string, number>();
  for (const { request } of entries) {
    const { path, isMedia } = routeOf(urlOfRequest(request.url));
    const name = `${request.method} ${isMedia ? path.split('/').slice(0, 2).join('/') : path.replace(DEVICE_CODE, '…')}`;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const failed = entries.filter(({ response }) => response.status === 0 || response.status >= 400).length;
  return [
    `${entries.length} requests to Discovr, ${failed} of them failed.`,
    ...(entries.length > 0 ? [`From ${entries[0]!.startedDateTime} to ${entries.at(-1)!.startedDateTime}.`] : []),
    ...[...counts].map(([name, count]) => `- ${name}: ${count}`),
    'Replaced: tokens, codes, cookies, unknown headers, names of profiles and pages, search texts, and avatars.',
    'Still readable: addresses of servers, ids, names of fields, filters, pages, lists, and what a profile has watched and when.',
  ].join('\n');
}
