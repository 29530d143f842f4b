import type { QueryFunction } from '@tanstack/react-query';
import type { GifSearchResponse } from '../../api/publicApi.js';
import type { DiscovrClientLike } from '../../client/clientLike.js';
import { queryDefaults } from '../query/queryDefaults.js';
import { discovrKeys, type GifSearchOptions } from '../query/queryKeys.js';
import { requireMethod } from '../provider/requireMethod.js';

type GifSearchKey = ReturnType<typeof discovrKeys.gifSearch>;

/**
 * Result of {@link gifSearchQueryOptions}, for `useInfiniteQuery`. Written out because the type parameters of
 * TanStack's type differ between its versions.
 */
export interface GifSearchQueryOptions extends Readonly<typeof queryDefaults> {
  readonly queryKey: GifSearchKey;
  readonly queryFn: QueryFunction<GifSearchResponse, GifSearchKey, string | undefined>;
  readonly initialPageParam: string | undefined;
  readonly getNextPageParam: (
    last: GifSearchResponse,
    all: GifSearchResponse[],
    cursor: string | undefined,
    cursors: (string | undefined)[],
  ) => string | undefined;
  readonly enabled: boolean;
}

/**
 * Returns query options for a search for GIFs in batches, for `useInfiniteQuery`. Disabled while the query is empty.
 * Wherever the app shows the results, it must name the service that they come from.
 *
 * @throws {TypeError} when the client cannot search for GIFs.
 * @example
 * const { client, queryClient } = useDiscovr();
 * const gifs = useInfiniteQuery(gifSearchQueryOptions(client, 'cat', { limit: 12 }), queryClient);
 */
export function gifSearchQueryOptions(
  client: DiscovrClientLike,
  query: string,
  options: GifSearchOptions = {},
): GifSearchQueryOptions {
  const searchGifs = requireMethod(client, 'searchGifs', 'gifSearchQueryOptions()');
  const text = query.trim();
  return {
    ...queryDefaults,
    queryKey: discovrKeys.gifSearch(text, options),
    queryFn: ({ pageParam, signal }) => searchGifs(text, { ...options, pos: pageParam, signal }),
    initialPageParam: undefined,
    // A repeated cursor ends the search.
    getNextPageParam: ({ next }, _all, _cursor, cursors) => (cursors.includes(next) ? undefined : next),
    enabled: text !== '',
  };
}
