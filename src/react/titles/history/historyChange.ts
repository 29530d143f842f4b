import type { InfiniteData } from '@tanstack/react-query';
import { COMPLETED_PROGRESS } from '../../../api/facts.js';
import type { HistoryItem, HistoryListResponse } from '../../../api/history.js';
import type { MediaProfileMeta } from '../../../api/mediaFacts.js';
import type { Owner } from '../../query/profileScope.js';
import { discovrTitleKeys } from '../../query/queryKeys.js';
import type { AffectedQueries } from '../titleChange.js';

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
export function historyChange(owner: Owner, watched: Watched): AffectedQueries[] {
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
export function historyRemoval(owner: Owner, mediaId: string): AffectedQueries[] {
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
