import { useState } from 'react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { PageFilterForm } from '../../components/PageFilterForm/PageFilterForm.js';
import { createTestDiscovr } from '../../testing/createTestDiscovr.js';
import { usePageFilterUrl } from './usePageFilterUrl.js';

const genre = (name: string) => page.getByRole('checkbox', { name, exact: true });
const applyButton = page.getByRole('button', { name: 'Apply filters', exact: true });
const search = () => window.location.search;

/** A form whose filters are in the URL, and the reasons of all changes so far. */
function Browse() {
  const [reasons, setReasons] = useState<readonly string[]>([]);
  const { filters, setFilters } = usePageFilterUrl({
    onFiltersChange: (_filters, { reason }) => setReasons((previous) => [...previous, reason]),
  });
  return (
    <>
      <PageFilterForm filters={filters} onFiltersChange={setFilters} createsPage={false} />
      <output>{reasons.join(' ')}</output>
    </>
  );
}

const startUrl = window.location.href;
beforeEach(() => window.history.pushState(null, '', '?view=list'));
afterEach(() => window.history.pushState(null, '', startUrl));

const renderBrowse = () => render(<Browse />, { wrapper: createTestDiscovr().Wrapper });

test('Back and Forward restore applied filters in the form', async () => {
  await renderBrowse();
  await genre('Comedy').click();
  await applyButton.click();
  await expect.poll(search).toBe('?view=list&f=1&f.genres=35');
  await genre('Drama').click();
  await applyButton.click();
  await expect.poll(search).toBe('?view=list&f=1&f.genres=18.35');

  window.history.back();
  await expect.element(genre('Drama')).not.toBeChecked();
  await expect.element(genre('Comedy')).toBeChecked();
  window.history.back();
  await expect.element(genre('Comedy')).not.toBeChecked();
  expect(search()).toBe('?view=list');
  window.history.go(2);
  await expect.element(genre('Drama')).toBeChecked();
  await expect
    .element(page.getByText('apply apply navigation navigation navigation', { exact: true }))
    .toBeInTheDocument();
});

test('a link opens with its filters, and Back keeps an edited draft', async () => {
  window.history.pushState(null, '', '?f=1&f.genres=35');
  await renderBrowse();
  await expect.element(genre('Comedy')).toBeChecked();
  await genre('Horror').click();
  window.history.back();
  await expect.poll(search).toBe('?view=list');
  await expect.element(genre('Horror')).toBeChecked();
  await page.getByRole('button', { name: 'Undo changes', exact: true }).click();
  await expect.element(genre('Comedy')).not.toBeChecked();
});
