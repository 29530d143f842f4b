import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import css from '../../styles/styles.css?inline';
import { createTestDiscovr } from '../../testing/createTestDiscovr.js';
import { PageFilterDialog, type PageFilterDialogProps } from './PageFilterDialog.js';

const sheet = document.createElement('style');
sheet.textContent = css;
beforeAll(() => document.head.append(sheet));
afterAll(() => sheet.remove());
afterEach(() => page.viewport(414, 896));

const button = (name: string) => page.getByRole('button', { name, exact: true });
const dialog = page.getByRole('dialog', { name: 'Filters' });
const comedy = page.getByRole('checkbox', { name: 'Comedy', exact: true });

async function renderDialog(props: PageFilterDialogProps = {}) {
  const discovr = createTestDiscovr();
  const view = await render(
    <main style={{ blockSize: '3000px' }}>
      <PageFilterDialog {...props} />
      <button type="button">Behind</button>
    </main>,
    { wrapper: discovr.Wrapper },
  );
  return { ...discovr, ...view };
}

describe('the filter dialog', () => {
  test('has a heading, and the summary of the form one level below', async () => {
    await renderDialog({ defaultFilters: { genres: [35] } });
    await button('Filters').click();
    await expect.element(dialog.getByRole('heading', { level: 2 })).toHaveTextContent('Filters');
    await expect.element(dialog.getByRole('heading', { level: 3 })).toHaveTextContent('Comedy movies and series');
  });

  test.each([
    ['Escape', () => userEvent.keyboard('{Escape}')],
    ['a click on its close button', () => button('Close filters').click()],
    ['a click outside', () => dialog.element().dispatchEvent(pointerEvent('pointerdown')) && clickBackdrop()],
  ])('closes on %s, returns focus to the button that opened it and keeps the draft', async (_how, close) => {
    await page.viewport(1000, 700);
    const onFiltersChange = vi.fn();
    await renderDialog({ onFiltersChange });
    await button('Filters').click();
    await comedy.click();
    await close();
    await expect.element(dialog).not.toBeInTheDocument();
    await expect.element(button('Filters')).toHaveFocus();
    expect(onFiltersChange).not.toHaveBeenCalled();
    await button('Filters').click();
    await expect.element(comedy).toBeChecked();
  });

  test('stays open when the pointer is pressed inside and released outside', async () => {
    await renderDialog();
    await button('Filters').click();
    comedy.element().dispatchEvent(pointerEvent('pointerdown'));
    clickBackdrop();
    await expect.element(dialog).toBeVisible();
  });
});

test('Apply closes the dialog when the page is created, and announces the page', async () => {
  const onPageCreated = vi.fn();
  const { control } = await renderDialog({ onPageCreated });
  control.failNext({ kind: 'status', status: 400, code: 'VALIDATION_FAILED' }, { route: 'POST /pages' });
  await button('Filters').click();
  await comedy.click();
  await button('Apply filters').click();
  await expect.element(page.getByRole('alert')).not.toBeEmptyDOMElement();
  await expect.element(dialog).toBeVisible();
  await button('Apply filters').click();
  await expect.element(dialog).not.toBeInTheDocument();
  await expect.element(page.getByRole('status')).toHaveTextContent('Page created.');
  await expect.element(button('Filters')).toHaveFocus();
  await expect.element(button('Filters')).toHaveAccessibleDescription('1 filter');
  expect(onPageCreated).toHaveBeenCalledOnce();

  await button('Filters').click();
  await userEvent.keyboard('{Escape}');
  await expect.element(dialog).not.toBeInTheDocument();
  await expect.element(page.getByRole('status')).toBeEmptyDOMElement();
});

test('the page behind the open dialog does not scroll, shift or take focus', async () => {
  await page.viewport(1000, 700);
  await renderDialog();
  const root = document.documentElement;
  const { width } = document.querySelector('main')!.getBoundingClientRect();
  await button('Filters').click();
  await expect.poll(() => getComputedStyle(root).overflow).toBe('hidden');
  expect(document.querySelector('main')!.getBoundingClientRect().width).toBe(width);
  await userEvent.keyboard('{Shift>}{Tab}{Tab}{/Shift}');
  expect(document.activeElement === document.body || dialog.element().contains(document.activeElement)).toBe(true);
  await userEvent.keyboard('{Escape}');
  await expect.element(dialog).not.toBeInTheDocument();
  await expect.poll(() => getComputedStyle(root).overflow).toBe('visible');
});

test('the page scrolls again after the dialog is unmounted while open', async () => {
  const { unmount } = await renderDialog();
  await button('Filters').click();
  await unmount();
  expect(getComputedStyle(document.documentElement).overflow).toBe('visible');
});

test('the dialog fills the screen of a phone and keeps Apply visible', async () => {
  await page.viewport(320, 640);
  await renderDialog();
  await button('Filters').click();
  const { width, height } = dialog.element().getBoundingClientRect();
  expect([width, height]).toEqual([320, 640]);
  expect(button('Apply filters').element().getBoundingClientRect().bottom).toBeLessThanOrEqual(640);
  expect(button('Close filters').element().getBoundingClientRect().top).toBeGreaterThanOrEqual(0);
  expect(dialog.element().scrollWidth).toBeLessThanOrEqual(320);
});

test('title and buttons of the dialog leave a screen less than 480 px high to the content when it is scrolled', async () => {
  const isInView = (name: string) => {
    const { top, bottom } = button(name).element().getBoundingClientRect();
    return bottom > 0 && top < window.innerHeight;
  };
  await page.viewport(320, 256);
  await renderDialog();
  await button('Filters').click();
  expect([isInView('Close filters'), isInView('Apply filters')]).toEqual([true, false]);
  comedy.element().scrollIntoView({ block: 'center' });
  await expect.poll(() => isInView('Close filters')).toBe(false);
  expect(isInView('Apply filters')).toBe(false);
  await page.viewport(320, 480);
  expect([isInView('Close filters'), isInView('Apply filters')]).toEqual([true, true]);
});

function pointerEvent(type: string) {
  return new PointerEvent(type, { bubbles: true });
}

/** Dispatches a click on the dialog, as browsers do when the pointer is released on the backdrop. */
function clickBackdrop() {
  dialog.element().dispatchEvent(pointerEvent('click'));
}
