'use client';

import type { UseQueryResult } from '@tanstack/react-query';
import type { MediaList } from '../../api/facts.js';
import type { HistoryListResponse } from '../../api/history.js';
import type { MediaListResponse } from '../../api/lists.js';
import type { Media, MediaProfileMeta } from '../../api/mediaFacts.js';
import type { DiscovrError } from '../../shared/errors.js';
import type { discovrTitleKeys, HistoryPlace, WithProviders } from '../query/keys.js';
import {
  useScopedBatches,
  useScopedQuery,
  type ScopedQueryOptions,
  type UseBatchesOptions,
  type UseBatchesResult,
} from '../query/useScoped.js';
import {
  historyQueryOptions,
  listItemsQueryOptions,
  mediaHistoryQueryOptions,
  mediaProfileMetaQueryOptions,
  mediaQueryOptions,
} from './queries.js';

/** Options of {@link useMedia}: TanStack's, except the key and the function. */
export type UseMediaOptions<Selected = Media> = ScopedQueryOptions<
  Media,
  ReturnType<typeof discovrTitleKeys.media>,
  Selected
>;

/** Result of {@link useMedia}: TanStack's query. */
export type UseMediaResult<Selected = Media> = UseQueryResult<Selected, DiscovrError>;

/**
 * Returns the details of a title: synopsis, images, cast, runtime.
 *
 * @example
 * const { data: media } = useMedia('MV_900000285');
 */
export function useMedia<Selected = Media>(
  mediaId: string,
  options?: UseMediaOptions<Selected>,
): UseMediaResult<Selected> {
  return useScopedQuery('useMedia()', (client, owner) => mediaQueryOptions(client, mediaId, owner), options);
}

/** Options of {@link useMediaProfileMeta}: `providers`, and TanStack's options except the key and the function. */
export type UseMediaProfileMetaOptions<Selected = MediaProfileMeta> = WithProviders &
  ScopedQueryOptions<MediaProfileMeta, ReturnType<typeof discovrTitleKeys.mediaProfileMeta>, Selected>;

/** Result of {@link useMediaProfileMeta}: TanStack's query. */
export type UseMediaProfileMetaResult<Selected = MediaProfileMeta> = UseQueryResult<Selected, DiscovrError>;

/**
 * Returns the active profile's data about a title: its lists, its watch progress and, with `providers`, the watch
 * providers that offer it. Shows changes made by the library's mutations immediately.
 *
 * @example
 * const { data: meta } = useMediaProfileMeta('MV_900000285', { providers: true });
 */
export function useMediaProfileMeta<Selected = MediaProfileMeta>(
  mediaId: string,
  { providers, ...options }: UseMediaProfileMetaOptions<Selected> = {},
): UseMediaProfileMetaResult<Selected> {
  return useScopedQuery(
    'useMediaProfileMeta()',
    (client, owner) => mediaProfileMetaQueryOptions(client, mediaId, { providers, ...owner }),
    options,
  );
}

/**
 * Returns the titles of a list of the active profile, last added first, in batches. Shows changes made by the library's
 * mutations immediately.
 *
 * @example
 * const { data } = useListItems('watchlist');
 */
export function useListItems(list: MediaList, options?: UseBatchesOptions): UseBatchesResult<MediaListResponse> {
  return useScopedBatches('useListItems()', (client, size) => listItemsQueryOptions(client, list, size), options);
}

/**
 * Returns the history of the active profile, newest first, in batches.
 *
 * @example
 * const { data } = useHistory({ limit: 20 });
 */
export function useHistory(options?: UseBatchesOptions): UseBatchesResult<HistoryListResponse> {
  return useScopedBatches('useHistory()', (client, size) => historyQueryOptions(client, size), options);
}

/** Options of {@link useMediaHistory}. */
export interface UseMediaHistoryOptions extends UseBatchesOptions, HistoryPlace {}

/**
 * Returns the history of one title, last changed first, in batches. A series needs a `season`; without it, `error` is
 * `VALIDATION_FAILED` and nothing is sent. `entryOfEpisode` finds the entry that counts for an episode.
 *
 * @example
 * const { data } = useMediaHistory('TV_900020167', { season: 1, limit: 50 });
 */
export function useMediaHistory(
  mediaId: string,
  { season, episode, ...options }: UseMediaHistoryOptions = {},
): UseBatchesResult<HistoryListResponse> {
  return useScopedBatches(
    'useMediaHistory()',
    (client, size) => mediaHistoryQueryOptions(client, mediaId, { ...size, season, episode }),
    options,
  );
}
