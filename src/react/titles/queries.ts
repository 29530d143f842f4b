import { queryOptions } from '@tanstack/react-query';
import type { MediaList } from '../../api/facts.js';
import type { HistoryListResponse } from '../../api/history.js';
import type { MediaListResponse } from '../../api/lists.js';
import type { Media, MediaProfileMeta } from '../../api/mediaFacts.js';
import type { DiscovrClientLike } from '../../client/clientLike.js';
import type { DiscovrError } from '../../shared/errors.js';
import { discovrTitleKeys, type BatchSize, type HistoryPlace, type WithProviders } from '../query/keys.js';
import {
  batchesQueryOptions,
  queryDefaults,
  STALE_AFTER_MS,
  type BatchesQueryOptions,
  type QueryOptionsOf,
} from '../query/options.js';
import { forOwner, ownerOf, type OfProfile } from '../query/profileScope.js';
import { listMethodNames } from './listChange.js';

/**
 * Returns query options for the details of a title: synopsis, images, cast, runtime. Disabled while no profile is
 * active.
 */
export function mediaQueryOptions(
  client: DiscovrClientLike,
  mediaId: string,
  options: OfProfile = {},
): QueryOptionsOf<Media, ReturnType<typeof discovrTitleKeys.media>> {
  const owner = ownerOf(client, options);
  return queryOptions<Media, DiscovrError, Media, ReturnType<typeof discovrTitleKeys.media>>({
    ...queryDefaults,
    queryKey: discovrTitleKeys.media(owner, mediaId),
    queryFn: ({ signal }) => forOwner(client, owner, client.getMedia(mediaId, { signal })),
    enabled: owner.profileId !== null,
  });
}

type MetaKey = ReturnType<typeof discovrTitleKeys.mediaProfileMeta>;

/**
 * Returns query options for the active profile's data about a title: its lists, its watch progress and, with
 * `providers`, the watch providers that offer it. Disabled while no profile is active; stale after 30 seconds.
 */
export function mediaProfileMetaQueryOptions(
  client: DiscovrClientLike,
  mediaId: string,
  { providers, ...options }: WithProviders & OfProfile = {},
): QueryOptionsOf<MediaProfileMeta, MetaKey> {
  const owner = ownerOf(client, options);
  return queryOptions<MediaProfileMeta, DiscovrError, MediaProfileMeta, MetaKey>({
    ...queryDefaults,
    staleTime: STALE_AFTER_MS,
    queryKey: discovrTitleKeys.mediaProfileMeta(owner, mediaId, { providers }),
    queryFn: ({ signal }) => forOwner(client, owner, client.getMediaProfileMeta(mediaId, { providers, signal })),
    enabled: owner.profileId !== null,
  });
}

/**
 * Returns query options for the titles of a list, last added first, in batches, for `useInfiniteQuery`. Disabled while
 * no profile is active; stale after 30 seconds.
 */
export function listItemsQueryOptions(
  client: DiscovrClientLike,
  list: MediaList,
  { limit, ...options }: BatchSize & OfProfile = {},
): BatchesQueryOptions<MediaListResponse, ReturnType<typeof discovrTitleKeys.list>> {
  const owner = ownerOf(client, options);
  return {
    ...batchesQueryOptions(client, owner, discovrTitleKeys.list(owner, list, { limit }), (paging) =>
      client[listMethodNames[list].get]({ limit, ...paging }),
    ),
    staleTime: STALE_AFTER_MS,
  };
}

/**
 * Returns query options for the profile's history, newest first, in batches, for `useInfiniteQuery`. Disabled while no
 * profile is active; stale after 30 seconds.
 */
export function historyQueryOptions(
  client: DiscovrClientLike,
  { limit, ...options }: BatchSize & OfProfile = {},
): BatchesQueryOptions<HistoryListResponse, ReturnType<typeof discovrTitleKeys.history>> {
  const owner = ownerOf(client, options);
  return {
    ...batchesQueryOptions(client, owner, discovrTitleKeys.history(owner, { limit }), (paging) =>
      client.getHistoryItems({ limit, ...paging }),
    ),
    staleTime: STALE_AFTER_MS,
  };
}

/**
 * Returns query options for the history of one title, last changed first, in batches, for `useInfiniteQuery`. A series
 * needs a `season`; without it, the query fails with `VALIDATION_FAILED` and sends nothing. Disabled while no profile
 * is active; stale after 30 seconds.
 */
export function mediaHistoryQueryOptions(
  client: DiscovrClientLike,
  mediaId: string,
  { limit, season, episode, ...options }: BatchSize & HistoryPlace & OfProfile = {},
): BatchesQueryOptions<HistoryListResponse, ReturnType<typeof discovrTitleKeys.mediaHistory>> {
  const owner = ownerOf(client, options);
  const queryKey = discovrTitleKeys.mediaHistory(owner, mediaId, { limit, season, episode });
  return {
    ...batchesQueryOptions(client, owner, queryKey, (paging) =>
      client.getHistoryItemsByMediaId(mediaId, { season, episode, limit, ...paging }),
    ),
    staleTime: STALE_AFTER_MS,
  };
}
