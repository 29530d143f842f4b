import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import { oneHelps } from '../../../test/support/emptyFilters.js';
import { endlessBatches } from '../../../test/support/endlessBatches.js';
import { mediaItems } from '../../../test/support/pageItems.js';
import { idle } from '../../../test/support/promises.js';
import { waitPatiently } from '../../../test/support/patience.js';
import { untilQuiet } from '../../../test/support/untilQuiet.js';
import type { CreatePagePayload } from '../../api/schemas/page.js';
import { createTestDiscovr, type TestDiscovr, type TestDiscovrOptions } from '../../testing/createTestDiscovr.js';
import { renderWithDiscovr } from '../../testing/renderWithDiscovr.js';
import { DiscovrPage, type DiscovrPageProps } from './DiscovrPage.js';

waitPatiently();

/** Few titles, so that all of the page is there soon. */
const westerns: CreatePagePayload = { pageFilters: { genres: [37], media_type: 'movie' } };
const nothing: CreatePagePayload = { pageFilters: oneHelps };
const always = Number.MAX_SAFE_INTEGER;
const hrefOf = ({ id }: { id: string }) => `#${id}`;

interface PageOptions extends TestDiscovrOptions {
  payload?: CreatePagePayload;
  props?: Partial<DiscovrPageProps>;
  setUp?: (discovr: TestDiscovr) => void;
}

/** Renders a page that was created before. */
async function renderPage({ payload = westerns, props, setUp, ...options }: PageOptions = {}) {
  const discovr = createTestDiscovr({ client: { timeoutMs: 8_000 }, ...options });
  const { id } = await discovr.client.createPage(payload);
  setUp?.(discovr);
  const view = render(<DiscovrPage pageId={id} hrefOf={hrefOf} {...props} />, { wrapper: discovr.Wrapper });
  return { ...discovr, ...view, user: userEvent.setup(), pageId: id };
}

const root = () => document.querySelector('.discovr-DiscovrPage')!;
const isIn = (state: string) => waitFor(() => expect(root()).toHaveAttribute('data-state', state));
const rails = () => [...document.querySelectorAll('[data-row-id]:not(.discovr-Hero)')];
const titlesOfRails = () =>
  [...document.querySelectorAll('[data-row-id] > .discovr-Rail-title')].map((h) => h.textContent);

// The repeats of the transport come first. By its attribute, since looking for a role takes long in a whole page.
const alert = () =>
  waitFor(() => {
    const found = document.querySelector<HTMLElement>('[role="alert"]:not(:empty)');
    if (!found) throw new Error('There is no alert.');
    return found;
  });
const end = () => screen.getByText('You’ve reached the end.');

/** Ends the session; the next call brings another, and what was made before is outdated. */
async function renewSession({ client, control }: Pick<TestDiscovr, 'client' | 'control'>) {
  control.expireSession();
  control.outdatePages();
  await act(() => client.createPage({ pageFilters: { genres: [99] } }));
}

describe('a page', () => {
  test('shows its hero, its rails with their titles, and says where it ends', async () => {
    const discovr = await renderPage();
    await isIn('ready');
    // By label and text, since looking for a role takes long in a whole page.
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

  test('keeps its place until its id is known', () => {
    renderWithDiscovr(<DiscovrPage pageId={undefined} />);
    expect(root()).toHaveAttribute('aria-busy', 'true');
    expect(screen.getByRole('region', { name: 'Featured' })).toHaveAttribute('data-state', 'loading');
  });

  test('opens a title of the hero as its card would, and tells of presses on cards', async () => {
    const onItemClick = vi.fn<NonNullable<DiscovrPageProps['onItemClick']>>();
    const { user } = await renderPage({ props: { hrefOf: undefined, onItemClick } });
    await user.click((await screen.findAllByText('Details'))[0]!);
    expect(onItemClick.mock.calls[0]![0]).toMatchObject({ type: 'media' });
  });

  test('gets the page of a destination ready when a press on it is likely', async () => {
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
    ['signedOut', 'Sign in to see this page.'],
    ['signedIn', 'Choose a profile to see this page.'],
  ] as const)('says what is missing where the session is %s', async (session, text) => {
    renderWithDiscovr(<DiscovrPage pageId="page" />, { session });
    expect(await screen.findByText(text)).toBeVisible();
    expect(root()).toHaveAttribute('data-state', 'locked');
  });
});

describe('what does not come', () => {
  test('offline is said once, and fetched on request, with the focus kept in the page', async () => {
    const { user, control } = await renderPage({ setUp: (discovr) => discovr.control.setOffline(true) });
    await isIn('failed');
    expect(screen.getByRole('alert')).toHaveTextContent('Can’t connect to Discovr.');
    control.setOffline(false);
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await isIn('ready');
    expect(root().contains(document.activeElement)).toBe(true);
    expect(screen.queryByRole('alert')).toBeNull();
  });

  test.each(['GET /pages/:id', 'GET /pages/:id/rows'] as const)(
    'leaves the rest of the page there (%s)',
    async (route) => {
      const { user, control } = await renderPage({
        setUp: (discovr) => discovr.control.failNext({ kind: 'status', status: 500 }, { route, times: always }),
      });
      await isIn('ready');
      expect(await alert()).toHaveTextContent('Discovr is having trouble.');
      control.clearFaults();
      await user.click(screen.getByRole('button', { name: 'Try again' }));
      await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
      await waitFor(() => expect(titlesOfRails().length).toBeGreaterThan(3));
      expect(screen.getByRole('region', { name: 'Featured' })).toHaveAttribute('data-state', 'ready');
      expect(root()).toHaveFocus();
      await user.keyboard('{ArrowDown}');
      expect(document.activeElement?.closest('[data-row-id]')).not.toBeNull();
    },
  );

  test('of a rail is said in the rail', async () => {
    const { control } = await renderPage({
      setUp: (discovr) =>
        discovr.control.failNext(
          { kind: 'status', status: 404, code: 'NOT_FOUND' },
          { route: 'GET /pages/:id/rows/:id/items' },
        ),
    });
    const said = await alert();
    expect(said.closest('[data-row-id]')).toHaveAttribute('data-state', 'failed');
    control.clearFaults();
    await userEvent.setup().click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
  });
});

describe('a page without titles', () => {
  test('explains itself, and shows the page of fewer filters in place', async () => {
    const { user } = await renderPage({ payload: nothing });
    await isIn('empty');
    await user.click(screen.getByRole('button', { name: /^Remove .*300/ }));
    await isIn('ready');
    await waitFor(() => expect(titlesOfRails().length).toBeGreaterThan(3));
    expect(root().contains(document.activeElement)).toBe(true);
  });

  test('leaves it to an app that wants to know', async () => {
    const onFiltersChange = vi.fn<NonNullable<DiscovrPageProps['onFiltersChange']>>();
    const { user } = await renderPage({ payload: nothing, props: { onFiltersChange } });
    await isIn('empty');
    await user.click(screen.getByRole('button', { name: /^Remove .*300/ }));
    expect(onFiltersChange.mock.calls[0]![0]).toEqual({ genres: [37], media_type: 'tv' });
    expect(root()).toHaveAttribute('data-state', 'empty');
  });

  test('says why the page of fewer filters did not come', async () => {
    const { user, control } = await renderPage({ payload: nothing });
    await isIn('empty');
    control.failNext({ kind: 'status', status: 500 }, { route: 'POST /pages', times: always });
    await user.click(screen.getByRole('button', { name: /^Remove .*300/ }));
    expect(await alert()).toHaveTextContent('Discovr is having trouble.');
    control.clearFaults();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await isIn('ready');
  });
});

test('the page of fewer filters, where it comes late, is not shown in place of another one', async () => {
  const discovr = await renderPage({ payload: nothing });
  const { user, control, client, rerender } = discovr;
  const { id } = await client.createPage(westerns);
  const { rows } = await client.getRows(id);
  await isIn('empty');
  control.setLatency(100);
  await user.click(screen.getByRole('button', { name: /^Remove .*300/ }));
  control.setLatency(0);
  rerender(<DiscovrPage pageId={id} hrefOf={hrefOf} />);
  await untilQuiet(discovr);
  expect(rails()[0]?.getAttribute('data-row-id')).toBe(rows[0]!.id);
});

describe('a renewed session', () => {
  test('replaces nothing on screen; the app may show the present page at once', async () => {
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

  test('shows the present page, and not first the former one, when it is mounted again', async () => {
    const discovr = await renderPage();
    await untilQuiet(discovr);
    const former = [...document.querySelectorAll('[data-row-id]')].map((row) => row.getAttribute('data-row-id'));
    discovr.rerender(<p>Elsewhere</p>);
    await renewSession(discovr);
    discovr.rerender(<DiscovrPage pageId={discovr.pageId} />);
    expect(root()).toHaveAttribute('data-state', 'loading');
    await untilQuiet(discovr);
    expect(end()).toBeVisible();
    expect(rails().some((row) => former.includes(row.getAttribute('data-row-id')))).toBe(false);
  });
});

describe('a server that never comes to an end', () => {
  const ROWS = 'GET /pages/:id/rows';
  const ITEMS = 'GET /pages/:id/rows/:id/items';
  const row = { id: 'row', title: 'Endless', pageId: 'page', type: 'media', createdAt: '' };
  const lastRow = { rows: [row], hasMore: false };
  const more = () => screen.findAllByRole('button', { name: 'Load more' }, { timeout: 10_000 });

  /** Lets everything happen that would happen without anybody's doing. */
  const settle = async () => {
    for (let turn = 0; turn < 5; turn += 1) await act(idle);
  };

  test('is asked for three empty parts of rows, and for three more at each press', async () => {
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
    // The button is gone for a moment; the focus is not.
    expect(root().contains(document.activeElement)).toBe(true);
  });

  test('is not asked without end for rows that have no items, nor after a press', async () => {
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
      // Some parts are asked for before it is known that the rows of others are empty.
      expect(control.count(ROWS) - before).toBeGreaterThanOrEqual(3);
      expect(control.count(ROWS) - before).toBeLessThan(20);
      before = control.count(ROWS);
      await user.click(button!);
    }
  });

  test('is asked for rows to their end once one comes', async () => {
    const { user } = await renderPage({
      setUp({ control: switches }) {
        endlessBatches(switches, ROWS, [], 4);
        switches.failNext({ kind: 'body', body: lastRow }, { route: ROWS });
      },
    });
    const [button] = await more();
    await user.click(button!);
    await waitFor(() => expect(titlesOfRails()).toEqual(['Endless']), { timeout: 10_000 });
    expect(document.querySelector('.discovr-DiscovrPage-end')).toHaveTextContent('You’ve reached the end');
  });

  test('is asked for three parts of each rail that repeat its items, and for three more at a press', async () => {
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

  test('is asked for three empty parts of a rail, which then offers to ask for more', async () => {
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
