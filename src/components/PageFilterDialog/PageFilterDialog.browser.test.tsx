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

describe('closing', () => {
  test.each([
    ['Escape', () => userEvent.keyboard('{Escape}')],
    ['its button', () => button('Close filters').click()],
    ['a press beside it', () => dialog.element().dispatchEvent(pressBeside('pointerdown')) && press()],
  ])('by %s leads back to the opening button, and the draft waits', async (_how, close) => {
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

  test('a press that ends beside it does not close it', async () => {
    await renderDialog();
    await button('Filters').click();
    comedy.element().dispatchEvent(pressBeside('pointerdown'));
    press();
    await expect.element(dialog).toBeVisible();
  });
});

test('Apply closes it once the page is there, and says so', async () => {
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

test('the page behind it neither scrolls nor jumps nor takes the focus', async () => {
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

test('a page that leaves while it is open scrolls again', async () => {
  const { unmount } = await renderDialog();
  await button('Filters').click();
  await unmount();
  expect(getComputedStyle(document.documentElement).overflow).toBe('visible');
});

test('on a phone it fills the screen, and Apply stays in reach', async () => {
  await page.viewport(320, 640);
  await renderDialog();
  await button('Filters').click();
  const { width, height } = dialog.element().getBoundingClientRect();
  expect([width, height]).toEqual([320, 640]);
  expect(button('Apply filters').element().getBoundingClientRect().bottom).toBeLessThanOrEqual(640);
  expect(button('Close filters').element().getBoundingClientRect().top).toBeGreaterThanOrEqual(0);
  expect(dialog.element().scrollWidth).toBeLessThanOrEqual(320);
});

function pressBeside(type: string) {
  return new PointerEvent(type, { bubbles: true });
}

/** The click that follows a press; where press and release differ, it goes to what holds both. */
function press() {
  dialog.element().dispatchEvent(pressBeside('click'));
}
