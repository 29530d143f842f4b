import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import type * as LoadOnce from '../../api/loadOnce.js';
import { createTestDiscovr } from '../../testing/createTestDiscovr.js';
import { PageFilterForm } from './PageFilterForm.js';

const network = vi.hoisted(() => ({ isDown: true }));

vi.mock('../../api/loadOnce.js', async (importOriginal) => {
  const { loadOnce } = await importOriginal<typeof LoadOnce>();
  const load: typeof loadOnce = (subject, loadModule) =>
    loadOnce(subject, async () => {
      if (network.isDown && subject === 'filter forms') throw new TypeError('Failed to fetch the module');
      return loadModule();
    });
  return { loadOnce: load };
});

test('reports that the code that validates cannot be loaded, and applies the draft once it can', async () => {
  const user = userEvent.setup();
  const onPageCreated = vi.fn();
  render(<PageFilterForm onPageCreated={onPageCreated} />, { wrapper: createTestDiscovr().Wrapper });

  // Leaving a field validates it, which fails silently.
  await user.type(screen.getByLabelText('At most'), '100');
  await user.tab();
  await user.click(screen.getByRole('button', { name: 'Apply filters' }));
  await waitFor(() => expect(screen.getByRole('alert')).toHaveTextContent(/connection/));
  expect(onPageCreated).not.toHaveBeenCalled();

  network.isDown = false;
  await user.click(screen.getByRole('button', { name: 'Apply filters' }));
  await waitFor(() => expect(onPageCreated).toHaveBeenCalledOnce());
  await waitFor(() => expect(screen.getByRole('alert')).toBeEmptyDOMElement());
});
