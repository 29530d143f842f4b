import { getRowItemsResponseSchema, getRowsResponseSchema, type Row, type RowItem } from '../../api/rows.js';
import type { FilterSpec } from '../../filters/filterSpec.js';
import type { CatalogTitle } from '../catalog/catalogTitle.js';
import { signedInEmulator } from '../emulatorCall.js';
import { generatedTitles } from '../catalog/catalog.js';
import { mediaIdOf } from '../titles/mediaItem.js';

/** Creates an emulator for tests, with functions that read pages, rows and items as a client does. */
export async function rowWorld(catalog: readonly CatalogTitle[] = generatedTitles(600)) {
  const discovr = await signedInEmulator({ catalog, seed: 1 });
  const byId = new Map(catalog.map((title) => [mediaIdOf(title), title]));
  const get = (path: string, token = discovr.token) => discovr.call(`GET ${path}`, { token });
  const itemsOf = async (pageId: string, rowId: string, query = 'limit=50') =>
    getRowItemsResponseSchema.parse((await get(`/pages/${pageId}/rows/${rowId}/items?${query}`)).body);
  return {
    ...discovr,
    get,
    itemsOf,
    /** Creates a page and returns its id. */
    pageOf: async (pageFilters: FilterSpec = {}, token = discovr.token) =>
      String((await discovr.call('POST /pages', { token, body: { pageFilters } })).body['id']),
    /** Returns all rows of a page. */
    rowsOf: async (pageId: string, token = discovr.token): Promise<Row[]> =>
      getRowsResponseSchema.parse((await get(`/pages/${pageId}/rows?limit=50`, token)).body).rows,
    /** Returns all items of a row, loaded in batches. */
    allItemsOf: async (pageId: string, rowId: string, limit = 50): Promise<RowItem[]> => {
      const items: RowItem[] = [];
      let query = `limit=${limit}`;
      for (let hasMore = true; hasMore;) {
        const batch = await itemsOf(pageId, rowId, query);
        items.push(...batch.items);
        ({ hasMore } = batch);
        query = `limit=${limit}&nextPageToken=${batch.nextPageToken}`;
      }
      return items;
    },
    /** Returns the title that has the given media id. */
    titleOf: (mediaId: string): CatalogTitle => {
      const title = byId.get(mediaId);
      if (!title) throw new Error(`The catalog has no ${mediaId}.`);
      return title;
    },
  };
}
