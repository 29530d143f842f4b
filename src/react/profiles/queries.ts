import { queryOptions, type QueryFunction } from '@tanstack/react-query';
import type { Profile } from '../../api/profiles.js';
import type { GifSearchResponse } from '../../api/publicApi.js';
import type { DiscovrClientLike } from '../../client/clientLike.js';
import type { SessionState } from '../../session/sessionState.js';
import type { DiscovrError } from '../../shared/errors.js';
import { discovrKeys, type GifSearchOptions } from '../query/keys.js';
import { queryDefaults, STALE_AFTER_MS, type QueryOptionsOf } from '../query/options.js';

/**
 * Returns query options for the profiles of the account, newest first. Disabled while no user is signed in. Create the
 * options during render or in a loader, not at module level, because they depend on the session.
 *
 * @param session the session that they depend on; by default the client's. During a render, pass the one of
 *   `useDiscovr()`.
 * @example
 * const { client, session } = useDiscovr();
 * const { data: profiles } = useQuery(profilesQueryOptions(client, session));
 */
export function profilesQueryOptions(
  client: DiscovrClientLike,
  { status }: SessionState = client.getSession(),
): QueryOptionsOf<Profile[], ReturnType<typeof discovrKeys.profiles>> {
  return queryOptions<Profile[], DiscovrError, Profile[], ReturnType<typeof discovrKeys.profiles>>({
    ...queryDefaults,
    staleTime: STALE_AFTER_MS,
    queryKey: discovrKeys.profiles(client),
    queryFn: ({ signal }) => client.getProfiles({ signal }),
    enabled: status === 'signedIn' || status === 'active',
  });
}

/**
 * Returns query options for the URLs of ready-made avatars. They are the same for every user, signed in or not.
 */
export function profileImagesQueryOptions(
  client: DiscovrClientLike,
): QueryOptionsOf<string[], ReturnType<typeof discovrKeys.profileImages>> {
  return queryOptions<string[], DiscovrError, string[], ReturnType<typeof discovrKeys.profileImages>>({
    ...queryDefaults,
    queryKey: discovrKeys.profileImages(client),
    queryFn: ({ signal }) => client.getProfileImages({ signal }),
    enabled: true,
  });
}

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
 * @example
 * const { client } = useDiscovr();
 * const gifs = useInfiniteQuery(gifSearchQueryOptions(client, 'cat', { limit: 12 }));
 */
export function gifSearchQueryOptions(
  client: DiscovrClientLike,
  query: string,
  options: GifSearchOptions = {},
): GifSearchQueryOptions {
  const text = query.trim();
  return {
    ...queryDefaults,
    queryKey: discovrKeys.gifSearch(client, text, options),
    queryFn: ({ pageParam, signal }) => client.searchGifs(text, { ...options, pos: pageParam, signal }),
    initialPageParam: undefined,
    // A repeated cursor ends the search.
    getNextPageParam: ({ next }, _all, _cursor, cursors) => (cursors.includes(next) ? undefined : next),
    enabled: text !== '',
  };
}
