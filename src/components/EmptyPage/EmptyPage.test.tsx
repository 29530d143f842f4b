import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, test, vi } from 'vitest';
import { noneHelps, oneHelps, severalHelp } from '../../../test/support/emptyFilters.js';
import { deferred } from '../../../test/support/promises.js';
import { untilQuiet } from '../../../test/support/untilQuiet.js';
import type { FilterSpec } from '../../filters/filterSpec.js';
import { useFilteredPage } from '../../react/pages/useFilteredPage.js';
import type { TestDiscovrOptions } from '../../testing/createTestDiscovr.js';
import { renderWithDiscovr } from '../../testing/renderWithDiscovr.js';
import { EmptyPage } from './EmptyPage.js';

const FIND = 'See which filter to remove';
const button = (name: string) => screen.getByRole('button', { name });
const status = () => screen.getByRole('status');
const suggestions = () => {
  const list = screen.queryByRole('list', { name: 'This brings titles back:' });
  return list
    ? within(list)
        .getAllByRole('button')
        .map(({ textContent }) => textContent)
    : [];
};

function renderEmptyPage(filters: FilterSpec | undefined, options?: TestDiscovrOptions) {
  const onFiltersChange = vi.fn();
  const view = renderWithDiscovr(<EmptyPage filters={filters} onFiltersChange={onFiltersChange} />, options);
  return { ...view, onFiltersChange, user: userEvent.setup() };
}

test('an empty page shows that nothing matches, lists the active filters, and sends no request', () => {
  const { control } = renderEmptyPage(severalHelp);
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
  expect(control.requests).toHaveLength(0);
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

test('an empty page offers no search when only one filter kind is active', () => {
  renderEmptyPage({ genres: [35, 18] });
  expect(screen.queryByRole('button', { name: FIND })).toBeNull();
  expect(button('Clear all filters')).toBeVisible();
});

test('removing a chip announces the removed filter and passes the remaining filters to onFiltersChange', async () => {
  const { user, onFiltersChange } = renderEmptyPage(severalHelp);
  await user.click(button('Remove Talk'));
  expect(onFiltersChange).toHaveBeenCalledWith(
    { ...severalHelp, genres: [10763] },
    { reason: 'chip', dropped: [{ kind: 'genres', id: '10767', label: 'Talk' }] },
  );
  expect(status()).toHaveTextContent('Removed: Talk.');
});

describe('the search', () => {
  test('finds each filter whose removal alone brings titles back, and removes one on click', async () => {
    const { user, onFiltersChange, control } = renderEmptyPage(severalHelp);
    await user.click(button(FIND));
    await waitFor(() => expect(status()).toHaveTextContent('Try without “Movies” or “News, Talk”.'));
    expect(suggestions()).toEqual(['Remove Movies', 'Remove News, Talk']);
    expect(
      within(screen.getByRole('list', { name: 'This brings titles back:' })).getAllByRole('button')[0],
    ).toHaveFocus();
    expect(control.count('POST /pages')).toBe(5);
    await user.click(button('Remove News, Talk'));
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

  test('shows that removing one filter is not enough, and offers to clear all', async () => {
    const { user, onFiltersChange } = renderEmptyPage(noneHelps);
    await user.click(button(FIND));
    await waitFor(() => expect(status()).toHaveTextContent(/^Removing one filter isn’t enough\./));
    expect(suggestions()).toEqual([]);
    await waitFor(() => expect(button('Clear all filters')).toHaveFocus());
    await user.keyboard('{Enter}');
    expect(onFiltersChange.mock.calls[0]).toMatchObject([{}, { dropped: [{ id: '99' }, {}, {}] }]);
  });

  test('shows its progress, keeps its results when canceled, and continues from there', async () => {
    const discovr = renderEmptyPage(severalHelp);
    const { user, control } = discovr;
    control.setLatency(60);
    await user.click(button(FIND));
    expect(status()).toHaveTextContent('Trying without “Movies” (1 of 5)');
    expect(button('Cancel')).toHaveFocus();
    await waitFor(() => expect(status()).toHaveTextContent('2 of 5'));
    await user.keyboard('{Enter}');
    expect(button(FIND)).toHaveFocus();
    expect(suggestions()).toEqual(['Remove Movies']);
    const before = control.requests.length;
    await untilQuiet(discovr);
    expect(control.requests).toHaveLength(before);
    control.setLatency(0);
    await user.click(button(FIND));
    await waitFor(() => expect(suggestions()).toHaveLength(2));
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Cancel' })).toBeNull());
    // Only the canceled request is repeated.
    expect(control.count('POST /pages')).toBeLessThanOrEqual(6);
  });

  test('stops with an error when offline, keeps its results, and continues on retry', async () => {
    const { user, control } = renderEmptyPage(severalHelp, { client: { timeoutMs: 2_000 } });
    await user.click(button(FIND));
    await waitFor(() => expect(control.count('GET /pages/:id')).toBe(1), { interval: 1 });
    control.setOffline(true);
    await waitFor(() => expect(status()).toHaveTextContent(/Can’t connect to Discovr/));
    expect(button('Try again')).toHaveFocus();
    const sent = control.count('POST /pages');
    control.setOffline(false);
    await user.keyboard('{Enter}');
    await waitFor(() => expect(suggestions()).toEqual(['Remove Movies', 'Remove News, Talk']));
    expect(sent).toBeLessThan(5);
  });

  test('reports a filter as unchecked when its check fails, and checks only this filter on retry', async () => {
    const { user, control } = renderEmptyPage(severalHelp);
    control.failNext({ kind: 'status', status: 403 }, { route: 'POST /pages' });
    await user.click(button(FIND));
    await waitFor(() => expect(status()).toHaveTextContent('Try without “News, Talk”. Couldn’t check “Movies”.'));
    expect(control.count('POST /pages')).toBe(5);
    await user.click(button('Try again'));
    await waitFor(() => expect(suggestions()).toEqual(['Remove Movies', 'Remove News, Talk']));
    expect(control.count('POST /pages')).toBe(6);
  });

  test('ends when the filters change', async () => {
    const discovr = renderEmptyPage(severalHelp);
    const { user, control, rerender } = discovr;
    control.setLatency(2_000);
    await user.click(button(FIND));
    await waitFor(() => expect(control.count('POST /pages')).toBe(1), { interval: 5 });
    rerender(<EmptyPage filters={oneHelps} onFiltersChange={() => undefined} />);
    expect(button(FIND)).toBeVisible();
    await untilQuiet(discovr);
    expect(control.count('GET /pages/:id')).toBe(0);
    expect(suggestions()).toEqual([]);
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
  const { control } = renderWithDiscovr(<Browse />);
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: FIND }));
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Cancel' })).toBeNull());
  const [created, opened] = [control.count('POST /pages'), control.count('GET /pages/:id')];
  await user.click(within(screen.getByRole('list', { name: 'This brings titles back:' })).getByRole('button'));
  expect(screen.getByRole('heading', { level: 1 })).toBeVisible();
  expect([control.count('POST /pages'), control.count('GET /pages/:id')]).toEqual([created, opened]);
});
