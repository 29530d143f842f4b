import { expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import { page, userEvent } from 'vitest/browser';
import { createTestDiscovr } from '../../testing/createTestDiscovr.js';
import { PageFilterForm } from './PageFilterForm.js';

const applyButton = page.getByRole('button', { name: 'Apply filters', exact: true });
const from = page.getByLabelText('From', { exact: true });
const incomplete = page.getByText('Enter a complete date.');

const dateInput = () => from.element() as HTMLInputElement;

async function renderForm() {
  const discovr = createTestDiscovr();
  await render(<PageFilterForm />, { wrapper: discovr.Wrapper });
  return discovr;
}

test('a half-typed date is an error when the field loses focus, and stays in the field', async () => {
  const { control } = await renderForm();
  await from.click({ position: { x: 16, y: 12 } });
  await userEvent.keyboard('12');
  expect(dateInput().validity.badInput).toBe(true);
  await page.getByLabelText('Page name', { exact: true }).click();
  await expect.element(incomplete).toBeVisible();
  await applyButton.click();
  await expect.element(from).toHaveFocus();
  expect(dateInput().validity.badInput).toBe(true);
  expect(control.count('POST /pages')).toBe(0);
});

test('Enter in a half-typed date shows an error instead of creating a page without the date', async () => {
  const { control } = await renderForm();
  await from.click({ position: { x: 16, y: 12 } });
  await userEvent.keyboard('12{Enter}');
  await expect.element(incomplete).toBeVisible();
  expect(control.count('POST /pages')).toBe(0);
});

test('a typed date is applied unchanged', async () => {
  const { control } = await renderForm();
  await from.fill('2020-02-29');
  await applyButton.click();
  await expect.element(page.getByRole('status')).toHaveTextContent('Page created.');
  await expect.element(page.getByText('Movies and series, released since Feb 29, 2020')).toBeVisible();
  expect(control.count('POST /pages')).toBe(1);
});

test('Undo changes empties a half-typed date and removes its error', async () => {
  await renderForm();
  await from.click({ position: { x: 16, y: 12 } });
  await userEvent.keyboard('12');
  await page.getByLabelText('Page name', { exact: true }).click();
  await expect.element(incomplete).toBeVisible();
  await page.getByRole('button', { name: 'Undo changes', exact: true }).click();
  await expect.element(incomplete).not.toBeInTheDocument();
  expect(dateInput().validity.badInput).toBe(false);
});

test('non-numeric text in a number field is an error, not an empty bound', async () => {
  const { control } = await renderForm();
  await page.getByLabelText('At most, minutes', { exact: true }).click();
  await userEvent.keyboard('-{Enter}');
  await expect.element(page.getByText('Enter a whole number of minutes.')).toBeVisible();
  expect(control.count('POST /pages')).toBe(0);
});

test('a list of more than eight options has a button that skips it', async () => {
  await renderForm();
  const skip = page.getByRole('button', { name: /^Skip/ });
  await page.getByRole('button', { name: 'Show list' }).click();
  await expect.element(page.getByRole('button', { name: 'Skip Regions' })).toBeInTheDocument();
  expect(skip.elements()).toHaveLength(1);
  await page.getByRole('searchbox', { name: 'Search regions' }).fill('max');
  await expect.element(skip).not.toBeInTheDocument();
});

test('the form can be filled in and applied with the keyboard alone', async () => {
  const { control } = await renderForm();
  await userEvent.keyboard('{Tab}');
  await expect.element(page.getByRole('radio', { name: 'All', exact: true })).toHaveFocus();
  await userEvent.keyboard('{ArrowRight}{Tab}');
  await expect.element(page.getByRole('radio', { name: 'Movies', exact: true })).toBeChecked();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('searchbox', { name: 'Search regions' })).toHaveFocus();
  page.getByRole('button', { name: 'Show all 18' }).element().focus();
  await userEvent.keyboard('{Tab} ');
  await expect.element(page.getByRole('checkbox', { name: 'Action', exact: true })).toBeChecked();
  await page.getByLabelText('Page name', { exact: true }).click();
  await expect.element(page.getByLabelText('Page name', { exact: true })).toHaveFocus();
  await userEvent.keyboard('By keys{Enter}');
  await expect.element(page.getByRole('status')).toHaveTextContent('Page “By keys” created.');
  expect(control.count('POST /pages')).toBe(1);
});
