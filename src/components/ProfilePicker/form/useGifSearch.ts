'use client';

import { useInfiniteQuery, type InfiniteData } from '@tanstack/react-query';
import { isDiscovrError } from '../../../shared/errors.js';
import { distinctBy } from '../../../shared/distinctBy.js';
import type { Gif, GifSearchResponse } from '../../../api/publicApi.js';
import { useDiscovrContext } from '../../../react/provider/context.js';
import { gifSearchQueryOptions } from '../../../react/profiles/queries.js';
import type { discovrKeys } from '../../../react/query/keys.js';
import { useDebounced } from '../../../react/hooks.js';
import { gifLocale } from './gifLocale.js';

/** Pause after the last keystroke before a search is sent, in milliseconds. */
const SEARCH_DEBOUNCE_MS = 300;
/** Number of GIFs in one batch. */
const LIMIT = 12;

type Key = ReturnType<typeof discovrKeys.gifSearch>;
type Cursor = string | undefined;

/** Response statuses of a service that does not exist: not found, gone, not implemented, unavailable. */
const GONE = new Set<number | undefined>([404, 410, 501, 503]);

/** State of a GIF search: `idle` when the query is empty, `gone` when the service does not exist. */
export interface GifSearchState {
  readonly status: 'idle' | 'pending' | 'success' | 'error' | 'gone';
  readonly gifs: readonly Gif[];
  /** Whether the search has another batch. */
  readonly hasMore: boolean;
  /** Status of loading another batch. */
  readonly moreStatus: 'idle' | 'pending' | 'error';
  readonly more: () => void;
  readonly retry: () => void;
}

/** Searches GIFs while the user types. A search starts when typing pauses and is aborted when another replaces it. */
export function useGifSearch(query: string): GifSearchState {
  const { client, queryClient, locale } = useDiscovrContext('<ProfilePicker>');
  const text = query.trim();
  const settled = useDebounced(text, SEARCH_DEBOUNCE_MS);
  const search = useInfiniteQuery<GifSearchResponse, Error, InfiniteData<GifSearchResponse, Cursor>, Key, Cursor>(
    gifSearchQueryOptions(client, settled, { limit: LIMIT, locale: gifLocale(locale) }),
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
