import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, test, vi } from 'vitest';
import { noneHelps, oneHelps, severalHelp } from '../../../test/support/emptyFilters.js';
import { deferred } from '../../../test/support/promises.js';
import { untilQuiet } from '../../../test/support/untilQuiet.js';
import type { FilterSpec } from '../../filters/filterSpec.js';
import { useFilteredPage } from '../../react/pages/useFilteredPage.js';
import { createTestDiscovr, type TestDiscovrOptions } from '../../testing/createTestDiscovr.js';
import { renderWithDiscovr } from '../../testing/renderWithDiscovr.js';
import { EmptyPage } from './EmptyPage.js';

const button = (name: string) => screen.getByRole('button', { name });
const status = () => screen.getByRole('status');
const suggestions = () => {
  const list = screen.queryByRole('list', { name: 'This brings titles back:' });
  return list
    ? within(list)
        .queryAllByRole('button')
        .map(({ textContent }) => textContent)
    : [];
};

function renderEmptyPage(filters: FilterSpec | undefined, options?: TestDiscovrOptions) {
  const onFiltersChange = vi.fn();
  const view = renderWithDiscovr(<EmptyPage filters={filters} onFiltersChange={onFiltersChange} />, options);
  return { ...view, onFiltersChange, user: userEvent.setup() };
}

test('an empty page shows that nothing matches, and lists the active filters', () => {
  renderEmptyPage(severalHelp);
  expect(screen.getByRole('region', { name: 'No titles match your filters' })).toBeVisible();
  const chips = within(screen.getByRole('list', { name: 'Active filters' })).getAllByRole('listitem');
  expect(chips.map((chip) => chip.textContent.trim())).toEqual([
    'Movies',
    'Netflix',
    'News',
    'Talk',
    'Up to 120 min',
    'Germany',
  ]);
});

test('an empty page without filters shows that there is nothing yet, and has no buttons', () => {
  renderEmptyPage({ genres: [], with_release_date_gte: '' });
  expect(screen.getByRole('heading', { level: 2, name: 'Nothing here yet' })).toBeVisible();
  expect(screen.queryAllByRole('button')).toEqual([]);
});

test('an empty page without filters ignores further clicks on Try again while it is loading', async () => {
  const loading = deferred<void>();
  const onRetry = vi.fn(() => loading.promise);
  const user = userEvent.setup();
  renderWithDiscovr(<EmptyPage onFiltersChange={vi.fn()} onRetry={onRetry} />);
  await user.click(button('Try again'));
  await user.click(button('Loading…'));
  expect(onRetry).toHaveBeenCalledOnce();
  await act(async () => loading.resolve(undefined));
  expect(button('Try again')).toBeEnabled();
});

test('an empty page does not search when only one filter kind is active', async () => {
  const discovr = renderEmptyPage({ genres: [35, 18] });
  await untilQuiet(discovr);
  expect(discovr.control.requests).toHaveLength(0);
  expect(button('Clear all filters')).toBeVisible();
});

test('removing a chip announces the removed filter and passes the remaining filters to onFiltersChange', async () => {
  const onFiltersChange = vi.fn();
  function Browse() {
    const [filters, setFilters] = useState(severalHelp);
    onFiltersChange.mockImplementation(setFilters);
    return <EmptyPage filters={filters} onFiltersChange={onFiltersChange} />;
  }
  const { control } = renderWithDiscovr(<Browse />);
  control.setLatency(2_000);
  await userEvent.setup().click(button('Remove Talk'));
  expect(onFiltersChange).toHaveBeenCalledWith(
    { ...severalHelp, genres: [10763] },
    { reason: 'chip', dropped: [{ kind: 'genres', id: '10767', label: 'Talk' }] },
  );
  expect(status()).toHaveTextContent('Removed: Talk.');
});

const WITHOUT_MOVIES = 'Remove “Movies” · 2 titles';
const WITHOUT_GENRES = 'Remove “News and Talk” · 10+ titles';

describe('the search', () => {
  test('finds by itself each filter whose removal alone brings titles back, with the number of titles, and removes one on click', async () => {
    const { user, onFiltersChange, control } = renderEmptyPage(severalHelp);
    await waitFor(() => expect(status()).toHaveTextContent('Try without “Movies” or “News and Talk”.'));
    expect(suggestions()).toEqual([WITHOUT_GENRES, WITHOUT_MOVIES]);
    expect(document.body).toHaveFocus();
    // One page for each filter kind.
    expect([control.count('POST /pages'), control.count('GET /pages/:id')]).toEqual([5, 5]);
    await user.click(button(WITHOUT_GENRES));
    const { genres: _, ...left } = severalHelp;
    expect(onFiltersChange).toHaveBeenCalledWith(left, {
      reason: 'chip',
      dropped: [
        { kind: 'genres', id: '10763', label: 'News' },
        { kind: 'genres', id: '10767', label: 'Talk' },
      ],
      pageId: expect.stringMatching(/^page_/),
    });
  });

  test('recommends what brings back the most titles, in place of general advice', async () => {
    renderEmptyPage(severalHelp);
    await waitFor(() => expect(suggestions()).toHaveLength(2));
    expect(button(WITHOUT_GENRES)).toHaveAttribute('data-variant', 'main');
    expect(button(WITHOUT_MOVIES)).not.toHaveAttribute('data-variant');
    expect(screen.queryByText('Try removing a filter.')).toBeNull();
  });

  test('shows what was found in its place while it runs, and the best one first when it is over', async () => {
    const { control } = renderEmptyPage(severalHelp);
    control.setLatency(60);
    await screen.findByText(/4 of 5/);
    expect(suggestions()).toEqual([WITHOUT_MOVIES, WITHOUT_GENRES]);
    control.setLatency(0);
    await waitFor(() => expect(suggestions()).toEqual([WITHOUT_GENRES, WITHOUT_MOVIES]));
  });

  test('moves no button while the user is on one', async () => {
    const discovr = renderEmptyPage(severalHelp);
    discovr.control.setLatency(60);
    await screen.findByText(/4 of 5/);
    act(() => button(WITHOUT_MOVIES).focus());
    discovr.control.setLatency(0);
    await waitFor(() => expect(status()).toHaveTextContent(/^Try without/));
    expect(suggestions()).toEqual([WITHOUT_MOVIES, WITHOUT_GENRES]);
    expect(button(WITHOUT_MOVIES)).toHaveFocus();
  });

  test('waits for a profile', async () => {
    const discovr = renderEmptyPage(severalHelp, { session: 'signedIn' });
    await untilQuiet(discovr);
    expect([discovr.control.requests.length, status().textContent]).toEqual([0, '']);
    await act(() => discovr.client.selectProfile(discovr.control.profiles()[0]!.id));
    await waitFor(() => expect(suggestions()).toHaveLength(2));
  });

  test('shows that removing one filter is not enough, and offers to clear all', async () => {
    const { user, onFiltersChange } = renderEmptyPage(noneHelps);
    await waitFor(() => expect(status()).toHaveTextContent(/^Removing one filter isn’t enough\./));
    expect(suggestions()).toEqual([]);
    await user.click(button('Clear all filters'));
    expect(onFiltersChange.mock.calls[0]).toMatchObject([{}, { dropped: [{ id: '99' }, {}, {}] }]);
    expect(screen.queryByRole('button', { name: 'Edit filters' })).toBeNull();
  });

  test('opens the form of an app that has one', async () => {
    const onEditFilters = vi.fn();
    const { Wrapper } = createTestDiscovr();
    render(<EmptyPage filters={noneHelps} onFiltersChange={() => undefined} onEditFilters={onEditFilters} />, {
      wrapper: Wrapper,
    });
    await userEvent.setup().click(button('Edit filters'));
    expect(onEditFilters).toHaveBeenCalledOnce();
  });

  test('shows its progress, stops when the page is left, and continues when it is opened again', async () => {
    const discovr = renderWithDiscovr(<p />);
    const { control, rerender } = discovr;
    const open = () => rerender(<EmptyPage filters={severalHelp} onFiltersChange={() => undefined} />);
    const leave = () => rerender(<p />);
    control.setLatency(60);
    open();
    expect(await screen.findByText('Trying without “Movies” (1 of 5)…')).toBeVisible();
    await screen.findByText(/2 of 5/);
    expect(suggestions()).toEqual([WITHOUT_MOVIES]);
    leave();
    const before = control.requests.length;
    await untilQuiet(discovr);
    expect(control.requests).toHaveLength(before);
    control.setLatency(0);
    open();
    expect(suggestions()).toEqual([WITHOUT_MOVIES]);
    await waitFor(() => expect(suggestions()).toHaveLength(2));
    await untilQuiet(discovr);
    // Only the aborted request is repeated.
    expect(control.count('POST /pages')).toBeLessThanOrEqual(6);
    leave();
    const sent = control.requests.length;
    open();
    expect(suggestions()).toEqual([WITHOUT_GENRES, WITHOUT_MOVIES]);
    await untilQuiet(discovr);
    expect(control.requests).toHaveLength(sent);
  });

  test('stops with an error when offline, keeps its results, and continues on retry', async () => {
    const { user, control } = renderEmptyPage(severalHelp, { client: { retries: 0 } });
    await waitFor(() => expect(control.count('GET /pages/:id')).toBe(1), { interval: 1 });
    control.setOffline(true);
    await waitFor(() => expect(status()).toHaveTextContent(/Can’t connect/));
    const sent = control.count('POST /pages');
    control.setOffline(false);
    await user.click(button('Try again'));
    await waitFor(() => expect(suggestions()).toEqual([WITHOUT_GENRES, WITHOUT_MOVIES]));
    expect(sent).toBeLessThan(5);
    // The clicked button is gone.
    expect(button(WITHOUT_MOVIES).closest('[tabindex]')).toHaveFocus();
  });

  test('reports a filter as unchecked when its check fails, and checks only this filter on retry', async () => {
    const { control, Wrapper } = createTestDiscovr();
    control.failNext({ kind: 'status', status: 403 }, { route: 'POST /pages' });
    render(<EmptyPage filters={severalHelp} onFiltersChange={() => undefined} />, { wrapper: Wrapper });
    await waitFor(() => expect(status()).toHaveTextContent('Try without “News and Talk”. Couldn’t check “Movies”.'));
    expect(control.count('POST /pages')).toBe(5);
    await userEvent.setup().click(button('Try again'));
    await waitFor(() => expect(suggestions()).toEqual([WITHOUT_GENRES, WITHOUT_MOVIES]));
    expect(control.count('POST /pages')).toBe(6);
  });

  test('says a removal once, and not again on retry', async () => {
    function Browse() {
      const [filters, setFilters] = useState(severalHelp);
      return <EmptyPage filters={filters} onFiltersChange={setFilters} />;
    }
    const user = userEvent.setup();
    const { control } = renderWithDiscovr(<Browse />);
    control.setLatency(200);
    await user.click(button('Remove Talk'));
    expect(status()).toHaveTextContent('Removed: Talk.');
    control.failNext({ kind: 'status', status: 403 }, { route: 'POST /pages', times: 99 });
    await waitFor(() => expect(status()).toHaveTextContent(/Couldn’t check/));
    await user.click(button('Try again'));
    expect(status()).toHaveTextContent(/^$/);
  });

  test('goes on when the app cancels a check, and checks this filter on retry', async () => {
    const { user, control, queryClient } = renderEmptyPage(severalHelp);
    control.setLatency(2_000);
    await waitFor(() => expect(control.count('POST /pages')).toBe(1), { interval: 5 });
    control.setLatency(0);
    await act(() => queryClient.cancelQueries());
    await waitFor(() => expect(status()).toHaveTextContent('Try without “News and Talk”. Couldn’t check “Movies”.'));
    await user.click(button('Try again'));
    await waitFor(() => expect(suggestions()).toEqual([WITHOUT_GENRES, WITHOUT_MOVIES]));
  });

  test('begins again when the filters change', async () => {
    const discovr = renderEmptyPage(severalHelp);
    const { control, rerender } = discovr;
    control.setLatency(2_000);
    await waitFor(() => expect(control.count('POST /pages')).toBe(1), { interval: 5 });
    rerender(<EmptyPage filters={oneHelps} onFiltersChange={() => undefined} />);
    control.setLatency(0);
    await waitFor(() => expect(suggestions()).toHaveLength(1));
    await untilQuiet(discovr);
    // None of the first search but its first request.
    expect(control.count('POST /pages')).toBe(4);
  });
});

test('clicking a suggestion shows the page that the search created, without another request', async () => {
  function Browse() {
    const [filters, setFilters] = useState<FilterSpec>(oneHelps);
    const { page } = useFilteredPage(filters);
    if (!page) return null;
    return page.hero.length > 0 ? (
      <h1>{page.hero[0]?.title}</h1>
    ) : (
      <EmptyPage filters={filters} onFiltersChange={setFilters} />
    );
  }
  const { control, ...discovr } = renderWithDiscovr(<Browse />);
  await waitFor(() => expect(suggestions()).toHaveLength(1));
  await untilQuiet({ control, ...discovr });
  const [created, opened] = [control.count('POST /pages'), control.count('GET /pages/:id')];
  const list = within(screen.getByRole('list', { name: 'This brings titles back:' }));
  await userEvent.setup().click(list.getByRole('button'));
  expect(screen.getByRole('heading', { level: 1 })).toBeVisible();
  expect([control.count('POST /pages'), control.count('GET /pages/:id')]).toEqual([created, opened]);
});
