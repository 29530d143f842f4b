import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { PageFilterForm } from '../../components/PageFilterForm/PageFilterForm.js';
import { defaultVocabulary } from '../../filters/vocabulary/defaultVocabulary.js';
import { renderWithDiscovr } from '../../testing/renderWithDiscovr.js';

const choices = (count: number, name: string) =>
  Array.from({ length: count }, (_, index) => ({ id: String(index + 1), label: `${name} ${index + 1}` }));
const group = (name: string) => within(screen.getByRole('group', { name }));

test('“Show more” passes the focus to the first option that it adds when it shows the last ones', async () => {
  const user = userEvent.setup();
  const vocabulary = { ...defaultVocabulary(), regions: () => choices(120, 'Region') };
  renderWithDiscovr(<PageFilterForm vocabulary={vocabulary} defaultFilters={{ region: ['2', '119'] }} />);
  const regions = group('Regions');
  await user.click(regions.getByRole('button', { name: /^Show all/ }));
  await user.click(regions.getByRole('checkbox', { name: 'Region 2' }));
  await user.click(regions.getByRole('button', { name: 'Show more' }));
  expect(regions.getByRole('button', { name: 'Show more' })).toHaveFocus();
  await user.keyboard('{Enter}');
  expect(regions.queryByRole('button', { name: 'Show more' })).toBeNull();
  // The two that were chosen come first.
  expect(regions.getByRole('checkbox', { name: 'Region 102' })).toHaveFocus();
});
