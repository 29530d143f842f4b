import { QueryClient } from '@tanstack/react-query';
import { act, render, renderHook, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { StrictMode, useState } from 'react';
import { describe, expect, test } from 'vitest';
import { clientKinds, type ClientUnderTest } from '../../../test/support/clients.js';
import { untilQuiet } from '../../../test/support/untilQuiet.js';
import { PageFilterForm } from '../../components/PageFilterForm/PageFilterForm.js';
import type { FilterSpec } from '../../filters/filterSpec.js';
import { createTestDiscovr, type TestDiscovr, type TestDiscovrOptions } from '../../testing/createTestDiscovr.js';
import { useFilteredPage, type UseFilteredPageOptions, type UseFilteredPageResult } from './useFilteredPage.js';
import { useRows } from './useRows.js';

const comedies: FilterSpec = { genres: [35] };
const dramas: FilterSpec = { genres: [18] };

interface Props extends UseFilteredPageOptions {
  filters?: FilterSpec | undefined;
}

function renderPage({ Wrapper }: Pick<TestDiscovr, 'Wrapper'>, initialProps: Props = { filters: comedies }) {
  const seen: UseFilteredPageResult[] = [];
  const view = renderHook(
    ({ filters, ...options }: Props) => {
      const shown = useFilteredPage(filters, options);
      seen.push(shown);
      return shown;
    },
    { wrapper: Wrapper, initialProps },
  );
  return { ...view, seen, filter: (filters: FilterSpec) => view.rerender({ filters }) };
}

const heroOf = ({ page }: UseFilteredPageResult) => page?.hero.map(({ title }) => title);
const isThere = (result: { current: UseFilteredPageResult }) =>
  waitFor(() => expect(result.current).toMatchObject({ isPending: false, isPrevious: false, isFetching: false }));

/** Renders a page of comedies and waits until it is shown. */
async function withComedies(options?: TestDiscovrOptions) {
  const discovr = createTestDiscovr(options);
  const view = renderPage(discovr);
  await isThere(view.result);
  return { ...discovr, ...view, comediesId: view.result.current.pageId };
}

test('a cold start shows the hero after three sequential requests, and fetches the rows in parallel', async () => {
  const discovr = createTestDiscovr();
  const { control } = discovr;
  control.setLatency(1_000);
  const { result } = renderPage(discovr);
  const log = () =>
    control.requests.map(({ method, path, status }) => [method, path.replace(/page_\w+/, ':id'), status]);
  await waitFor(() => expect(control.count('GET /pages/:id/rows')).toBe(1), { interval: 5 });
  expect(log()).toEqual([
    ['POST', '/auth/session-token', 200],
    ['POST', '/pages', expect.any(Number)],
    ['GET', '/pages/:id', undefined],
    ['GET', '/pages/:id/rows', undefined],
  ]);
  expect(result.current).toMatchObject({ pageId: expect.stringMatching(/^page_/), isPending: true });
  await isThere(result);
  expect(heroOf(result.current)).toHaveLength(10);
  expect(control.requests).toHaveLength(4);
});

describe.each(clientKinds)('useFilteredPage with %s', (_name, create: () => ClientUnderTest) => {
  test('keeps the old page until the hero of the next page has loaded', async () => {
    const { Wrapper, control } = create();
    const { result, seen, filter } = renderPage({ Wrapper });
    await isThere(result);
    const old = result.current;
    seen.length = 0;
    filter(dramas);
    await waitFor(() => expect(result.current.pageId).not.toBe(old.pageId));
    await isThere(result);
    for (const shown of seen) {
      expect(shown.page).toBeDefined();
      expect(shown.pageId).toBe(shown.page?.id);
      expect(shown.isPrevious).toBe(shown.pageId === old.pageId);
      expect(shown.isFetching || !shown.isPrevious).toBe(true);
      expect(shown.isPending).toBe(false);
    }
    expect(control.count('POST /pages')).toBe(2);
  });

  test('causes no failure that no component shows', async () => {
    const { Wrapper, queryClient, control } = create();
    const { result } = renderPage({ Wrapper });
    await isThere(result);
    await untilQuiet({ queryClient, control });
    expect(queryClient.getQueryCache().findAll({ predicate: ({ state }) => state.error !== null })).toEqual([]);
  });
});

test('equal filters share one page, in any order and even as new objects', async () => {
  const discovr = createTestDiscovr();
  const { result, filter, seen } = renderPage(discovr, { filters: { genres: [18, 35] } });
  await isThere(result);
  const { pageId, retry } = result.current;
  seen.length = 0;
  filter({ genres: [35, 18, 35], keywords: [], with_release_date_gte: '' });
  filter({ genres: [18, 35] });
  await untilQuiet(discovr);
  expect(result.current).toMatchObject({ pageId, isPrevious: false, isFetching: false });
  expect(result.current.retry).toBe(retry);
  expect(seen).toHaveLength(2);
  expect(discovr.control.requests).toHaveLength(4);
});

test('useFilteredPage does not re-render when its rows load, and useRows then has them immediately', async () => {
  const discovr = await withComedies();
  const { Wrapper, control, result, seen } = discovr;
  await untilQuiet(discovr);
  // Up to three renders happen while the session, the page and its hero load. Two more show the page.
  expect(seen.length).toBeLessThanOrEqual(5);
  const rows = renderHook(() => useRows(result.current.pageId!), { wrapper: Wrapper });
  expect(rows.result.current.data?.pages[0]?.rows.length).toBeGreaterThan(0);
  expect(control.count('GET /pages/:id/rows')).toBe(1);
});

test('after quick filter changes, only the page of the last filters is shown', async () => {
  const discovr = await withComedies();
  const { control, result, seen, filter, comediesId } = discovr;
  seen.length = 0;
  control.setLatency(100);
  filter(dramas);
  await waitFor(() => expect(control.count('POST /pages')).toBe(2), { interval: 5 });
  filter(comedies);
  expect(result.current).toMatchObject({ pageId: comediesId, isPrevious: false, isFetching: false });
  await untilQuiet(discovr);
  expect(new Set(seen.map(({ pageId }) => pageId))).toEqual(new Set([comediesId]));
  expect(control.count('GET /pages/:id')).toBe(1);
});

test('setting filters again before their page has loaded shows that page', async () => {
  const discovr = createTestDiscovr();
  discovr.control.setLatency(20);
  const { result, filter, seen } = renderPage(discovr);
  await waitFor(() => expect(discovr.control.count('POST /pages')).toBe(1));
  filter(dramas);
  filter(comedies);
  await isThere(result);
  expect(result.current.page?.pageFilters).toEqual(comedies);
  expect(seen.every(({ page }) => !page || page.pageFilters?.genres?.[0] === 35)).toBe(true);
});

test('useFilteredPage sends no request until a profile is active', async () => {
  const { Wrapper, client, control } = createTestDiscovr({ session: 'signedIn' });
  const { result } = renderPage({ Wrapper });
  expect(result.current).toMatchObject({ pageId: undefined, isPending: true, isFetching: false, error: null });
  result.current.retry();
  expect(control.requests).toHaveLength(0);
  await act(() => client.selectProfile(control.profiles()[0]!.id));
  await isThere(result);
});

test('useFilteredPage shows nothing of the previous profile after a profile switch', async () => {
  const { control, client, result, seen, comediesId, profileId } = await withComedies({
    profiles: [{ name: 'Kim' }, { name: 'Lee' }],
  });
  seen.length = 0;
  const other = control.profiles().find(({ id }) => id !== profileId)!;
  await act(() => client.switchProfile(other.id));
  await isThere(result);
  const ofOther = seen.filter(({ pageId }) => pageId !== comediesId);
  expect(ofOther[0]).toMatchObject({ pageId: undefined, page: undefined, isPending: true });
  expect(seen.slice(seen.indexOf(ofOther[0]!)).some(({ pageId }) => pageId === comediesId)).toBe(false);
});

describe('a page that fails to load', () => {
  test.each([
    ['POST /pages', 'SERVER_ERROR', 500],
    ['GET /pages/:id', 'SERVER_ERROR', 500],
    ['POST /pages', 'VALIDATION_FAILED', 400],
  ] as const)('leaves the old page on screen and reports the error (%s, %s)', async (route, code, status) => {
    const { control, result, filter, comediesId } = await withComedies();
    control.failNext({ kind: 'status', status, code }, { route, times: 3 });
    filter(dramas);
    await waitFor(() => expect(result.current.error?.code).toBe(code));
    expect(result.current).toMatchObject({ pageId: comediesId, isPrevious: true, isPending: false, isFetching: false });
    expect(heroOf(result.current)).toHaveLength(10);
    const created = control.count('POST /pages');
    control.clearFaults();
    act(() => result.current.retry());
    await isThere(result);
    expect(result.current.page?.pageFilters).toEqual(dramas);
    expect(result.current.error).toBeNull();
    expect(control.count('POST /pages') - created).toBe(route === 'POST /pages' ? 1 : 0);
  });

  test('is replaced by the old page, without an error, when the old filters are set again', async () => {
    const { control, result, filter, comediesId } = await withComedies({ client: { retries: 0 } });
    control.setOffline(true);
    filter(dramas);
    await waitFor(() => expect(result.current.error?.code).toBe('NETWORK_ERROR'));
    filter(comedies);
    expect(result.current).toMatchObject({ pageId: comediesId, isPrevious: false, error: null });
  });

  test('keeps its rows when only the hero fails', async () => {
    const discovr = createTestDiscovr();
    discovr.control.failNext({ kind: 'status', status: 400 }, { route: 'GET /pages/:id' });
    const { result } = renderPage(discovr);
    await waitFor(() => expect(result.current.error).not.toBeNull());
    const rows = renderHook(() => useRows(result.current.pageId!), { wrapper: discovr.Wrapper });
    await waitFor(() => expect(rows.result.current.data?.pages[0]?.rows.length).toBeGreaterThan(0));
  });
});

test('renewing the session keeps the page on screen, and a remount shows its replacement', async () => {
  const { control, client, result, unmount, Wrapper, comediesId, profileId } = await withComedies();
  await act(() => client.selectProfile(profileId!));
  await waitFor(() => expect(control.count('GET /pages/:id')).toBe(2));
  expect(result.current).toMatchObject({ pageId: comediesId, page: { id: comediesId }, isFetching: false });
  unmount();
  const again = renderPage({ Wrapper });
  expect(again.result.current).toMatchObject({ pageId: comediesId, isFetching: true });
  await waitFor(() => expect(again.result.current.pageId).not.toBe(comediesId));
  await isThere(again.result);
  expect(again.seen.every(({ page }) => page !== undefined)).toBe(true);
  // The first request created the page, the second recreated it in the background, the third is the query's.
  expect(control.count('POST /pages')).toBe(3);
});

test('a page that is outdated when it is opened is recreated', async () => {
  const { control, result, filter, Wrapper } = await withComedies();
  control.setLatency(200);
  filter(dramas);
  await waitFor(() => expect(control.count('POST /pages')).toBe(2));
  await waitFor(() => expect(control.count('GET /pages/:id')).toBe(2));
  control.outdatePages();
  await isThere(result);
  expect(result.current.page?.pageFilters).toEqual(dramas);
  expect(result.current.page?.id).not.toBe(result.current.pageId);
  const rows = renderHook(() => useRows(result.current.pageId!), { wrapper: Wrapper });
  await waitFor(() => expect(rows.result.current.data?.pages[0]?.pageId).toBe(result.current.page?.id));
});

test('useFilteredPage fetches nothing and keeps the current page when it is disabled', async () => {
  const { control, result, rerender, comediesId } = await withComedies();
  rerender({ filters: dramas, enabled: false });
  expect(result.current).toMatchObject({ pageId: comediesId, isPrevious: true, isFetching: false });
  expect(control.count('POST /pages')).toBe(1);
});

test('useFilteredPage sends the name of the page', async () => {
  const { result } = renderPage(createTestDiscovr(), { filters: comedies, name: 'Friday night' });
  await isThere(result);
  expect(result.current.page?.name).toBe('Friday night');
});

test('the old page stays on screen even if the cache drops unused data immediately', async () => {
  const queryClient = new QueryClient({ defaultOptions: { queries: { gcTime: 0 } } });
  const { result, filter, seen } = await withComedies({ provider: { queryClient } });
  seen.length = 0;
  filter(dramas);
  await waitFor(() => expect(result.current.page?.pageFilters).toEqual(dramas));
  expect(seen.every(({ page }) => page !== undefined)).toBe(true);
});

test.each([true, false])('a form used with the hook creates no second page (createsPage %s)', async (createsPage) => {
  const { Wrapper, control } = createTestDiscovr();
  function Browse() {
    const [filters, setFilters] = useState<FilterSpec>({});
    const { page, isPrevious } = useFilteredPage(filters);
    return (
      <>
        <PageFilterForm filters={filters} onFiltersChange={setFilters} createsPage={createsPage} />
        {page && !isPrevious && <h1>{JSON.stringify(page.pageFilters ?? {})}</h1>}
      </>
    );
  }
  render(
    <StrictMode>
      <Wrapper>
        <Browse />
      </Wrapper>
    </StrictMode>,
  );
  await screen.findByRole('heading', { name: '{}' });
  const before = control.count('POST /pages');
  await userEvent.click(await screen.findByRole('checkbox', { name: 'Comedy' }));
  await userEvent.click(screen.getByRole('button', { name: 'Apply filters' }));
  await screen.findByRole('heading', { name: '{"genres":[35]}' });
  expect(control.count('POST /pages') - before).toBe(1);
});
