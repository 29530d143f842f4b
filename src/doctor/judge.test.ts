import { describe, expect, it } from 'vitest';
import { madeUpRefreshToken, madeUpSessionToken } from '../../test/support/tokens.js';
import { recordHar } from '../har/recordHar.js';
import { judge, type DoctorRow } from './judge.js';

const [mine, other] = [madeUpSessionToken('one'), madeUpSessionToken('two')];
const refresh = madeUpRefreshToken('0123456789abcdef');

/** A request and its answer. The answer is successful if no status says otherwise. */
interface Call {
  readonly token?: string | undefined;
  readonly body?: unknown;
  readonly status?: number;
  readonly answer?: unknown;
}

/** Judges a fact by a recording of these requests. */
async function resultOf(id: string, calls: readonly (readonly [name: string, call: Call])[]) {
  const recording = recordHar({ fetch: () => Promise.resolve(answers.shift()!) });
  const answers = calls.map(([, { status = 200, answer = {} }]) =>
    Response.json(answer, { status, headers: { date: new Date().toUTCString() } }),
  );
  for (const [name, { token = mine, body }] of calls) {
    const [method = '', path = ''] = name.split(' ');
    await recording.fetch(`https://api.discovr.media${path}`, {
      method,
      headers: token === '' ? {} : { authorization: `Bearer ${token}` },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  }
  return judge(await recording.har()).find((row) => row.id === id)?.result;
}

const page = (id: string, call: Call) => ['POST /pages', { body: {}, answer: { id, createdAt: '' }, ...call }] as const;
const ofTitle = '/profile/history/MV_1';
const history = (...items: object[]) =>
  [`GET ${ofTitle}`, { answer: { items: items.map((item) => ({ id: 'MV_1', ...item })), hasMore: false } }] as const;
const add = (body: object) => ['POST /profile/history', { body: { mediaId: 'MV_1', ...body } }] as const;
const like = ['POST /profile/liked', { body: { mediaId: 'MV_1' }, answer: { message: '' } }] as const;
const unlike = (removed: string | null, status = 200) =>
  ['DELETE /profile/liked/MV_1', { status, answer: { message: '', removed } }] as const;
const items = (...list: object[]) =>
  ['GET /pages/p/rows/r/items', { answer: { items: list, hasMore: false } }] as const;
const refused = (answer: object, call?: Call) => ['GET /pages/p', { status: 400, answer, ...call }] as const;
const inHalfAnHour = Math.round(Date.now() / 1000) + 1800;
const minted = { sessionToken: mine, sessionId: 's' };
const profile = { id: 'p', name: 'A', avatarUrl: 'https://a.example/a.png', createdAt: '2026-01-01T00:00:00Z' };
const meta = { liked: false, disliked: false, super_liked: false, watchlist: false, history: false };
const poll = (call: Call) => ['POST /auth/device-codes/c/poll', { token: '', ...call }] as const;

type Case = [id: string, result: DoctorRow['result'], seen: string, calls: Parameters<typeof resultOf>[1]];

describe('the judgment of a recording', () => {
  it.each<Case>([
    ['equal-filters', 'notSeen', 'pages of two sessions', [page('a', {}), page('b', { token: other })]],
    [
      'equal-filters',
      'notSeen',
      'requests without bodies',
      [page('a', { body: undefined }), page('b', { body: undefined })],
    ],
    ['equal-filters', 'differs', 'another page in one session', [page('a', {}), page('b', {})]],
    ['equal-filters', 'differs', 'a third page that is another one', [page('a', {}), page('a', {}), page('b', {})]],
    [
      'page-name',
      'notSeen',
      'a name in another session',
      [page('a', {}), page('b', { token: other, body: { name: 'N' } })],
    ],
    ['page-name', 'refuted', 'another page for a name', [page('a', {}), page('b', { body: { name: 'N' } })]],
    ['progress', 'differs', 'a fraction for a completed title', [history({ progress: 1, completed: true })]],
    [
      'progress',
      'holds',
      'a percentage',
      [history({ progress: 80, completed: true }, { progress: 1, completed: false })],
    ],
    [
      'progress-default',
      'confirmed',
      'a title that was begun before',
      [history({ progress: 40 }), add({}), history({ progress: 100 })],
    ],
    ['progress-default', 'refuted', 'a title that is added unfinished', [add({}), history({ progress: 0 })]],
    [
      'progress-default',
      'notSeen',
      'a title that is changed later',
      [add({}), [`PATCH ${ofTitle}`, { body: { progress: 40 } }], history({ progress: 40 })],
    ],
    [
      'progress-default',
      'notSeen',
      'the history of another profile',
      [add({}), [history()[0], { ...history({ progress: 40 })[1], token: other }]],
    ],
    [
      'progress-default',
      'notSeen',
      'another episode',
      [add({ season: 1, episode: 2 }), history({ season: 1, episode: 1, progress: 40 })],
    ],
    [
      'history',
      'differs',
      'the least recently changed entry of a title first',
      [history({ updatedAt: '2026-01-01T00:00:00Z' }, { updatedAt: '2026-02-01T00:00:00Z' })],
    ],
    ['history', 'differs', 'no `hasMore`', [['GET /profile/history', { answer: { items: [] } }]]],
    ['unknown-playback', 'notSeen', 'an expired session', [['PATCH /profile/playback', { status: 401 }]]],
    ['unknown-playback', 'confirmed', 'a 404', [['PATCH /profile/playback', { status: 404 }]]],
    [
      'navigation-images',
      'notSeen',
      'images that are null',
      [items({ type: 'navigation', backdrop_path: null, poster_path: null })],
    ],
    ['remove-twice', 'notSeen', 'a title that was added again', [unlike('liked'), like, unlike('liked')]],
    ['remove-twice', 'notSeen', 'a removal that failed before', [unlike(null, 500), unlike('liked')]],
    ['remove-twice', 'confirmed', 'a second removal', [like, unlike('liked'), unlike(null)]],
    ['lists', 'refuted', 'a removal that is refused', [like, unlike(null, 404)]],
    [
      'media-meta',
      'refuted',
      'no `history`',
      [['GET /profile/media/MV_1', { answer: { ...meta, history: undefined } }]],
    ],
    [
      'media-meta',
      'refuted',
      'a playback without progress',
      [['GET /profile/media/MV_1', { answer: { ...meta, playback: {} } }]],
    ],
    ['media-meta', 'confirmed', 'all fields', [['GET /profile/media/MV_1', { answer: meta }]]],
    ['row-routes', 'differs', 'no items', [['GET /pages/p/rows/r/items', {}]]],
    ['row-routes', 'differs', 'a row without fields', [items(), ['GET /pages/p/rows/r', {}]]],
    ['error-body', 'confirmed', 'a text as `error`', [refused({ code: 'X', error: 'Bad Request' })]],
    [
      'error-body',
      'confirmed',
      'issues under `error`',
      [refused({ error: { code: 'VALIDATION_FAILED', issues: [] } })],
    ],
    ['error-body', 'refuted', 'no code', [refused({ error: 'Bad Request' })]],
    ['statuses', 'notSeen', "a refusal of an app's server", [refused({ code: 'FORBIDDEN' }, { token: '' })]],
    ['statuses', 'refuted', 'a refusal without an id', [refused({ code: 'X' })]],
    [
      'lifetimes',
      'notSeen',
      "a session that an app's server kept",
      [
        [
          'POST /auth/session-token',
          { token: '', answer: { ...minted, expiresAt: inHalfAnHour - 900, remainingMs: 900_000 } },
        ],
      ],
    ],
    [
      'lifetimes',
      'differs',
      'a session of 15 minutes',
      [['POST /auth/session-token', { token: refresh, answer: { ...minted, expiresAt: inHalfAnHour - 900 } }]],
    ],
    [
      'profiles',
      'differs',
      'no avatar',
      [['GET /profiles', { token: refresh, answer: { profiles: [{ ...profile, avatarUrl: null }] } }]],
    ],
    [
      'profiles',
      'differs',
      'a profile without a name',
      [
        ['GET /profiles', { token: refresh, answer: { profiles: [profile] } }],
        ['GET /profiles/p', { token: refresh, answer: { ...profile, name: undefined } }],
      ],
    ],
    ['device-codes', 'differs', 'a poll without a status', [poll({})]],
    ['device-codes', 'differs', 'a poll that is refused as unknown', [poll({ status: 404 })]],
    [
      'device-codes',
      'holds',
      'a code that waits, and one that expired',
      [poll({ answer: { status: 'pending' } }), poll({ status: 401 })],
    ],
  ])('judges %s as %s after %s', async (id, result, _seen, calls) => {
    expect(await resultOf(id, calls)).toBe(result);
  });
});
