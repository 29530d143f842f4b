import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { hiddenFocus } from '../../test/support/hiddenFocus.js';
import { inRelease } from '../../test/support/inRelease.js';
import { untilUnmoved } from '../../test/support/untilStill.js';
import { PageFilterDialog } from '../components/PageFilterDialog/PageFilterDialog.js';
import { PageFilterForm } from '../components/PageFilterForm/PageFilterForm.js';
import { createTestDiscovr } from '../testing/createTestDiscovr.js';
import css from './styles.css?inline';

const sheet = document.createElement('style');
sheet.textContent = `${css} body { margin: 0 }`;
beforeAll(() => document.head.append(sheet));
afterAll(() => sheet.remove());
afterEach(() => page.viewport(414, 896));

const filters = { genres: [35, 18], with_watch_providers: ['8'], region: ['DE'], with_runtime_gte: 90 };
const open = () => page.getByRole('button', { name: /^Filters/ }).click();
const keys = [
  ['Tab', '{Tab}'],
  ['Shift and Tab', '{Shift>}{Tab}{/Shift}'],
] as const;
const sizes = [
  [1280, 860],
  [390, 844],
  // A laptop at 400 %.
  [320, 256],
] as const;
const dropIns = [
  ['form', <PageFilterForm key="form" defaultFilters={filters} />, () => undefined],
  ['dialog', <PageFilterDialog key="dialog" formProps={{ defaultFilters: filters }} />, open],
] as const;
const cases = dropIns.flatMap(([name, ui, start]) =>
  sizes.flatMap(([width, height]) => keys.map(([key, stroke]) => ({ name, ui, start, width, height, key, stroke }))),
);

/** Each drop-in at each size, with both keys in turn. */
const sample = cases.filter((_, index) => index % 4 === 0 || index % 4 === 3);

test.each(inRelease(cases, sample))(
  '$key moves focus only to visible elements of the $name at $width × $height',
  async (given) => {
    await page.viewport(given.width, given.height);
    await render(given.ui, { wrapper: createTestDiscovr().Wrapper });
    await given.start();
    await expect.element(page.getByRole('checkbox', { name: 'Netflix', exact: true })).toBeVisible();
    // The dialog comes from the edge of the screen.
    await untilUnmoved();

    const stops = new Set<Element>();
    const hidden = new Set<string>();
    const check = () => {
      const { activeElement } = document;
      if (!activeElement || activeElement === document.body) return;
      stops.add(activeElement);
      const fault = hiddenFocus();
      if (fault) hidden.add(fault);
    };
    // The focus has already moved when the Tab key is released.
    document.addEventListener('keyup', check);
    // In the tab order, the browser's own controls come after the last element of the page, and then the first element
    // comes again.
    await userEvent.keyboard(given.stroke.repeat(100));
    document.removeEventListener('keyup', check);
    expect([...hidden]).toEqual([]);
    expect(stops.size).toBeGreaterThan(40);
  },
);

test('an alert that appears above the buttons does not cover the focused field', async () => {
  await page.viewport(390, 844);
  const { control, Wrapper } = createTestDiscovr();
  await render(<PageFilterForm />, { wrapper: Wrapper });
  await expect.element(page.getByRole('checkbox', { name: 'Netflix', exact: true })).toBeVisible();
  // The alert appears after the last retry, when the focus has moved on.
  control.failNext({ kind: 'status', status: 500 }, { route: 'POST /pages', times: 3 });
  await page.getByRole('button', { name: 'Apply filters', exact: true }).click();
  const bar = document.querySelector('.discovr-Actions')!;
  const { top } = bar.getBoundingClientRect();
  // The last element that ends right above the buttons.
  const field = [...document.querySelectorAll<HTMLElement>('.discovr-PageFilterForm :is(button, input)')]
    .filter((element) => !bar.contains(element) && element.getBoundingClientRect().bottom < top)
    .at(-1)!;
  await userEvent.keyboard('{Tab}');
  field.focus();
  await expect.element(page.getByRole('alert')).toBeVisible();
  await expect.poll(() => bar.getBoundingClientRect().top).toBeLessThan(top);
  await expect.poll(hiddenFocus).toBeUndefined();
});
