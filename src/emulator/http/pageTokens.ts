import * as z from 'zod/mini';
import { Problem } from './problem.js';
import { hash32 } from '../random.js';
import { wholeNumber } from './requestBody.js';

/** Returns the schema of the query of a list. `defaultLimit` is the batch size if the query has no `limit`. */
export const pagingQuerySchema = (defaultLimit: number) =>
  z.strictObject({
    nextPageToken: z.optional(z.string().check(z.minLength(1))),
    limit: z._default(z.pipe(wholeNumber, z.int().check(z.gte(1), z.lte(50))), defaultLimit),
  });

/** Default batch size. */
export const DEFAULT_LIMIT = 10;

/** Query parameters that select a batch of a list. */
export interface Paging {
  readonly nextPageToken?: string | undefined;
  readonly limit: number;
}

/** Batch of a list, with the pagination fields of the API. */
export interface Batch<T> {
  readonly items: readonly T[];
  readonly hasMore: boolean;
  readonly nextPageToken?: string;
}

/**
 * Returns the requested batch of a list. `keyOf` must return numbers that increase along the list and are stable for
 * each entry, so that no entry appears twice when the list changes between two batches.
 *
 * @param list id of the list. A token is valid for one list only.
 */
export function batchOf<T>(
  list: string,
  { nextPageToken, limit }: Paging,
  entries: readonly T[],
  keyOf: (entry: T, index: number) => number = (_entry, index) => index,
): Batch<T> {
  const last = lastKeyOf(list, nextPageToken);
  const rest = entries.map((entry, index) => ({ entry, key: keyOf(entry, index) })).filter(({ key }) => key > last);
  const batch = rest.slice(0, limit);
  const end = batch.at(-1);
  return {
    items: batch.map(({ entry }) => entry),
    hasMore: rest.length > limit,
    ...(rest.length > limit && end && { nextPageToken: tokenOf(list, end.key) }),
  };
}

/**
 * Returns the key of the last entry before the requested batch.
 *
 * @throws {Problem} VALIDATION_FAILED when the token is invalid or belongs to another list.
 */
export function lastKeyOf(list: string, token: string | undefined): number {
  if (token === undefined) return -Infinity;
  const key = Number(decoded(token).split(' ')[0]);
  if (tokenOf(list, key) === token) return key;
  throw new Problem('VALIDATION_FAILED', "The request's query is not valid.", {
    issues: [{ path: ['nextPageToken'], message: 'Must be the "nextPageToken" of an earlier response for this list.' }],
  });
}

// Opaque to callers. The hash detects forged tokens and tokens of other lists.
function tokenOf(list: string, key: number): string {
  return btoa(`${key} ${hash32(`${list} ${key}`)}`)
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '');
}

function decoded(token: string): string {
  try {
    return atob(token.replace(/-/g, '+').replace(/_/g, '/'));
  } catch {
    // An undecodable token is invalid as well.
    return '';
  }
}
