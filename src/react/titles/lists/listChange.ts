import type { InfiniteData } from '@tanstack/react-query';
import type { MediaList, MediaListResponse } from '../../../api/schemas/titles/list.js';
import type { MediaItem } from '../../../api/schemas/media.js';
import type { MediaProfileMeta } from '../../../api/schemas/titles/mediaFacts.js';
import type { DiscovrClientLike } from '../../../client/discovrClientLike.js';
import { discovrTitleKeys } from '../../query/queryKeys.js';
import type { ConcernedQueries } from '../titleChange.js';

/** Whether a title is to be on a list. */
export interface ListVariables {
  mediaId: string;
  /** `true` puts it on the list, `false` takes it off. */
  on: boolean;
  /** The title as an item, so that a list on screen shows it at once; else it shows when the list is fetched again. */
  item?: MediaItem | undefined;
}

type ListBatches = InfiniteData<MediaListResponse>;

const exclusiveLists: readonly MediaList[] = ['liked', 'disliked', 'super_liked'];

/** What putting a title on a list, or taking it off, changes in the cache. */
export function listChange(client: DiscovrClientLike, list: MediaList, variables: ListVariables): ConcernedQueries[] {
  const { mediaId, on, item } = variables;
  const others = on && exclusiveLists.includes(list) ? exclusiveLists.filter((other) => other !== list) : [];
  const flags = { ...Object.fromEntries(others.map((other) => [other, false])), [list]: on };
  return [
    {
      queryKey: discovrTitleKeys.mediaProfileMetas(client, mediaId),
      change: (data) => ({ ...(data as MediaProfileMeta), ...flags }),
    },
    {
      queryKey: discovrTitleKeys.lists(client, list),
      change: (data) => (on ? withItem(data as ListBatches, item) : without(data as ListBatches, mediaId)),
    },
    ...others.map((other) => ({
      queryKey: discovrTitleKeys.lists(client, other),
      change: (data: unknown) => without(data as ListBatches, mediaId),
    })),
  ];
}

/** Puts an item first, as the one added last; one that is there keeps its place. */
function withItem(data: ListBatches, item: MediaItem | undefined): ListBatches {
  const [first, ...rest] = data.pages;
  if (!item || !first || data.pages.some(({ items }) => items.some(({ id }) => id === item.id))) return data;
  return { ...data, pages: [{ ...first, items: [item, ...first.items] }, ...rest] };
}

function without(data: ListBatches, mediaId: string): ListBatches {
  return {
    ...data,
    pages: data.pages.map((part) => ({ ...part, items: part.items.filter(({ id }) => id !== mediaId) })),
  };
}
