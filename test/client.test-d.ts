import { expectTypeOf, test } from 'vitest';
import {
  DiscovrClient,
  adaptSdk,
  isDiscovrError,
  type CreatePagePayload,
  type CreatePageResponse,
  type DiscovrClientLike,
  type DiscovrError,
  type DiscovrErrorCode,
  type DiscovrSdkLike,
  type FilterSpec,
  type HistoryListResponse,
  type KnownErrorCode,
  type MediaItem,
  type NavigationItem,
  type Page,
  type ProviderItem,
  type Row,
  type RowItem,
  type SessionState,
  type SuccessMessage,
} from '../src/client/index.js';

const client = new DiscovrClient('my-app');

test('createPage accepts filters, a name, or no arguments', () => {
  expectTypeOf(client.createPage()).resolves.toEqualTypeOf<CreatePageResponse>();
  expectTypeOf(client.createPage({})).resolves.toEqualTypeOf<CreatePageResponse>();
  expectTypeOf(client.createPage({ pageFilters: { media_type: 'movie', genres: [35] }, name: 'Mine' })).toBeObject();
  expectTypeOf(client.createPage(undefined, { signal: new AbortController().signal })).toBeObject();
  expectTypeOf<CreatePagePayload['pageFilters']>().toEqualTypeOf<FilterSpec | undefined>();
});

test('a payload with unknown fields does not compile', () => {
  // @ts-expect-error -- the session determines the profile
  expectTypeOf(client.createPage({ profileId: 'profile_1' })).toBeObject();
  // @ts-expect-error -- this filter does not exist
  expectTypeOf(client.createPage({ pageFilters: { genre: [35] } })).toBeObject();
  // @ts-expect-error -- a filter outside `pageFilters`
  expectTypeOf(client.createPage({ genres: [35] })).toBeObject();
});

test('a payload with values of the wrong type does not compile', () => {
  // @ts-expect-error -- neither a film nor a series
  expectTypeOf(client.createPage({ pageFilters: { media_type: 'podcast' } })).toBeObject();
  // @ts-expect-error -- genres are numbers
  expectTypeOf(client.createPage({ pageFilters: { genres: ['35'] } })).toBeObject();
  // @ts-expect-error -- dates are strings
  expectTypeOf(client.createPage({ pageFilters: { with_release_date_gte: new Date() } })).toBeObject();
  // @ts-expect-error -- providers are strings
  expectTypeOf(client.createPage({ pageFilters: { with_watch_providers: [8] } })).toBeObject();
});

test('DiscovrClient is assignable to DiscovrSdkLike and DiscovrClientLike', () => {
  expectTypeOf<DiscovrClient>().toExtend<DiscovrSdkLike>();
  expectTypeOf<DiscovrClient>().toExtend<DiscovrClientLike>();
  expectTypeOf(adaptSdk(client)).toEqualTypeOf<DiscovrClientLike>();
  expectTypeOf<Omit<DiscovrClient, 'createPage'>>().not.toExtend<DiscovrSdkLike>();
});

test('error codes accept any string and still suggest the known codes', () => {
  expectTypeOf<KnownErrorCode>().toExtend<DiscovrErrorCode>();
  expectTypeOf<'OF_A_LATER_API'>().toExtend<DiscovrErrorCode>();
  expectTypeOf<DiscovrErrorCode>().not.toEqualTypeOf<string>();
  expectTypeOf<'OF_A_LATER_API'>().not.toExtend<KnownErrorCode>();
});

test('isDiscovrError narrows a caught value', () => {
  const caught: unknown = new Error('x');
  if (isDiscovrError(caught)) expectTypeOf(caught).toEqualTypeOf<DiscovrError>();
  else expectTypeOf(caught).toBeUnknown();
  if (isDiscovrError(caught, 'SESSION_EXPIRED')) {
    expectTypeOf(caught.pageLevelFilters).toEqualTypeOf<FilterSpec | undefined>();
  }
});

test('a session state is narrowed by its status', () => {
  const session: SessionState = client.getSession();
  if (session.status === 'active') expectTypeOf(session.profileId).toBeString();
  // @ts-expect-error -- only an active session has a profile
  else expectTypeOf(session.profileId);
});

test('an item of a row is narrowed by its type', async () => {
  const { items } = await client.getRowItems('page_1', 'row_1', { limit: 20 });
  for (const item of items) {
    if (item.type === 'media') expectTypeOf(item).toEqualTypeOf<MediaItem>();
    else if (item.type === 'navigation') expectTypeOf(item).toEqualTypeOf<NavigationItem>();
    else expectTypeOf(item).toEqualTypeOf<ProviderItem>();
  }
  expectTypeOf(client.iterateItems('page_1', 'row_1')).toEqualTypeOf<AsyncGenerator<RowItem, void, undefined>>();
  expectTypeOf(client.iterateRows('page_1')).toEqualTypeOf<AsyncGenerator<Row, void, undefined>>();
});

test('methods about titles have the names and parameters of the SDK', () => {
  expectTypeOf(client.addDislikedItem('MV_550')).resolves.toEqualTypeOf<SuccessMessage>();
  expectTypeOf(client.getHistoryItems({ limit: 5 })).resolves.toEqualTypeOf<HistoryListResponse>();
  expectTypeOf(client.patchHistoryItem('TV_1396', 50, { season: 1, episode: 2 })).toBeObject();
  expectTypeOf(client.scrobbleSkip('TV_1396', 10, 12, 90, { tv: { season: 1, episode: 2 } })).toBeObject();
  // @ts-expect-error -- an episode needs both numbers
  expectTypeOf(client.scrobble('TV_1396', 50, { tv: { season: 1 } })).toBeObject();
  // @ts-expect-error -- progress is a number
  expectTypeOf(client.scrobble('MV_550', '50')).toBeObject();
  // @ts-expect-error -- an iterator handles tokens itself
  expectTypeOf(client.iterateRows('page_1', { nextPageToken: 'x' })).toBeObject();
});

test('a page has typed fields, and "in" gives access to fields that the API added', () => {
  expectTypeOf<Page['hero'][number]['media_type']>().toEqualTypeOf<'movie' | 'tv'>();
  expectTypeOf<Page['hero'][number]['poster_path']>().toEqualTypeOf<string | null>();
  const themeOf = (page: Page) => ('theme' in page ? page.theme : undefined);
  expectTypeOf(themeOf).returns.toBeUnknown();
});

/** The types within a response that have an index signature, which would accept every field name. */
type Indexed<T> = T extends object ? (string extends keyof T ? T : Indexed<T[keyof T]>) : never;
type ResponsesOf<Api> = { [Name in keyof Api]: Api[Name] extends (...args: never) => Promise<infer R> ? R : never };

test('no response type has an index signature', () => {
  expectTypeOf<Indexed<ResponsesOf<DiscovrClient>[keyof DiscovrClient]>>().toBeNever();
});
