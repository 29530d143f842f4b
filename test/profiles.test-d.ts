import {
  QueryClient,
  useInfiniteQuery,
  useQuery,
  type InfiniteData,
  type UseInfiniteQueryResult,
} from '@tanstack/react-query';
import { expectTypeOf, test } from 'vitest';
import {
  DiscovrClient,
  gifSearchQueryOptions,
  profilesQueryOptions,
  useSelectProfile,
  type GifSearchResponse,
  type Profile,
  type UpdateProfileVariables,
} from '../src/index.js';

const client = new DiscovrClient('my-app');

test('the options of the list carry the type of its data, for the cache and for TanStack’s hooks', () => {
  const options = profilesQueryOptions(client);
  expectTypeOf(new QueryClient().getQueryData(options.queryKey)).toEqualTypeOf<Profile[] | undefined>();
  const useNames = () => useQuery({ ...options, select: (profiles) => profiles.map(({ name }) => name) });
  expectTypeOf<ReturnType<typeof useNames>['data']>().toEqualTypeOf<string[] | undefined>();
});

test('a search for pictures fits useInfiniteQuery as it is', () => {
  const useGifs = () => useInfiniteQuery(gifSearchQueryOptions(client, 'cat', { limit: 12, contentfilter: 'high' }));
  expectTypeOf<ReturnType<typeof useGifs>>().toEqualTypeOf<UseInfiniteQueryResult<InfiniteData<GifSearchResponse>>>();
  // @ts-expect-error -- TanStack holds the cursor
  expectTypeOf(gifSearchQueryOptions(client, 'cat', { pos: '20' })).toBeObject();
});

test('a hook takes TanStack’s options, except key and function', () => {
  expectTypeOf(useSelectProfile).toBeCallableWith({ onSuccess: (_, profileId) => profileId.trim(), gcTime: 0 });
  // @ts-expect-error -- what it does is its own
  expectTypeOf(useSelectProfile).toBeCallableWith({ mutationFn: async () => undefined });
  expectTypeOf<UpdateProfileVariables>().toEqualTypeOf<{
    profileId: string;
    name?: string;
    avatarUrl?: string;
  }>();
});
