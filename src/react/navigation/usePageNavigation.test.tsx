import { act, fireEvent, renderHook, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { isAt, open, options, select, showNavigation, whereIs } from '../../../test/support/navigation.js';
import { untilQuiet } from '../../../test/support/untilQuiet.js';
import { de } from '../../locales/de.js';
import { createTestDiscovr, type TestDiscovr } from '../../testing/createTestDiscovr.js';
import { useCreatePage, usePage } from '../pages/usePage.js';
import { usePageNavigation } from './useNavigation.js';
beforeEach(() => {
  window.history.pushState(null, '', '/before');
  window.history.pushState(null, '', '/browse');
});

describe('the page of a tab', () => {
  test('is created once, when the tab is first shown', async () => {
    const discovr = createTestDiscovr(options);
    const shown = showNavigation(discovr);
    expect(shown.current.isLoading).toBe(true);
    await waitFor(() => expect(shown.current.current.pageId).toBeDefined());
    const home = shown.current.current.pageId;
    expect(discovr.control.count('POST /pages')).toBe(1);
    select(shown, 'movies');
    await waitFor(() => expect(shown.current.current.pageId).toBeDefined());
    expect(shown.current.current.pageId).not.toBe(home);
    select(shown, 'home');
    expect(shown.current.current.pageId).toBe(home);
    expect(discovr.control.count('POST /pages')).toBe(2);
  });

  test('is shared with useCreatePage for the same filters', async () => {
    const discovr = createTestDiscovr(options);
    const { result } = renderHook(() => useCreatePage(), { wrapper: discovr.Wrapper });
    const { id } = await act(() => result.current.mutateAsync({}));
    const shown = showNavigation(discovr);
    await waitFor(() => expect(shown.current.current.pageId).toBe(id));
    expect(discovr.control.count('POST /pages')).toBe(1);
  });

  test('has the filters and the name of a custom tab', async () => {
    const discovr = createTestDiscovr(options);
    const tabs = [{ id: 'laughs', name: 'Laughs', pageFilters: { genres: [35] }, pageName: 'For laughs' }];
    const shown = showNavigation(discovr, { tabs });
    await waitFor(() => expect(shown.current.current.pageId).toBeDefined());
    const page = await discovr.client.getPage(shown.current.current.pageId!);
    expect(page).toMatchObject({ name: 'For laughs', pageFilters: { genres: [35] } });
  });

  /** Shows a tab until its page is created. Returns the ids that are shown from then on, and a way to change its filters. */
  async function showTab(discovr: TestDiscovr) {
    const shownIds = new Set<string | undefined>();
    const { result, rerender } = renderHook(
      ({ genre }) => {
        const navigation = usePageNavigation({
          tabs: [{ id: 'chosen', name: 'Chosen', pageFilters: { genres: [genre] } }],
        });
        shownIds.add(navigation.current.pageId);
        return navigation;
      },
      { wrapper: discovr.Wrapper, initialProps: { genre: 35 } },
    );
    await waitFor(() => expect(result.current.current.pageId).toBeDefined());
    shownIds.clear();
    return { result, shownIds, rerender };
  }

  test('stays until the page of its changed filters has been created', async () => {
    const { result, shownIds, rerender } = await showTab(createTestDiscovr(options));
    const comedies = result.current.current.pageId;
    rerender({ genre: 18 });
    await waitFor(() => expect(result.current.current.pageId).not.toBe(comedies));
    expect([...shownIds]).toEqual([comedies, result.current.current.pageId]);
  });

  test('does not come back while the page of its changed filters, which failed, is tried again', async () => {
    const discovr = createTestDiscovr(options);
    const { result, shownIds, rerender } = await showTab(discovr);
    const comedies = result.current.current.pageId;
    discovr.control.failNext({ kind: 'status', status: 403 }, { route: 'POST /pages' });
    rerender({ genre: 18 });
    await waitFor(() => expect(result.current.error).not.toBeNull());
    shownIds.clear();
    act(() => result.current.retry());
    await waitFor(() => expect(result.current.current.pageId).toBeDefined());
    expect([...shownIds]).not.toContain(comedies);
  });

  test('is undefined while it is created, instead of the page of the previous tab', async () => {
    const shown = showNavigation(createTestDiscovr(options));
    await waitFor(() => expect(shown.current.current.pageId).toBeDefined());
    select(shown, 'movies');
    expect(shown.current).toMatchObject({ isLoading: true, current: { pageId: undefined } });
    await waitFor(() => expect(shown.current.current.pageId).toBeDefined());
  });

  test('keeps its id in the navigation when the session is renewed', async () => {
    const discovr = createTestDiscovr(options);
    const { result } = renderHook(
      () => {
        const navigation = usePageNavigation();
        return { navigation, page: usePage(navigation.current.pageId ?? '', { enabled: !navigation.isLoading }) };
      },
      { wrapper: discovr.Wrapper },
    );
    await waitFor(() => expect(result.current.page.data?.hero).toHaveLength(10));
    const { pageId } = result.current.navigation.current;
    discovr.control.expireSession();
    discovr.control.outdatePages();
    await act(() => discovr.client.createPage({ pageFilters: { genres: [18] } }));
    act(() => result.current.navigation.tabs[1]!.select());
    await waitFor(() => expect(result.current.page.data?.pageFilters).toEqual({ media_type: 'movie' }));
    act(() => result.current.navigation.tabs[0]!.select());
    expect(result.current.navigation.current.pageId).toBe(pageId);
    await waitFor(() => expect(result.current.page.data?.id).not.toBe(pageId));
    expect(result.current.navigation.current.pageId).toBe(pageId);
  });

  test('has a name in the provider’s language', () => {
    const shown = showNavigation(createTestDiscovr({ ...options, provider: { locale: 'de', messages: de } }));
    expect(shown.current.tabs.map(({ name }) => name)).toEqual(['Start', 'Filme', 'Serien']);
  });

  test('is shown without loading after it is prefetched', async () => {
    const discovr = createTestDiscovr(options);
    const shown = showNavigation(discovr);
    await waitFor(() => expect(shown.current.isLoading).toBe(false));
    act(() => void shown.current.tabs[1]!.prefetch());
    await waitFor(() => expect(discovr.control.count('GET /pages/:id')).toBe(1));
    select(shown, 'movies');
    expect(shown.current.isLoading).toBe(false);
  });
});

describe.each(['browser', 'none'] as const)('usePageNavigation with history "%s"', (history) => {
  const show = (discovr = createTestDiscovr(options)) => showNavigation(discovr, { history });

  test('stacks existing pages, and creates none', async () => {
    const discovr = createTestDiscovr(options);
    const shown = show(discovr);
    await waitFor(() => expect(shown.current.isLoading).toBe(false));
    for (const title of ['Romance', 'Nineties', 'France', 'Deeper']) open(shown, { title });
    expect(shown.current).toMatchObject({ level: 4, canGoBack: true, isLoading: false, error: null });
    expect(shown.current.current).toMatchObject({ level: 4, title: 'Deeper', pageId: 'page Deeper' });
    expect(shown.current.entries.map(({ title }) => title)).toEqual([
      'Home',
      'Romance',
      'Nineties',
      'France',
      'Deeper',
    ]);
    expect(discovr.control.count('POST /pages')).toBe(1);
  });

  test('goes back one page at a time, and stops at the page of the tab', async () => {
    const discovr = createTestDiscovr(options);
    const shown = show(discovr);
    open(shown, { title: 'Romance' });
    open(shown, { title: 'Nineties' });
    act(() => shown.current.back());
    await isAt(shown, 'home', 'Romance');
    act(() => shown.current.back());
    await isAt(shown, 'home');
    expect(shown.current.canGoBack).toBe(false);
    act(() => shown.current.back());
    await untilQuiet(discovr);
    expect(whereIs(shown)).toEqual(['home']);
    expect(window.location.pathname).toBe('/browse');
  });

  test('keeps the stack of each tab, and goes to the first page of a tab that is selected again', async () => {
    const shown = show();
    open(shown, { title: 'Romance' });
    select(shown, 'movies');
    open(shown, { title: 'Westerns' });
    select(shown, 'home');
    await isAt(shown, 'home', 'Romance');
    select(shown, 'movies');
    await isAt(shown, 'movies', 'Westerns');
    select(shown, 'movies');
    await isAt(shown, 'movies');
    const before = shown.current.arrival;
    select(shown, 'movies');
    expect(shown.current.arrival).toEqual({ by: 'again' });
    expect(shown.current.arrival).not.toBe(before);
    act(() => shown.current.back());
    await isAt(shown, 'movies');
  });

  test('goes back to the page from which the current one was opened, even after a visit to another tab', async () => {
    expect.hasAssertions();
    const shown = show();
    open(shown, { title: 'Romance' });
    open(shown, { title: 'Nineties' });
    select(shown, 'movies');
    select(shown, 'home');
    act(() => shown.current.back());
    await isAt(shown, 'home', 'Romance');
    act(() => shown.current.back());
    await isAt(shown, 'home');
  });

  test('reports how the user reached the place', async () => {
    const shown = show();
    expect(shown.current.arrival.by).toBe('start');
    open(shown, { title: 'Romance' });
    expect(shown.current.arrival.by).toBe('open');
    act(() => shown.current.back());
    await waitFor(() => expect(shown.current.arrival.by).toBe('return'));
    select(shown, 'movies');
    expect(shown.current.arrival.by).toBe('tab');
  });

  test('opens a destination once when it is clicked twice', () => {
    const shown = show();
    open(shown, { title: 'Romance' });
    open(shown, { title: 'Romance' });
    expect(whereIs(shown)).toEqual(['home', 'Romance']);
  });

  test.each([
    ['GoBack', {}],
    ['BrowserBack', {}],
    ['XF86Back', { keyCode: 10_009 }],
    ['Unidentified', { keyCode: 10_009 }],
    ['Unidentified', { keyCode: 461 }],
    ['Escape', {}],
    ['Backspace', {}],
  ])('goes back on the key %s (%o), and leaves the key to the app on the first page of the tab', async (key, more) => {
    const shown = show();
    open(shown, { title: 'Romance' });
    expect(fireEvent.keyDown(document.body, { key, ...more })).toBe(false);
    await isAt(shown, 'home');
    expect(fireEvent.keyDown(document.body, { key, ...more })).toBe(true);
  });
});

describe('the Back key', () => {
  afterEach(() => document.body.replaceChildren());

  const press = (key: string, more = {}, at: Element = document.body) => fireEvent.keyDown(at, { key, ...more });
  const deep = () => {
    const shown = showNavigation(createTestDiscovr(options), { history: 'none' });
    open(shown, { title: 'Romance' });
    return shown;
  };

  test.each(['<input>', '<textarea></textarea>', '<select></select>', '<div contenteditable="true"></div>'])(
    'has no effect in a field when it is Escape or Backspace (%s)',
    (html) => {
      const shown = deep();
      document.body.insertAdjacentHTML('beforeend', html);
      for (const key of ['Escape', 'Backspace']) expect(press(key, {}, document.body.lastElementChild!)).toBe(true);
      expect(shown.current.level).toBe(1);
      press('GoBack', {}, document.body.lastElementChild!);
      expect(shown.current.level).toBe(0);
    },
  );

  test.each(['<dialog open></dialog>', '<div role="dialog" aria-modal="true"></div>'])(
    'is ignored while a dialog is open (%s)',
    (html) => {
      const shown = deep();
      document.body.insertAdjacentHTML('beforeend', html);
      for (const key of ['Escape', 'Backspace', 'GoBack']) expect(press(key)).toBe(true);
      expect(shown.current.level).toBe(1);
    },
  );

  test('is ignored after preventDefault(), when it repeats, and with a modifier key', () => {
    const shown = deep();
    const menu = document.body.appendChild(document.createElement('div'));
    menu.addEventListener('keydown', (event) => event.preventDefault());
    press('Escape', {}, menu);
    for (const more of [{ repeat: true }, { altKey: true }, { ctrlKey: true }, { metaKey: true }, { shiftKey: true }]) {
      press('Backspace', more);
    }
    press('a');
    expect(shown.current.level).toBe(1);
  });

  test('goes back in only one of two navigations in the document', () => {
    const first = deep();
    const second = deep();
    press('GoBack');
    expect(first.current.level + second.current.level).toBe(1);
    press('GoBack');
    expect([first.current.level, second.current.level]).toEqual([0, 0]);
  });
});

test('usePageNavigation throws when tabs is empty', () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  expect(() => showNavigation(createTestDiscovr(options), { tabs: [] })).toThrow(/at least one/);
});
