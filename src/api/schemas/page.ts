import * as z from 'zod/mini';
import { filterSpecSchema } from '../../filters/filterSpec.js';
import { heroItemSchema, knownItems } from './media.js';
import { tolerant } from './tolerant.js';

/** Body of `POST /pages`. Without filters the page draws from the profile's whole taste. */
export const createPagePayloadSchema = z.object({
  pageFilters: z.optional(filterSpecSchema),
  /** Shown again by `GET /pages/:id`; at least one character. */
  name: z.optional(z.string().check(z.minLength(1))),
});

/** Body of `POST /pages`. The profile is the session's; it is never sent. */
export type CreatePagePayload = z.infer<typeof createPagePayloadSchema>;

// An echo that cannot be read is as good as none: the caller knows what it asked for.
const echoedFilters = tolerant(filterSpecSchema);
const pageId = z.string().check(z.minLength(1));

/** Answer to `POST /pages`. */
export const createPageResponseSchema = z.looseObject({
  id: pageId,
  /** Date and time, ISO 8601. */
  createdAt: z.string(),
  pageFilters: echoedFilters,
});

/** Answer to `POST /pages`: the page exists, its hero and rows are fetched by id. */
export type CreatePageResponse = z.infer<typeof createPageResponseSchema>;

/** Answer to `GET /pages/{pageId}`. Hero items of a type this version does not know are left out. */
export const pageSchema = z.looseObject({
  id: pageId,
  name: z.optional(z.string()),
  /** Date and time, ISO 8601. */
  createdAt: z.string(),
  pageFilters: echoedFilters,
  hero: knownItems(heroItemSchema),
});

/** A page with its hero: ten spotlight items. */
export type Page = z.infer<typeof pageSchema>;
