import type { ReactElement } from 'react';
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { loadStyles } from '../../test/support/loadStyles.js';
import { severalHelp } from '../../test/support/emptyFilters.js';
import { DiscovrPage } from '../components/DiscovrPage/DiscovrPage.js';
import { EmptyPage } from '../components/EmptyPage/EmptyPage.js';
import { PageFilterForm } from '../components/PageFilterForm/PageFilterForm.js';
import { ProfilePicker } from '../components/ProfilePicker/ProfilePicker.js';
import { SessionDialog } from '../components/SessionGates/SessionDialog.js';
import { createTestDiscovr, type TestDiscovrOptions } from '../testing/createTestDiscovr.js';

loadStyles();

const nothing = () => undefined;
const signedOut = { session: 'signedOut' } as const;
const discovrPage = <DiscovrPage pageId="page_404" onBack={nothing} />;
const pageInDialog = <SessionDialog>{discovrPage}</SessionDialog>;
const picker = <ProfilePicker />;
const nothingYet = <EmptyPage onFiltersChange={nothing} onRetry={nothing} />;
const noMatches = <EmptyPage filters={severalHelp} onFiltersChange={nothing} />;
const states: readonly (readonly [state: string, ui: ReactElement, heading: string, options?: TestDiscovrOptions])[] = [
  ['a page of a signed-out user', pageInDialog, 'You’re not signed in', signedOut],
  ['a page without a way to sign in', discovrPage, 'You’re not signed in', signedOut],
  ['a page without a profile', discovrPage, 'No profile selected', { session: 'signedIn' }],
  ['a page that does not exist', discovrPage, 'Not available'],
  ['a profile picker of a signed-out user', picker, 'You’re not signed in', signedOut],
  ['a page with nothing yet', nothingYet, 'Nothing here yet'],
  ['a page without matches', noMatches, 'No titles match your filters'],
];

const boxOf = (element: Element) => element.getBoundingClientRect();

async function renderState(ui: ReactElement, heading: string, options?: TestDiscovrOptions): Promise<HTMLElement> {
  await render(<div style={{ position: 'absolute', inset: '0 0 auto' }}>{ui}</div>, {
    wrapper: createTestDiscovr(options).Wrapper,
  });
  const title = page.getByRole('heading', { name: heading });
  await expect.element(title).toBeVisible();
  return title.element() as HTMLElement;
}

test.each(states.map(([name, ui, heading, options]) => ({ name, ui, heading, options })))(
  '$name has its icon in the same place as every other state, and a heading of 28 px',
  async ({ ui, heading, options }) => {
    await page.viewport(1280, 800);
    const title = await renderState(ui, heading, options);
    const { top, left, width } = boxOf(title.previousElementSibling!);
    // The icon, two lines and the button together are centered in 80 percent of the height of the screen.
    expect([top, Math.round(left + width / 2)]).toEqual([220, 640]);
    expect(getComputedStyle(title).fontSize).toBe('28px');
  },
);

test('what a page says is not visible beside the dialog that it opened, and the page is darkened as by every dialog', async () => {
  await page.viewport(1280, 800);
  const title = await renderState(pageInDialog, 'You’re not signed in', signedOut);
  await page.getByRole('button', { name: 'Sign in' }).click();
  const dialog = document.querySelector('dialog')!;
  expect(getComputedStyle(title.parentElement!).opacity).toBe('0');
  expect(getComputedStyle(dialog, '::backdrop').backgroundColor).toBe('rgba(0, 0, 0, 0.6)');
  await page.getByRole('button', { name: 'Close' }).click();
  expect(getComputedStyle(title.parentElement!).opacity).toBe('1');
});

test('the dialog is at the bottom of a phone, as high as its content', async () => {
  await page.viewport(390, 844);
  await renderState(pageInDialog, 'You’re not signed in', signedOut);
  await page.getByRole('button', { name: 'Sign in' }).click();
  const dialog = document.querySelector('dialog')!;
  await Promise.all(dialog.getAnimations().map(({ finished }) => finished));
  const { top, bottom, width } = boxOf(dialog);
  expect([bottom, width]).toEqual([844, 390]);
  expect(top).toBeGreaterThan(400);
});

test.each([
  ['an error', true, { kind: 'status', status: 400 }],
  ['a lost network', false, { kind: 'network' }],
] as const)('the icon of %s and its disc are red: %s', async (_, isRed, fault) => {
  const discovr = createTestDiscovr({ client: { retries: 0 } });
  discovr.control.failNext(fault, { times: 9 });
  await render(<DiscovrPage pageId="page_1" />, { wrapper: discovr.Wrapper });
  await expect.element(page.getByRole('alert')).toBeVisible();
  const icon = document.querySelector('.discovr-StateNotice-icon')!;
  const { color, backgroundColor } = getComputedStyle(icon);
  expect(color === 'rgb(179, 38, 30)').toBe(isRed);
  const hasTint = isRed && CSS.supports('color', 'color-mix(in oklab, red, blue)');
  expect(backgroundColor !== 'rgb(225, 225, 222)').toBe(hasTint);
});

test('a state has its minimum height on a short screen', async () => {
  await page.viewport(844, 390);
  const title = await renderState(discovrPage, 'Not available');
  expect(boxOf(title.parentElement!).height).toBe(360);
  expect(boxOf(page.getByRole('button').element()).bottom).toBeLessThan(390);
});

test('a page without matches that needs the height of a small phone has 32 px above its icon', async () => {
  await page.viewport(320, 480);
  const title = await renderState(noMatches, 'No titles match your filters');
  expect(boxOf(title.previousElementSibling!).top).toBe(32);
});

test('the button of a state takes the width of a phone', async () => {
  await page.viewport(390, 844);
  await renderState(discovrPage, 'Not available');
  expect(boxOf(page.getByRole('button').element()).width).toBe(350);
});

test.each([
  ['a page', discovrPage, 'Go back'],
  ['a page with nothing yet', nothingYet, 'Try again'],
])('%s has 24 px between its sentence and its button', async (_state, ui, name) => {
  await render(ui, { wrapper: createTestDiscovr().Wrapper });
  const button = page.getByRole('button', { name });
  await expect.element(button).toBeVisible();
  expect(boxOf(button.element()).top - boxOf(button.element().previousElementSibling!).bottom).toBe(24);
});

test('a state between other content has a heading of 20 px', async () => {
  await render(<PageFilterForm />, { wrapper: createTestDiscovr(signedOut).Wrapper });
  await page.getByRole('button', { name: 'Apply filters' }).click();
  const title = page.getByRole('heading', { name: 'You’re not signed in' });
  await expect.element(title).toBeVisible();
  expect(getComputedStyle(title.element()).fontSize).toBe('20px');
});
