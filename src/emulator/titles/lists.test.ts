import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mediaLists, type MediaList } from '../../api/facts.js';
import { mediaListResponseSchema, successMessageSchema } from '../../api/lists.js';
import { signedInEmulator } from '../emulatorCall.js';
import { generatedTitles } from '../catalog/catalog.js';
import { mediaIdOf } from './mediaItem.js';

const catalog = generatedTitles(40);
const ids = catalog.map(mediaIdOf);

async function listWorld() {
  const discovr = await signedInEmulator({ catalog });
  const { call, token } = discovr;
  return {
    ...discovr,
    add: (list: MediaList, mediaId: string | undefined) => call(`POST /profile/${list}`, { token, body: { mediaId } }),
    remove: (list: MediaList, mediaId: string) => call(`DELETE /profile/${list}/${mediaId}`, { token }),
    batchOf: async (list: MediaList, query = 'limit=50') =>
      mediaListResponseSchema.parse((await call(`GET /profile/${list}?${query}`, { token })).body),
    idsOf: async (list: MediaList) =>
      mediaListResponseSchema
        .parse((await call(`GET /profile/${list}?limit=50`, { token })).body)
        .items.map(({ id }) => id),
  };
}

describe('the lists of a profile', () => {
  it('report what was added and removed', async () => {
    const { add, remove } = await listWorld();
    const [mediaId] = ids as [string];
    const { status, body } = await add('disliked', mediaId);
    expect([status, body]).toEqual([200, { message: 'Item added to disliked list successfully', added: 'disliked' }]);
    expect(successMessageSchema.parse((await add('liked', mediaId)).body)).toMatchObject({
      added: 'liked',
      removed: 'disliked',
    });
    expect((await remove('liked', mediaId)).body).toMatchObject({ removed: 'liked' });
    expect(await remove('liked', mediaId)).toMatchObject({ status: 200, body: { removed: null } });
  });

  it('keep a title on at most one of liked, disliked and super-liked, independently of the watchlist', async () => {
    const action = fc.record({
      list: fc.constantFrom(...mediaLists),
      mediaId: fc.constantFrom(...ids.slice(0, 4)),
      isAdded: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(action, { maxLength: 15 }), async (actions) => {
        const { add, remove, idsOf } = await listWorld();
        const opinions = new Map<string, MediaList>();
        const watchlist = new Set<string>();
        for (const { list, mediaId, isAdded } of actions) {
          await (isAdded ? add(list, mediaId) : remove(list, mediaId));
          if (list === 'watchlist') watchlist[isAdded ? 'add' : 'delete'](mediaId);
          else if (isAdded) opinions.set(mediaId, list);
          else if (opinions.get(mediaId) === list) opinions.delete(mediaId);
        }
        for (const list of ['liked', 'disliked', 'super_liked'] as const) {
          const expected = ids.filter((id) => opinions.get(id) === list);
          expect((await idsOf(list)).sort()).toEqual(expected.sort());
        }
        expect((await idsOf('watchlist')).sort()).toEqual([...watchlist].sort());
      }),
      { numRuns: 40 },
    );
  });

  it('are sorted by time of addition, newest first, and do not move a title that is added again', async () => {
    const { add, idsOf } = await listWorld();
    for (const id of ids.slice(0, 3)) await add('watchlist', id);
    await add('watchlist', ids[0]);
    expect(await idsOf('watchlist')).toEqual([ids[2], ids[1], ids[0]]);
  });

  it('return each remaining title exactly once when they change between two batches', async () => {
    const { add, remove, batchOf } = await listWorld();
    for (const id of ids.slice(0, 20)) await add('liked', id);
    const first = await batchOf('liked', 'limit=5');
    await add('liked', ids[30]);
    await remove('liked', first.items[2]!.id);
    await remove('liked', ids[10]!);
    const second = await batchOf('liked', `limit=50&nextPageToken=${first.nextPageToken}`);
    const seen = [...first.items, ...second.items].map(({ id }) => id);
    expect(new Set(seen).size).toBe(seen.length);
    const remaining = ids.slice(0, 20).filter((id) => id !== ids[10]);
    expect(seen).toEqual(remaining.map((_id, index) => remaining[remaining.length - 1 - index]));
    expect(second).toMatchObject({ hasMore: false });
  });

  it('persist across sessions', async () => {
    const { add, mint, call } = await listWorld();
    await add('super_liked', ids[0]);
    const { body } = await call('GET /profile/super_liked', { token: (await mint()).token });
    expect(body['items']).toMatchObject([{ id: ids[0] }]);
  });

  it('reject unknown titles, invalid ids, unknown fields and invalid paging', async () => {
    const { add, remove, call, token } = await listWorld();
    expect(await add('liked', 'MV_999999')).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } });
    expect(await remove('liked', 'MV_999999')).toMatchObject({ status: 404 });
    const rejections = [
      [await add('liked', 'title 1'), 'mediaId'],
      [await add('liked', undefined), 'mediaId'],
      [await call('POST /profile/liked', { token, body: { mediaId: ids[0], note: 'x' } }), 'note'],
      [await call('GET /profile/liked?limit=0', { token }), 'limit'],
      [await call('GET /profile/liked?nextPageToken=7', { token }), 'nextPageToken'],
    ] as const;
    for (const [{ status, body }, field] of rejections) {
      expect([status, body['code']]).toEqual([400, 'VALIDATION_FAILED']);
      expect(body['issues']).toEqual([{ path: [field], message: expect.stringMatching(/^[A-Z].{5,}\.$/) }]);
    }
  });
});
