import { describe, expect, it } from 'vitest';
import type { FilterSpec } from '../../filters/filterSpec.js';
import { rowWorld } from './rowWorld.js';

describe('navigation', () => {
  /** Goes on by the first item of the first navigation row, as far as it leads. */
  async function goDown({ rowsOf, itemsOf, get }: Awaited<ReturnType<typeof rowWorld>>, pageId: string) {
    const path: FilterSpec[] = [];
    for (let here = pageId; ;) {
      const row = (await rowsOf(here)).find(({ type }) => type === 'navigation');
      if (!row) return path;
      const [item] = (await itemsOf(here, row.id)).items;
      if (item?.type !== 'navigation') throw new Error('A navigation row has navigation items.');
      const { status, body } = await get(`/pages/${item.pageId}`);
      expect([status, body['name']]).toEqual([200, item.title]);
      path.push(body['pageFilters'] as FilterSpec);
      here = item.pageId;
    }
  }

  it('leads three levels down, to pages that narrow what they hang on', async () => {
    const discovr = await rowWorld();
    const path = await goDown(discovr, await discovr.pageOf());
    expect(path).toHaveLength(3);
    expect(path[1]).toMatchObject(path[0]!);
    expect(path[2]).toMatchObject(path[1]!);
  });

  it('has its pages ready: an app that asks for one by its filters is given the same', async () => {
    const { pageOf, rowsOf, allItemsOf, get, control } = await rowWorld();
    const pageId = await pageOf();
    const row = (await rowsOf(pageId)).find(({ type }) => type === 'navigation')!;
    const items = await allItemsOf(pageId, row.id);
    for (const item of items) {
      if (item.type !== 'navigation') throw new Error('A navigation row has navigation items.');
      const { body } = await get(`/pages/${item.pageId}`);
      expect(body['hero']).not.toEqual([]);
      expect(await pageOf(body['pageFilters'] as FilterSpec)).toBe(item.pageId);
    }
    expect(control.count('POST /pages')).toBe(1 + items.length);
  });

  it('begins anew on a page that an app asked for, even where a row leads to it', async () => {
    const discovr = await rowWorld();
    const path = await goDown(discovr, await discovr.pageOf());
    const deepest = await discovr.pageOf(path[2]);
    expect((await discovr.rowsOf(deepest)).some(({ type }) => type === 'navigation')).toBe(true);
  });
});
