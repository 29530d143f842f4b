import type { InfiniteData } from '@tanstack/react-query';
import { COMPLETED_PROGRESS } from '../../../api/schemas/titles/episode.js';
import type { HistoryItem, HistoryListResponse } from '../../../api/schemas/titles/history.js';
import type { MediaProfileMeta } from '../../../api/schemas/titles/mediaFacts.js';
import type { DiscovrClientLike } from '../../../client/discovrClientLike.js';
import { discovrTitleKeys } from '../../query/queryKeys.js';
import type { ConcernedQueries } from '../titleChange.js';

/** What is put down about a film, a season or an episode. */
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

/** What an entry of the history changes in the cache. */
export function historyChange(client: DiscovrClientLike, watched: Watched): ConcernedQueries[] {
  const { mediaId, season, episode, progress } = watched;
  const change = (data: unknown) => withEntry(data as HistoryBatches, watched);
  return [
    {
      queryKey: discovrTitleKeys.mediaProfileMetas(client, mediaId),
      // Without progress another entry may still say that it was seen.
      change: (data) => (progress > 0 ? { ...(data as MediaProfileMeta), history: true } : data),
    },
    { queryKey: discovrTitleKeys.histories(client), change },
    { queryKey: discovrTitleKeys.placeHistories(client, mediaId, { season }), change },
    ...(episode === undefined
      ? []
      : [{ queryKey: discovrTitleKeys.placeHistories(client, mediaId, { season, episode }), change }]),
  ];
}

/** What forgetting a title changes in the cache. */
export function historyRemoval(client: DiscovrClientLike, mediaId: string): ConcernedQueries[] {
  const change = (data: unknown) =>
    mapEntries(data as HistoryBatches, (items) => items.filter(({ id }) => id !== mediaId));
  return [
    {
      queryKey: discovrTitleKeys.mediaProfileMetas(client, mediaId),
      change: (data) => ({ ...(data as MediaProfileMeta), history: false }),
    },
    { queryKey: discovrTitleKeys.histories(client), change },
    { queryKey: discovrTitleKeys.mediaHistories(client, mediaId), change },
  ];
}

/**
 * Changes the entry of a place, or makes it, first in the list, from another entry of the same title. Of a title without
 * entries neither name nor pictures are known: it shows when the list is fetched again.
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
  return { ...data, pages: data.pages.map((part) => ({ ...part, items: change(part.items) })) };
}
