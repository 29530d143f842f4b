import type { SearchGifsOptions } from '../api/publicApi.js';
import type { CreatePagePayload } from '../api/schemas/page.js';
import { canonicalFilters } from '../filters/canonicalFilters.js';
import type { DiscovrClientLike } from '../client/discovrClientLike.js';
import { profileIdOf, type SessionState } from '../session/sessionState.js';

/** What a search for looping pictures may be narrowed by. */
export type GifSearchOptions = Omit<SearchGifsOptions, 'pos' | 'signal'>;

/** Whose data it is: a profile's, or nobody's in particular. */
export function scopeOf(session: SessionState): string {
  return profileIdOf(session) ?? 'anon';
}

/**
 * Every query key of the library. Keys begin with whose data it is, so that leaving a profile, or signing out, removes
 * all of it.
 */
export const discovrKeys = {
  /** All data of one profile, or of `'anon'`. */
  scope: (scope: string) => ['discovr', scope] as const,
  /** The answer to "the page for these filters". */
  createPage: (client: DiscovrClientLike, { pageFilters, name }: CreatePagePayload = {}) =>
    [
      ...discovrKeys.scope(scopeOf(client.getSession())),
      'createPage',
      canonicalFilters(pageFilters),
      name || null,
    ] as const,
  /** A page with its hero. */
  page: (client: DiscovrClientLike, pageId: string) =>
    [...discovrKeys.scope(scopeOf(client.getSession())), 'page', pageId] as const,
  /** All data of the account that is signed in, whatever its profile. */
  account: () => ['discovr', 'account'] as const,
  /** The profiles of the account. */
  profiles: () => [...discovrKeys.account(), 'profiles'] as const,
  /** Ready-made avatars: the same for everybody, so outside the scopes. */
  profileImages: () => ['discovr-public', 'profileImages'] as const,
  /** A search for looping pictures: the same for everybody. */
  gifSearch: (query: string, options: GifSearchOptions = {}) =>
    ['discovr-public', 'gifSearch', query, options] as const,
  /** A list of a vocabulary: not anybody's, so outside the scopes. */
  vocabulary: (vocabularyId: number, list: string, argument: unknown) =>
    ['discovr-vocabulary', vocabularyId, list, argument] as const,
};
