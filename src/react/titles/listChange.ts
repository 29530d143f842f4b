import type { InfiniteData } from '@tanstack/react-query';
import type { MediaList } from '../../api/facts.js';
import type { MediaListResponse } from '../../api/lists.js';
import type { MediaItem } from '../../api/media.js';
import type { MediaProfileMeta } from '../../api/mediaFacts.js';
import { discovrTitleKeys } from '../query/keys.js';
import type { Owner } from '../query/profileScope.js';
import type { AffectedQueries } from './titleChange.js';

/** A title, and whether to add it to the list or to remove it. */
export interface UpdateListVariables {
  mediaId: string;
  /** `true` adds the title to the list, `false` removes it. */
  on: boolean;
  /** The title as an item, to show it in the list immediately; otherwise it appears when the list is refetched. */
  item?: MediaItem | undefined;
}

type ListBatches = InfiniteData<MediaListResponse>;

const exclusiveLists: readonly MediaList[] = ['liked', 'disliked', 'super_liked'];

/** Returns how adding a title to a list, or removing it, changes the cache. */
export function listChange(owner: Owner, list: MediaList, variables: UpdateListVariables): AffectedQueries[] {
  const { mediaId, on, item } = variables;
  const others = on && exclusiveLists.includes(list) ? exclusiveLists.filter((other) => other !== list) : [];
  const flags = { ...Object.fromEntries(others.map((other) => [other, false])), [list]: on };
  return [
    {
      queryKey: discovrTitleKeys.mediaProfileMetas(owner, mediaId),
      change: (data) => ({ ...(data as MediaProfileMeta), ...flags }),
    },
    {
      queryKey: discovrTitleKeys.lists(owner, list),
      change: (data) => (on ? withItem(data as ListBatches, item) : without(data as ListBatches, mediaId)),
    },
    ...others.map((other) => ({
      queryKey: discovrTitleKeys.lists(owner, other),
      change: (data: unknown) => without(data as ListBatches, mediaId),
    })),
  ];
}

/** Adds an item at the start, where the newest items are; an item that is already listed keeps its position. */
function withItem(data: ListBatches, item: MediaItem | undefined): ListBatches {
  const [first, ...rest] = data.pages;
  if (!item || !first || data.pages.some(({ items }) => items.some(({ id }) => id === item.id))) return data;
  return { ...data, pages: [{ ...first, items: [item, ...first.items] }, ...rest] };
}

function without(data: ListBatches, mediaId: string): ListBatches {
  return {
    ...data,
    pages: data.pages.map((batch) => ({ ...batch, items: batch.items.filter(({ id }) => id !== mediaId) })),
  };
}

/** Names of the client methods that fetch a list, add a title to it and remove a title from it. */
export const listMethodNames = {
  liked: { get: 'getLikedItems', add: 'addLikedItem', remove: 'removeLikedItem' },
  disliked: { get: 'getDislikedItems', add: 'addDislikedItem', remove: 'removeDislikedItem' },
  super_liked: { get: 'getSuperLikedItems', add: 'addSuperLikedItem', remove: 'removeSuperLikedItem' },
  watchlist: { get: 'getWatchlistItems', add: 'addWatchlistItem', remove: 'removeWatchlistItem' },
} as const;
