import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import { oneHelps } from '../../../test/support/emptyFilters.js';
import { createSdkUnderTest } from '../../../test/support/clients.js';
import { endlessBatches } from '../../../test/support/endlessBatches.js';
import { mediaItems } from '../../../test/support/pageItems.js';
import { idle } from '../../../test/support/promises.js';
import { untilQuiet } from '../../../test/support/untilQuiet.js';
import type { CreatePagePayload } from '../../api/pages.js';
import type { RowItem } from '../../api/rows.js';
import { createTestDiscovr, type TestDiscovr, type TestDiscovrOptions } from '../../testing/createTestDiscovr.js';
import { renderWithDiscovr } from '../../testing/renderWithDiscovr.js';
import { DiscovrPage, type DiscovrPageProps } from './DiscovrPage.js';

/** Filters with few titles, so that the whole page loads quickly. */
const westerns: CreatePagePayload = { pageFilters: { genres: [37], media_type: 'movie' } };
const nothing: CreatePagePayload = { pageFilters: oneHelps };
const always = Number.MAX_SAFE_INTEGER;
const hrefOf = ({ id }: { id: string }) => `#${id}`;

interface PageOptions extends TestDiscovrOptions {
  payload?: CreatePagePayload;
  props?: Partial<DiscovrPageProps>;
  setUp?: (discovr: TestDiscovr) => void;
}

/** Creates a page and renders it. */
async function renderPage({ payload = westerns, props, setUp, ...options }: PageOptions = {}) {
  const discovr = createTestDiscovr({ client: { timeoutMs: 8_000 }, ...options });
  const { id } = await discovr.client.createPage(payload);
  setUp?.(discovr);
  const view = render(<DiscovrPage pageId={id} href={hrefOf} {...props} />, { wrapper: discovr.Wrapper });
  return { ...discovr, ...view, user: userEvent.setup(), pageId: id };
}

const root = () => document.querySelector('.discovr-DiscovrPage')!;
const isIn = (state: string) => waitFor(() => expect(root()).toHaveAttribute('data-state', state));
const rails = () => [...document.querySelectorAll('[data-row-id]:not(.discovr-Hero)')];
const titlesOfRails = () =>
  [...document.querySelectorAll('[data-row-id] > .discovr-Rail-title')].map((h) => h.textContent);

// Waits for the retries of the transport. Queries by attribute, because role queries are slow on a whole page.
const alert = () =>
  waitFor(() => {
    const found = document.querySelector<HTMLElement>('[role="alert"]');
    if (!found) throw new Error('There is no alert.');
    return found;
  });
const ROWS = 'GET /pages/:id/rows';
const rowsNamed = (...ids: string[]) =>
  ids.map((id) => ({ id, title: id, pageId: 'page', type: 'media', createdAt: '2026-01-01T00:00:00Z' }));
const end = () => screen.getByText('You’ve reached the end.');

/** Ends the session and starts another, in which all existing pages are outdated. */
async function renewSession({ client, control }: Pick<TestDiscovr, 'client' | 'control'>) {
  control.expireSession();
  control.outdatePages();
  await act(() => client.createPage({ pageFilters: { genres: [99] } }));
}

test('a page whose session has expired offers and announces newer recommendations, and shows them from its top', async () => {
  const discovr = await renderPage({ props: { showRefreshButton: true, title: null } });
  await isIn('ready');
  await untilQuiet(discovr);
  expect(screen.queryByText('Show newer recommendations')).not.toBeInTheDocument();
  await renewSession(discovr);
  await userEvent.setup().click(await screen.findByText('Show newer recommendations'));
  await waitFor(() => expect(root()).not.toHaveAttribute('data-outdated'));
  expect(screen.queryByText('Show newer recommendations')).not.toBeInTheDocument();
  expect(root()).toHaveFocus();
  expect(root()).toHaveAccessibleName();
});

test('a refresh that failed is not announced again with the next offer', async () => {
  const discovr = await renderPage({ props: { showRefreshButton: true } });
  await isIn('ready');
  await untilQuiet(discovr);
  await renewSession(discovr);
  const offer = await screen.findByText('Show newer recommendations');
  await untilQuiet(discovr);
  discovr.control.failNext({ kind: 'status', status: 403 }, { route: 'GET /pages/:id' });
  await discovr.user.click(offer);
  await alert();
  discovr.rerender(<DiscovrPage filters={{ genres: [35] }} showRefreshButton />);
  await waitFor(() => expect(screen.queryByText('Show newer recommendations')).not.toBeInTheDocument());
  await untilQuiet(discovr);
  await renewSession(discovr);
  expect(await screen.findByText('Show newer recommendations')).toBeVisible();
  expect(screen.queryByRole('alert')).toBeNull();
});

test('a page that replaces another one keeps the focus in its hero', async () => {
  const onPageReplaced = vi.fn<NonNullable<DiscovrPageProps['onPageReplaced']>>();
  const discovr = await renderPage({ props: { onPageReplaced, title: null } });
  await isIn('ready');
  await untilQuiet(discovr);
  const link = document.querySelector<HTMLElement>('.discovr-Hero-slides a')!;
  act(() => link.focus());
  await renewSession(discovr);
  await waitFor(() => expect(onPageReplaced).toHaveBeenCalled());
  await act(() => onPageReplaced.mock.calls[0]![0].refresh());
  await waitFor(() => expect(link.isConnected).toBe(false));
  expect(document.activeElement?.closest('.discovr-Hero')).not.toBeNull();
});

describe('a page', () => {
  test('shows its hero, its rails with their titles, and its end', async () => {
    const discovr = await renderPage();
    await isIn('ready');
    // Queries by label and text, because role queries are slow on a whole page.
    expect(await screen.findByLabelText('Featured')).toBeVisible();
    await untilQuiet(discovr);
    expect(end()).toBeVisible();
    expect(titlesOfRails().length).toBeGreaterThan(3);
    await waitFor(() => {
      for (const rail of rails()) expect(rail.querySelectorAll('a').length).toBeGreaterThan(0);
    });
    const user = userEvent.setup();
    await user.click(screen.getByText('Back to top'));
    expect(root()).toHaveFocus();
    await user.keyboard('{ArrowDown}');
    expect(document.activeElement?.closest('.discovr-Hero')).not.toBeNull();
  });

  test('renders no title again when the app passes another click handler, which gets the next click', async () => {
    const renderLink = vi.fn<NonNullable<DiscovrPageProps['renderLink']>>((item, link) => (
      <a {...link} href={`#${item.id}`}>
        {item.title}
      </a>
    ));
    const handler = () => vi.fn<() => void>();
    const [before, after] = [handler(), handler()];
    const props = { href: undefined, renderLink };
    const { pageId, rerender, user, ...discovr } = await renderPage({ props: { ...props, onItemClick: before } });
    await isIn('ready');
    await untilQuiet(discovr);
    renderLink.mockClear();
    rerender(<DiscovrPage pageId={pageId} {...props} onItemClick={after} />);
    expect(renderLink).not.toHaveBeenCalled();
    await user.click(rails()[0]!.querySelector('li a')!);
    expect(after).toHaveBeenCalledOnce();
    expect(before).not.toHaveBeenCalled();
  });

  test('shows its hero, and that the rails failed, with an SDK that cannot fetch rows', async () => {
    const { Wrapper } = createSdkUnderTest();
    render(<DiscovrPage filters={{ genres: [37] }} />, { wrapper: Wrapper });
    expect(await screen.findByLabelText('Featured')).toBeVisible();
    expect(await alert()).toHaveTextContent('Something went wrong.');
  });

  test('moves focus from a placeholder to the first loaded row', async () => {
    await renderPage({ setUp: ({ control }) => control.setLatency(1_000) });
    const placeholder = await waitFor(() => {
      const found = document.querySelector<HTMLElement>('.discovr-Rail:not([data-row-id]) > * > ul');
      expect(found).not.toBeNull();
      return found!;
    });
    act(() => placeholder.focus());
    expect(placeholder).toHaveFocus();
    await waitFor(() => expect(rails().length).toBeGreaterThan(0));
    expect(document.activeElement?.closest('[data-row-id]')).toBe(rails()[0]);
  });

  test('keeps a held arrow key at its last placeholder, and lets a press leave it', async () => {
    await renderPage({ setUp: ({ control }) => control.setLatency(1_000) });
    const last = [...document.querySelectorAll<HTMLElement>('.discovr-Rail:not([data-row-id]) > * > ul')].at(-1)!;
    act(() => last.focus());
    const isLeftToBrowser = (repeat: boolean) => fireEvent.keyDown(last, { key: 'ArrowDown', repeat });
    expect([isLeftToBrowser(true), isLeftToBrowser(false)]).toEqual([false, true]);
    expect(last).toHaveFocus();
  });

  test('shows placeholders until its id is known', () => {
    renderWithDiscovr(<DiscovrPage pageId={undefined} />);
    expect(root()).toHaveAttribute('aria-busy', 'true');
    expect(screen.getByRole('region', { name: 'Featured' })).toHaveAttribute('data-state', 'loading');
  });

  test('calls onItemClick when the details button of a hero title is clicked', async () => {
    const onItemClick = vi.fn<(item: RowItem) => void>();
    const { user } = await renderPage({ props: { href: undefined, onItemClick } });
    await user.click((await screen.findAllByText('Details'))[0]!);
    expect(onItemClick.mock.calls[0]![0]).toMatchObject({ type: 'media' });
  });

  test('links the titles of its hero and its rails to href, and no other items', async () => {
    const discovr = await renderPage({ props: { href: '#{id}' } });
    const details = (await screen.findAllByText('Details'))[0]!;
    expect(details.closest('a')).toHaveAttribute('href', expect.stringMatching(/^#(MV|TV)_\d+$/));
    await untilQuiet(discovr);
    const cards = [...document.querySelectorAll<HTMLElement>('[data-item-id]')];
    const titles = cards.filter((card) => card.dataset['mediaType']);
    expect(titles.map((card) => card.getAttribute('href'))).toEqual(titles.map((card) => `#${card.dataset['itemId']}`));
    const others = cards.filter((card) => !titles.includes(card));
    expect(new Set(others.map((card) => card.tagName))).toEqual(new Set(['DIV']));
  });

  test('prefetches the page of a navigation item when a click on it is likely', async () => {
    const { user, control } = await renderPage();
    const rail = await waitFor(() => {
      const found = document.querySelector('[data-type="navigation"][data-row-id] a');
      expect(found).not.toBeNull();
      return found!;
    });
    const opened = control.count('GET /pages/:id');
    await user.hover(rail);
    await waitFor(() => expect(control.count('GET /pages/:id')).toBe(opened + 1));
  });

  test.each([
    ['signedOut', 'Sign in to see your recommendations.'],
    ['signedIn', 'Choose whose recommendations to see.'],
  ] as const)('shows what to do when the session is %s', async (session, text) => {
    renderWithDiscovr(<DiscovrPage pageId="page" />, { session });
    expect(await screen.findByText(text)).toBeVisible();
    expect(root()).toHaveAttribute('data-state', 'locked');
  });
});

describe('a page with a failed request', () => {
  test('offers to go back, and not to try again, when the page does not exist', async () => {
    const onBack = vi.fn();
    const user = userEvent.setup();
    renderWithDiscovr(<DiscovrPage pageId="unknown" onBack={onBack} />);
    expect(await screen.findByRole('heading', { name: 'Not available' })).toBeVisible();
    expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual(['Go back']);
    await user.click(screen.getByRole('button', { name: 'Go back' }));
    expect(onBack).toHaveBeenCalledOnce();
  });

  test('shows a single error when offline, loads on retry, and keeps the focus inside', async () => {
    const { user, control } = await renderPage({ setUp: (discovr) => discovr.control.setOffline(true) });
    await isIn('failed');
    expect(screen.getByRole('alert')).toHaveTextContent('Can’t connect.');
    control.setOffline(false);
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await isIn('ready');
    expect(root().contains(document.activeElement)).toBe(true);
    expect(screen.queryByRole('alert')).toBeNull();
  });

  test('moves focus to the first new row when the user retries at its end', async () => {
    const { user, control } = await renderPage({
      setUp({ control: switches }) {
        endlessBatches(switches, ROWS, (batch) => rowsNamed(`${batch} a`, `${batch} b`), 1);
        switches.failNext({ kind: 'status', status: 500 }, { route: ROWS, times: always });
      },
    });
    await alert();
    control.clearFaults();
    control.failNext({ kind: 'body', body: { items: rowsNamed('2 a', '2 b'), hasMore: false } }, { route: ROWS });
    await user.click(document.querySelector('.discovr-DiscovrPage-alert button')!);
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
    expect(document.activeElement?.closest('[data-row-id]')).toHaveAttribute('data-row-id', '2 a');
  });

  test.each([
    ['GET /pages/:id', root],
    [ROWS, () => rails()[0]],
  ] as const)('keeps its other content when %s fails', async (route, place) => {
    const { user, control } = await renderPage({
      setUp: (discovr) => discovr.control.failNext({ kind: 'status', status: 500 }, { route, times: always }),
    });
    await isIn('ready');
    expect(await alert()).toHaveTextContent('The service is having trouble.');
    control.clearFaults();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
    await waitFor(() => expect(titlesOfRails().length).toBeGreaterThan(3));
    await waitFor(() =>
      expect(screen.getByRole('region', { name: 'Featured' })).toHaveAttribute('data-state', 'ready'),
    );
    // Where the button was: at the top, or in the place of the rails.
    expect(document.activeElement?.closest('[data-rail-stop], .discovr-DiscovrPage')).toBe(place());
    await user.keyboard('{ArrowDown}');
    expect(document.activeElement?.closest('[data-row-id]')).not.toBeNull();
  });

  test('shows the error of a rail inside this rail', async () => {
    const { control } = await renderPage({
      setUp: (discovr) =>
        discovr.control.failNext(
          { kind: 'status', status: 404, code: 'NOT_FOUND' },
          { route: 'GET /pages/:id/rows/:id/items' },
        ),
    });
    const error = await screen.findByText('This isn’t available.');
    expect(error.closest('[data-row-id]')).toHaveAttribute('data-state', 'failed');
    control.clearFaults();
    await userEvent.setup().click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(screen.queryByText('This isn’t available.')).toBeNull());
  });

  test('announces all failed rails once, with their names', async () => {
    const announced: string[] = [];
    const observer = new MutationObserver(() => {
      for (const { textContent } of document.querySelectorAll('[role="status"], [role="alert"]'))
        if (textContent && announced.at(-1) !== textContent) announced.push(textContent);
    });
    observer.observe(document.body, { subtree: true, childList: true, characterData: true });
    await renderPage({
      setUp: (discovr) =>
        discovr.control.failNext(
          { kind: 'status', status: 404, code: 'NOT_FOUND' },
          { route: 'GET /pages/:id/rows/:id/items', times: always },
        ),
    });
    const failed = () =>
      [...document.querySelectorAll('[data-state="failed"] > .discovr-Rail-title')].map((h) => h.textContent);
    await waitFor(() => expect(announced).not.toEqual([]));
    observer.disconnect();
    expect(failed().length).toBeGreaterThan(2);
    expect(announced).toEqual([`Couldn’t load: ${failed().join(', ')}`]);
  });
});

describe('a page without titles', () => {
  test('is replaced by the page of the remaining filters when the user removes a filter', async () => {
    const { user } = await renderPage({ payload: nothing });
    await isIn('empty');
    await user.click(screen.getByRole('button', { name: /^Remove [^“].*300/ }));
    await isIn('ready');
    await waitFor(() => expect(titlesOfRails().length).toBeGreaterThan(3));
    expect(root().contains(document.activeElement)).toBe(true);
  });

  test('is not replaced when the app has an onFiltersChange handler', async () => {
    const onFiltersChange = vi.fn<NonNullable<DiscovrPageProps['onFiltersChange']>>();
    const { user } = await renderPage({ payload: nothing, props: { onFiltersChange } });
    await isIn('empty');
    await user.click(screen.getByRole('button', { name: /^Remove [^“].*300/ }));
    expect(onFiltersChange.mock.calls[0]![0]).toEqual({ genres: [37], media_type: 'tv' });
    expect(root()).toHaveAttribute('data-state', 'empty');
  });

  test('shows why the page of the remaining filters could not be created', async () => {
    const { user, control } = await renderPage({ payload: nothing });
    await isIn('empty');
    control.failNext({ kind: 'status', status: 500 }, { route: 'POST /pages', times: always });
    await user.click(screen.getByRole('button', { name: /^Remove [^“].*300/ }));
    expect(await alert()).toHaveTextContent('The service is having trouble.');
    control.clearFaults();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await isIn('ready');
  });
});

test('the page of the remaining filters is not shown after the app has switched to another page', async () => {
  const discovr = await renderPage({ payload: nothing });
  const { user, control, client, rerender } = discovr;
  const { id } = await client.createPage(westerns);
  const { rows } = await client.getRows(id);
  await isIn('empty');
  control.setLatency(100);
  await user.click(screen.getByRole('button', { name: /^Remove [^“].*300/ }));
  control.setLatency(0);
  rerender(<DiscovrPage pageId={id} href={hrefOf} />);
  await untilQuiet(discovr);
  expect(rails()[0]?.getAttribute('data-row-id')).toBe(rows[0]!.id);
});

describe('a page whose session is renewed', () => {
  test('changes nothing on screen until the app calls refresh', async () => {
    const onPageReplaced = vi.fn<NonNullable<DiscovrPageProps['onPageReplaced']>>();
    const discovr = await renderPage({ props: { onPageReplaced } });
    await untilQuiet(discovr);
    const before = [...document.querySelectorAll('[data-row-id], [data-position]')];
    await renewSession(discovr);
    await waitFor(() => expect(onPageReplaced).toHaveBeenCalledTimes(1));
    expect([...document.querySelectorAll('[data-row-id], [data-position]')]).toEqual(before);
    expect(root()).toHaveAttribute('data-outdated');

    const { from, to, refresh } = onPageReplaced.mock.calls[0]![0];
    expect([from, to === from]).toEqual([discovr.pageId, false]);
    await act(() => refresh());
    expect(root()).not.toHaveAttribute('data-outdated');
    await waitFor(() => expect(rails().length).toBeGreaterThan(3));
    expect(before.some((element) => element.matches('.discovr-Rail') && element.isConnected)).toBe(false);
  });

  test('shows the hero of its replacement from its first title', async () => {
    const onPageReplaced = vi.fn<NonNullable<DiscovrPageProps['onPageReplaced']>>();
    const discovr = await renderPage({ props: { onPageReplaced } });
    await untilQuiet(discovr);
    await discovr.user.click(screen.getByLabelText('Next title'));
    expect(screen.getByText(/^2 \/ /)).toBeVisible();
    await renewSession(discovr);
    await waitFor(() => expect(onPageReplaced).toHaveBeenCalledTimes(1));
    await act(() => onPageReplaced.mock.calls[0]![0].refresh());
    await untilQuiet(discovr);
    expect(screen.getByText(/^1 \/ /)).toBeVisible();
    discovr.rerender(<p>Elsewhere</p>);
    discovr.rerender(<DiscovrPage pageId={discovr.pageId} />);
    expect(screen.getByText(/^1 \/ /)).toBeVisible();
    await discovr.user.click(screen.getByLabelText('Next title'));
    discovr.rerender(<p>Elsewhere</p>);
    discovr.rerender(<DiscovrPage pageId={discovr.pageId} />);
    expect(screen.getByText(/^2 \/ /)).toBeVisible();
  });

  test('shows only its replacement when it is mounted again', async () => {
    const discovr = await renderPage();
    await untilQuiet(discovr);
    const previous = [...document.querySelectorAll('[data-row-id]')].map((row) => row.getAttribute('data-row-id'));
    discovr.rerender(<p>Elsewhere</p>);
    await renewSession(discovr);
    discovr.rerender(<DiscovrPage pageId={discovr.pageId} />);
    expect(root()).toHaveAttribute('data-state', 'loading');
    await untilQuiet(discovr);
    expect(end()).toBeVisible();
    expect(rails().some((row) => previous.includes(row.getAttribute('data-row-id')))).toBe(false);
  });
});

describe('a page with an endless list', () => {
  const ITEMS = 'GET /pages/:id/rows/:id/items';
  const row = { id: 'row', title: 'Endless', pageId: 'page', type: 'media', createdAt: '' };
  const lastRow = { rows: [row], hasMore: false };
  const more = () => screen.findAllByRole('button', { name: 'Load more' });

  /** Waits for everything that happens without user input. */
  const settle = async () => {
    for (let turn = 0; turn < 5; turn += 1) await act(idle);
  };

  test('requests three empty batches of rows, and three more on each click', async () => {
    const { control, user } = await renderPage({ setUp: ({ control: switches }) => endlessBatches(switches, ROWS) });
    for (const total of [3, 6]) {
      const [button] = await more();
      await isIn('ready');
      await settle();
      expect(control.count(ROWS)).toBe(total);
      expect(screen.queryByText('You’ve reached the end.')).toBeNull();
      expect(screen.queryByText('Loading…')).toBeNull();
      await user.click(button!);
    }
    await waitFor(() => expect(control.count(ROWS)).toBe(9));
    // The button is removed while rows load, but the focus stays at the end of the page.
    expect(document.activeElement?.closest('[data-rail-stop]')).toBe(
      [...document.querySelectorAll('[data-rail-stop]')].at(-1),
    );
  });

  test('does not endlessly request rows without items, even after a click', async () => {
    const { control, user } = await renderPage({
      setUp({ control: switches }) {
        endlessBatches(switches, ROWS, (batch) => [{ ...row, id: `row ${batch}`, title: `Endless ${batch}` }]);
        switches.failNext({ kind: 'body', body: { items: [], hasMore: false } }, { route: ITEMS, times: always });
      },
    });
    let before = 0;
    for (let press = 0; press < 3; press += 1) {
      const [button] = await more();
      await settle();
      // Some batches are requested before the page knows that the rows of earlier batches are empty.
      expect(control.count(ROWS) - before).toBeGreaterThanOrEqual(3);
      expect(control.count(ROWS) - before).toBeLessThan(20);
      before = control.count(ROWS);
      await user.click(button!);
    }
  });

  test('continues on click and reaches its end when the next batch has the last row', async () => {
    const { user } = await renderPage({
      setUp({ control: switches }) {
        endlessBatches(switches, ROWS, [], 4);
        switches.failNext({ kind: 'body', body: lastRow }, { route: ROWS });
      },
    });
    const [button] = await more();
    await user.click(button!);
    await waitFor(() => expect(titlesOfRails()).toEqual(['Endless']));
    expect(document.querySelector('.discovr-DiscovrPage-end')).toHaveTextContent('You’ve reached the end');
  });

  test('requests three batches of a rail that repeat its items, and three more on each click', async () => {
    const { control, user } = await renderPage({
      setUp({ control: switches }) {
        switches.failNext({ kind: 'body', body: lastRow }, { route: ROWS });
        endlessBatches(switches, ITEMS, mediaItems(2));
      },
    });
    for (const total of [4, 7]) {
      const [button] = await more();
      await settle();
      expect(control.count(ITEMS)).toBe(total);
      expect(rails()[0]).toHaveAttribute('data-state', 'ready');
      expect(rails()[0]!.querySelectorAll('a')).toHaveLength(2);
      await user.click(button!);
      expect(rails()[0]!.contains(document.activeElement)).toBe(true);
    }
    await waitFor(() => expect(control.count(ITEMS)).toBe(10));
  });

  test('requests three empty batches of a rail, then offers a button to load more', async () => {
    const { control } = await renderPage({
      setUp({ control: switches }) {
        switches.failNext({ kind: 'body', body: lastRow }, { route: ROWS });
        endlessBatches(switches, ITEMS);
      },
    });
    await more();
    await settle();
    expect(control.count(ITEMS)).toBe(3);
    expect(screen.getByRole('heading', { name: 'Endless' })).toBeVisible();
  });
});

describe('the headings of a page', () => {
  const headings = () =>
    [...document.querySelectorAll<HTMLElement>('h1, h2, h3, h4')].filter(({ ariaHidden }) => !ariaHidden);
  const outline = () => headings().map(({ tagName, textContent }) => `${tagName} ${textContent}`);

  test('start with its name at level 1; the hero and the rails are at level 2, the titles of the hero at level 3', async () => {
    const discovr = await renderPage({ payload: { ...westerns, name: 'Westerns' } });
    await isIn('ready');
    await untilQuiet(discovr);
    const [first, ...rest] = outline();
    expect(first).toBe('H1 Westerns');
    expect(rest).toEqual(expect.arrayContaining(titlesOfRails().map((title) => `H2 ${title}`)));
    const titles = [...document.querySelectorAll('.discovr-Hero-title')].map((title) => `H3 ${title.textContent}`);
    expect(titles.length).toBeGreaterThan(1);
    expect(rest.filter((heading) => !heading.startsWith('H2'))).toEqual(titles);
    expect(rest[0]).toBe('H2 Featured');
  });

  test('start at the level that the app sets, with the title that it sets', async () => {
    const discovr = await renderPage({ props: { headingLevel: 3, title: 'Tonight' } });
    await isIn('ready');
    await untilQuiet(discovr);
    const [first, ...rest] = outline();
    expect(first).toBe('H3 Tonight');
    expect(rest.every((heading) => heading.startsWith('H4'))).toBe(true);
    expect(root()).toHaveAccessibleName('Tonight');
  });

  test.each([
    ['a general title when the page has no name', undefined, ['H1 Picked for you', 'H2 No titles match your filters']],
    ['no title when the app shows one', null, ['H2 No titles match your filters']],
  ])('have %s', async (_what, title, expected) => {
    await renderPage({ payload: nothing, props: { title } });
    await isIn('empty');
    expect(outline()).toEqual(expected);
  });
});

test('a hero title has a button only if a click on it does something', async () => {
  const onItemClick = vi.fn<(item: RowItem) => void>();
  const { Wrapper, client } = createTestDiscovr();
  const { id } = await client.createPage();
  const page = (props: Partial<DiscovrPageProps>) => <DiscovrPage pageId={id} onItemClick={onItemClick} {...props} />;
  const { rerender } = render(page({}), { wrapper: Wrapper });
  expect(await screen.findAllByText('Details')).toHaveLength(10);
  rerender(page({ onItemClick: { provider: onItemClick } }));
  expect(screen.queryByText('Details')).toBeNull();
});

test('a click on the link of a hero title calls onItemClick only if the title is clickable, as with a card', async () => {
  const onItemClick = vi.fn<(item: RowItem) => void>();
  const { Wrapper, client } = createTestDiscovr();
  const { id } = await client.createPage();
  const page = (isClickable: boolean) => (
    <DiscovrPage
      pageId={id}
      href="#{id}"
      onItemClick={isClickable ? { media: onItemClick } : { provider: onItemClick }}
      // The tests share an address.
      onClickCapture={(event) => event.preventDefault()}
    />
  );
  const { rerender } = render(page(true), { wrapper: Wrapper });
  const [link] = await screen.findAllByText('Details');
  fireEvent.click(link!);
  expect(onItemClick).toHaveBeenCalledOnce();
  rerender(page(false));
  fireEvent.click(screen.getAllByText('Details')[0]!);
  expect(onItemClick).toHaveBeenCalledOnce();
});
