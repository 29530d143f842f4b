import { describe, expect, it } from 'vitest';
import type { FilterSpec } from '../../filters/filterSpec.js';
import { rowWorld } from './rowWorld.js';

describe('navigation rows', () => {
  /** Opens the first navigation item of each page until a page has none. Returns the filters of the opened pages. */
  async function followAll({ rowsOf, itemsOf, get }: Awaited<ReturnType<typeof rowWorld>>, pageId: string) {
    const path: FilterSpec[] = [];
    for (let currentId = pageId; ;) {
      const row = (await rowsOf(currentId)).find(({ type }) => type === 'navigation');
      if (!row) return path;
      const [item] = (await itemsOf(currentId, row.id)).items;
      if (item?.type !== 'navigation') throw new Error('Expected a navigation item.');
      const { status, body } = await get(`/pages/${item.pageId}`);
      expect([status, body['name']]).toEqual([200, item.title]);
      path.push(body['pageFilters'] as FilterSpec);
      currentId = item.pageId;
    }
  }

  it('lead three levels down, with narrower filters on each level', async () => {
    const discovr = await rowWorld();
    const path = await followAll(discovr, await discovr.pageOf());
    expect(path).toHaveLength(3);
    expect(path[1]).toMatchObject(path[0]!);
    expect(path[2]).toMatchObject(path[1]!);
  });

  it('lead to existing pages, which POST /pages returns for equal filters', async () => {
    const { pageOf, rowsOf, allItemsOf, get, control } = await rowWorld();
    const pageId = await pageOf();
    const row = (await rowsOf(pageId)).find(({ type }) => type === 'navigation')!;
    const items = await allItemsOf(pageId, row.id);
    for (const item of items) {
      if (item.type !== 'navigation') throw new Error('Expected a navigation item.');
      const { body } = await get(`/pages/${item.pageId}`);
      expect(body['hero']).not.toEqual([]);
      expect(await pageOf(body['pageFilters'] as FilterSpec)).toBe(item.pageId);
    }
    expect(control.count('POST /pages')).toBe(1 + items.length);
  });

  it('are present on a page that an app creates, even if a navigation item already led to it', async () => {
    const discovr = await rowWorld();
    const path = await followAll(discovr, await discovr.pageOf());
    const deepest = await discovr.pageOf(path[2]);
    expect((await discovr.rowsOf(deepest)).some(({ type }) => type === 'navigation')).toBe(true);
  });
});
