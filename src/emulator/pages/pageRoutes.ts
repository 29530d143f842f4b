import { Hono } from 'hono';
import * as z from 'zod/mini';
import { createPagePayloadSchema } from '../../api/pages.js';
import { filterSpecSchema } from '../../filters/filterSpec.js';
import { requireSession } from '../auth/tiers.js';
import { batchOf, DEFAULT_LIMIT, lastKeyOf, pagingQuerySchema } from '../http/pageTokens.js';
import { Problem } from '../http/problem.js';
import { checked, readRequestBody } from '../http/requestBody.js';
import { heroItemOf } from '../titles/mediaItem.js';
import type { EmulatorState, StoredPage, StoredRow } from '../types.js';
import { createPage, findPage, findPageOfAnySession } from './pages.js';
import { rowItems, rowsOf } from './rowItems.js';
import { selectTitles } from './selectTitles.js';

/** Number of hero items of a page. */
const HERO_SIZE = 10;

const strictPayloadSchema = z.optional(
  z.strictObject({
    ...createPagePayloadSchema.shape,
    pageFilters: z.optional(z.catchall(filterSpecSchema, z.never())),
  }),
);

/** Routes that create and read a page. */
export function pageRoutes(state: EmulatorState): Hono {
  return new Hono()
    .post('/', async (context) => {
      const session = await requireSession(context.req, state);
      const payload = await readRequestBody(context.req, strictPayloadSchema);
      const { id, createdAt, filters } = createPage(state, session, payload);
      return context.json({ id, createdAt, ...(payload?.pageFilters && { pageFilters: filters }) });
    })
    .get('/:pageId', async (context) => {
      const session = await requireSession(context.req, state);
      const { id, name, createdAt, filters } = findPage(state, session, context.req.param('pageId'));
      const titles = selectTitles(state.titles(), filters, session, HERO_SIZE);
      return context.json({
        id,
        ...(name !== undefined && { name }),
        createdAt,
        ...(Object.keys(filters).length > 0 && { pageFilters: filters }),
        hero: titles.map(heroItemOf),
      });
    });
}

/** Default batch size of rows: about one screen. Inferred, like the range of `limit` from 1 to 50. */
const DEFAULT_ROWS = 5;

const rowsQuerySchema = pagingQuerySchema(DEFAULT_ROWS);
const itemsQuerySchema = pagingQuerySchema(DEFAULT_LIMIT);

/**
 * Routes of the rows of a page. A page and its rows can be read only in the session that created the page (inferred for
 * rows). By design, items can also be read in later sessions, so that a rail on screen can load more items after a new
 * session was minted.
 */
export function rowRoutes(state: EmulatorState): Hono {
  return new Hono()
    .get('/:pageId/rows', async (context) => {
      const session = await requireSession(context.req, state);
      const page = findPage(state, session, context.req.param('pageId'));
      const paging = checked(context.req.query(), rowsQuerySchema, 'query');
      const before = Math.max(-1, lastKeyOf(page.id, paging.nextPageToken));
      // One more than the batch size, to know whether more rows follow.
      const rows = rowsOf(state, page).first(before + 1 + paging.limit + 1);
      const { items, ...rest } = batchOf(page.id, paging, rows);
      return context.json({ rows: items.map((row) => rowBodyOf(page, row)), ...rest });
    })
    .get('/:pageId/rows/:rowId', async (context) => {
      const session = await requireSession(context.req, state);
      const page = findPage(state, session, context.req.param('pageId'));
      return context.json(rowBodyOf(page, findRow(state, page, context.req.param('rowId'))));
    })
    .get('/:pageId/rows/:rowId/items', async (context) => {
      await requireSession(context.req, state);
      const page = findPageOfAnySession(state, context.req.param('pageId'));
      const row = findRow(state, page, context.req.param('rowId'));
      const paging = checked(context.req.query(), itemsQuerySchema, 'query');
      return context.json(rowItems(state, page, row, paging));
    });
}

function findRow(state: EmulatorState, page: StoredPage, rowId: string): StoredRow {
  const row = rowsOf(state, page).find(rowId);
  if (!row) throw new Problem('NOT_FOUND', 'The page has no row with this id.');
  return row;
}

function rowBodyOf({ id: pageId }: StoredPage, { id, title, type, createdAt }: StoredRow) {
  return { id, title, pageId, type, createdAt };
}
