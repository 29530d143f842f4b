import { afterEach, expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import { page, userEvent } from 'vitest/browser';
import { loadStyles } from '../../../test/support/loadStyles.js';
import { en } from '../../prompts/languages/en.js';
import { RemoteControl } from '../../television/RemoteControl.js';
import { createTestDiscovr } from '../../testing/createTestDiscovr.js';
import { PageFilterForm } from './PageFilterForm.js';
import { PageFilterFormParts, PageFilterFormPrompt, type PageFilterFormPromptProps } from './PageFilterFormPrompt.js';

loadStyles();
afterEach(() => void vi.unstubAllGlobals());

const LANGUAGES = [en];
const form = (props: Partial<PageFilterFormPromptProps> = {}) => (
  <PageFilterForm createsPage={false}>
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
  await expect.element(page.getByRole('button', { name: 'Horror movies from the 1990s' })).toBeVisible();
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
