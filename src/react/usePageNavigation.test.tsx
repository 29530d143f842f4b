import { act, fireEvent, renderHook, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { waitPatiently } from '../../test/support/patience.js';
import { generatedTitles } from '../emulator/generatedTitles.js';
import { de } from '../locales/de.js';
import { createTestDiscovr, type TestDiscovr, type TestDiscovrOptions } from '../testing/createTestDiscovr.js';
import type { PageNavigationTarget, UsePageNavigationOptions } from './navigation/types.js';
import { useCreatePage } from './useCreatePage.js';
import { usePage } from './usePage.js';
import { usePageNavigation } from './usePageNavigation.js';

waitPatiently();

const catalogue = generatedTitles(300);
const options = { catalogue } satisfies TestDiscovrOptions;

const showNavigation = ({ Wrapper }: Pick<TestDiscovr, 'Wrapper'>, props?: UsePageNavigationOptions) =>
  renderHook(() => usePageNavigation(props), { wrapper: Wrapper, reactStrictMode: true }).result;

type Shown = ReturnType<typeof showNavigation>;

/** Tab and titles of the pages, as far as one went in. */
const whereIs = ({ current }: Shown) => [
  current.tabs.find(({ isActive }) => isActive)?.id,
  ...current.entries.slice(1).map(({ title }) => title),
];
const select = ({ current }: Shown, id: string) => act(() => current.tabs.find((tab) => tab.id === id)!.select());
const open = ({ current }: Shown, { title, ...target }: Partial<PageNavigationTarget>) =>
  act(() => current.open({ id: title!, title: title!, pageId: `page ${title}`, ...target }));
const isAt = (shown: Shown, ...place: string[]) => waitFor(() => expect(whereIs(shown)).toEqual(place));
const backOf = (browser: History) => act(() => browser.back());

beforeEach(() => window.history.pushState(null, '', '/browse'));

describe('the page of a tab', () => {
  test('is created when the tab is first shown, and once', async () => {
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

  test('is the one that others create for the same filters', async () => {
    const discovr = createTestDiscovr(options);
    const { result } = renderHook(() => useCreatePage(), { wrapper: discovr.Wrapper });
    const { id } = await act(() => result.current.mutateAsync({}));
    const shown = showNavigation(discovr);
    await waitFor(() => expect(shown.current.current.pageId).toBe(id));
    expect(discovr.control.count('POST /pages')).toBe(1);
  });

  test('has the filters and the name of the app’s own tabs', async () => {
    const discovr = createTestDiscovr(options);
    const tabs = [{ id: 'laughs', name: 'Laughs', pageFilters: { genres: [35] }, pageName: 'For laughs' }];
    const shown = showNavigation(discovr, { tabs });
    await waitFor(() => expect(shown.current.current.pageId).toBeDefined());
    const page = await discovr.client.getPage(shown.current.current.pageId!);
    expect(page).toMatchObject({ name: 'For laughs', pageFilters: { genres: [35] } });
  });

  test('stays the same page when the session is renewed, and is shown anew under its id', async () => {
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

  test('has a name in the words of the locale', () => {
    const shown = showNavigation(createTestDiscovr({ ...options, provider: { locale: 'de', messages: de } }));
    expect(shown.current.tabs.map(({ name }) => name)).toEqual(['Start', 'Filme', 'Serien']);
  });

  test('is got ready on request, and is then there at once', async () => {
    const discovr = createTestDiscovr(options);
    const shown = showNavigation(discovr);
    await waitFor(() => expect(shown.current.isLoading).toBe(false));
    act(() => void shown.current.tabs[1]!.prefetch());
    await waitFor(() => expect(discovr.control.count('GET /pages/:id')).toBe(1));
    select(shown, 'movies');
    expect(shown.current.isLoading).toBe(false);
  });
});

describe.each(['browser', 'none'] as const)('going in and out (history: %s)', (history) => {
  const show = (discovr = createTestDiscovr(options)) => showNavigation(discovr, { history });

  test('shows ready-made pages above one another, and creates none', async () => {
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

  test('goes back one by one, and no further than the page of the tab', async () => {
    const shown = show();
    open(shown, { title: 'Romance' });
    open(shown, { title: 'Nineties' });
    act(() => shown.current.back());
    await isAt(shown, 'home', 'Romance');
    act(() => shown.current.back());
    await isAt(shown, 'home');
    expect(shown.current.canGoBack).toBe(false);
    act(() => shown.current.back());
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(whereIs(shown)).toEqual(['home']);
    expect(window.location.pathname).toBe('/browse');
  });

  test('keeps the stack of each tab, and goes to the first page of the one that is chosen again', async () => {
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

  test('goes up where another tab was shown in between', async () => {
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

  test('says how it came to where it is', async () => {
    const shown = show();
    expect(shown.current.arrival.by).toBe('start');
    open(shown, { title: 'Romance' });
    expect(shown.current.arrival.by).toBe('open');
    act(() => shown.current.back());
    await waitFor(() => expect(shown.current.arrival.by).toBe('return'));
    select(shown, 'movies');
    expect(shown.current.arrival.by).toBe('tab');
  });

  test('opens a destination once, however often it is pressed', () => {
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
  ])(
    'goes back by the key of a remote (%s %o), and leaves it to the app where there is no way back',
    async (key, more) => {
      const shown = show();
      open(shown, { title: 'Romance' });
      expect(fireEvent.keyDown(document.body, { key, ...more })).toBe(false);
      await isAt(shown, 'home');
      expect(fireEvent.keyDown(document.body, { key, ...more })).toBe(true);
    },
  );
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
    'keeps its meaning in a field (%s)',
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
    'belongs to a dialog that is open (%s)',
    (html) => {
      const shown = deep();
      document.body.insertAdjacentHTML('beforeend', html);
      for (const key of ['Escape', 'Backspace', 'GoBack']) expect(press(key)).toBe(true);
      expect(shown.current.level).toBe(1);
    },
  );

  test('is left alone where something else has dealt with it, is held down, or has a helper key', () => {
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

  test('goes back in one of two navigations of a page', () => {
    const first = deep();
    const second = deep();
    press('GoBack');
    expect(first.current.level + second.current.level).toBe(1);
    press('GoBack');
    expect([first.current.level, second.current.level]).toEqual([0, 0]);
  });
});

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

test('without a tab it says what to do', () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  expect(() => showNavigation(createTestDiscovr(options), { tabs: [] })).toThrow(/at least one/);
});
