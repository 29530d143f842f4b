import { act, renderHook, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';
import {
  backOf,
  isAt,
  open,
  options,
  select,
  showNavigation,
  whereIs,
  type Shown,
} from '../../../test/support/navigation.js';
import { createTestDiscovr, type TestDiscovr } from '../../testing/createTestDiscovr.js';
import { usePageFilterUrl } from '../filters/usePageFilterUrl.js';
import { usePageNavigation } from './useNavigation.js';
beforeEach(() => window.history.pushState(null, '', '/browse'));

describe('navigation in the browser’s history', () => {
  test('follows Back and Forward through tabs and pages', async () => {
    const shown = showNavigation(createTestDiscovr(options));
    open(shown, { title: 'Romance' });
    select(shown, 'movies');
    open(shown, { title: 'Westerns' });
    backOf(window.history);
    await isAt(shown, 'movies');
    backOf(window.history);
    await isAt(shown, 'home', 'Romance');
    backOf(window.history);
    await isAt(shown, 'home');
    act(() => window.history.go(3));
    await isAt(shown, 'movies', 'Westerns');
    expect(shown.current.arrival.by).toBe('return');
  });

  test('goes back in the browser’s history on back(), and ignores a quick second call', async () => {
    const shown = showNavigation(createTestDiscovr(options));
    const length = window.history.length;
    open(shown, { title: 'Romance' });
    act(() => shown.current.back());
    // A second click before the browser has gone back must not leave the app.
    act(() => shown.current.back());
    await isAt(shown, 'home');
    open(shown, { title: 'Westerns' });
    expect(window.history.length).toBe(length + 1);
    expect(window.location.pathname).toBe('/browse');
  });

  test('keeps the URL, and the state that a router stores in an entry', async () => {
    window.history.replaceState({ usr: 1, key: 'router', idx: 4 }, '', '/browse?view=list#top');
    const shown = showNavigation(createTestDiscovr(options));
    open(shown, { title: 'Romance' });
    expect(window.history.state).toMatchObject({ usr: 1, key: 'router', idx: 4 });
    expect(window.location.href).toMatch(/\/browse\?view=list#top$/);
    backOf(window.history);
    await isAt(shown, 'home');
    expect(window.history.state).toMatchObject({ usr: 1, key: 'router', idx: 4 });
  });

  test('keeps the opened page in the entry of other filters, from which back() leads to its tab', async () => {
    const shown = showNavigation(createTestDiscovr(options));
    const url = renderHook(() => usePageFilterUrl());
    open(shown, { title: 'Romance' });
    act(() => url.result.current.setFilters({ genres: [35] }));
    backOf(window.history);
    await waitFor(() => expect(window.location.search).toBe(''));
    act(() => window.history.forward());
    await waitFor(() => expect(window.location.search).toBe('?f=1&f.genres=35'));
    expect(window.history.state).toMatchObject({ discovr: { main: { state: { tab: 'home' } } } });
    await isAt(shown, 'home', 'Romance');
    act(() => shown.current.back());
    expect(whereIs(shown)).toEqual(['home']);
    expect(window.location.search).toBe('?f=1&f.genres=35');
  });

  test('stores nothing before the user navigates', async () => {
    const shown = showNavigation(createTestDiscovr(options));
    await waitFor(() => expect(shown.current.isLoading).toBe(false));
    expect(window.history.state).toBeNull();
  });

  test('keeps the place when the app pushes history entries', async () => {
    const shown = showNavigation(createTestDiscovr(options));
    open(shown, { title: 'Romance' });
    act(() => window.history.pushState(null, '', '/browse?f=1'));
    act(() => window.history.pushState(null, '', '/browse?f=2'));
    backOf(window.history);
    await waitFor(() => expect(window.location.search).toBe('?f=1'));
    expect(whereIs(shown)).toEqual(['home', 'Romance']);
    open(shown, { title: 'Nineties' });
    backOf(window.history);
    await isAt(shown, 'home', 'Romance');
    act(() => shown.current.back());
    await isAt(shown, 'home');
  });

  test('restores the tab and its stack after a reload, and creates a page only when it is shown', async () => {
    const before = createTestDiscovr(options);
    const first = renderHook(() => usePageNavigation(), { wrapper: before.Wrapper });
    select(first.result, 'movies');
    open(first.result, { title: 'Westerns' });
    const discovr = createTestDiscovr({ ...options, profiles: [{ id: before.profileId!, name: 'Anna' }] });
    first.unmount();
    const shown = showNavigation(discovr);
    expect(whereIs(shown)).toEqual(['movies', 'Westerns']);
    await waitFor(() => expect(discovr.client.getSession().status).toBe('active'));
    expect(whereIs(shown)).toEqual(['movies', 'Westerns']);
    expect(discovr.control.count('POST /pages')).toBe(0);
    backOf(window.history);
    await isAt(shown, 'movies');
    await waitFor(() => expect(shown.current.current.pageId).toBeDefined());
    expect(discovr.control.count('POST /pages')).toBe(1);
  });

  test.each([
    ['nonsense', 7],
    ['another shape', { main: { state: { tab: 4, stacks: [] } } }],
    ['an unknown tab', { main: { state: { tab: 'sports', stacks: { sports: [] } } } }],
    ['invalid pages', { main: { state: { tab: 'home', stacks: { home: [{ id: 1 }], movies: 3 } } } }],
  ])('ignores a state with %s', (_name, discovr) => {
    window.history.replaceState({ discovr }, '');
    const shown = showNavigation(createTestDiscovr(options));
    expect(whereIs(shown)).toEqual(['home']);
  });

  test('stores several navigations by name, and shares one stack per name', async () => {
    const discovr = createTestDiscovr(options);
    const [one, same, other] = [{}, {}, { name: 'kids' }].map((props) => showNavigation(discovr, props)) as [
      Shown,
      Shown,
      Shown,
    ];
    open(one, { title: 'Romance' });
    select(other, 'movies');
    expect([one, same, other].map(whereIs)).toEqual([['home', 'Romance'], ['home', 'Romance'], ['movies']]);
    act(() => window.history.go(-2));
    await isAt(one, 'home');
    expect([one, same, other].map(whereIs)).toEqual([['home'], ['home'], ['home']]);
  });

  test('closes only the page of the navigation whose back() is called, also when another has opened one since', () => {
    const discovr = createTestDiscovr(options);
    const [one, other] = [showNavigation(discovr), showNavigation(discovr, { name: 'kids' })];
    open(one, { title: 'Romance' });
    open(other, { title: 'Westerns' });
    act(() => one.current.back());
    expect([one, other].map(whereIs)).toEqual([['home'], ['home', 'Westerns']]);
  });
});

describe('navigation in memory', () => {
  test('keeps two navigations independent, and leaves the browser’s history unchanged', () => {
    const discovr = createTestDiscovr(options);
    const one = showNavigation(discovr, { history: 'none' });
    const other = showNavigation(discovr, { history: 'none' });
    open(one, { title: 'Romance' });
    select(other, 'series');
    expect([one, other].map(whereIs)).toEqual([['home', 'Romance'], ['series']]);
    expect(window.history.state).toBeNull();
  });
});

describe.each(['browser', 'none'] as const)('navigation with several profiles (history: %s)', (history) => {
  test('restarts at the first tab after a profile switch, and Back shows no page of the previous profile', async () => {
    const discovr = createTestDiscovr(options);
    const shown = showNavigation(discovr, { history });
    await waitFor(() => expect(shown.current.isLoading).toBe(false));
    const previous = shown.current.current;
    select(shown, 'movies');
    open(shown, { title: 'Westerns' });
    await act(() => discovr.client.selectProfile(discovr.control.profiles()[1]!.id));
    expect(whereIs(shown)).toEqual(['home']);
    await waitFor(() => expect(shown.current.current.pageId).toBeDefined());
    expect(shown.current.current.pageId).not.toBe(previous.pageId);
    expect(shown.current.current.key).not.toBe(previous.key);
    open(shown, { title: 'Comedies' });
    act(() => shown.current.back());
    await isAt(shown, 'home');
    if (history === 'none') return;
    backOf(window.history);
    await waitFor(() => expect(shown.current.arrival.by).toBe('return'));
    expect(whereIs(shown)).toEqual(['home']);
  });

  test('has nothing to go back to after sign-out', async () => {
    const discovr = createTestDiscovr(options);
    const shown = showNavigation(discovr, { history });
    await waitFor(() => expect(shown.current.isLoading).toBe(false));
    open(shown, { title: 'Romance' });
    await act(async () => void (await discovr.client.signOut()));
    expect(shown.current).toMatchObject({ level: 0, canGoBack: false });
  });
});

describe('a tab whose page cannot be created', () => {
  test.each([
    ['NETWORK_ERROR', ({ control }: TestDiscovr) => control.setOffline(true)],
    [
      'SERVER_ERROR',
      ({ control }: TestDiscovr) =>
        control.failNext({ kind: 'status', status: 500 }, { times: 9, route: 'POST /pages' }),
    ],
    ['BAD_RESPONSE', ({ control }: TestDiscovr) => control.failNext({ kind: 'malformed' }, { route: 'POST /pages' })],
  ] as const)('reports %s, creates the page on retry, and leaves other tabs unchanged', async (code, spoil) => {
    const discovr = createTestDiscovr({ ...options, client: { retries: 0 } });
    const shown = showNavigation(discovr);
    await waitFor(() => expect(shown.current.isLoading).toBe(false));
    spoil(discovr);
    select(shown, 'movies');
    await waitFor(() => expect(shown.current.error?.code).toBe(code));
    expect(shown.current.isLoading).toBe(false);
    select(shown, 'home');
    expect(shown.current.error).toBeNull();
    expect(shown.current.current.pageId).toBeDefined();
    select(shown, 'movies');
    await waitFor(() => expect(shown.current.isLoading).toBe(false));
    discovr.control.setOffline(false);
    discovr.control.clearFaults();
    act(() => shown.current.retry());
    await waitFor(() => expect(shown.current.current.pageId).toBeDefined());
  });
});
