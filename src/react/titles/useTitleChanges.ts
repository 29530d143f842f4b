'use client';

import type { InfiniteData, UseMutationResult } from '@tanstack/react-query';
import { COMPLETED_PROGRESS, type MediaList } from '../../api/facts.js';
import type { AddHistoryPayload, HistoryItem, HistoryListResponse } from '../../api/history.js';
import type { SuccessMessage } from '../../api/lists.js';
import type { MediaProfileMeta } from '../../api/mediaFacts.js';
import type { AddPlaybackPayload, PatchPlaybackPayload } from '../../api/playback.js';
import type { DiscovrError } from '../../shared/errors.js';
import { eventsOf } from '../events/events.js';
import { discovrTitleKeys } from '../query/keys.js';
import type { DiscovrMutationOptions } from '../query/options.js';
import type { Owner } from '../query/profileScope.js';
import { listChange, listMethodNames, type UpdateListVariables } from './listChange.js';
import { useTitleMutation, type AffectedQueries } from './titleChange.js';

/**
 * Adds titles to a list of the active profile, or removes them: `'liked'`, `'disliked'`, `'super_liked'` or
 * `'watchlist'`. A title is in one of the first three at most, so adding it to one removes it from the others.
 * `useMediaProfileMeta` and `useListItems` show the change immediately, and revert it on failure.
 *
 * @example
 * const like = useUpdateList('liked');
 * like.mutate({ mediaId: 'MV_900000285', on: true });
 */
export function useUpdateList(
  list: MediaList,
  options?: DiscovrMutationOptions<SuccessMessage, UpdateListVariables>,
): UseMutationResult<SuccessMessage, DiscovrError, UpdateListVariables> {
  return useTitleMutation(
    'useUpdateList()',
    (client, variables, owner) => ({
      mediaId: variables.mediaId,
      affected: listChange(owner, list, variables),
      async send() {
        const { mediaId, on } = variables;
        const result = await client[listMethodNames[list][on ? 'add' : 'remove']](mediaId);
        eventsOf(client).emit({ type: 'titleAction', mediaId, list, on });
        return result;
      },
    }),
    options,
  );
}

/**
 * Marks a title as watched. A series needs a `season`; without `episode`, the whole season is marked. Without
 * `progress`, it counts as watched to the end. Cached data shows the change immediately, and reverts it on failure.
 *
 * @example
 * const addHistory = useAddHistory();
 * addHistory.mutate({ mediaId: 'TV_900020167', season: 1, episode: 2 });
 */
export function useAddHistory(
  options?: DiscovrMutationOptions<SuccessMessage, AddHistoryPayload>,
): UseMutationResult<SuccessMessage, DiscovrError, AddHistoryPayload> {
  return useTitleMutation(
    'useAddHistory()',
    (client, { mediaId, ...payload }, owner) => {
      const { season, episode, progress = 100, updatedAt = new Date().toISOString() } = payload;
      return {
        mediaId,
        affected: historyChange(owner, { mediaId, season, episode, progress, updatedAt }),
        send: () => client.addHistoryItem(mediaId, payload),
      };
    },
    options,
  );
}

/** Watch progress of a film, a season or an episode. */
export interface PatchHistoryVariables {
  mediaId: string;
  /** Percent, 0 to 100. From 80 on, it counts as completed; 0 means not watched. */
  progress: number;
  /** Season number, from 1; required for a series. */
  season?: number | undefined;
  /** Episode number, from 1; omit it for the whole season. */
  episode?: number | undefined;
}

/**
 * Sets the watch progress of a film, a season or an episode, and adds it to the history if needed. Cached data shows
 * the change immediately, and reverts it on failure.
 *
 * @example
 * const patchHistory = usePatchHistory();
 * patchHistory.mutate({ mediaId: 'TV_900020167', season: 1, episode: 2, progress: 0 });
 */
export function usePatchHistory(
  options?: DiscovrMutationOptions<SuccessMessage, PatchHistoryVariables>,
): UseMutationResult<SuccessMessage, DiscovrError, PatchHistoryVariables> {
  return useTitleMutation(
    'usePatchHistory()',
    (client, { mediaId, progress, season, episode }, owner) => ({
      mediaId,
      affected: historyChange(owner, { mediaId, season, episode, progress, updatedAt: new Date().toISOString() }),
      send: () => client.patchHistoryItem(mediaId, progress, { season, episode }),
    }),
    options,
  );
}

/**
 * Removes all entries of a title from the history. Cached data shows the change immediately, and reverts it on failure.
 *
 * @example
 * const removeHistory = useRemoveHistory();
 * removeHistory.mutate({ mediaId: 'MV_900000285' });
 */
export function useRemoveHistory(
  options?: DiscovrMutationOptions<SuccessMessage, { mediaId: string }>,
): UseMutationResult<SuccessMessage, DiscovrError, { mediaId: string }> {
  return useTitleMutation(
    'useRemoveHistory()',
    (client, { mediaId }, owner) => ({
      mediaId,
      affected: historyRemoval(owner, mediaId),
      send: () => client.removeHistoryItem(mediaId),
    }),
    options,
  );
}

/**
 * Starts the playback of a title, so that it can be resumed. `useMediaProfileMeta` shows the change immediately, and
 * reverts it on failure.
 *
 * @example
 * const addPlayback = useAddPlayback();
 * addPlayback.mutate({ mediaId: 'MV_900000285', progress: 12 });
 */
export function useAddPlayback(
  options?: DiscovrMutationOptions<SuccessMessage, AddPlaybackPayload>,
): UseMutationResult<SuccessMessage, DiscovrError, AddPlaybackPayload> {
  return useTitleMutation(
    'useAddPlayback()',
    (client, { mediaId, ...payload }, owner) => ({
      mediaId,
      affected: playbackChange(owner, { mediaId, ...payload }),
      send: () => client.addPlaybackItem(mediaId, payload),
    }),
    options,
  );
}

/**
 * Changes the position of an existing playback; omitted values stay unchanged. `useMediaProfileMeta` shows the change
 * immediately, and reverts it on failure. During playback, `useScrobble` does this automatically.
 *
 * @example
 * const patchPlayback = usePatchPlayback();
 * patchPlayback.mutate({ mediaId: 'TV_900020167', season: 1, episode: 3, progress: 0 });
 */
export function usePatchPlayback(
  options?: DiscovrMutationOptions<SuccessMessage, PatchPlaybackPayload>,
): UseMutationResult<SuccessMessage, DiscovrError, PatchPlaybackPayload> {
  return useTitleMutation(
    'usePatchPlayback()',
    (client, { mediaId, ...payload }, owner) => ({
      mediaId,
      affected: playbackChange(owner, { mediaId, ...payload }),
      send: () => client.patchPlaybackItem(mediaId, payload),
    }),
    options,
  );
}

/** New history data of a film, a season or an episode. */
interface Watched {
  readonly mediaId: string;
  readonly season?: number | undefined;
  readonly episode?: number | undefined;
  /** Percent. */
  readonly progress: number;
  /** ISO 8601. */
  readonly updatedAt: string;
}

type HistoryBatches = InfiniteData<HistoryListResponse>;

/** Returns how a new or changed history entry changes the cache. */
function historyChange(owner: Owner, watched: Watched): AffectedQueries[] {
  const { mediaId, season, episode, progress } = watched;
  const change = (data: unknown) => withEntry(data as HistoryBatches, watched);
  return [
    {
      queryKey: discovrTitleKeys.mediaProfileMetas(owner, mediaId),
      // A progress of 0 changes nothing here, because other entries of the title may still count as watched.
      change: (data) => (progress > 0 ? { ...(data as MediaProfileMeta), history: true } : data),
    },
    { queryKey: discovrTitleKeys.histories(owner), change },
    { queryKey: discovrTitleKeys.placeHistories(owner, mediaId, { season }), change },
    ...(episode === undefined
      ? []
      : [{ queryKey: discovrTitleKeys.placeHistories(owner, mediaId, { season, episode }), change }]),
  ];
}

/** Returns how removing a title from the history changes the cache. */
function historyRemoval(owner: Owner, mediaId: string): AffectedQueries[] {
  const change = (data: unknown) =>
    mapEntries(data as HistoryBatches, (items) => items.filter(({ id }) => id !== mediaId));
  return [
    {
      queryKey: discovrTitleKeys.mediaProfileMetas(owner, mediaId),
      change: (data) => ({ ...(data as MediaProfileMeta), history: false }),
    },
    { queryKey: discovrTitleKeys.histories(owner), change },
    { queryKey: discovrTitleKeys.mediaHistories(owner, mediaId), change },
  ];
}

/**
 * Updates the entry of a film, season or episode. If it does not exist, adds it at the start, with the name and images
 * from another entry of the title. If the title has no other entry, the new one appears when the list is refetched.
 */
function withEntry(data: HistoryBatches, { mediaId, season, episode, progress, updatedAt }: Watched): HistoryBatches {
  const ofTitle = data.pages.flatMap(({ items }) => items).filter(({ id }) => id === mediaId);
  const isPlace = (item: HistoryItem) => item.id === mediaId && item.season === season && item.episode === episode;
  const existing = ofTitle.find(isPlace);
  const changes = { progress, completed: progress >= COMPLETED_PROGRESS, updatedAt };
  if (existing) {
    return mapEntries(data, (items) => items.map((item) => (isPlace(item) ? { ...item, ...changes } : item)));
  }
  const [first, ...rest] = data.pages;
  const [sibling] = ofTitle;
  if (!first || !sibling) return data;
  const { id, mediaType, title, poster_path, backdrop_path } = sibling;
  const entry: HistoryItem = {
    ...{ id, mediaType, title, poster_path, backdrop_path, createdAt: updatedAt, ...changes },
    watched_count: Number(changes.completed),
    ...(season !== undefined && { season }),
    ...(episode !== undefined && { episode }),
  };
  return { ...data, pages: [{ ...first, items: [entry, ...first.items] }, ...rest] };
}

function mapEntries(data: HistoryBatches, change: (items: HistoryItem[]) => HistoryItem[]): HistoryBatches {
  return { ...data, pages: data.pages.map((batch) => ({ ...batch, items: change(batch.items) })) };
}

/** New position of a playback; omitted values stay unchanged. */
interface PlaybackPlace {
  readonly mediaId: string;
  /** Percent. */
  readonly progress?: number | undefined;
  readonly season?: number | undefined;
  readonly episode?: number | undefined;
}

/** Returns how a playback changes the cache. */
function playbackChange(owner: Owner, { mediaId, progress, season, episode }: PlaybackPlace): AffectedQueries[] {
  return [
    {
      queryKey: discovrTitleKeys.mediaProfileMetas(owner, mediaId),
      change(data) {
        const meta = data as MediaProfileMeta;
        const reached = progress ?? meta.playback?.progress ?? 0;
        const playback = {
          ...meta.playback,
          progress: reached,
          resumable: reached > 0 && reached < COMPLETED_PROGRESS,
          ...(season !== undefined && { season }),
          ...(episode !== undefined && { episode }),
        };
        return { ...meta, playback };
      },
    },
  ];
}
