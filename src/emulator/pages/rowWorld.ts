import { getRowItemsResponseSchema, getRowsResponseSchema, type Row, type RowItem } from '../../api/schemas/row.js';
import type { FilterSpec } from '../../filters/filterSpec.js';
import type { CatalogueTitle } from '../catalogue/catalogueTitle.js';
import { signedInEmulator } from '../emulatorCall.js';
import { generatedTitles } from '../catalogue/generatedTitles.js';
import { mediaIdOf } from '../titles/mediaItem.js';

/** Pages, rows and items of an emulator, read as a client reads them: for tests. */
export async function rowWorld(catalogue: readonly CatalogueTitle[] = generatedTitles(600)) {
  const discovr = await signedInEmulator({ catalogue, seed: 1 });
  const byId = new Map(catalogue.map((title) => [mediaIdOf(title), title]));
  const get = (path: string, token = discovr.token) => discovr.call(`GET ${path}`, { token });
  const itemsOf = async (pageId: string, rowId: string, query = 'limit=50') =>
    getRowItemsResponseSchema.parse((await get(`/pages/${pageId}/rows/${rowId}/items?${query}`)).body);
  return {
    ...discovr,
    get,
    itemsOf,
    /** Creates a page. */
    pageOf: async (pageFilters: FilterSpec = {}, token = discovr.token) =>
      String((await discovr.call('POST /pages', { token, body: { pageFilters } })).body['id']),
    /** All rows of a page. */
    rowsOf: async (pageId: string, token = discovr.token): Promise<Row[]> =>
      getRowsResponseSchema.parse((await get(`/pages/${pageId}/rows?limit=50`, token)).body).rows,
    /** All items of a row, part by part. */
    allItemsOf: async (pageId: string, rowId: string, limit = 50): Promise<RowItem[]> => {
      const items: RowItem[] = [];
      let query = `limit=${limit}`;
      for (let hasMore = true; hasMore;) {
        const part = await itemsOf(pageId, rowId, query);
        items.push(...part.items);
        ({ hasMore } = part);
        query = `limit=${limit}&nextPageToken=${part.nextPageToken}`;
      }
      return items;
    },
    /** The title of the catalogue behind an id. */
    titleOf: (mediaId: string): CatalogueTitle => {
      const title = byId.get(mediaId);
      if (!title) throw new Error(`The catalogue has no ${mediaId}.`);
      return title;
    },
  };
}
