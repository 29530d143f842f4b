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

test('profilesQueryOptions determines the data type in the cache and in TanStack’s hooks', () => {
  const options = profilesQueryOptions(client);
  expectTypeOf(new QueryClient().getQueryData(options.queryKey)).toEqualTypeOf<Profile[] | undefined>();
  const useNames = () => useQuery({ ...options, select: (profiles) => profiles.map(({ name }) => name) });
  expectTypeOf<ReturnType<typeof useNames>['data']>().toEqualTypeOf<string[] | undefined>();
});

test('gifSearchQueryOptions can be passed to useInfiniteQuery', () => {
  const useGifs = () => useInfiniteQuery(gifSearchQueryOptions(client, 'cat', { limit: 12, contentfilter: 'high' }));
  expectTypeOf<ReturnType<typeof useGifs>>().toEqualTypeOf<UseInfiniteQueryResult<InfiniteData<GifSearchResponse>>>();
  // @ts-expect-error -- TanStack manages the cursor
  expectTypeOf(gifSearchQueryOptions(client, 'cat', { pos: '20' })).toBeObject();
});

test('useSelectProfile accepts TanStack’s options, except mutationKey and mutationFn', () => {
  expectTypeOf(useSelectProfile).toBeCallableWith({ onSuccess: (_, { profileId }) => profileId.trim(), gcTime: 0 });
  // @ts-expect-error -- the hook sets the function
  expectTypeOf(useSelectProfile).toBeCallableWith({ mutationFn: async () => undefined });
  expectTypeOf<UpdateProfileVariables>().toEqualTypeOf<{
    profileId: string;
    name?: string;
    avatarUrl?: string;
  }>();
});
