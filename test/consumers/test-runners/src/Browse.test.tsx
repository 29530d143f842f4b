import { configure, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderWithDiscovr } from 'discovr-react/testing';
import { Browse } from './Browse';

// Simulated browsers find roles slowly.
configure({ asyncUtilTimeout: 10_000 });

test('shows titles for the chosen filters after the sign-in', async () => {
  const user = userEvent.setup();
  const { browser, control } = renderWithDiscovr(<Browse />, { session: 'signedOut', seed: 'browse' });

  await user.click(await screen.findByRole('button', { name: 'Sign in on this device' }));
  await browser.signIn();
  await user.click(await screen.findByRole('button', { name: 'Alex' }));

  await user.click(await screen.findByRole('radio', { name: 'Movies' }));
  await user.click(screen.getByRole('checkbox', { name: 'Comedy' }));
  await user.click(screen.getByRole('button', { name: 'Apply filters' }));

  const rail = await screen.findByRole('region', { name: 'Top 10 movies' });
  await waitFor(() => expect(within(rail).getAllByRole('listitem')).toHaveLength(10));
  expect(control.count('POST /pages')).toBe(1);
});
