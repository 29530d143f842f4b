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
  type DiscovrQueryOptions,
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

/**
 * Returns the details of a title: synopsis, images, cast, runtime.
 *
 * @example
 * const { data: media } = useMedia('MV_900000285');
 */
export function useMedia<Selected = Media>(
  mediaId: string,
  options?: DiscovrQueryOptions<Media, ReturnType<typeof discovrTitleKeys.media>, Selected>,
): UseQueryResult<Selected, DiscovrError> {
  return useScopedQuery('useMedia()', (client, owner) => mediaQueryOptions(client, mediaId, owner), options);
}

type MetaKey = ReturnType<typeof discovrTitleKeys.mediaProfileMeta>;

/**
 * Returns the active profile's data about a title: its lists, its watch progress and, with `providers`, the watch
 * providers that offer it. Shows changes made by the library's mutations immediately.
 *
 * @example
 * const { data: meta } = useMediaProfileMeta('MV_900000285', { providers: true });
 */
export function useMediaProfileMeta<Selected = MediaProfileMeta>(
  mediaId: string,
  { providers, ...options }: WithProviders & DiscovrQueryOptions<MediaProfileMeta, MetaKey, Selected> = {},
): UseQueryResult<Selected, DiscovrError> {
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

/**
 * Returns the history of one title, last changed first, in batches. A series needs a `season`; without it, `error` is
 * `VALIDATION_FAILED` and nothing is sent. `entryOfEpisode` of `discovr-react/client` finds the entry that counts for an
 * episode.
 *
 * @example
 * const { data } = useMediaHistory('TV_900020167', { season: 1, limit: 50 });
 */
export function useMediaHistory(
  mediaId: string,
  { season, episode, ...options }: UseBatchesOptions & HistoryPlace = {},
): UseBatchesResult<HistoryListResponse> {
  return useScopedBatches(
    'useMediaHistory()',
    (client, size) => mediaHistoryQueryOptions(client, mediaId, { ...size, season, episode }),
    options,
  );
}
