import { describe, expect, it } from 'vitest';
import { getRowsResponseSchema, rowSchema, type Row } from '../../api/rows.js';
import type { FilterSpec } from '../../filters/filterSpec.js';
import { rowWorld } from './rowWorld.js';

const comedies: FilterSpec = { genres: [35], media_type: 'movie' };

describe('the rows of a page', () => {
  it('are at least ten, with unique ids and all four types', async () => {
    const { pageOf, rowsOf } = await rowWorld();
    const pages: FilterSpec[] = [{}, comedies, { media_type: 'tv' }, { with_release_date_gte: '1980-01-01' }];
    for (const filters of pages) {
      const rows = await rowsOf(await pageOf(filters));
      expect(rows.length).toBeGreaterThanOrEqual(10);
      expect(new Set(rows.map(({ type }) => type))).toEqual(new Set(['media', 'top_n', 'navigation', 'provider']));
      expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    }
  });

  it('contain the id of their page and only the fields of the schema', async () => {
    const { pageOf, get } = await rowWorld();
    const pageId = await pageOf();
    const { body } = await get(`/pages/${pageId}/rows`);
    expect(body['rows']).toHaveLength(5);
    for (const row of body['rows'] as unknown[]) {
      expect(rowSchema.parse(row)).toEqual(row);
      expect(row).toMatchObject({ pageId, createdAt: '2026-03-01T12:00:00.000Z' });
    }
  });

  it('are the same within a session and differ in the next one', async () => {
    const { pageOf, rowsOf, mint } = await rowWorld();
    const pageId = await pageOf();
    const titles = (rows: Row[]) => rows.map(({ title }) => title);
    const rows = await rowsOf(pageId);
    expect(await rowsOf(pageId)).toEqual(rows);
    const { token } = await mint();
    const later = await rowsOf(await pageOf({}, token), token);
    expect(titles(later)).not.toEqual(titles(rows));
  });

  it('are complete when loaded in batches of any size', async () => {
    const { pageOf, rowsOf, get } = await rowWorld();
    const pageId = await pageOf();
    const all = await rowsOf(pageId);
    for (const limit of [1, 3, 7]) {
      const seen: string[] = [];
      let token = '';
      for (let hasMore = true; hasMore;) {
        const { body } = await get(`/pages/${pageId}/rows?limit=${limit}${token && `&nextPageToken=${token}`}`);
        const batch = getRowsResponseSchema.parse(body);
        seen.push(...batch.rows.map(({ id }) => id));
        expect(batch.hasMore).toBe(batch.nextPageToken !== undefined);
        ({ hasMore, nextPageToken: token = '' } = batch);
      }
      expect(seen).toEqual(all.map(({ id }) => id));
    }
  });

  it('can be requested by id, even before they are listed', async () => {
    const [listed, unlisted] = [await rowWorld(), await rowWorld()];
    const pageId = await listed.pageOf();
    const last = (await listed.rowsOf(pageId)).at(-1)!;
    expect(await unlisted.pageOf()).toBe(pageId);
    for (const { get } of [listed, unlisted])
      expect((await get(`/pages/${pageId}/rows/${last.id}`)).body).toEqual(last);
    const { get } = listed;
    expect(await get(`/pages/${pageId}/rows/row_none`)).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } });
    expect(await get(`/pages/page_none/rows`)).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } });
  });

  it('are empty when no title matches', async () => {
    const { pageOf, get } = await rowWorld();
    const { body } = await get(`/pages/${await pageOf({ genres: [1] })}/rows`);
    expect(body).toEqual({ rows: [], hasMore: false });
  });

  it('of an older session are rejected with SESSION_EXPIRED and the filters, unlike their items', async () => {
    const { pageOf, rowsOf, get, mint, control, itemsOf } = await rowWorld();
    const pageId = await pageOf(comedies);
    const [row] = await rowsOf(pageId);
    const first = await itemsOf(pageId, row!.id, 'limit=5');
    const stale = { status: 401, body: { code: 'SESSION_EXPIRED', pageLevelFilters: comedies } };
    const expectStale = async (token?: string) => {
      expect(await get(`/pages/${pageId}/rows`, token)).toMatchObject(stale);
      expect(await get(`/pages/${pageId}/rows/${row!.id}`, token)).toMatchObject(stale);
    };
    await expectStale((await mint()).token);
    control.outdatePages();
    await expectStale();
    const second = await itemsOf(pageId, row!.id, `limit=5&nextPageToken=${first.nextPageToken}`);
    expect(second.items).toHaveLength(5);
  });
});
