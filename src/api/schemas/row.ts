import * as z from 'zod/mini';
import { optionalImageUrl } from './imageUrl.js';
import { isKnownMedia, knownItems, mediaItemSchema } from './media.js';
import { partSchema } from './paging.js';

/** How a row is to be laid out. */
const rowType = z.enum(['media', 'top_n', 'navigation', 'provider']);

/** A row without its items. */
export const rowSchema = z.looseObject({
  id: z.string().check(z.minLength(1)),
  title: z.string(),
  /** Id of the page the row belongs to. */
  pageId: z.string(),
  type: rowType,
  /** Date and time, ISO 8601. */
  createdAt: z.string(),
});

/** A row without its items. `top_n` is a ranking: its items are numbered from 1. */
export type Row = z.infer<typeof rowSchema>;

const rowOfKnownType = z.looseObject({ type: rowType });

/**
 * Answer to `GET /pages/{pageId}/rows`. The envelope is inferred, so this is the one adapter for it: `{ rows }`,
 * `{ items }` and a bare array read alike. Rows of a type this version does not know are left out.
 */
export const getRowsResponseSchema = z.pipe(
  z.pipe(
    z.unknown(),
    z.transform((body): unknown => {
      if (Array.isArray(body)) return { items: body };
      return typeof body === 'object' && body !== null && 'rows' in body ? { ...body, items: body.rows } : body;
    }),
  ),
  z.pipe(
    partSchema(knownItems(rowSchema, (row) => rowOfKnownType.safeParse(row).success)),
    z.transform(({ items, ...part }) => ({ ...part, rows: items })),
  ),
);

/** Rows of a page, in the order in which they are to be shown. */
export type GetRowsResponse = z.infer<typeof getRowsResponseSchema>;

/** A destination whose page exists already: showing it takes `getPage` and `getRows`, and no `createPage` (inferred). */
const navigationItemSchema = z.looseObject({
  type: z.literal('navigation'),
  id: z.string().check(z.minLength(1)),
  title: z.string(),
  pageId: z.string().check(z.minLength(1)),
});

/** A destination whose page exists already, such as "Romance". */
export type NavigationItem = z.infer<typeof navigationItemSchema>;

/** A streaming service to filter by (inferred). A numeric id reads as the text that filters take. */
export const providerItemSchema = z.looseObject({
  type: z.literal('provider'),
  id: z.pipe(z.union([z.string(), z.number()]), z.transform(String)),
  title: z.string(),
  /** Full URL of the logo, or `null`. */
  logo_path: optionalImageUrl,
});

/** A streaming service to filter by: its `id` goes into `with_watch_providers`. */
export type ProviderItem = z.infer<typeof providerItemSchema>;

const rowItemSchema = z.discriminatedUnion('type', [mediaItemSchema, navigationItemSchema, providerItemSchema]);

/** One item of a row, told apart by `type`. */
export type RowItem = z.infer<typeof rowItemSchema>;

const otherItem = z.looseObject({ type: z.enum(['navigation', 'provider']) });

/** Answer to `GET /pages/{pageId}/rows/{rowId}/items`. Items of a type this version does not know are left out. */
export const getRowItemsResponseSchema = partSchema(
  knownItems(rowItemSchema, (item) => isKnownMedia(item) || otherItem.safeParse(item).success),
);

/** Items of a row, in the order in which they are to be shown. */
export type GetRowItemsResponse = z.infer<typeof getRowItemsResponseSchema>;
