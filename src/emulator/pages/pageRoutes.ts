import type { EmulatorState } from '../types.js';
import { Hono } from 'hono';
import * as z from 'zod/mini';
import { createPagePayloadSchema } from '../../api/pages.js';
import { filterSpecSchema } from '../../filters/filterSpec.js';
import { heroItemOf } from '../titles/mediaItem.js';
import { createPage, findPage } from './pages.js';
import { readRequestBody } from '../http/requestBody.js';
import { selectTitles } from './selectTitles.js';
import { requireSession } from '../auth/tiers.js';

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
