import type { ClientTrace, MintReason, TimelineEvent, TracedEvent } from '../../src/devtools/index.js';

/** Milliseconds after the start, an event, and its tab if that is not the first. */
type Step = readonly [afterMs: number, event: TimelineEvent, tab?: string];

const START = Date.UTC(2026, 10, 29, 18, 30);

/** Returns a finished trace of some steps. */
export function finishedTrace(steps: readonly Step[]): ClientTrace {
  let events: readonly TracedEvent[] = steps.map(([afterMs, event, tab = 'first'], id) => ({
    id,
    at: START + afterMs,
    tab,
    event,
  }));
  const listeners = new Set<() => void>();
  return {
    tab: 'first',
    events: () => events,
    onChanged(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    clear() {
      events = [];
      for (const listener of listeners) listener();
    },
    stop: () => undefined,
  };
}

const MINT = 'POST /auth/session-token';
/** Requests take as long as their names, so that pictures are the same each time. */
const request = (name: string, outcome: string, attempt = 1, waitMs?: number): TimelineEvent => {
  const tookMs = name === MINT ? 220 : 120 + name.length * 4;
  return {
    type: 'request',
    name,
    tier: tierOf(name),
    attempt,
    outcome,
    tookMs,
    leftMs: 12_000 - attempt * 800,
    waitMs,
  };
};
const tierOf = (name: string) =>
  name === MINT || name.endsWith('/profiles') ? 'identity' : name.includes('/auth/') ? 'public' : 'session';
const ok = (name: string, attempt?: number) => request(name, 'ok', attempt);
const query = (
  name: 'page' | 'rows' | 'rowItems' | 'createPage' | 'profiles',
  step: 'fetching' | 'success',
): TimelineEvent => ({ type: 'query', name, step });
const token = (step: 'held' | 'taken' | 'refused'): TimelineEvent => ({ type: 'token', step });
const sent = (kind: string): TimelineEvent => ({ type: 'channel', step: 'sent', kind });
const received = (kind: string): TimelineEvent => ({ type: 'channel', step: 'received', kind });
const active: TimelineEvent = { type: 'session', state: { status: 'active', profileId: 'p1' } };
const asked = (reason: MintReason, leftMs?: number): TimelineEvent => ({ type: 'mint', step: 'asked', reason, leftMs });
const ended = (callers = 1, outcome = 'ok'): TimelineEvent => ({ type: 'mint', step: 'ended', outcome, callers });
const joined: TimelineEvent = { type: 'mint', step: 'joined' };
const turn: TimelineEvent = { type: 'mint', step: 'turn' };
const lock = (isHeld: boolean): TimelineEvent => ({ type: 'mint', step: 'lock', isHeld });
const healed: TimelineEvent = { type: 'page', step: 'healed', from: 'page-1', to: 'page-2' };

/** A first visit: sign-in, profile, mint, page. */
const firstVisit: readonly Step[] = [
  [0, { type: 'session', state: { status: 'signedOut' } }],
  [400, { type: 'signIn', way: 'popup' }],
  [2650, ok('POST /auth/token')],
  [2660, { type: 'signIn', way: 'popup', outcome: 'ok' }],
  [2664, { type: 'session', state: { status: 'signedIn' } }],
  [2670, query('profiles', 'fetching')],
  [2840, ok('GET /profiles')],
  [2844, query('profiles', 'success')],
  [3900, asked('choice')],
  [3901, turn],
  [3903, lock(true)],
  [4130, ok(MINT)],
  [4132, ended()],
  [4134, sent('token')],
  [4136, active],
  [4150, query('createPage', 'fetching')],
  [4152, token('held')],
  [4420, ok('POST /pages')],
  [4424, query('createPage', 'success')],
  [4430, query('page', 'fetching')],
  [4432, query('rows', 'fetching')],
  [4434, token('held')],
  [4435, token('held')],
  [4610, ok('GET /pages/{pageId}')],
  [4612, query('page', 'success')],
  [4700, ok('GET /pages/{pageId}/rows')],
  [4704, query('rows', 'success')],
  [4720, query('rowItems', 'fetching')],
  [4722, query('rowItems', 'fetching')],
  [4900, ok('GET /pages/{pageId}/rows/{rowId}/items')],
  [4960, ok('GET /pages/{pageId}/rows/{rowId}/items')],
  [4964, query('rowItems', 'success')],
  [4966, query('rowItems', 'success')],
  [
    4970,
    { type: 'reading', route: 'GET /pages/{pageId}/rows/{rowId}/items', path: 'items[].runtime', what: 'wrongType' },
  ],
];

/** A mint for which three calls wait, half a minute later. */
const sharedMint: readonly Step[] = [
  [41_000, asked('missing', 28_000)],
  [41_001, turn],
  [41_002, asked('missing', 28_000)],
  [41_003, joined],
  [41_004, asked('missing', 28_000)],
  [41_005, joined],
  [41_006, asked('missing', 28_000)],
  [41_007, joined],
  [41_009, lock(true)],
  [41_240, ok(MINT)],
  [41_242, ended(4)],
  [41_244, sent('token')],
  [41_247, received('token'), 'second'],
  [41_248, token('taken'), 'second'],
  [41_430, ok('GET /media/{mediaId}')],
  [41_440, ok('GET /profile/media/{mediaId}')],
  [41_520, ok('GET /pages/{pageId}/rows/{rowId}/items')],
];

/** Traces of the stories, and of the pictures in docs/devtools.md. */
export const timelineTraces = {
  /** A visit from the sign-in on, with a second mint. */
  session: [...firstVisit, ...sharedMint],
  /** The token was refused, the session had ended, and the page heals. */
  healing: [
    [0, active],
    [40, query('rowItems', 'fetching')],
    [44, token('held')],
    [330, request('GET /pages/{pageId}/rows/{rowId}/items', 'TOKEN_EXPIRED')],
    [332, token('refused')],
    [333, asked('refused')],
    [334, turn],
    [336, lock(true)],
    [560, ok(MINT)],
    [562, ended()],
    [564, sent('token')],
    [840, request('GET /pages/{pageId}/rows/{rowId}/items', 'SESSION_EXPIRED')],
    [850, query('createPage', 'fetching')],
    [1050, ok('POST /pages')],
    [1054, query('createPage', 'success')],
    [1056, healed],
    [1070, query('rows', 'fetching')],
    [1320, ok('GET /pages/{pageId}/rows')],
    [1324, query('rows', 'success')],
    [1560, ok('GET /pages/{pageId}/rows/{rowId}/items')],
    [1564, query('rowItems', 'success')],
  ],
  /** One tab mints, the other takes its token over. */
  twoTabs: [
    [0, active],
    [30, active, 'second'],
    [210, asked('missing')],
    [211, turn],
    [214, lock(true)],
    [230, asked('missing'), 'second'],
    [231, turn, 'second'],
    [470, ok(MINT)],
    [472, ended()],
    [474, sent('token')],
    [477, received('token'), 'second'],
    [478, token('taken'), 'second'],
    [480, lock(true), 'second'],
    [481, { type: 'mint', step: 'spared' }, 'second'],
    [482, ended(), 'second'],
    [700, ok('POST /pages')],
    [760, ok('POST /pages'), 'second'],
    [980, ok('GET /pages/{pageId}/rows')],
    [1010, ok('GET /pages/{pageId}/rows'), 'second'],
    [1400, { type: 'change', name: 'updateList', step: 'optimistic' }, 'second'],
    [1640, ok('POST /lists/liked'), 'second'],
    [1644, { type: 'change', name: 'updateList', step: 'kept' }, 'second'],
  ],
  /** A call that is repeated, and a change that is taken back. */
  failures: [
    [0, active],
    [100, { type: 'change', name: 'updateList', step: 'optimistic' }],
    [104, token('held')],
    [420, request('POST /lists/liked', 'SERVER_ERROR')],
    [424, { type: 'change', name: 'updateList', step: 'rolledBack', outcome: 'SERVER_ERROR' }],
    [900, query('rows', 'fetching')],
    [904, token('held')],
    [1200, request('GET /pages/{pageId}/rows', 'NETWORK_ERROR', 1, 380)],
    [1900, request('GET /pages/{pageId}/rows', 'NETWORK_ERROR', 2, 910)],
    [3010, ok('GET /pages/{pageId}/rows', 3)],
    [3014, query('rows', 'success')],
  ],
  /** The server no longer accepts the refresh token. */
  signedOut: [
    [0, active],
    [100, query('page', 'fetching')],
    [102, asked('missing')],
    [103, turn],
    [106, lock(true)],
    [320, request(MINT, 'TOKEN_INVALID')],
    [322, ended(1, 'TOKEN_INVALID')],
    [324, { type: 'query', name: 'page', step: 'error', outcome: 'TOKEN_INVALID' }],
    [326, { type: 'session', state: { status: 'signedOut', reason: 'refused' } }],
    [328, sent('signedOut')],
  ],
} satisfies Record<string, readonly Step[]>;

/** Returns many events of a long visit in two tabs, the same ones each time. */
export function manyEvents(count: number): readonly Step[] {
  const steps: Step[] = [];
  const rounds = [...timelineTraces.session, ...timelineTraces.healing].map(([, event]) => event);
  let afterMs = 0;
  for (let index = 0; index < count; index += 1) {
    afterMs += 1 + ((index * 7919) % 97);
    steps.push([afterMs, rounds[index % rounds.length]!, index % 3 === 0 ? 'second' : 'first']);
  }
  return steps;
}
