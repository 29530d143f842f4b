import { urlOfRequest } from '../har/har.js';
import { pause } from '../shared/time.js';

/** Settings of {@link examine}. */
export interface ExamineOptions {
  /** Sends the requests. */
  readonly fetch: typeof globalThis.fetch;
  /** URL of the API. */
  readonly basePath: string;
  readonly refreshToken: string;
  /** Id of the app; without it, no sign-in by code is tried. */
  readonly clientId?: string | undefined;
  /** Id of the profile to choose; the first one by default. */
  readonly profileId?: string | undefined;
  /** Whether a like and a history entry are added and removed again. */
  readonly writes: boolean;
  /** Time between two requests, in milliseconds. */
  readonly intervalMs: number;
  /** Reports each request before it is sent. */
  readonly onRequest: (name: string) => void;
}

/** What a request of an examination needs. */
interface Step {
  readonly token?: string | undefined;
  readonly body?: unknown;
}

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
  const send = sender(options);

  const { profiles } = await send('GET /profiles', { token: refreshToken });
  const profileId = options.profileId ?? textOf(first(profiles), 'id');
  if (!profileId) throw new Error('GET /profiles returned no profile. Pass --profile with the id of one.');
  await send(`GET /profiles/${profileId}`, { token: refreshToken });
  const token = textOf(
    await send('POST /auth/session-token', { token: refreshToken, body: { profileId } }),
    'sessionToken',
  );
  if (!token) throw new Error('POST /auth/session-token returned no sessionToken, so nothing else can be requested.');

  await send('GET /profile-images');
  await send('GET /gif-search?q=happy&limit=2&locale=pt_BR');
  if (clientId) {
    const code = textOf(await send('POST /auth/device-codes', { body: { clientID: clientId } }), 'deviceCode');
    if (code) await send(`POST /auth/device-codes/${code}/poll`);
  }
  // The tiers are mixed up on purpose.
  await send('GET /profiles', { token });
  await send('GET /pages/unknown', { token: refreshToken });
  await send('GET /pages/unknown', { token });

  const page = textOf(await send('POST /pages', { token, body: {} }), 'id');
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
  await send(`GET /profile/history/${title}${title.startsWith('TV_') ? '?season=1' : ''}`, { token });
  if (writes) await examineWrites(send, token, title);
}

/** Requests a page with its rows, and items of one row of each type. Returns the id of a film, or else of a series. */
async function examinePage(send: Send, token: string, page: string): Promise<string> {
  const { hero } = await send(`GET /pages/${page}`, { token });
  const { rows } = await send(`GET /pages/${page}/rows?limit=20`, { token });
  await send(`GET /pages/${page}/rows?limit=51`, { token });
  const types = new Set<string>();
  const titles = listOf(hero);
  for (const row of listOf(rows)) {
    const [id, type] = [textOf(row, 'id'), textOf(row, 'type')];
    if (types.has(type) || !id) continue;
    if (types.size === 0) await send(`GET /pages/${page}/rows/${id}`, { token });
    types.add(type);
    const { items } = await send(`GET /pages/${page}/rows/${id}/items?${FEW}`, { token });
    titles.push(...listOf(items));
  }
  const ids = titles.map((title) => textOf(title, 'id'));
  return ids.find((id) => id.startsWith('MV_')) ?? ids.find((id) => id.startsWith('TV_')) ?? '';
}

/** Adds a like and a history entry, unless the title has them already, and removes them again. */
async function examineWrites(send: Send, token: string, title: string): Promise<void> {
  const { liked, disliked, super_liked, history } = await send(`GET /profile/media/${title}`, { token });
  if (liked === false && disliked === false && super_liked === false) {
    await send('POST /profile/liked', { token, body: { mediaId: title } });
    await send(`DELETE /profile/liked/${title}`, { token });
    await send(`DELETE /profile/liked/${title}`, { token });
  }
  if (history === false && title.startsWith('MV_')) {
    await send('POST /profile/history', { token, body: { mediaId: title } });
    await send(`GET /profile/history/${title}`, { token });
    await send(`DELETE /profile/history/${title}`, { token });
  }
}

type Answer = Readonly<Record<string, unknown>>;
type Send = (name: string, step?: Step) => Promise<Answer>;

/** Returns the function that sends the requests of an examination, not faster than one in each interval. */
function sender({ fetch, basePath, intervalMs, onRequest }: ExamineOptions): Send {
  let isFirst = true;
  return async (name, { token, body } = {}) => {
    if (!isFirst) await pause(intervalMs);
    isFirst = false;
    onRequest(name.replace(/(?<=device-codes\/)[^/]+/, '…'));
    const [method = '', path = ''] = name.split(' ');
    const response = await fetch(urlOfRequest(basePath + path).href, {
      method,
      headers: {
        accept: 'application/json',
        ...(token && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      redirect: 'error',
    });
    // An answer that is not JSON is judged like one without fields.
    return Object(await response.json().catch(() => undefined)) as Answer;
  };
}

const listOf = (value: unknown) => (Array.isArray(value) ? [...(value as unknown[])] : []);
const first = (value: unknown) => listOf(value)[0];

function textOf(value: unknown, key: string): string {
  const text = (Object(value) as Answer)[key];
  return typeof text === 'string' ? text : '';
}
