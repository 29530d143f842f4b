import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clientOnEmulator } from '../../test/support/clientOnEmulator.js';
import { endlessBatches } from '../../test/support/endlessBatches.js';
import { navigationItems } from '../../test/support/pageItems.js';
import { failureOf } from '../../test/support/promises.js';
import { generatedTitles } from '../emulator/catalog/catalog.js';
import type { DiscovrClient } from './DiscovrClient.js';

const onCatalog = () => clientOnEmulator({ emulator: { catalog: generatedTitles(300), seed: 1 } });

async function all<T>(entries: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const entry of entries) found.push(entry);
  return found;
}

const firstMediaRow = async (client: DiscovrClient, pageId: string) =>
  (await client.getRows(pageId)).rows.find(({ type }) => type === 'media')!;

const ROWS = 'GET /pages/:id/rows';
const ITEMS = 'GET /pages/:id/rows/:rowId/items';

describe('the row methods', () => {
  it('return rows in batches, and single rows by id', async () => {
    const { client } = onCatalog();
    const { id } = await client.createPage();
    const first = await client.getRows(id, { limit: 3 });
    expect(first).toMatchObject({ hasMore: true, nextPageToken: expect.any(String) });
    expect(first.rows).toHaveLength(3);
    const second = await client.getRows(id, { limit: 3, nextPageToken: first.nextPageToken });
    expect(second.rows.map((row) => row.id)).not.toEqual(first.rows.map((row) => row.id));
    expect(await client.getRow(id, first.rows[0]!.id)).toEqual(first.rows[0]);
  });

  it('return at least ten rows without duplicates, whatever the batch size', async () => {
    const { client } = onCatalog();
    const { id } = await client.createPage();
    const expected = (await all(client.iterateRows(id, { limit: 50 }))).map((row) => row.id);
    expect(new Set(expected).size).toBe(expected.length);
    expect(expected.length).toBeGreaterThanOrEqual(10);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 50 }), async (limit) => {
        expect((await all(client.iterateRows(id, { limit }))).map((row) => row.id)).toEqual(expected);
      }),
      { numRuns: 8 },
    );
  });

  it('reject with SESSION_EXPIRED and the page’s filters in a later session, except getRowItems', async () => {
    const { client, control } = onCatalog();
    const pageFilters = { media_type: 'movie' } as const;
    const { id } = await client.createPage({ pageFilters });
    const row = await firstMediaRow(client, id);
    const { nextPageToken } = await client.getRowItems(id, row.id);
    control.outdatePages();
    for (const call of [() => client.getRows(id), () => client.getRow(id, row.id)]) {
      expect(await failureOf(call())).toMatchObject({ code: 'SESSION_EXPIRED', pageLevelFilters: pageFilters });
    }
    expect((await client.getRowItems(id, row.id, { nextPageToken })).items).toHaveLength(10);
  });

  it('return navigation items whose pages already exist', async () => {
    const { client, pagePosts } = onCatalog();
    const { id } = await client.createPage();
    const row = (await all(client.iterateRows(id))).find(({ type }) => type === 'navigation')!;
    const [item] = (await client.getRowItems(id, row.id)).items;
    if (item?.type !== 'navigation') throw new Error('A navigation row has navigation items.');
    expect(await client.getPage(item.pageId)).toMatchObject({ name: item.title });
    expect((await client.getRows(item.pageId)).rows).not.toEqual([]);
    expect(pagePosts()).toBe(1);
  });

  it('mint one new session when the session of the page has expired', async () => {
    const { client, control, mints } = onCatalog();
    const { id } = await client.createPage();
    control.expireSession();
    expect(await failureOf(client.getRows(id))).toMatchObject({ code: 'SESSION_EXPIRED' });
    expect(mints()).toBe(2);
  });
});

describe('DiscovrClient.iterateItems', () => {
  it('returns every item once, and requests a batch only when the previous one is used up', async () => {
    const { client, sent } = onCatalog();
    const { id } = await client.createPage();
    const row = await firstMediaRow(client, id);
    const requests = () => sent.filter(({ request }) => request.includes('/items')).length;
    const items = client.iterateItems(id, row.id, { limit: 4 });
    expect(requests()).toBe(0);
    for (let count = 0; count < 5; count += 1) await items.next();
    expect(requests()).toBe(2);
    await items.return();
    expect(requests()).toBe(2);
    const ids = (await all(client.iterateItems(id, row.id, { limit: 50 }))).map((item) => item.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThan(10);
  });

  it('rejects with BAD_RESPONSE when the server repeats a token', async () => {
    const { client, control } = onCatalog();
    const { id } = await client.createPage();
    const row = await firstMediaRow(client, id);
    const body = { items: [], hasMore: true, nextPageToken: 'again' };
    control.failNext({ kind: 'body', body }, { times: Infinity, route: 'GET /pages/:id/rows/:rowId/items' });
    expect(await failureOf(all(client.iterateItems(id, row.id)))).toMatchObject({ code: 'BAD_RESPONSE' });
  });

  it.each([
    ['have no items', []],
    ['repeat items', [...navigationItems]],
  ])('rejects with BAD_RESPONSE, like iterateRows, when three consecutive batches %s', async (_name, items) => {
    const { client, control } = onCatalog();
    const { id } = await client.createPage();
    const row = await firstMediaRow(client, id);
    endlessBatches(control, ITEMS, items);
    expect(await failureOf(all(client.iterateItems(id, row.id)))).toMatchObject({ code: 'BAD_RESPONSE' });
    expect(control.count(ITEMS)).toBe(items.length === 0 ? 3 : 4);
    endlessBatches(control, ROWS);
    const before = control.count(ROWS);
    expect(await failureOf(all(client.iterateRows(id)))).toMatchObject({ code: 'BAD_RESPONSE' });
    expect(control.count(ROWS)).toBe(before + 3);
  });

  it('rejects with an AbortError when its signal aborts', async () => {
    const { client } = onCatalog();
    const { id } = await client.createPage();
    const row = await firstMediaRow(client, id);
    const controller = new AbortController();
    const items = client.iterateItems(id, row.id, { limit: 1, signal: controller.signal });
    expect((await items.next()).done).toBe(false);
    controller.abort();
    expect(await failureOf(items.next())).toMatchObject({ name: 'AbortError' });
  });
});
