import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FilterSpec } from '../../filters/filterSpec.js';
import { rowWorld } from './rowWorld.js';

describe('the items of a row', () => {
  it('are returned in batches of ten by default, up to 60 items in a row and 10 in a ranking', async () => {
    const { pageOf, rowsOf, itemsOf, allItemsOf } = await rowWorld();
    const pageId = await pageOf();
    for (const row of await rowsOf(pageId)) {
      const all = await allItemsOf(pageId, row.id);
      expect(all.length).toBeGreaterThan(0);
      expect(all.length).toBeLessThanOrEqual(row.type === 'top_n' ? 10 : 60);
      expect((await itemsOf(pageId, row.id, '')).items).toEqual(all.slice(0, 10));
    }
  });

  it('have the type of their row', async () => {
    const { pageOf, rowsOf, allItemsOf } = await rowWorld();
    const pageId = await pageOf();
    for (const row of await rowsOf(pageId)) {
      const types = new Set((await allItemsOf(pageId, row.id)).map(({ type }) => type));
      expect([...types]).toEqual([row.type === 'top_n' ? 'media' : row.type]);
    }
  });

  it('are unique, come to an end, and do not depend on the batch size', async () => {
    const { pageOf, rowsOf, allItemsOf } = await rowWorld();
    const pageId = await pageOf();
    const rows = await rowsOf(pageId);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...rows), fc.integer({ min: 1, max: 50 }), async (row, limit) => {
        const ids = (await allItemsOf(pageId, row.id, limit)).map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids).toEqual((await allItemsOf(pageId, row.id)).map(({ id }) => id));
      }),
      { numRuns: 30 },
    );
  });

  it('match the filters of their page', async () => {
    const { pageOf, rowsOf, allItemsOf, titleOf } = await rowWorld();
    const pageId = await pageOf({ genres: [35, 18], media_type: 'movie', with_runtime_lte: 120 });
    for (const row of await rowsOf(pageId)) {
      for (const item of await allItemsOf(pageId, row.id)) {
        if (item.type !== 'media') continue;
        const title = titleOf(item.id);
        expect(title.genres.some((genre) => genre === 35 || genre === 18)).toBe(true);
        expect([title.mediaType, title.runtime <= 120]).toEqual(['movie', true]);
      }
    }
  });

  it('of type "provider" match the filters for regions and watch providers', async () => {
    const { pageOf, rowsOf, allItemsOf } = await rowWorld();
    const servicesOf = async (filters: FilterSpec) => {
      const pageId = await pageOf(filters);
      const row = (await rowsOf(pageId)).find(({ type }) => type === 'provider')!;
      return (await allItemsOf(pageId, row.id)).map(({ id }) => id);
    };
    expect(await servicesOf({})).toContain('15');
    expect(await servicesOf({ region: ['DE'] })).not.toContain('15');
    expect(await servicesOf({ with_watch_providers: ['8', '11'] })).toEqual(['8', '11']);
  });

  it('are not returned for a page token of another row', async () => {
    const { pageOf, rowsOf, itemsOf, get } = await rowWorld();
    const pageId = await pageOf();
    const [one, other] = (await rowsOf(pageId)).filter(({ type }) => type === 'media');
    const { nextPageToken } = await itemsOf(pageId, one!.id, 'limit=5');
    const { status } = await get(`/pages/${pageId}/rows/${other!.id}/items?nextPageToken=${nextPageToken}`);
    expect(status).toBe(400);
  });
});

describe('a request for rows or items', () => {
  it.each([
    ['limit=0', 'limit'],
    ['limit=51', 'limit'],
    ['limit=ten', 'limit'],
    ['nextPageToken=', 'nextPageToken'],
    ['nextPageToken=made.up', 'nextPageToken'],
    ['nextPageToken=MTA', 'nextPageToken'],
    ['page=2', 'page'],
  ])('is rejected when its query is "%s"', async (query, field) => {
    const { pageOf, rowsOf, get } = await rowWorld();
    const pageId = await pageOf();
    const [row] = await rowsOf(pageId);
    for (const path of [`/pages/${pageId}/rows`, `/pages/${pageId}/rows/${row!.id}/items`]) {
      const { status, body } = await get(`${path}?${query}`);
      expect([status, body['code']]).toEqual([400, 'VALIDATION_FAILED']);
      expect(body['issues']).toEqual([{ path: [field], message: expect.stringMatching(/^[A-Z].{5,}\.$/) }]);
    }
  });
});
