import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { renderWithDiscovr } from '../../testing/renderWithDiscovr.js';
import { PageFilterForm } from './PageFilterForm.js';

test('creates a page from what was chosen and says so', async () => {
  const user = userEvent.setup();
  const onPageCreated = vi.fn();
  renderWithDiscovr(<PageFilterForm onPageCreated={onPageCreated} />);

  await user.click(screen.getByRole('radio', { name: 'Movies' }));
  await user.click(within(screen.getByRole('group', { name: 'Genres' })).getByRole('checkbox', { name: 'Comedy' }));
  await user.type(screen.getByLabelText('At most'), '100');
  await user.click(screen.getByRole('button', { name: 'Apply filters' }));

  await waitFor(() => expect(onPageCreated).toHaveBeenCalledOnce());
  expect(onPageCreated.mock.calls[0]?.[1]).toEqual({
    pageFilters: { media_type: 'movie', genres: [35], with_runtime_lte: 100 },
  });
  expect(screen.getByRole('status')).toHaveTextContent('Page created.');
  expect(screen.getByText('Comedy movies, under 100 minutes')).toBeVisible();
});
