import { afterEach, expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import { page, userEvent } from 'vitest/browser';
import { loadStyles } from '../../../test/support/loadStyles.js';
import { en } from '../../prompts/languages/en.js';
import { RemoteControl } from '../../television/RemoteControl.js';
import { createTestDiscovr } from '../../testing/createTestDiscovr.js';
import { PageFilterForm } from './PageFilterForm.js';
import { PageFilterFormParts } from './PageFilterFormDropIn.js';
import { PageFilterFormPrompt, type PageFilterFormPromptProps } from './PageFilterFormPrompt.js';

loadStyles();
afterEach(() => void vi.unstubAllGlobals());

const LANGUAGES = [en];
const form = (props: Partial<PageFilterFormPromptProps> = {}, onFiltersChange?: () => void) => (
  <PageFilterForm createsPage={false} onFiltersChange={onFiltersChange}>
    <div style={{ blockSize: 300 }} />
    <PageFilterFormPrompt languages={LANGUAGES} {...props} />
    <PageFilterFormParts />
  </PageFilterForm>
);
const field = page.getByRole('textbox', { name: 'What would you like to watch?' });

test('on a television, the next OK applies a chosen wish, and the field is read-only until OK', async () => {
  await page.viewport(1280, 720);
  const { Wrapper } = createTestDiscovr();
  await render(<RemoteControl>{form()}</RemoteControl>, { wrapper: Wrapper });
  await userEvent.keyboard('{ArrowDown}');
  const example = page.getByRole('button', { name: 'A funny movie under 100 minutes' });
  await expect.element(example).toHaveFocus();
  await expect.element(field).toHaveAttribute('placeholder', 'Science fiction movies from the 1980s');
  expect(getComputedStyle(field.element(), '::placeholder').color).not.toBe('rgba(0, 0, 0, 0)');
  await userEvent.keyboard('{ArrowUp}');
  await expect.element(field).toHaveFocus();
  await expect.element(field).toHaveAttribute('readonly');
  await userEvent.keyboard('{Enter}');
  await expect.element(field).not.toHaveAttribute('readonly');
  await userEvent.keyboard('{ArrowDown}');
  await expect.element(example).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('button', { name: 'Apply filters' })).toHaveFocus();
});

test('a phone keeps the chips above its keyboard', async () => {
  await page.viewport(390, 844);
  const view = Object.assign(new EventTarget(), { height: 844, offsetTop: 0, scale: 1 });
  vi.stubGlobal('visualViewport', view);
  const { Wrapper } = createTestDiscovr();
  await render(form(), { wrapper: Wrapper });
  await field.click();
  expect(window.scrollY).toBe(0);
  // The keyboard opens over the page.
  view.height = 420;
  view.dispatchEvent(new Event('resize'));
  await field.fill('funny movies under 100 minutes on Netflix');
  const chips = page.getByRole('list', { name: 'Understood' });
  await expect.poll(() => chips.element().getBoundingClientRect().bottom).toBeLessThan(420);
  expect(field.element().getBoundingClientRect().top).toBeGreaterThanOrEqual(0);
});

test('the field does not move while a model reads the wish', async () => {
  await page.viewport(390, 844);
  const { Wrapper } = createTestDiscovr();
  await render(form({ interpret: () => new Promise(() => undefined), voice: true }), { wrapper: Wrapper });
  await field.fill('funny movies');
  const chips = page.getByRole('list', { name: 'Understood' });
  const { top, height } = chips.element().getBoundingClientRect();
  await expect.element(page.getByText('Reading your wish…')).toBeInTheDocument();
  expect(chips.element().getBoundingClientRect()).toMatchObject({ top, height });
  await expect.element(field).toHaveAttribute('enterkeyhint', 'search');
});

test('on a television, OK ends the typing and applies nothing', async () => {
  await page.viewport(1280, 720);
  const onFiltersChange = vi.fn<() => void>();
  const { Wrapper } = createTestDiscovr();
  await render(<RemoteControl>{form({}, onFiltersChange)}</RemoteControl>, { wrapper: Wrapper });
  await userEvent.keyboard('{ArrowDown}');
  field.element().focus();
  await expect.element(field).toHaveAttribute('readonly');
  await userEvent.keyboard('{Enter}');
  await expect.element(field).not.toHaveAttribute('readonly');
  await userEvent.keyboard('horror{Enter}');
  await expect.element(field).toHaveAttribute('readonly');
  await expect.element(field).toHaveValue('horror');
  expect(onFiltersChange).not.toHaveBeenCalled();
});

test('the field grows with its text up to three lines, and Enter applies it', async () => {
  await page.viewport(390, 844);
  const onFiltersChange = vi.fn<() => void>();
  const { Wrapper } = createTestDiscovr();
  await render(form({}, onFiltersChange), { wrapper: Wrapper });
  const heightOf = async (text: string) => {
    await field.fill(text);
    return field.element().getBoundingClientRect().height;
  };
  const wish = 'a funny film under 100 minutes on Netflix, with dragons';
  expect(await heightOf('funny')).toBe(48);
  const two = await heightOf(wish);
  expect(two).toBeGreaterThan(60);
  // Nothing of it is cut off.
  expect(field.element().scrollHeight).toBeLessThanOrEqual(two);
  const three = await heightOf(`${wish} ${wish}`);
  expect(await heightOf(`${wish} ${wish} ${wish}`)).toBe(three);
  await field.fill('funny film');
  await field.click();
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => onFiltersChange).toHaveBeenCalledTimes(1);
  await expect.element(field).toHaveValue('funny film');
});

test('a button in the field empties it, and leads back to it', async () => {
  await page.viewport(390, 844);
  const { Wrapper } = createTestDiscovr();
  await render(form(), { wrapper: Wrapper });
  const clear = page.getByRole('button', { name: 'Clear', exact: true });
  await expect.element(clear).not.toBeInTheDocument();
  await field.fill('funny film');
  const { width, height, right } = clear.element().getBoundingClientRect();
  expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
  expect(right).toBeLessThanOrEqual(field.element().getBoundingClientRect().right);
  await clear.click();
  await expect.element(field).toHaveValue('');
  await expect.element(field).toHaveFocus();
  await expect.element(page.getByRole('checkbox', { name: 'Comedy', exact: true })).not.toBeChecked();
});

test('a pasted text of several lines is one line', async () => {
  const { Wrapper } = createTestDiscovr();
  await render(form(), { wrapper: Wrapper });
  await field.fill('funny\n film\non Netflix');
  await expect.element(field).toHaveValue('funny film on Netflix');
});

test('the sentence is out of sight while it says no more than the chips, and screen readers still have it', async () => {
  await page.viewport(1280, 844);
  const { Wrapper } = createTestDiscovr();
  await render(form(), { wrapper: Wrapper });
  const sentence = page.getByRole('heading', { level: 2 });
  const height = () => sentence.element().getBoundingClientRect().height;
  await expect.element(sentence).toHaveTextContent('All movies and series');
  expect(height()).toBe(1);
  await field.fill('funny film');
  await expect.element(sentence).toHaveTextContent('Comedy movies');
  expect(height()).toBe(1);
  await page.getByRole('checkbox', { name: 'Drama', exact: true }).click();
  await expect.element(sentence).toHaveTextContent('Comedy or Drama movies');
  expect(height()).toBeGreaterThan(15);
});

test('one notice has a line for each of the words that were not applied, with what can be done', async () => {
  await page.viewport(390, 844);
  const { Wrapper } = createTestDiscovr();
  await render(form({ onUnknown: () => undefined }), { wrapper: Wrapper });
  await field.fill('xyzzy movies, not too long, without horror');
  const search = page.getByRole('button', { name: 'Search titles' });
  await expect.element(search).toBeVisible();
  const notice = search.element().closest('.discovr-Prompt-notes')!;
  const lines = [...notice.children];
  expect(lines.map(({ textContent }) => textContent)).toEqual([
    'not too long → Up to 120 min',
    'xyzzy → Not understoodSearch titles',
    'without horror → Can’t exclude this',
  ]);
  expect(new Set(lines.map((line) => line.firstElementChild!.getBoundingClientRect().left)).size).toBe(1);
  await field.fill('movies');
  await expect.element(search).not.toBeInTheDocument();
  expect(notice.isConnected).toBe(false);
});
