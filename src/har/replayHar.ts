import { abortError, abortReason } from '../shared/abort.js';
import { DEVICE_CODE, headersOf, parseJson, routeOf, textOf, urlOfRequest, type Har, type HarEntry } from './har.js';
import { base64Url, decodedBase64 } from './pseudonyms.js';

/** Options of {@link replayHar}. */
export interface ReplayHarOptions {
  /**
   * Answers what the recording does not contain, for example the `fetch` of an emulator. Without it, such a request is
   * answered with status 400 and the code `NOT_RECORDED`.
   */
  otherwise?: typeof globalThis.fetch | undefined;
}

/**
 * Returns a `fetch` that answers from a recording. A request is found by method, path, query and body; requests that
 * sign in, mint or read profiles by method and path alone, because their values are pseudonyms. Of equal requests, the
 * nth gets the nth answer; further `GET`s repeat the last one, others are not in the recording. Times of tokens are
 * shifted to now. A request that failed fails again, and one that was aborted waits until it is aborted.
 *
 * @throws {TypeError} when the value is not HAR 1.2.
 * @example
 * const client = new DiscovrClient('my-app', { fetch: replayHar(JSON.parse(recordingText)) });
 */
export function replayHar(har: Har, { otherwise }: ReplayHarOptions = {}): typeof globalThis.fetch {
  const answers = answersOf(har);
  const asked = new Map<string, number>();
  return async (input, init) => {
    const request = await requestOf(input, init);
    if (request.signal?.aborted) throw abortReason(request.signal);
    const key = keyOf(request);
    const entries = answers.get(key) ?? [];
    const count = asked.get(key) ?? 0;
    asked.set(key, count + 1);
    const entry = entries[request.method === 'GET' ? Math.min(count, entries.length - 1) : count];
    if (entry) return answerOf(entry, request.signal);
    return otherwise ? otherwise(input, init) : notRecorded(request, entries.length);
  };
}

interface ReplayedRequest {
  readonly method: string;
  readonly url: string;
  readonly body: string;
  readonly signal?: AbortSignal | null | undefined;
}

function answersOf(har: Har): Map<string, HarEntry[]> {
  if (!Array.isArray((Object(har) as Partial<Har>).log?.entries)) {
    throw new TypeError('replayHar() takes a recording in the format HAR 1.2: an object with log.entries.');
  }
  const answers = new Map<string, HarEntry[]>();
  for (const entry of har.log.entries) {
    const { method, url, postData } = entry.request;
    const key = keyOf({ method, url, body: postData?.text ?? '' });
    answers.set(key, [...(answers.get(key) ?? []), entry]);
  }
  return answers;
}

async function requestOf(
  input: Parameters<typeof globalThis.fetch>[0],
  init: RequestInit = {},
): Promise<ReplayedRequest> {
  const given = typeof input === 'object' && 'url' in input ? input : undefined;
  const body = init.body === undefined && given ? await given.clone().text() : init.body;
  return {
    method: (init.method ?? given?.method ?? 'GET').toUpperCase(),
    url: typeof input === 'string' ? input : 'url' in input ? input.url : input.href,
    body: typeof body === 'string' ? body : '',
    signal: init.signal ?? given?.signal,
  };
}

/** Returns a text that is the same for requests that count as equal. */
function keyOf({ method, url: text, body }: ReplayedRequest): string {
  const url = urlOfRequest(text);
  const { path, isMedia } = routeOf(url);
  if (!isMedia) return `${method} ${path.replace(DEVICE_CODE, '…')}`;
  url.searchParams.delete('q');
  url.searchParams.sort();
  return `${method} ${path}?${url.searchParams} ${JSON.stringify(canonical(parseJson(body)))}`;
}

/** Returns a body with sorted keys, without the name of a page, which is a pseudonym, and without times. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  const pairs = Object.entries(value).filter(([key]) => !/^(?:name|createdAt|updatedAt)$/.test(key));
  return Object.fromEntries(pairs.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, canonical(inner)]));
}

async function answerOf(
  { response, startedDateTime }: HarEntry,
  signal: AbortSignal | null | undefined,
): Promise<Response> {
  // Other tools leave parts out, write status -1 without a response, and `_error: null` with one.
  const { status = 0, headers: recorded = [], content, _error } = response as Partial<HarEntry['response']>;
  if (_error || status < 200) {
    if (_error === 'aborted' || _error === 'pending') await untilAborted(signal);
    throw new TypeError(_error || 'The recorded request received no response.');
  }
  const body = textOf(content) ?? '';
  // The body has another length and is not compressed.
  const isKept = (name: string) => !/^(?:content-(?:length|encoding)|set-cookie)$/i.test(name);
  const headers = headersOf(recorded.filter(({ name }) => isKept(name)));
  const isEmpty = [204, 205, 304].includes(status);
  const passedSeconds = Math.round((Date.now() - Date.parse(startedDateTime)) / 1000) || 0;
  return new Response(isEmpty ? null : shifted(body, passedSeconds), { status, headers });
}

function untilAborted(signal: AbortSignal | null | undefined): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason ?? abortError()), { once: true });
  });
}

/** Moves the times of tokens in a body, so that a token has as much time left as when it was recorded. */
function shifted(text: string, seconds: number): string {
  const body = parseJson(text);
  if (body === undefined) return text;
  return JSON.stringify(body, (key, value: unknown) => {
    if (key === 'expiresAt' && typeof value === 'number') return value + seconds;
    // The token of the next page is sent back, and found by its value.
    if (key === 'nextPageToken') return value;
    return typeof value === 'string' && value.startsWith('eyJ') ? shiftedToken(value, seconds) : value;
  });
}

function shiftedToken(token: string, seconds: number): string {
  const [header = '', payload = '', signature] = token.split('.');
  const claims = parseJson(decodedBase64(payload));
  if (signature === undefined || typeof claims !== 'object' || claims === null) return token;
  const moved = Object.entries(claims).map(([name, value]: [string, unknown]) =>
    typeof value === 'number' && /^(?:iat|exp|nbf)$/.test(name) ? [name, value + seconds] : [name, value],
  );
  return [header, base64Url(JSON.stringify(Object.fromEntries(moved))), signature].join('.');
}

function notRecorded({ method, url }: ReplayedRequest, count: number): Response {
  const name = `${method} ${routeOf(urlOfRequest(url)).path}`;
  const message =
    count > 0
      ? `The recording answers ${name} ${count === 1 ? 'once' : `${count} times`}, and it was sent again.`
      : `The recording does not contain ${name}. Record it, or pass otherwise to replayHar().`;
  return new Response(JSON.stringify({ code: 'NOT_RECORDED', message }), { status: 400 });
}
