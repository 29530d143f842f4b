import { afterAll, beforeAll, expect, test } from 'vitest';
import { cdp, page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { PageFilterForm } from '../components/PageFilterForm/PageFilterForm.js';
import { createTestDiscovr } from '../testing/createTestDiscovr.js';
import css from './styles.css?inline';

const sheet = document.createElement('style');
sheet.textContent = css;
const emulateTouch = (enabled: boolean) => cdp().send('Emulation.setTouchEmulationEnabled', { enabled });
beforeAll(async () => {
  document.head.append(sheet);
  await emulateTouch(true);
});
afterAll(async () => {
  sheet.remove();
  await emulateTouch(false);
});

test('fields and segments of the form are at least 44 px high on a touch screen', async () => {
  expect(matchMedia('(pointer: coarse)').matches).toBe(true);
  const { container } = await render(<PageFilterForm />, { wrapper: createTestDiscovr().Wrapper });
  await expect.element(page.getByLabelText('Page name', { exact: true })).toBeVisible();
  const targets = container.querySelectorAll<HTMLElement>('.discovr-Input, .discovr-Search-input, .discovr-Segment');
  const small = [...targets].filter((target) => target.offsetHeight < 44);
  expect(targets.length).toBeGreaterThan(8);
  expect(small.map((target) => `${target.className} ${target.offsetHeight}`)).toEqual([]);
});

test('two dates in text of 16 px are side by side at 320 px', async () => {
  await page.viewport(320, 640);
  const filters = { with_release_date_gte: '2010-12-28', with_release_date_lte: '2019-12-28' };
  const { container } = await render(<PageFilterForm defaultFilters={filters} />, {
    wrapper: createTestDiscovr().Wrapper,
  });
  const dates = [...container.querySelectorAll('input[type="date"]')];
  const [from, to] = dates.map((date) => date.getBoundingClientRect());
  expect(dates.map((date) => getComputedStyle(date).fontSize)).toEqual(['16px', '16px']);
  expect(to!.top).toBe(from!.top);
  expect(dates.filter((date) => date.scrollWidth > date.clientWidth)).toEqual([]);
  await page.viewport(414, 896);
});
