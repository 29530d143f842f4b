import { checkRequest } from '../api/checkRequest.js';
import { createPagePayloadSchema, type CreatePagePayload } from '../api/pages.js';
import { canonicalFilters } from '../filters/canonicalFilters.js';

declare const isCanonical: unique symbol;

/** A valid payload in canonical form. Only {@link createPageRequest} makes one, so that this happens once. */
type CanonicalPayload = CreatePagePayload & { readonly [isCanonical]: true };

/** A valid request for a page, and the key under which equal calls share it. */
export interface CreatePageRequest {
  readonly payload: CanonicalPayload;
  readonly key: string;
}

/**
 * Validates a payload and returns its canonical form, without empty values.
 *
 * @throws {DiscovrError} `VALIDATION_FAILED` with `issues` in the shape the server uses, before anything is sent.
 */
export function createPageRequest({ pageFilters, name }: CreatePagePayload = {}): CreatePageRequest {
  const sent = checkRequest(
    createPagePayloadSchema,
    {
      ...(pageFilters !== undefined && { pageFilters: withoutEmptyTexts(pageFilters) }),
      ...(name && { name }),
    },
    'The request for a page',
  );
  const filters = canonicalFilters(sent.pageFilters);
  // The type marks what this function has checked.
  const payload = {
    ...(Object.keys(filters).length > 0 && { pageFilters: filters }),
    ...(name && { name }),
  } as CanonicalPayload;
  return { payload, key: JSON.stringify([payload.pageFilters ?? null, payload.name ?? null]) };
}

/** Removes empty texts and `null`. Anything that is not an object is returned unchanged, for the schema to reject. */
function withoutEmptyTexts(filters: unknown): unknown {
  if (typeof filters !== 'object' || filters === null || Array.isArray(filters)) return filters;
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== '' && value !== null));
}
