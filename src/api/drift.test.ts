import fc from 'fast-check';
import type * as z from 'zod/mini';
import { expect, test, vi } from 'vitest';
import { clientOnEmulator } from '../../test/support/clientOnEmulator.js';
import { idle, until } from '../../test/support/promises.js';
import { endpointNames, endpointsOver, sampleResponses } from '../../test/fuzz/endpoints.js';
import { hostileResponses, type HostileResponse } from '../../test/fuzz/hostileResponses.js';
import { fuzzRuns } from '../../test/support/fuzzRuns.js';
import { readResponse } from './body.js';
import { driftOf, driftReporterFor, type Drift } from './drift.js';
import { historyListResponseSchema } from './history.js';
import { mediaSchema } from './mediaFacts.js';
import { createPageResponseSchema, pageSchema } from './pages.js';
import { getProfilesResponseSchema } from './profiles.js';
import { getRowItemsResponseSchema, getRowsResponseSchema } from './rows.js';

/** Reads a body with a schema, and returns its drift as `path: what`. */
function driftIn(schema: z.ZodMiniType, body: unknown): string[] {
  const found: Drift[] = [];
  try {
    readResponse(JSON.stringify(body), {
      ...{ schema, name: 'GET /it', status: 200 },
      onRead: (reading) => found.push(...driftOf(reading)),
    });
  } catch {
    // The call has failed, and what made it fail is reported.
  }
  return found.map(({ path, what }) => `${path}: ${what}`);
}

const title = {
  ...{ type: 'media', id: 'MV_1', title: 'One', media_type: 'movie' },
  ...{ poster_path: 'https://example.com/p.jpg', backdrop_path: null },
};
const { type: _media, ...details } = title;
const page = { id: 'p', createdAt: '2026-01-01T00:00:00Z', hero: [title] };
const row = { id: 'r', title: 'Row', pageId: 'p', type: 'media', createdAt: '2026-01-01T00:00:00Z' };

test.each<[string, z.ZodMiniType, unknown, string[]]>([
  ['an unknown field', pageSchema, { ...page, mood: 'calm' }, ['mood: unknownField']],
  [
    'an unknown field of an item',
    pageSchema,
    { ...page, hero: [{ ...title, tagline: '' }] },
    ['hero[].tagline: unknownField'],
  ],
  ['an unknown field that is null', pageSchema, { ...page, mood: null }, ['mood: unknownField']],
  [
    'an unknown field of a row',
    getRowsResponseSchema,
    { rows: [{ ...row, color: 'red' }] },
    ['rows[].color: unknownField'],
  ],
  [
    'an unknown filter',
    createPageResponseSchema,
    { ...page, hero: undefined, pageFilters: { genres: [1], mood: 1 } },
    ['pageFilters.mood: unknownField'],
  ],
  [
    'a fact of another type',
    pageSchema,
    { ...page, hero: [{ ...title, runtime: '90' }] },
    ['hero[].runtime: wrongType'],
  ],
  ['unreadable filters', pageSchema, { ...page, pageFilters: { genres: 'all' } }, ['pageFilters: wrongType']],
  ['a required field of another type', pageSchema, { ...page, createdAt: 1 }, ['createdAt: wrongType']],
  ['a missing field', pageSchema, { ...page, hero: [{ ...title, title: null }] }, ['hero[].title: missing']],
  ['an image that is not one', mediaSchema, { ...details, poster_path: 7 }, ['poster_path: wrongType']],
  [
    'an image that must not be shown',
    mediaSchema,
    { ...details, poster_path: 'javascript:1' },
    ['poster_path: unsafeImage'],
  ],
  [
    'an avatar that must not be shown',
    getProfilesResponseSchema,
    { profiles: [{ id: '1', name: 'A', avatarUrl: 'data:x', createdAt: '' }] },
    ['profiles[].avatarUrl: unsafeImage'],
  ],
  ['null for a fact', mediaSchema, { ...details, overview: null }, ['overview: null']],
  [
    'an unknown item',
    getRowItemsResponseSchema,
    { items: [{ type: 'game', id: 'G_1' }, title] },
    ['items[]: droppedItem'],
  ],
  [
    'an unknown item whose id is an object',
    getRowItemsResponseSchema,
    { items: [{ type: 'game', id: { toString: 1 } }, title] },
    ['items[]: droppedItem'],
  ],
  [
    'an unknown row',
    getRowsResponseSchema,
    { rows: [row, { ...row, id: 'x', type: 'clips' }] },
    ['rows[]: droppedItem'],
  ],
  [
    'too many items',
    mediaSchema,
    { ...details, genres: Array.from({ length: 501 }, (_none, index) => index) },
    ['genres[]: droppedItem'],
  ],
  [
    'a profile that comes twice',
    getProfilesResponseSchema,
    { profiles: ['1', '1', '2'].map((id) => ({ id, name: id, avatarUrl: '', createdAt: '' })) },
    ['profiles[]: droppedItem'],
  ],
  ['rows in an array', getRowsResponseSchema, [{ ...row, color: 'red' }], [': envelope', '[].color: unknownField']],
  [
    'rows as items',
    getRowsResponseSchema,
    { items: [{ ...row, color: 'red' }] },
    ['items: envelope', 'items[].color: unknownField'],
  ],
  ['a body of another type', pageSchema, [page], [': wrongType']],
  [
    'a history entry with an inherited name',
    historyListResponseSchema,
    JSON.parse('{"items":[],"constructor":1,"__proto__":{"x":1}}'),
    ['constructor: unknownField', '__proto__: unknownField'],
  ],
])('drift is found: %s', (_name, schema, body, expected) => {
  expect(driftIn(schema, body)).toEqual(expected);
});

test('drift is reported once for each path of a response, and a token in the name of a field is not', () => {
  const items = [1, 2, 3].map((id) => ({ ...title, id: `MV_${id}`, ['rt_0123456789abcdef']: id }));
  expect(driftIn(getRowItemsResponseSchema, { items })).toEqual(['items[].[token]: unknownField']);
});

test('drift of a body with thousands of unknown fields is found at once', () => {
  const fields = Object.fromEntries(Array.from({ length: 10_000 }, (_none, index) => [`field${index}`, index]));
  expect(driftIn(pageSchema, { ...page, ...fields })).toHaveLength(10_000);
}, 5_000);

test.each(endpointNames)(
  'drift of %s is found in any response, without a token',
  async (name) => {
    let response: HostileResponse;
    const found: Drift[] = [];
    const { [name]: call } = endpointsOver(async () => new Response(response.body, response), {
      trace: { read: (reading) => found.push(...driftOf(reading)) },
    });
    await fc.assert(
      fc.asyncProperty(hostileResponses(sampleResponses[name]), async (hostile) => {
        response = hostile;
        const error: unknown = await call().then(
          () => undefined,
          (reason: unknown) => reason,
        );
        // A failure to find drift would be reported as a failed connection.
        expect(error).not.toMatchObject({ code: 'NETWORK_ERROR', status: undefined });
        expect(JSON.stringify(found.splice(0))).not.toMatch(/planted\.token|of\+another|cGxhbnRlZ|b2Ytc29t/);
      }),
      fuzzRuns(100),
    );
  },
  3_600_000,
);

test('of what the emulator sends, only fields that the library does not need and two nulls are drift', async () => {
  const onDrift = vi.fn();
  const { client, sam } = clientOnEmulator({ onDrift });
  const { id } = await client.createPage({ pageFilters: { genres: [35] } });
  const { rows } = await client.getRows(id);
  for (const { id: rowId } of rows) await client.getRowItems(id, rowId);
  const { hero } = await client.getPage(id);
  const mediaId = hero[0]!.id;
  await client.getMedia(mediaId);
  await client.getMediaProfileMeta(mediaId, { providers: true });
  await client.addLikedItem(mediaId);
  await client.getLikedItems();
  await client.addHistoryItem('MV_1', { progress: 50 }).catch(() => undefined);
  await client.getHistoryItems();
  await client.scrobble(mediaId, 50);
  await client.getProfiles();
  await client.getProfileImages();
  await client.searchGifs('cat');
  await client.selectProfile(sam);
  await client.signOut();
  await idle();
  const found = onDrift.mock.calls.map(([{ route, path, what }]) => `${route} ${path}: ${what}`);
  expect(found).toEqual([
    'GET /media/{mediaId} type: unknownField',
    'GET /profile/media/{mediaId} playback: null',
    'GET /gif-search items[].createdAt: unknownField',
    'GET /gif-search next: null',
  ]);
});

test('onDrift is called once for each route and path', async () => {
  const onDrift = vi.fn();
  const { client, control } = clientOnEmulator({ onDrift });
  control.failNext({ kind: 'body', body: { ...page, mood: 'calm' } }, { route: 'GET /pages/:id', times: 3 });
  for (const id of ['p', 'q', 'r']) await client.getPage(id);
  await until(() => onDrift.mock.calls.length > 0);
  await idle();
  expect(onDrift.mock.calls).toEqual([[{ route: 'GET /pages/{pageId}', path: 'mood', what: 'unknownField' }]]);
});

test('onDrift is called at most 1,000 times, even if a server names fields by ids', async () => {
  const onDrift = vi.fn();
  const report = driftReporterFor(onDrift);
  const fields = Object.fromEntries(Array.from({ length: 1_500 }, (_, index) => [`MV_${index}`, index]));
  readResponse(JSON.stringify({ ...page, ...fields }), {
    ...{ schema: pageSchema, name: 'GET /pages/{pageId}', status: 200 },
    onRead: report,
  });
  expect(onDrift).toHaveBeenCalledTimes(1_000);
});
