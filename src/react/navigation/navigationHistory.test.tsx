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
import { waitPatiently } from '../../../test/support/patience.js';
import { createTestDiscovr, type TestDiscovr } from '../../testing/createTestDiscovr.js';
import { usePageNavigation } from './usePageNavigation.js';

waitPatiently();
beforeEach(() => window.history.pushState(null, '', '/browse'));

describe('the browser’s history', () => {
  test('leads back and on through tabs and pages', async () => {
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

  test('leads back over the entry a press on Back came from, not to it', async () => {
    const shown = showNavigation(createTestDiscovr(options));
    const length = window.history.length;
    open(shown, { title: 'Romance' });
    act(() => shown.current.back());
    // A second press before the browser is there must not leave the page.
    act(() => shown.current.back());
    await isAt(shown, 'home');
    open(shown, { title: 'Westerns' });
    expect(window.history.length).toBe(length + 1);
    expect(window.location.pathname).toBe('/browse');
  });

  test('keeps the address, and what a router keeps with an entry', async () => {
    window.history.replaceState({ usr: 1, key: 'router', idx: 4 }, '', '/browse?view=list#top');
    const shown = showNavigation(createTestDiscovr(options));
    open(shown, { title: 'Romance' });
    expect(window.history.state).toMatchObject({ usr: 1, key: 'router', idx: 4 });
    expect(window.location.href).toMatch(/\/browse\?view=list#top$/);
    backOf(window.history);
    await isAt(shown, 'home');
    expect(window.history.state).toMatchObject({ usr: 1, key: 'router', idx: 4 });
  });

  test('holds nothing before a person goes anywhere', async () => {
    const shown = showNavigation(createTestDiscovr(options));
    await waitFor(() => expect(shown.current.isLoading).toBe(false));
    expect(window.history.state).toBeNull();
  });

  test('keeps the place where an app writes entries of its own', async () => {
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

  test('brings tab and stack back after a reload, and creates only what is shown', async () => {
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
    ['a tab that is gone', { main: { state: { tab: 'sports', stacks: { sports: [] } } } }],
    ['pages that are none', { main: { state: { tab: 'home', stacks: { home: [{ id: 1 }], movies: 3 } } } }],
  ])('that holds %s counts as holding nothing', (_name, discovr) => {
    window.history.replaceState({ discovr }, '');
    const shown = showNavigation(createTestDiscovr(options));
    expect(whereIs(shown)).toEqual(['home']);
  });

  test('holds several navigations by their names, and one name is one stack', async () => {
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
});

describe('in memory', () => {
  test('two navigations of a page go their own ways, and the browser’s history none', () => {
    const discovr = createTestDiscovr(options);
    const one = showNavigation(discovr, { history: 'none' });
    const other = showNavigation(discovr, { history: 'none' });
    open(one, { title: 'Romance' });
    select(other, 'series');
    expect([one, other].map(whereIs)).toEqual([['home', 'Romance'], ['series']]);
    expect(window.history.state).toBeNull();
  });
});

describe.each(['browser', 'none'] as const)('another profile (history: %s)', (history) => {
  test('begins at the first tab, and meets nothing of the former one’s by Back', async () => {
    const discovr = createTestDiscovr(options);
    const shown = showNavigation(discovr, { history });
    await waitFor(() => expect(shown.current.isLoading).toBe(false));
    const former = shown.current.current;
    select(shown, 'movies');
    open(shown, { title: 'Westerns' });
    await act(() => discovr.client.selectProfile(discovr.control.profiles()[1]!.id));
    expect(whereIs(shown)).toEqual(['home']);
    await waitFor(() => expect(shown.current.current.pageId).toBeDefined());
    expect(shown.current.current.pageId).not.toBe(former.pageId);
    expect(shown.current.current.key).not.toBe(former.key);
    open(shown, { title: 'Comedies' });
    act(() => shown.current.back());
    await isAt(shown, 'home');
    if (history === 'none') return;
    backOf(window.history);
    await waitFor(() => expect(shown.current.arrival.by).toBe('return'));
    expect(whereIs(shown)).toEqual(['home']);
  });

  test('there is nothing to go back to after signing out', async () => {
    const discovr = createTestDiscovr(options);
    const shown = showNavigation(discovr, { history });
    await waitFor(() => expect(shown.current.isLoading).toBe(false));
    open(shown, { title: 'Romance' });
    await act(async () => void (await discovr.client.signOut()));
    expect(shown.current).toMatchObject({ level: 0, canGoBack: false });
  });
});

describe('where a page cannot be created', () => {
  test.each([
    ['NETWORK_ERROR', ({ control }: TestDiscovr) => control.setOffline(true)],
    [
      'SERVER_ERROR',
      ({ control }: TestDiscovr) =>
        control.failNext({ kind: 'status', status: 500 }, { times: 9, route: 'POST /pages' }),
    ],
    ['BAD_RESPONSE', ({ control }: TestDiscovr) => control.failNext({ kind: 'malformed' }, { route: 'POST /pages' })],
  ] as const)('it says why (%s), and creates it on request; the other tabs are as they were', async (code, spoil) => {
    const discovr = createTestDiscovr({ ...options, client: { timeoutMs: 400 } });
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
