import type { SearchGifsOptions } from '../../api/publicApi.js';
import type { MediaList } from '../../api/facts.js';
import type { CreatePagePayload } from '../../api/pages.js';
import { canonicalFilters } from '../../filters/canonicalFilters.js';
import type { DiscovrClientLike } from '../../client/clientLike.js';
import { profileIdOf, type SessionState } from '../../session/sessionState.js';
import type { Owner } from './profileScope.js';

/** Options of a search for GIFs that are part of its query key. */
export type GifSearchOptions = Omit<SearchGifsOptions, 'pos' | 'signal'>;

/** How a list is divided into batches. */
export interface BatchSize {
  /**
   * Maximum number of entries in a batch, 1 to 50. Lists with different limits are cached separately.
   * @default 10; for rows, the server's default
   */
  limit?: number | undefined;
}

/** The season or episode whose history is requested; a film has neither. */
export interface HistoryPlace {
  /** Season number, from 1; required for a series. */
  season?: number | undefined;
  /**
   * Episode number, from 1.
   * @default all entries of the season, including the entry for the season itself
   */
  episode?: number | undefined;
}

/**
 * Whose data a key is for: the active profile of a client, or the profile with this id. Pass the id on a server, and
 * where a key is made during a render.
 */
export type KeyOwner = Pick<DiscovrClientLike, 'getSession'> | Owner;

/** Returns the cache scope of a session: the id of its profile, or `'anon'` when no profile is active. */
export function scopeOf(session: SessionState): string {
  return profileIdOf(session) ?? NO_PROFILE;
}

/** Options of a request for the profile's data about a title. */
export interface WithProviders {
  /**
   * Whether to request the watch providers that offer the title.
   * @default false
   */
  providers?: boolean | undefined;
}

const NO_PROFILE = 'anon';
const ROW_ITEMS = 'rowItems';

const ofProfile = (owner: KeyOwner) =>
  discovrKeys.scope('getSession' in owner ? scopeOf(owner.getSession()) : (owner.profileId ?? NO_PROFILE));

/** Whether a profile's data under this key becomes outdated when the session is renewed. */
export const isOutdatedByRenewal = (queryKey: readonly unknown[]) => queryKey[2] !== ROW_ITEMS;

/**
 * Query keys of the library, except the keys of titles, which are {@link discovrTitleKeys}. Keys of personal data begin
 * with their scope, so that a profile switch or sign-out can remove all data of the scope.
 */
export const discovrKeys = {
  /** Prefix of all data of one profile, or of `'anon'`. */
  scope: (scope: string) => ['discovr', scope] as const,
  /** The response to the request that creates the page with these filters. */
  createPage: (owner: KeyOwner, { pageFilters, name }: CreatePagePayload = {}) =>
    [...ofProfile(owner), 'createPage', canonicalFilters(pageFilters), name || null] as const,
  /** A page with its hero. */
  page: (owner: KeyOwner, pageId: string) => [...ofProfile(owner), 'page', pageId] as const,
  /** Prefix of the signed-in account's data that belongs to no profile. */
  account: () => ['discovr', 'account'] as const,
  /** The profiles of the account. */
  profiles: () => [...discovrKeys.account(), 'profiles'] as const,
  /** Ready-made avatars. They are the same for every user, so they have no scope. */
  profileImages: () => ['discovr-public', 'profileImages'] as const,
  /** A search for GIFs. Its results are the same for every user, so they have no scope. */
  gifSearch: (query: string, options: GifSearchOptions = {}) =>
    ['discovr-public', 'gifSearch', query, options] as const,
};

/**
 * Query keys of rows, titles, lists and history, in the scope of a profile. Separate from {@link discovrKeys}, so that
 * an app that does not use them does not bundle them.
 */
export const discovrTitleKeys = {
  /** The rows of a page, without their items. */
  rows: (owner: KeyOwner, pageId: string, { limit }: BatchSize = {}) =>
    [...ofProfile(owner), 'rows', pageId, limit ?? null] as const,
  /** The items of a row. They belong to the snapshot of their page, so renewing the session does not change them. */
  rowItems: (owner: KeyOwner, pageId: string, rowId: string, { limit }: BatchSize = {}) =>
    [...ofProfile(owner), ROW_ITEMS, pageId, rowId, limit ?? null] as const,
  /** The details of a title. */
  media: (owner: KeyOwner, mediaId: string) => [...ofProfile(owner), 'media', mediaId] as const,
  /** Prefix of the profile's data about a title, with and without watch providers. */
  mediaProfileMetas: (owner: KeyOwner, mediaId: string) => [...ofProfile(owner), 'mediaProfileMeta', mediaId] as const,
  /** The profile's data about a title, with or without the watch providers that offer it. */
  mediaProfileMeta: (owner: KeyOwner, mediaId: string, { providers = false }: WithProviders = {}) =>
    [...discovrTitleKeys.mediaProfileMetas(owner, mediaId), providers] as const,
  /** Prefix of a list of titles, for all batch sizes. */
  lists: (owner: KeyOwner, list: MediaList) => [...ofProfile(owner), 'list', list] as const,
  /** A list of titles. */
  list: (owner: KeyOwner, list: MediaList, { limit }: BatchSize = {}) =>
    [...discovrTitleKeys.lists(owner, list), limit ?? null] as const,
  /** Prefix of the history, for all batch sizes. */
  histories: (owner: KeyOwner) => [...ofProfile(owner), 'history'] as const,
  /** The history. */
  history: (owner: KeyOwner, { limit }: BatchSize = {}) =>
    [...discovrTitleKeys.histories(owner), limit ?? null] as const,
  /** Prefix of a title's history, for all seasons, episodes and batch sizes. */
  mediaHistories: (owner: KeyOwner, mediaId: string) => [...ofProfile(owner), 'mediaHistory', mediaId] as const,
  /** Prefix of the history of a film, a season or an episode, for all batch sizes. */
  placeHistories: (owner: KeyOwner, mediaId: string, { season, episode }: HistoryPlace = {}) =>
    [...discovrTitleKeys.mediaHistories(owner, mediaId), season ?? null, episode ?? null] as const,
  /** The history of a film, a season or an episode. */
  mediaHistory: (owner: KeyOwner, mediaId: string, { limit, ...place }: BatchSize & HistoryPlace = {}) =>
    [...discovrTitleKeys.placeHistories(owner, mediaId, place), limit ?? null] as const,
};
