'use client';

import type { InfiniteData } from '@tanstack/react-query';
import { COMPLETED_PROGRESS } from '../../api/facts.js';
import type { AddHistoryPayload, HistoryItem, HistoryListResponse } from '../../api/history.js';
import type { MediaProfileMeta } from '../../api/mediaFacts.js';
import { discovrTitleKeys } from '../query/keys.js';
import type { Owner } from '../query/profileScope.js';
import type { AffectedQueries } from './titleChange.js';
import { useTitleMutation, type TitleMutationOptions, type TitleMutationResult } from './useTitleMutation.js';

/** Options of {@link useAddHistory}: TanStack's, except the key and the function. */
export type UseAddHistoryOptions = TitleMutationOptions<AddHistoryPayload>;

/** Result of {@link useAddHistory}: TanStack's mutation. */
export type UseAddHistoryResult = TitleMutationResult<AddHistoryPayload>;

/**
 * Marks a title as watched. A series needs a `season`; without `episode`, the whole season is marked. Without
 * `progress`, it counts as watched to the end. Cached data shows the change immediately, and reverts it on failure.
 *
 * @example
 * const addHistory = useAddHistory();
 * addHistory.mutate({ mediaId: 'TV_900020167', season: 1, episode: 2 });
 */
export function useAddHistory(options?: UseAddHistoryOptions): UseAddHistoryResult {
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
export interface SetProgressVariables {
  mediaId: string;
  /** Percent, 0 to 100. From 80 on, it counts as completed; 0 means not watched. */
  progress: number;
  /** Season number, from 1; required for a series. */
  season?: number | undefined;
  /** Episode number, from 1; omit it for the whole season. */
  episode?: number | undefined;
}

/** Options of {@link useSetProgress}: TanStack's, except the key and the function. */
export type UseSetProgressOptions = TitleMutationOptions<SetProgressVariables>;

/** Result of {@link useSetProgress}: TanStack's mutation. */
export type UseSetProgressResult = TitleMutationResult<SetProgressVariables>;

/**
 * Sets the watch progress of a film, a season or an episode, and adds it to the history if needed. Cached data shows
 * the change immediately, and reverts it on failure.
 *
 * @example
 * const setProgress = useSetProgress();
 * setProgress.mutate({ mediaId: 'TV_900020167', season: 1, episode: 2, progress: 0 });
 */
export function useSetProgress(options?: UseSetProgressOptions): UseSetProgressResult {
  return useTitleMutation(
    'useSetProgress()',
    (client, { mediaId, progress, season, episode }, owner) => ({
      mediaId,
      affected: historyChange(owner, { mediaId, season, episode, progress, updatedAt: new Date().toISOString() }),
      send: () => client.patchHistoryItem(mediaId, progress, { season, episode }),
    }),
    options,
  );
}

/** Options of {@link useRemoveHistory}: TanStack's, except the key and the function. */
export type UseRemoveHistoryOptions = TitleMutationOptions<string>;

/** Result of {@link useRemoveHistory}: TanStack's mutation; its variable is the title's media id. */
export type UseRemoveHistoryResult = TitleMutationResult<string>;

/**
 * Removes all entries of a title from the history. Cached data shows the change immediately, and reverts it on failure.
 *
 * @example
 * const removeHistory = useRemoveHistory();
 * removeHistory.mutate('MV_900000285');
 */
export function useRemoveHistory(options?: UseRemoveHistoryOptions): UseRemoveHistoryResult {
  return useTitleMutation(
    'useRemoveHistory()',
    (client, mediaId, owner) => ({
      mediaId,
      affected: historyRemoval(owner, mediaId),
      send: () => client.removeHistoryItem(mediaId),
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
