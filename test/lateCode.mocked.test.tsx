import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import type * as LateModule from '../src/shared/lateModule.js';
import { DiscovrPage } from '../src/components/DiscovrPage/DiscovrPage.js';
import { PageFilterForm } from '../src/components/PageFilterForm/PageFilterForm.js';
import { createTestDiscovr } from '../src/testing/createTestDiscovr.js';
import { oneHelps } from './support/emptyFilters.js';

/** Subject of the module that cannot be loaded. */
const network = vi.hoisted(() => ({ unreachable: '' }));

vi.mock('../src/shared/lateModule.js', async (importOriginal) => {
  const original = await importOriginal<typeof LateModule>();
  const { loadOnce } = original;
  const load: typeof loadOnce = (subject, loadModule) =>
    loadOnce(subject, async () => {
      if (network.unreachable === subject) throw new TypeError('Failed to fetch the module');
      return loadModule();
    });
  return { ...original, loadOnce: load };
});

test('a form reports that its validation cannot be loaded, and applies the draft when the user tries again', async () => {
  network.unreachable = 'filter forms';
  const user = userEvent.setup();
  const onPageCreated = vi.fn();
  render(<PageFilterForm onPageCreated={onPageCreated} />, { wrapper: createTestDiscovr().Wrapper });

  // Leaving a field validates it, which fails silently.
  await user.type(screen.getByLabelText('At most, minutes'), '100');
  await user.tab();
  await user.click(screen.getByRole('button', { name: 'Apply filters' }));
  await waitFor(() => expect(screen.getByRole('alert')).toHaveTextContent(/connection/));
  expect(onPageCreated).not.toHaveBeenCalled();

  network.unreachable = '';
  await user.click(screen.getByRole('button', { name: 'Apply filters' }));
  await waitFor(() => expect(onPageCreated).toHaveBeenCalledOnce());
  await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
});

test('a page without titles reports that its code cannot be loaded, and is shown when the user tries again', async () => {
  network.unreachable = 'pages without titles';
  const user = userEvent.setup();
  const { client, Wrapper } = createTestDiscovr();
  const { id } = await client.createPage({ pageFilters: oneHelps });
  render(<DiscovrPage pageId={id} />, { wrapper: Wrapper });
  await waitFor(() => expect(screen.getByRole('alert')).toHaveTextContent(/Can’t connect/));

  network.unreachable = '';
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('heading', { name: 'No titles match your filters' })).toBeVisible();
  expect(screen.queryByRole('alert')).toBeNull();
});

test('an outdated page reports that its code cannot be loaded, and is healed when the user tries again', async () => {
  network.unreachable = 'outdated pages';
  const user = userEvent.setup();
  const { client, control, Wrapper } = createTestDiscovr();
  const { id } = await client.createPage();
  control.outdatePages();
  render(<DiscovrPage pageId={id} />, { wrapper: Wrapper });
  await waitFor(() => expect(screen.getByRole('alert')).toHaveTextContent(/Can’t connect/));

  network.unreachable = '';
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  await waitFor(() => expect(control.count('POST /pages')).toBe(2));
  await waitFor(() => expect(screen.getAllByRole('list').length).toBeGreaterThan(1));
  expect(screen.queryByRole('alert')).toBeNull();
});
