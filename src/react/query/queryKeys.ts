import type { SearchGifsOptions } from '../../api/publicApi.js';
import type { MediaList } from '../../api/schemas/titles/list.js';
import type { CreatePagePayload } from '../../api/schemas/page.js';
import { canonicalFilters } from '../../filters/canonicalFilters.js';
import type { DiscovrClientLike } from '../../client/discovrClientLike.js';
import { profileIdOf, type SessionState } from '../../session/state/sessionState.js';

/** What a search for looping pictures may be narrowed by. */
export type GifSearchOptions = Omit<SearchGifsOptions, 'pos' | 'signal'>;

/** How a list is divided into parts. */
export interface BatchSize {
  /**
   * Most entries of a part: 1 to 50. Another number is another entry of the cache.
   * @default 10; the server's own number for rows
   */
  limit?: number | undefined;
}

/** Which part of a title's history is meant; a film has neither. */
export interface HistoryPlace {
  /** From 1; a series needs it. */
  season?: number | undefined;
  /**
   * From 1.
   * @default every entry of the season, its own included
   */
  episode?: number | undefined;
}

/** Whose data it is: a profile's, or nobody's in particular. */
export function scopeOf(session: SessionState): string {
  return profileIdOf(session) ?? 'anon';
}

/** What is asked about a title beside what it is to the profile. */
export interface WithProviders {
  /**
   * Asks where it can be watched, too.
   * @default false
   */
  providers?: boolean | undefined;
}

const ROW_ITEMS = 'rowItems';

const ofProfile = (client: DiscovrClientLike) => discovrKeys.scope(scopeOf(client.getSession()));

/** Tells of a key of a profile whether a renewed session makes its data outdated. */
export const isOutdatedByRenewal = (queryKey: readonly unknown[]) => queryKey[2] !== ROW_ITEMS;

/**
 * The query keys of the library; {@link discovrTitleKeys} has those of titles. Keys begin with whose data it is, so that leaving a profile, or signing out, removes
 * all of it.
 */
export const discovrKeys = {
  /** All data of one profile, or of `'anon'`. */
  scope: (scope: string) => ['discovr', scope] as const,
  /** The answer to "the page for these filters". */
  createPage: (client: DiscovrClientLike, { pageFilters, name }: CreatePagePayload = {}) =>
    [...ofProfile(client), 'createPage', canonicalFilters(pageFilters), name || null] as const,
  /** A page with its hero. */
  page: (client: DiscovrClientLike, pageId: string) => [...ofProfile(client), 'page', pageId] as const,
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

/**
 * The keys of rows, titles, lists and history: in a profile's scope, and apart, so that an app without them does not
 * carry them.
 */
export const discovrTitleKeys = {
  /** The rows of a page, without their items. */
  rows: (client: DiscovrClientLike, pageId: string, { limit }: BatchSize = {}) =>
    [...ofProfile(client), 'rows', pageId, limit ?? null] as const,
  /** The items of a row. They belong to the snapshot of their page for good, so a renewed session does not touch them. */
  rowItems: (client: DiscovrClientLike, pageId: string, rowId: string, { limit }: BatchSize = {}) =>
    [...ofProfile(client), ROW_ITEMS, pageId, rowId, limit ?? null] as const,
  /** What is known of a title. */
  media: (client: DiscovrClientLike, mediaId: string) => [...ofProfile(client), 'media', mediaId] as const,
  /** What a title is to the profile: the common beginning, with and without services. */
  mediaProfileMetas: (client: DiscovrClientLike, mediaId: string) =>
    [...ofProfile(client), 'mediaProfileMeta', mediaId] as const,
  /** What a title is to the profile, with or without the services that carry it. */
  mediaProfileMeta: (client: DiscovrClientLike, mediaId: string, { providers = false }: WithProviders = {}) =>
    [...discovrTitleKeys.mediaProfileMetas(client, mediaId), providers] as const,
  /** A list of titles: the common beginning, whatever the size of its parts. */
  lists: (client: DiscovrClientLike, list: MediaList) => [...ofProfile(client), 'list', list] as const,
  /** A list of titles. */
  list: (client: DiscovrClientLike, list: MediaList, { limit }: BatchSize = {}) =>
    [...discovrTitleKeys.lists(client, list), limit ?? null] as const,
  /** The history: the common beginning, whatever the size of its parts. */
  histories: (client: DiscovrClientLike) => [...ofProfile(client), 'history'] as const,
  /** What was watched. */
  history: (client: DiscovrClientLike, { limit }: BatchSize = {}) =>
    [...discovrTitleKeys.histories(client), limit ?? null] as const,
  /** The history of a title: the common beginning, whatever its season and the size of its parts. */
  mediaHistories: (client: DiscovrClientLike, mediaId: string) =>
    [...ofProfile(client), 'mediaHistory', mediaId] as const,
  /** The history of a film, a season or an episode: the common beginning, whatever the size of its parts. */
  placeHistories: (client: DiscovrClientLike, mediaId: string, { season, episode }: HistoryPlace = {}) =>
    [...discovrTitleKeys.mediaHistories(client, mediaId), season ?? null, episode ?? null] as const,
  /** The history of a film, a season or an episode. */
  mediaHistory: (client: DiscovrClientLike, mediaId: string, { limit, ...place }: BatchSize & HistoryPlace = {}) =>
    [...discovrTitleKeys.placeHistories(client, mediaId, place), limit ?? null] as const,
};
