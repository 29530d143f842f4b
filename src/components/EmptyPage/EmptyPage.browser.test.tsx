import { expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import { page, userEvent } from 'vitest/browser';
import { severalHelp } from '../../../test/support/emptyFilters.js';
import { loadStyles } from '../../../test/support/loadStyles.js';
import { RemoteControl } from '../../television/RemoteControl.js';
import { createTestDiscovr } from '../../testing/createTestDiscovr.js';
import { EmptyPage } from './EmptyPage.js';

loadStyles();

const suggestion = (name: string) => page.getByRole('button', { name, exact: true });
const movies = suggestion('Remove “Movies” · 2 titles');
const genres = suggestion('Remove “News and Talk” · 10+ titles');
const emptyPage = <EmptyPage filters={severalHelp} onFiltersChange={() => undefined} />;

/** Shows the page on a television until the search has found the first suggestion, which then has the focus. */
async function searchOnTelevision() {
  await page.viewport(1280, 720);
  const { Wrapper, control } = createTestDiscovr();
  // Long enough for the first focus, which is on the first chip, before the search finds anything.
  control.setLatency(400);
  await render(<RemoteControl>{emptyPage}</RemoteControl>, { wrapper: Wrapper });
  page.getByRole('button', { name: 'Remove Movies' }).element().focus();
  await expect.element(movies).toHaveFocus();
  return control;
}

test('on a television, the focus is on what was found first, and on the best one when the search is over', async () => {
  const control = await searchOnTelevision();
  control.setLatency(50);
  await expect.element(genres).toHaveFocus();
  const [first, second] = [genres, movies].map((each) => each.element().getBoundingClientRect());
  expect(first!.left).toBeLessThan(second!.left);
});

test('on a television, the end of the search leaves the focus where the user moved it', async () => {
  const control = await searchOnTelevision();
  await userEvent.keyboard('{ArrowDown}');
  const clearAll = page.getByRole('button', { name: 'Clear all filters' });
  await expect.element(clearAll).toHaveFocus();
  control.setLatency(50);
  await expect.element(page.getByRole('status')).toHaveTextContent(/^Try without/);
  await expect.element(clearAll).toHaveFocus();
});

test('on a phone, the suggestions and the button below them are equally wide', async () => {
  await page.viewport(390, 844);
  const { Wrapper } = createTestDiscovr();
  await render(emptyPage, { wrapper: Wrapper });
  await expect.element(genres).toBeVisible();
  const widths = [movies, genres, page.getByRole('button', { name: 'Clear all filters' })].map(
    (each) => each.element().getBoundingClientRect().width,
  );
  expect(new Set(widths)).toEqual(new Set([350]));
});
