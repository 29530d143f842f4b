import * as z from 'zod/mini';
import { filterSpecSchema } from '../../filters/filterSpec.js';
import { heroItemSchema } from './media.js';
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

/** Tells whether an item is of a type, a kind or an id form this version knows. */
function isKnownItem(item: unknown): boolean {
  if (typeof item !== 'object' || item === null) return false;
  // Any object; what is missing is left for the schema to miss.
  const { type, media_type = 'movie', id = 'MV_0' } = item as Record<string, unknown>;
  return type === 'media' && /^(movie|tv)$/.test(String(media_type)) && /^(MV|TV)_\d+$/.test(String(id));
}

/** Answer to `GET /pages/{pageId}`. Hero items of a type this version does not know are left out. */
export const pageSchema = z.looseObject({
  id: pageId,
  name: z.optional(z.string()),
  /** Date and time, ISO 8601. */
  createdAt: z.string(),
  pageFilters: echoedFilters,
  hero: z.pipe(
    z.pipe(
      z.array(z.unknown()),
      z.transform((items) => items.filter(isKnownItem)),
    ),
    z.array(heroItemSchema),
  ),
});

/** A page with its hero: ten spotlight items. */
export type Page = z.infer<typeof pageSchema>;
