import { checkRequest } from '../../api/http/checkRequest.js';
import { createPagePayloadSchema, type CreatePagePayload } from '../../api/schemas/page.js';
import { canonicalFilters } from '../../filters/canonicalFilters.js';

/** A request for a page in its one form, and the key under which equal requests share a flight. */
export interface CreatePageRequest {
  readonly payload: CreatePagePayload;
  readonly key: string;
}

/**
 * Checks a payload and brings it to its one form: canonical filters, nothing empty.
 *
 * @throws {DiscovrError} `VALIDATION_FAILED` with `issues`, in the server's own shape, before anything is sent.
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
  const payload: CreatePagePayload = {
    ...(Object.keys(filters).length > 0 && { pageFilters: filters }),
    ...(name && { name }),
  };
  return { payload, key: JSON.stringify([payload.pageFilters ?? null, payload.name ?? null]) };
}

/** Empty is absent. What is no object is left for the schema to refuse. */
function withoutEmptyTexts(filters: unknown): unknown {
  if (typeof filters !== 'object' || filters === null || Array.isArray(filters)) return filters;
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== '' && value !== null));
}
