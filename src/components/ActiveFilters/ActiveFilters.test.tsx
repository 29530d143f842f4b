import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import type { FilterSpec } from '../../filters/filterSpec.js';
import { defaultVocabulary } from '../../filters/vocabulary/defaultVocabulary.js';
import { renderWithDiscovr } from '../../testing/renderWithDiscovr.js';
import { ActiveFilters } from './ActiveFilters.js';

const remove = (name: string) => screen.getByRole('button', { name: `Remove ${name}` });
const list = () => screen.getByRole('list', { name: 'Active filters' });

/** Delays a change of the filters until the test applies it. */
type Later = (apply: () => void) => void;

/** An app that applies changed filters immediately or, as a router does, later. */
function App({
  initial,
  later,
  onChange,
}: {
  initial: FilterSpec;
  later?: Later | undefined;
  onChange?: (...args: unknown[]) => void;
}) {
  const [filters, setFilters] = useState(initial);
  return (
    <ActiveFilters
      filters={filters}
      onFiltersChange={(next, details) => {
        onChange?.(next, details);
        if (later) later(() => setFilters(next));
        else setFilters(next);
      }}
    />
  );
}

test('a popular keyword has its name', async () => {
  const vocabulary = { ...defaultVocabulary(), popularKeywords: async () => [{ id: '4379', label: 'time travel' }] };
  renderWithDiscovr(<ActiveFilters filters={{ keywords: [4379] }} onFiltersChange={vi.fn()} vocabulary={vocabulary} />);
  expect(await screen.findByText('time travel')).toBeVisible();
});

test('removing a chip calls onFiltersChange immediately and is announced', async () => {
  const user = userEvent.setup();
  const onChange = vi.fn();
  renderWithDiscovr(<App initial={{ genres: [18, 35], with_runtime_lte: 90 }} onChange={onChange} />);
  expect(onChange).not.toHaveBeenCalled();
  await user.click(remove('Comedy'));
  expect(onChange.mock.calls).toEqual([[{ genres: [18], with_runtime_lte: 90 }, { reason: 'chip' }]]);
  expect(screen.getByRole('status')).toHaveTextContent('Removed: Comedy.');
  expect(within(list()).getAllByRole('button', { name: /^Remove/ })).toHaveLength(2);
});

test.each(['immediately', 'later'])(
  'removing a chip moves the focus to the next chip, or to the empty list, when the app applies filters %s',
  async (when) => {
    const user = userEvent.setup();
    let apply = () => {};
    const later: Later = (change) => (apply = change);
    renderWithDiscovr(
      <App initial={{ genres: [18, 35], media_type: 'tv' }} later={when === 'later' ? later : undefined} />,
    );
    await user.click(remove('Drama'));
    act(() => apply());
    expect(remove('Comedy')).toHaveFocus();
    await user.keyboard('{Enter}');
    act(() => apply());
    expect(remove('Series')).toHaveFocus();
    await user.keyboard('{Enter}');
    act(() => apply());
    expect(list()).toHaveFocus();
    expect(screen.getByText('All movies and series')).toBeVisible();
  },
);

test('clicking Clear all removes all filters and moves the focus to the list', async () => {
  const user = userEvent.setup();
  const onChange = vi.fn();
  renderWithDiscovr(<App initial={{ genres: [18, 35] }} onChange={onChange} />);
  await user.click(screen.getByRole('button', { name: 'Clear all' }));
  expect(onChange.mock.calls).toEqual([[{}, { reason: 'chip' }]]);
  expect(screen.getByRole('status')).toHaveTextContent('All filters cleared.');
  expect(list()).toHaveFocus();
});

test('a single filter is shown without a Clear all button', () => {
  renderWithDiscovr(<App initial={{ genres: [18] }} />);
  expect(screen.queryByRole('button', { name: 'Clear all' })).toBeNull();
});

test('an unknown id is shown unchanged and can be removed', async () => {
  const onChange = vi.fn();
  renderWithDiscovr(<App initial={{ genres: [4242] }} onChange={onChange} />);
  await userEvent.setup().click(remove('4242'));
  expect(onChange).toHaveBeenCalledWith({}, { reason: 'chip' });
});

test('a chip is a single button that contains the name of its filter', async () => {
  const user = userEvent.setup();
  renderWithDiscovr(<App initial={{ media_type: 'movie', genres: [35] }} />);
  const [movies] = within(list()).getAllByRole('listitem');
  expect(within(movies!).getByRole('button', { name: 'Remove Movies' })).toHaveTextContent(/^Movies$/);
  expect(movies!.querySelectorAll('button')).toHaveLength(1);
  await user.click(within(movies!).getByText('Movies'));
  expect(screen.queryByText('Movies')).toBeNull();
});
