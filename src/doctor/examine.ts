import { parseJson, urlOfRequest } from '../har/har.js';
import { isTooLong } from '../har/pseudonyms.js';
import { readText } from '../har/recordHar.js';
import { abortReason } from '../shared/abort.js';
import { redactTokens } from '../shared/errors.js';
import { pause, startDeadline } from '../shared/time.js';
import { fieldsOf, isTemporary, mediaId, type Body } from './seen.js';

/** Settings of {@link sender}. */
export interface SenderOptions {
  /** Sends the requests. */
  readonly fetch: typeof globalThis.fetch;
  /** URL below which the paths of the requests are. */
  readonly basePath: string;
  /** Time between two requests, in milliseconds. */
  readonly intervalMs: number;
  /** Stops the examination. What was added is removed first. */
  readonly signal?: AbortSignal | undefined;
  /** Reports each request before it is sent, and what went wrong. */
  readonly onProgress: (text: string) => void;
  /** Whether a redirect is an answer. Otherwise, it is a failure. */
  readonly readsRedirects?: boolean;
}

/** Settings of {@link examine}. */
interface ExamineOptions extends SenderOptions {
  readonly refreshToken: string;
  /** Id of the app; without it, no sign-in by code is tried. */
  readonly clientId?: string | undefined;
  /** Id of the profile to choose; the first one by default. */
  readonly profileId?: string | undefined;
  /** Origin of an app for which CORS is examined. */
  readonly origin?: string | undefined;
  /** Whether a like and a history entry are added and removed again. */
  readonly writes: boolean;
}

/** What a request of an examination needs. */
interface Step {
  readonly token?: string | undefined;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Whether nothing can be examined without a successful answer. */
  readonly isRequired?: boolean;
  /** Whether it removes what the doctor added, and is sent even when the doctor is stopped. */
  readonly isUndo?: boolean;
}

/** Time limit of a request, in milliseconds. */
const TIMEOUT_MS = 30_000;
/** Number of requests in a row without an answer after which the doctor gives up. */
const MAX_OUTAGES = 3;

/** Query of the lists: a few entries are enough. */
const FEW = 'limit=5';

/**
 * Sends the requests that show the facts of the contract, one after the other. Without `writes`, it changes nothing that a
 * user would notice: it mints one session, creates pages, and requests a code that nobody enters.
 *
 * @throws {Error} when no session can be minted, since nothing can be examined then.
 */
export async function examine(options: ExamineOptions): Promise<void> {
  const { refreshToken, clientId, writes } = options;
  const request = sender(options);
  const send: Send = async (name, step) => {
    const answer = await request(name, step);
    const status = answer?.response.status ?? 0;
    if (!answer || status >= 500 || isTemporary(status)) return NO_ANSWER;
    // What is not there needs no removal.
    if (!answer.response.ok && !(step?.isUndo && status === 404)) return REFUSED;
    // An answer that is not JSON is judged like one without fields.
    return fieldsOf(parseJson(answer.text));
  };

  const { profiles } = await send('GET /profiles', { token: refreshToken, isRequired: true });
  const profileId = options.profileId ?? textIn(first(profiles), 'id');
  if (!profileId) throw new Error('GET /profiles returned no profile. Pass --profile with the id of one.');
  await send(`GET /profiles/${encodeURIComponent(profileId)}`, { token: refreshToken });
  const token = textIn(
    await send('POST /auth/session-token', { token: refreshToken, body: { profileId }, isRequired: true }),
    'sessionToken',
  );
  if (!token) throw new Error('POST /auth/session-token returned no sessionToken, so nothing else can be requested.');

  if (options.origin !== undefined) {
    const headers = {
      origin: options.origin,
      'access-control-request-method': 'DELETE',
      'access-control-request-headers': 'authorization,content-type',
    };
    for (const path of ['/profiles', '/profile/liked']) await send(`OPTIONS ${path}`, { headers });
  }
  await send('GET /profile-images');
  await send('GET /gif-search?q=happy&limit=2&locale=pt_BR');
  if (clientId) {
    const code = textIn(await send('POST /auth/device-codes', { body: { clientID: clientId } }), 'deviceCode');
    if (code) await send(`POST /auth/device-codes/${encodeURIComponent(code)}/poll`);
  }
  // The tiers are mixed up on purpose.
  await send('GET /profiles', { token });
  await send('GET /pages/unknown', { token: refreshToken });
  await send('GET /pages/unknown', { token });

  const page = textIn(await send('POST /pages', { token, body: {} }), 'id');
  await send('POST /pages', { token, body: {} });
  await send('POST /pages', { token, body: { name: 'Doctor' } });
  await send('POST /pages', { token, body: { pageFilters: { genres: [35], media_type: 'movie' } } });
  await send('POST /pages', { token, body: { pageFilters: { with_runtime_gte: 200, with_runtime_lte: 100 } } });
  const title = page && (await examinePage(send, token, page));
  for (const list of ['liked', 'disliked', 'super_liked', 'watchlist', 'history']) {
    await send(`GET /profile/${list}?${FEW}`, { token });
  }
  if (!title) return;
  await send(`GET /media/${title}`, { token });
  await send(`GET /profile/media/${title}?providers=true`, { token });
  const { items } = await send(`GET /profile/history/${title}${title.startsWith('TV_') ? '?season=1' : ''}`, { token });
  const isUnwatched = Array.isArray(items) && items.length === 0;
  if (writes) await examineWrites(options, { send, token, title, isUnwatched });
}

/** Requests a page with its rows, and items of one row of each type. Returns the id of a film, or else of a series. */
async function examinePage(send: Send, token: string, pageId: string): Promise<string> {
  const page = encodeURIComponent(pageId);
  const { hero } = await send(`GET /pages/${page}`, { token });
  const { rows } = await send(`GET /pages/${page}/rows?limit=20`, { token });
  await send(`GET /pages/${page}/rows?limit=51`, { token });
  const types = new Set<string>();
  const titles = listOf(hero);
  for (const row of listOf(rows)) {
    const [id, type] = [textIn(row, 'id'), textIn(row, 'type')];
    if (types.has(type) || !id) continue;
    const path = `/pages/${page}/rows/${encodeURIComponent(id)}`;
    if (types.size === 0) await send(`GET ${path}`, { token });
    types.add(type);
    const { items } = await send(`GET ${path}/items?${FEW}`, { token });
    titles.push(...listOf(items));
  }
  const ids = titles.map((title) => textIn(title, 'id')).filter((id) => mediaId.test(id));
  return ids.find((id) => id.startsWith('MV_')) ?? ids.find((id) => id.startsWith('TV_')) ?? '';
}

interface Writes {
  readonly send: Send;
  readonly token: string;
  readonly title: string;
  /** Whether the history has no entry of the title. */
  readonly isUnwatched: boolean;
}

/** Adds a like and a history entry, unless the title has them already, and removes them again. */
async function examineWrites(
  { onProgress }: ExamineOptions,
  { send, token, title, isUnwatched }: Writes,
): Promise<void> {
  const undo = async (path: string) => {
    for (let tries = 0; tries < MAX_OUTAGES; tries++) {
      const answer = await send(`DELETE ${path}`, { token, isUndo: true });
      if (answer === REFUSED) break;
      if (answer !== NO_ANSWER) return;
    }
    onProgress(`Not removed: ${path}. Remove it in the app.`);
  };
  const tryOut = async (list: string, look?: string) => {
    let isRefused = false;
    try {
      isRefused = (await send(`POST /profile/${list}`, { token, body: { mediaId: title } })) === REFUSED;
      if (look) await send(look, { token });
    } finally {
      if (!isRefused) await undo(`/profile/${list}/${title}`);
    }
  };
  const { liked, disliked, super_liked, history } = await send(`GET /profile/media/${title}`, { token });
  if (liked === false && disliked === false && super_liked === false) {
    await tryOut('liked');
    await send(`DELETE /profile/liked/${title}`, { token });
  }
  if (history === false && isUnwatched && title.startsWith('MV_')) {
    await tryOut('history', `GET /profile/history/${title}`);
  }
}

type Send = (name: string, step?: Step) => Promise<Body>;

/** Stands for the answer of a request that failed, and may have been carried out. */
const NO_ANSWER: Body = {};
/** Stands for the answer of a request that the API did not carry out. */
const REFUSED: Body = {};

/** A response, and its body as text. */
export interface Answer {
  readonly response: Response;
  readonly text: string;
}

/**
 * Returns the function that sends the requests of an examination, not faster than one in each interval. It resolves with
 * `undefined` if a request fails.
 */
export function sender({
  fetch,
  basePath,
  intervalMs,
  signal,
  onProgress,
  readsRedirects,
}: SenderOptions): (name: string, step?: Step) => Promise<Answer | undefined> {
  let isFirst = true;
  let outages = 0;
  return async (name, { token, body, headers, isRequired, isUndo } = {}) => {
    const stop = isUndo ? undefined : signal;
    if (!isFirst) await pause(intervalMs, stop);
    isFirst = false;
    const shownName = name.replace(/(?<=device-codes\/)[^/]+|(?<=\bstate=)[^&]+/, '…');
    onProgress(shownName);
    const [method = '', path = ''] = name.split(' ');
    const deadline = startDeadline(TIMEOUT_MS, stop);
    try {
      const response = await deadline.race(
        fetch(urlOfRequest(basePath + path).href, {
          method,
          headers: {
            accept: 'application/json',
            ...(token && { authorization: `Bearer ${token}` }),
            ...(body !== undefined && { 'content-type': 'application/json' }),
            ...headers,
          },
          ...(body !== undefined && { body: JSON.stringify(body) }),
          redirect: readsRedirects ? 'manual' : 'error',
          signal: deadline.signal,
        }),
      );
      const text = await deadline.race(readText(response));
      // Ends a download that is too long to be read.
      response.body?.cancel().catch(() => undefined);
      if (isTooLong(text)) throw new Error('The answer is too long.');
      outages = 0;
      if (isRequired && !response.ok)
        throw new Error(`It returned ${response.status} ${textIn(parseJson(text), 'code')}`.trim());
      return { response, text };
    } catch (error) {
      if (stop?.aborted) throw abortReason(stop);
      const reason = reasonOf(error);
      if (isRequired || (++outages >= MAX_OUTAGES && !isUndo)) {
        throw new Error(`${shownName} failed: ${reason}`, { cause: error });
      }
      onProgress(`  failed: ${reason}`);
      return undefined;
    } finally {
      deadline.release();
    }
  };
}

/** Returns why a request failed. `fetch` of Node.js has the reason in the cause. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  return redactTokens(cause instanceof Error ? `${error.message} (${cause.message})` : error.message);
}

const listOf = (value: unknown) => (Array.isArray(value) ? [...(value as unknown[])] : []);
const first = (value: unknown) => listOf(value)[0];

function textIn(value: unknown, key: string): string {
  const text = fieldsOf(value)[key];
  return typeof text === 'string' ? text : '';
}
