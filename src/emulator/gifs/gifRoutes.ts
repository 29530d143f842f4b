import { Hono } from 'hono';
import * as z from 'zod/mini';
import { REGION_CODE } from '../../filters/values.js';
import { findGifs } from './gifs.js';
import { checked, wholeNumber } from '../http/requestBody.js';

const DEFAULT_LIMIT = 20;
const querySchema = z.strictObject({
  q: z.string().check(z.trim(), z.minLength(1)),
  limit: z._default(z.pipe(wholeNumber, z.int().check(z.gte(1), z.lte(50))), DEFAULT_LIMIT),
  // Opaque to callers: the number of pictures before this batch.
  pos: z._default(wholeNumber, 0),
  contentfilter: z._default(z.enum(['high', 'medium', 'low', 'off']), 'medium'),
  country: z.optional(z.string().check(z.regex(REGION_CODE))),
  locale: z.optional(z.string().check(z.minLength(1))),
});

/** Route that searches the built-in pictures without authentication. Country and locale are validated, but not used. */
export function gifRoutes(): Hono {
  return new Hono().get('/', (context) => {
    const { q, limit, pos, contentfilter } = checked(context.req.query(), querySchema, 'query');
    const found = findGifs(q, contentfilter);
    const end = pos + limit;
    return context.json({
      items: found.slice(pos, end),
      next: end < found.length ? String(end) : null,
    });
  });
}
