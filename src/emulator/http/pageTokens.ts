import * as z from 'zod/mini';
import { Problem } from './problem.js';
import { hash32 } from '../random.js';
import { wholeNumber } from './wholeNumber.js';

/** The query of a list, where everything is text; `defaultLimit` is the size of a batch where none is asked for. */
export const pagingQuerySchema = (defaultLimit: number) =>
  z.strictObject({
    nextPageToken: z.optional(z.string().check(z.minLength(1))),
    limit: z._default(z.pipe(wholeNumber, z.int().check(z.gte(1), z.lte(50))), defaultLimit),
  });

/** Entries of a batch where none is asked for. */
export const DEFAULT_LIMIT = 10;

/** What batch of a list is asked for. */
export interface Paging {
  readonly nextPageToken?: string | undefined;
  readonly limit: number;
}

/** A batch of a list, as the wire tells how it goes on. */
export interface Part<T> {
  readonly items: readonly T[];
  readonly hasMore: boolean;
  readonly nextPageToken?: string;
}

/**
 * Cuts out the batch that is asked for. `keyOf` gives numbers that rise along the list and stay with their entry, so
 * that a list that changes between two batches shows no entry twice.
 *
 * @param list names the list: a token is good for it alone.
 */
export function partOf<T>(
  list: string,
  { nextPageToken, limit }: Paging,
  entries: readonly T[],
  keyOf: (entry: T, index: number) => number = (_entry, index) => index,
): Part<T> {
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

/** The key of the last entry before the batch that is asked for. */
export function lastKeyOf(list: string, token: string | undefined): number {
  if (token === undefined) return -Infinity;
  const key = Number(decoded(token).split(' ')[0]);
  if (tokenOf(list, key) === token) return key;
  throw new Problem('VALIDATION_FAILED', "The request's query is not valid.", {
    issues: [{ path: ['nextPageToken'], message: 'Must be the "nextPageToken" of an earlier answer of this list.' }],
  });
}

// Opaque to callers. The second number makes one that was put together elsewhere, or is of another list, no token.
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
    // What cannot be read is no token either.
    return '';
  }
}
