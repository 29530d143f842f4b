import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, test, vi } from 'vitest';
import { noneHelps, oneHelps, severalHelp } from '../../../test/support/emptyFilters.js';
import { waitPatiently } from '../../../test/support/patience.js';
import { untilQuiet } from '../../../test/support/untilQuiet.js';
import type { FilterSpec } from '../../filters/filterSpec.js';
import { useFilteredPage } from '../../react/pages/useFilteredPage.js';
import { renderWithDiscovr } from '../../testing/renderWithDiscovr.js';
import type { TestDiscovrOptions } from '../../testing/createTestDiscovr.js';
import { EmptyPage } from './EmptyPage.js';

waitPatiently();

const FIND = 'Find out which filter to remove';
const button = (name: string) => screen.getByRole('button', { name });
const status = () => screen.getByRole('status');
const suggestions = () => screen.queryAllByRole('button', { name: /^Remove “/ }).map(({ textContent }) => textContent);

function renderEmptyPage(filters: FilterSpec | undefined, options?: TestDiscovrOptions) {
  const onFiltersChange = vi.fn();
  const view = renderWithDiscovr(<EmptyPage filters={filters} onFiltersChange={onFiltersChange} />, options);
  return { ...view, onFiltersChange, user: userEvent.setup() };
}

test('says that nothing matches and what is in force, and asks for nothing by itself', () => {
  const { control } = renderEmptyPage(severalHelp);
  expect(screen.getByRole('region', { name: 'No titles match your filters' })).toBeVisible();
  const chips = within(screen.getByRole('list', { name: 'Active filters' })).getAllByRole('listitem');
  expect(chips.map((chip) => chip.textContent.trim())).toEqual([
    'Movies',
    'News',
    'Talk',
    'Up to 120 min',
    'Germany',
    'Netflix',
  ]);
  expect(control.requests).toHaveLength(0);
});

test('without filters it says that there is nothing yet, and has nothing to press', () => {
  renderEmptyPage({ genres: [], with_release_date_gte: '' });
  expect(screen.getByRole('heading', { level: 2, name: 'Nothing here yet' })).toBeVisible();
  expect(screen.queryAllByRole('button')).toEqual([]);
});

test('one kind of filter needs no search', () => {
  renderEmptyPage({ genres: [35, 18] });
  expect(screen.queryByRole('button', { name: FIND })).toBeNull();
  expect(button('Clear all filters')).toBeVisible();
});

test('a chip that is removed is told with what it was', async () => {
  const { user, onFiltersChange } = renderEmptyPage(severalHelp);
  await user.click(button('Remove Talk'));
  expect(onFiltersChange).toHaveBeenCalledWith(
    { ...severalHelp, genres: [10763] },
    { reason: 'chip', dropped: [{ kind: 'genres', id: '10767', label: 'Talk' }] },
  );
  expect(status()).toHaveTextContent('Removed: Talk.');
});

describe('the search', () => {
  test('finds every filter that brings titles back alone, tells so once, and applies it at one press', async () => {
    const { user, onFiltersChange, control } = renderEmptyPage(severalHelp);
    await user.click(button(FIND));
    await waitFor(() => expect(status()).toHaveTextContent('Remove “Movies” or “News, Talk” to see titles.'));
    expect(suggestions()).toEqual(['Remove “Movies”', 'Remove “News, Talk”']);
    expect(button('Remove “Movies”')).toHaveFocus();
    expect(control.count('POST /pages')).toBe(5);
    await user.click(button('Remove “News, Talk”'));
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

  test('says that no single filter helps, and offers to clear all', async () => {
    const { user, onFiltersChange } = renderEmptyPage(noneHelps);
    await user.click(button(FIND));
    await waitFor(() => expect(status()).toHaveTextContent(/^Removing one filter isn’t enough\./));
    expect(suggestions()).toEqual([]);
    await waitFor(() => expect(button('Clear all filters')).toHaveFocus());
    await user.keyboard('{Enter}');
    expect(onFiltersChange.mock.calls[0]).toMatchObject([{}, { dropped: [{ id: '99' }, {}, {}] }]);
  });

  test('shows how far it is, and can be cancelled; what was found stays, and it goes on from there', async () => {
    const discovr = renderEmptyPage(severalHelp);
    const { user, control } = discovr;
    control.setLatency(60);
    await user.click(button(FIND));
    expect(status()).toHaveTextContent('Trying without “Movies” (1 of 5)');
    expect(button('Cancel')).toHaveFocus();
    await waitFor(() => expect(status()).toHaveTextContent('2 of 5'));
    await user.keyboard('{Enter}');
    expect(button(FIND)).toHaveFocus();
    expect(suggestions()).toEqual(['Remove “Movies”']);
    const before = control.requests.length;
    await untilQuiet(discovr);
    expect(control.requests).toHaveLength(before);
    control.setLatency(0);
    await user.click(button(FIND));
    await waitFor(() => expect(suggestions()).toHaveLength(2));
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Cancel' })).toBeNull());
    // The one that was cancelled is asked for again, what was found is not.
    expect(control.count('POST /pages')).toBeLessThanOrEqual(6);
  });

  test('without a connection it stops and says so, keeps what was found and goes on', async () => {
    const { user, control } = renderEmptyPage(severalHelp, { client: { timeoutMs: 2_000 } });
    await user.click(button(FIND));
    await waitFor(() => expect(control.count('GET /pages/:id')).toBe(1), { interval: 1 });
    control.setOffline(true);
    await waitFor(() => expect(status()).toHaveTextContent(/Can’t connect to Discovr/));
    expect(button('Try again')).toHaveFocus();
    const sent = control.count('POST /pages');
    control.setOffline(false);
    await user.keyboard('{Enter}');
    await waitFor(() => expect(suggestions()).toEqual(['Remove “Movies”', 'Remove “News, Talk”']));
    expect(sent).toBeLessThan(5);
  });

  test('an answer that is an error leaves one filter unknown; that one can be tried again', async () => {
    const { user, control } = renderEmptyPage(severalHelp);
    control.failNext({ kind: 'status', status: 403 }, { route: 'POST /pages' });
    await user.click(button(FIND));
    await waitFor(() =>
      expect(status()).toHaveTextContent('Remove “News, Talk” to see titles. Couldn’t check “Movies”.'),
    );
    expect(control.count('POST /pages')).toBe(5);
    await user.click(button('Try again'));
    await waitFor(() => expect(suggestions()).toEqual(['Remove “Movies”', 'Remove “News, Talk”']));
    expect(control.count('POST /pages')).toBe(6);
  });

  test('ends with the filters it was for', async () => {
    const discovr = renderEmptyPage(severalHelp);
    const { user, control, rerender } = discovr;
    control.setLatency(40);
    await user.click(button(FIND));
    await waitFor(() => expect(control.count('POST /pages')).toBe(1), { interval: 5 });
    rerender(<EmptyPage filters={oneHelps} onFiltersChange={() => undefined} />);
    expect(button(FIND)).toBeVisible();
    await untilQuiet(discovr);
    expect(control.count('GET /pages/:id')).toBe(0);
    expect(suggestions()).toEqual([]);
  });
});

test('the page that was found is shown without another request', async () => {
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
  await user.click(button('Remove “At least 300 min”'));
  expect(screen.getByRole('heading', { level: 1 })).toBeVisible();
  expect([control.count('POST /pages'), control.count('GET /pages/:id')]).toEqual([created, opened]);
});
