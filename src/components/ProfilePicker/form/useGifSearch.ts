'use client';

import { skipToken, useInfiniteQuery, type InfiniteData } from '@tanstack/react-query';
import { isDiscovrError } from '../../../api/errors/discovrError.js';
import { distinctBy } from '../../../api/schemas/distinctBy.js';
import type { Gif, GifSearchResponse } from '../../../api/schemas/gif.js';
import { useDiscovrContext } from '../../../react/provider/context.js';
import { gifSearchQueryOptions } from '../../../react/profiles/gifSearchQueryOptions.js';
import { discovrKeys } from '../../../react/query/queryKeys.js';
import { useDebounced } from '../../../react/useDebounced.js';

/** Quiet time after the last key before a search is sent, in milliseconds. */
const SEARCH_DEBOUNCE_MS = 300;
/** How many pictures one request gives. */
const LIMIT = 12;

type Key = ReturnType<typeof discovrKeys.gifSearch>;
type Cursor = string | undefined;

/** What a service answers that is not there, or no longer: not found, gone, not implemented, unavailable. */
const GONE = new Set<number | undefined>([404, 410, 501, 503]);

/** A search for looping pictures: `idle` where nothing is searched for, `gone` where the service is not there. */
export interface GifSearchState {
  readonly status: 'idle' | 'pending' | 'success' | 'error' | 'gone';
  readonly gifs: readonly Gif[];
  /** Whether there are more to show. */
  readonly hasMore: boolean;
  /** More are on their way, or could not be had. */
  readonly moreStatus: 'idle' | 'pending' | 'error';
  readonly more: () => void;
  readonly retry: () => void;
}

/** Searches looping pictures while a person types: sent after a pause, aborted when superseded. */
export function useGifSearch(query: string): GifSearchState {
  const { client, queryClient } = useDiscovrContext('<ProfilePicker>');
  const text = query.trim();
  const settled = useDebounced(text, SEARCH_DEBOUNCE_MS);
  const search = useInfiniteQuery<GifSearchResponse, Error, InfiniteData<GifSearchResponse, Cursor>, Key, Cursor>(
    client.searchGifs
      ? gifSearchQueryOptions(client, settled, { limit: LIMIT })
      : {
          queryKey: discovrKeys.gifSearch(''),
          queryFn: skipToken,
          initialPageParam: undefined,
          getNextPageParam: () => undefined,
        },
    queryClient,
  );
  const isCurrent = text !== '' && text === settled;
  const gifs = isCurrent ? distinctBy(search.data?.pages.flatMap(({ items }) => items) ?? [], ({ url }) => url) : [];
  return {
    status: statusOf(),
    gifs,
    hasMore: isCurrent && search.hasNextPage,
    moreStatus: search.isFetchingNextPage ? 'pending' : search.isFetchNextPageError ? 'error' : 'idle',
    more: () => void search.fetchNextPage(),
    retry: () => void search.refetch(),
  };

  function statusOf(): GifSearchState['status'] {
    if (!text) return 'idle';
    if (!isCurrent) return 'pending';
    if (isDiscovrError(search.error) && GONE.has(search.error.status)) return 'gone';
    if (search.data) return 'success';
    return search.isFetching ? 'pending' : search.status;
  }
}
