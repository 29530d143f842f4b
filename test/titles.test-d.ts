import {
  QueryClient,
  useInfiniteQuery,
  useQuery,
  type InfiniteData,
  type UseInfiniteQueryResult,
} from '@tanstack/react-query';
import { expectTypeOf, test } from 'vitest';
import type { useCreateProfile, discovrKeys } from '../src/index.js';
import {
  DiscovrClient,
  mediaQueryOptions,
  rowsQueryOptions,
  useAddHistory,
  useListItems,
  useMedia,
  useMediaProfileMeta,
  usePage,
  useProfiles,
  type useRowItems,
  type DiscovrClientLike,
  type DiscovrSdkLike,
  type GetRowsResponse,
  type Media,
  type MediaProfileMeta,
  type RowItem,
  type RowsBatch,
  type RowsToken,
  type Row,
  useUpdateList,
  type CreateProfilePayload,
  type DiscovrEvent,
  type DiscovrMutationOptions,
  type DiscovrQueryOptions,
  type Page,
  type UseScrobbleResult,
} from '../src/index.js';

const client = new DiscovrClient('my-app');

test('an SDK may lack the methods about titles, but every client has them', () => {
  expectTypeOf<DiscovrSdkLike['scrobble']>().toEqualTypeOf<DiscovrClient['scrobble'] | undefined>();
  expectTypeOf<DiscovrClientLike['scrobble']>().toEqualTypeOf<DiscovrClient['scrobble']>();
  expectTypeOf<DiscovrClientLike>().toExtend<Required<Omit<DiscovrClientLike, 'lacks'>>>();
});

test('an SDK may return rows in any of the inferred forms', () => {
  expectTypeOf<(pageId: string) => Promise<Row[]>>().toExtend<DiscovrSdkLike['getRows']>();
  expectTypeOf<(pageId: string) => Promise<GetRowsResponse>>().toExtend<DiscovrSdkLike['getRows']>();
  expectTypeOf<(pageId: string) => Promise<string>>().not.toExtend<DiscovrSdkLike['getRows']>();
});

test('query options determine the data type in the cache and in TanStack’s hooks', () => {
  const options = mediaQueryOptions(client, 'MV_550');
  expectTypeOf(new QueryClient().getQueryData(options.queryKey)).toEqualTypeOf<Media | undefined>();
  const useTitle = () => useQuery({ ...options, select: ({ title }) => title });
  expectTypeOf<ReturnType<typeof useTitle>['data']>().toEqualTypeOf<string | undefined>();
  const useAllRows = () => useInfiniteQuery(rowsQueryOptions(client, 'page', { limit: 3 }));
  expectTypeOf<ReturnType<typeof useAllRows>>().toEqualTypeOf<
    UseInfiniteQueryResult<InfiniteData<RowsBatch, RowsToken>>
  >();
});

test('hooks return typed data and accept only valid arguments', () => {
  type Items = NonNullable<ReturnType<typeof useRowItems>['data']>['pages'][number]['items'];
  expectTypeOf<Items>().toEqualTypeOf<RowItem[]>();
  const useMeta = () => useMediaProfileMeta('MV_550', { enabled: false }).data;
  expectTypeOf(useMeta).returns.toEqualTypeOf<MediaProfileMeta | undefined>();
  expectTypeOf(useMediaProfileMeta).toBeCallableWith('MV_550', { providers: true, enabled: false });
  // @ts-expect-error -- this list does not exist
  expectTypeOf(useListItems).toBeCallableWith('loved');
});

test('hooks for single values infer the type of their data from select', () => {
  const usePageName = () => usePage('page', { select: (page) => page.name ?? null }).data;
  expectTypeOf(usePageName).returns.toEqualTypeOf<string | null | undefined>();
  const useRuntime = () => useMedia('MV_550', { select: ({ runtime = 0 }) => runtime }).data;
  expectTypeOf(useRuntime).returns.toEqualTypeOf<number | undefined>();
  const useIsLiked = () => useMediaProfileMeta('MV_550', { providers: true, select: ({ liked }) => liked }).data;
  expectTypeOf(useIsLiked).returns.toEqualTypeOf<boolean | undefined>();
  const useNames = () => useProfiles({ select: (profiles) => profiles.map(({ name }) => name) }).data;
  expectTypeOf(useNames).returns.toEqualTypeOf<string[] | undefined>();
});

test('mutation hooks accept TanStack’s options, except mutationKey and mutationFn', () => {
  expectTypeOf(useUpdateList).toBeCallableWith('liked', { onSuccess: (_, { mediaId }) => mediaId.trim() });
  // @ts-expect-error -- the hook sets the function
  expectTypeOf(useAddHistory).toBeCallableWith({ mutationFn: async () => undefined });
});

test('the types that the upgrade guide names say what hooks take and return', () => {
  type CreateOptions = NonNullable<Parameters<typeof useCreateProfile>[0]>;
  expectTypeOf<DiscovrMutationOptions<string, CreateProfilePayload>>().toEqualTypeOf<CreateOptions>();
  type PageOptions<Selected> = DiscovrQueryOptions<Page, ReturnType<typeof discovrKeys.page>, Selected>;
  const useMyPage = <Selected = Page>(options?: PageOptions<Selected>) => usePage('page', options).data;
  const useMyPageName = () => useMyPage({ select: ({ name }) => name });
  expectTypeOf(useMyPageName).returns.toEqualTypeOf<string | undefined>();
  expectTypeOf<ReturnType<typeof usePage<Page>>['data']>().toEqualTypeOf<Page | undefined>();
  expectTypeOf<Extract<DiscovrEvent, { type: 'focusDwell' }>['durationMs']>().toEqualTypeOf<number>();
  expectTypeOf<Parameters<UseScrobbleResult['report']>[0]>().toEqualTypeOf<
    'playing' | 'paused' | 'resumed' | 'ended'
  >();
});
