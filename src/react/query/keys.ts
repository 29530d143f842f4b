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
 * Whose data a key is for: the active profile of a client, or the profile with this id. Pass the ids on a server, and
 * where a key is made during a render.
 */
type KeyOwner = Pick<DiscovrClientLike, 'clientId' | 'getSession'> | Owner;

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

/** First part of the key of each query and mutation of the library. */
export const LIBRARY = 'discovr';
const NO_PROFILE = 'anon';
const ACCOUNT = 'account';
const PUBLIC = 'public';
const ROW_ITEMS = 'rowItems';

/** Whether a profile's data under this key becomes outdated when the session is renewed. */
export const isOutdatedByRenewal = (queryKey: readonly unknown[]) => queryKey[3] !== ROW_ITEMS;

/** Whether a session may show the data under this key of the library: its profile's, its account's, or public data. */
export const isOfSession = (session: SessionState, [, , scope]: readonly unknown[]) =>
  scope === scopeOf(session) || scope === PUBLIC || (scope === ACCOUNT && session.status !== 'signedOut');

/**
 * Query keys of the library, except the keys of titles, which are {@link discovrTitleKeys}. They begin with the id of
 * the client and the scope of the data, so that a profile switch or sign-out can remove all data of the scope.
 */
export const discovrKeys = {
  /** Prefix of all data of a client. */
  client: ({ clientId }: { readonly clientId: string }) => [LIBRARY, clientId] as const,
  /** Prefix of all data of one profile, or of `'anon'`. */
  scope: (owner: KeyOwner) =>
    [
      ...discovrKeys.client(owner),
      'getSession' in owner ? scopeOf(owner.getSession()) : (owner.profileId ?? NO_PROFILE),
    ] as const,
  /** The response to the request that creates the page with these filters. */
  createPage: (owner: KeyOwner, { pageFilters, name }: CreatePagePayload = {}) =>
    [...discovrKeys.scope(owner), 'createPage', canonicalFilters(pageFilters), name || null] as const,
  /** A page with its hero. */
  page: (owner: KeyOwner, pageId: string) => [...discovrKeys.scope(owner), 'page', pageId] as const,
  /** Prefix of the signed-in account's data that belongs to no profile. */
  account: (client: { readonly clientId: string }) => [...discovrKeys.client(client), ACCOUNT] as const,
  /** The profiles of the account. */
  profiles: (client: { readonly clientId: string }) => [...discovrKeys.account(client), 'profiles'] as const,
  /** Prefix of data that is the same for every user. */
  public: (client: { readonly clientId: string }) => [...discovrKeys.client(client), PUBLIC] as const,
  /** Ready-made avatars. */
  profileImages: (client: { readonly clientId: string }) => [...discovrKeys.public(client), 'profileImages'] as const,
  /** A search for GIFs. */
  gifSearch: (client: { readonly clientId: string }, query: string, options: GifSearchOptions = {}) =>
    [...discovrKeys.public(client), 'gifSearch', query, options] as const,
};

/**
 * Query keys of rows, titles, lists and history, in the scope of a profile. Separate from {@link discovrKeys}, so that
 * an app that does not use them does not bundle them.
 */
export const discovrTitleKeys = {
  /** The rows of a page, without their items. */
  rows: (owner: KeyOwner, pageId: string, { limit }: BatchSize = {}) =>
    [...discovrKeys.scope(owner), 'rows', pageId, limit ?? null] as const,
  /** The items of a row. They belong to the snapshot of their page, so renewing the session does not change them. */
  rowItems: (owner: KeyOwner, pageId: string, rowId: string, { limit }: BatchSize = {}) =>
    [...discovrKeys.scope(owner), ROW_ITEMS, pageId, rowId, limit ?? null] as const,
  /** The details of a title. */
  media: (owner: KeyOwner, mediaId: string) => [...discovrKeys.scope(owner), 'media', mediaId] as const,
  /** Prefix of the profile's data about a title, with and without watch providers. */
  mediaProfileMetas: (owner: KeyOwner, mediaId: string) =>
    [...discovrKeys.scope(owner), 'mediaProfileMeta', mediaId] as const,
  /** The profile's data about a title, with or without the watch providers that offer it. */
  mediaProfileMeta: (owner: KeyOwner, mediaId: string, { providers = false }: WithProviders = {}) =>
    [...discovrTitleKeys.mediaProfileMetas(owner, mediaId), providers] as const,
  /** Prefix of a list of titles, for all batch sizes. */
  lists: (owner: KeyOwner, list: MediaList) => [...discovrKeys.scope(owner), 'listItems', list] as const,
  /** A list of titles. */
  list: (owner: KeyOwner, list: MediaList, { limit }: BatchSize = {}) =>
    [...discovrTitleKeys.lists(owner, list), limit ?? null] as const,
  /** Prefix of the history, for all batch sizes. */
  histories: (owner: KeyOwner) => [...discovrKeys.scope(owner), 'history'] as const,
  /** The history. */
  history: (owner: KeyOwner, { limit }: BatchSize = {}) =>
    [...discovrTitleKeys.histories(owner), limit ?? null] as const,
  /** Prefix of a title's history, for all seasons, episodes and batch sizes. */
  mediaHistories: (owner: KeyOwner, mediaId: string) => [...discovrKeys.scope(owner), 'mediaHistory', mediaId] as const,
  /** Prefix of the history of a film, a season or an episode, for all batch sizes. */
  placeHistories: (owner: KeyOwner, mediaId: string, { season, episode }: HistoryPlace = {}) =>
    [...discovrTitleKeys.mediaHistories(owner, mediaId), season ?? null, episode ?? null] as const,
  /** The history of a film, a season or an episode. */
  mediaHistory: (owner: KeyOwner, mediaId: string, { limit, ...place }: BatchSize & HistoryPlace = {}) =>
    [...discovrTitleKeys.placeHistories(owner, mediaId, place), limit ?? null] as const,
};
