import type { ReactNode } from 'react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import { page } from 'vitest/browser';
import { colorOf, contrastBetween, contrastOf, fillOf } from '../../test/support/contrast.js';
import { PageFilterForm } from '../components/PageFilterForm/PageFilterForm.js';
import { createTestDiscovr, type TestDiscovrOptions } from '../testing/createTestDiscovr.js';
import { layered } from '../../scripts/stylesheets/layered.mjs';
import css from './styles.css?inline';

let sheet: HTMLStyleElement;

beforeEach(() => {
  sheet = document.createElement('style');
  sheet.textContent = css;
  document.head.append(sheet);
});

afterEach(() => {
  sheet.remove();
  document.documentElement.removeAttribute('data-discovr-scheme');
});

async function renderForm(options: TestDiscovrOptions = {}, width = 900, children?: ReactNode) {
  const { Wrapper } = createTestDiscovr(options);
  await render(
    <div style={{ inlineSize: width }}>
      <PageFilterForm defaultFilters={{ genres: [35] }} classNames={{ applyButton: 'own-button' }}>
        {children}
      </PageFilterForm>
    </div>,
    { wrapper: Wrapper },
  );
  return document.querySelector('form')!;
}

const background = (element: Element) => getComputedStyle(element).backgroundColor;
/** Returns the position of an element relative to the form, independent of scrolling. */
const offset = (form: Element, element: Element) => {
  const [outer, inner] = [form.getBoundingClientRect(), element.getBoundingClientRect()];
  return { left: inner.left - outer.left, top: inner.top - outer.top };
};
const LIGHT = 'rgb(255, 255, 255)';
const DARK = 'rgb(18, 18, 20)';

describe('colors', () => {
  test('follow the color scheme of the provider', async () => {
    expect(background(await renderForm({ provider: { colorScheme: 'dark' } }))).toBe(DARK);
  });

  test('follow the color scheme attribute of any ancestor', async () => {
    document.documentElement.setAttribute('data-discovr-scheme', 'dark');
    expect(background(await renderForm())).toBe(DARK);
    document.documentElement.setAttribute('data-discovr-scheme', 'light');
    expect(background(document.querySelector('form')!)).toBe(LIGHT);
  });

  test('are light in a light provider on a dark page', async () => {
    document.documentElement.setAttribute('data-discovr-scheme', 'dark');
    expect(background(await renderForm({ provider: { colorScheme: 'light' } }))).toBe(LIGHT);
  });

  test('use the accent of the app, with readable text on it', async () => {
    const form = await renderForm();
    form.style.setProperty('--discovr-accent', 'rgb(250, 220, 80)');
    const button = page.getByRole('button', { name: 'Apply filters', exact: true }).element();
    await expect.poll(() => background(button)).toBe('rgb(250, 220, 80)');
    const chosen = document.querySelector('.discovr-Option[data-chosen]')!;
    expect(getComputedStyle(chosen).boxShadow).toContain('rgb(250, 220, 80)');
    for (const element of [button, chosen]) expect(await contrastOf(element)).toBeGreaterThan(4.5);
  });

  test.each([
    ['light', 'rgb(255, 255, 255)'],
    ['light', 'rgb(0, 0, 0)'],
    ['dark', 'rgb(255, 255, 255)'],
    ['dark', 'rgb(0, 0, 0)'],
  ] as const)('keep text readable in the %s scheme on the accent %s', async (colorScheme, accent) => {
    const form = await renderForm({ provider: { colorScheme } });
    form.style.setProperty('--discovr-accent', accent);
    const button = page.getByRole('button', { name: 'Apply filters', exact: true }).element();
    await expect.poll(() => background(button)).toBe(accent);
    expect(await contrastOf(button)).toBeGreaterThan(4.5);
  });

  test('leave the accent unchanged when the app sets the text color on it', async () => {
    const form = await renderForm();
    form.style.setProperty('--discovr-accent', 'rgb(250, 220, 80)');
    form.style.setProperty('--discovr-on-accent', 'rgb(0, 0, 0)');
    const button = page.getByRole('button', { name: 'Apply filters', exact: true }).element();
    await expect.poll(() => fillOf(button)).toEqual([250, 220, 80]);
    form.style.removeProperty('--discovr-accent');
    await expect.poll(() => fillOf(button)).toEqual([11, 107, 107]);
  });
});

test.each(['light', 'dark'] as const)('the cross of a chip is visible in the %s scheme', async (colorScheme) => {
  const form = await renderForm({ provider: { colorScheme } }, 900, <PageFilterForm.ActiveFilters />);
  const chip = form.querySelector('.discovr-Chip')!;
  const probe = document.createElement('i');
  form.append(probe);
  const { color: crossColor } = getComputedStyle(chip.querySelector('.discovr-Icon')!);
  const [cross, behind] = [crossColor, background(chip)].map((color) => {
    probe.style.color = color;
    return colorOf(probe);
  });
  expect(contrastBetween(cross!, behind!)).toBeGreaterThanOrEqual(3);
  probe.remove();
});

test('a class of the app that is loaded later overrides the stylesheet', async () => {
  const own = document.createElement('style');
  own.textContent = '.own-button { background-color: rgb(1, 2, 3); }';
  await renderForm();
  document.head.append(own);
  await expect.poll(() => background(document.querySelector('.own-button')!)).toBe('rgb(1, 2, 3)');
  own.remove();
});

test('any unlayered rule of the app overrides the layered stylesheet, whatever its order and specificity', async () => {
  sheet.textContent = layered(css);
  const own = document.createElement('style');
  own.textContent = 'button { background-color: rgb(1, 2, 3); }';
  document.head.prepend(own);
  await renderForm();
  expect(background(document.querySelector('.own-button')!)).toBe('rgb(1, 2, 3)');
  own.remove();
});

describe('the layout of the form', () => {
  test.each([
    { columns: 1, width: 320 },
    { columns: 1, width: 700 },
    { columns: 2, width: 900 },
    { columns: 2, width: 1900 },
  ])('has $columns column(s) at a width of $width pixels', async ({ columns, width }) => {
    const form = await renderForm({}, width);
    expect(getComputedStyle(form).gridTemplateColumns.split(' ')).toHaveLength(columns);
    expect(form.scrollWidth).toBeLessThanOrEqual(width);
  });

  test('does not move genres when one is chosen', async () => {
    const form = await renderForm();
    const options = [...document.querySelectorAll('.discovr-Option')].slice(0, 19);
    const places = () => options.map((element) => offset(form, element).left);
    const before = places();
    await page.getByRole('checkbox', { name: 'Crime', exact: true }).click();
    places().forEach((left, index) => expect(left).toBeCloseTo(before[index]!, 0));
  });

  test('stays in place, and keeps the search field uncovered, when the button that skips a list has the focus', async () => {
    await renderForm();
    const skip = page.getByRole('button', { name: 'Skip Regions' });
    const field = page.getByRole('searchbox', { name: 'Search regions' });
    await page.getByRole('button', { name: 'Show all 249', exact: true }).click();
    await expect.element(skip).toBeInTheDocument();
    const { top } = field.element().getBoundingClientRect();
    (skip.element() as HTMLElement).focus({ preventScroll: true });
    expect(field.element().getBoundingClientRect().top).toBe(top);
    expect(skip.element().getBoundingClientRect().height).toBeGreaterThan(20);
    expect(skip.element().getBoundingClientRect().bottom).toBeLessThanOrEqual(top);
  });

  test.each([360, 900])('keeps the buttons 44 pixels high and in view at a width of %i pixels', async (width) => {
    await renderForm({}, width);
    const button = page.getByRole('button', { name: 'Apply filters', exact: true }).element();
    expect(button.getBoundingClientRect().height).toBeGreaterThanOrEqual(44);
    expect(button.closest('.discovr-PageFilterForm')!.getBoundingClientRect().bottom).toBeGreaterThan(innerHeight);
    expect(button.getBoundingClientRect().bottom).toBeLessThanOrEqual(innerHeight);
  });
});
