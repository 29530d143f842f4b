import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { filledFilters } from '../../../stories/support/filledFilters.js';
import { untilUnmoved } from '../../../test/support/untilStill.js';
import type { FilterSpec } from '../../filters/filterSpec.js';
import { ar } from '../../locales/ar.js';
import { de } from '../../locales/de.js';
import { en } from '../../locales/en.js';
import { RemoteControl } from '../../television/RemoteControl.js';
import css from '../../styles/styles.css?inline';
import { createTestDiscovr } from '../../testing/createTestDiscovr.js';
import { PageFilterForm } from '../PageFilterForm/PageFilterForm.js';
import { PageFilterDialog, type PageFilterDialogProps } from './PageFilterDialog.js';

const sheet = document.createElement('style');
sheet.textContent = css;
beforeAll(() => document.head.append(sheet));
afterAll(() => sheet.remove());
afterEach(() => page.viewport(414, 896));

const button = (name: string) => page.getByRole('button', { name, exact: true });
const openButton = page.getByRole('button', { name: /^Filters/ });
const dialog = page.getByRole('dialog', { name: 'Filters' });
const comedy = page.getByRole('checkbox', { name: 'Comedy', exact: true });

async function renderDialog(formProps: PageFilterDialogProps['formProps'] = {}) {
  const discovr = createTestDiscovr();
  const view = await render(
    <main style={{ blockSize: '3000px' }}>
      <PageFilterDialog formProps={formProps} />
      <button type="button">Behind</button>
    </main>,
    { wrapper: discovr.Wrapper },
  );
  return { ...discovr, ...view };
}

describe('the filter dialog', () => {
  test('has a heading, and the summary of the form one level below', async () => {
    await renderDialog({ defaultFilters: { genres: [35] } });
    await openButton.click();
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
    await openButton.click();
    await comedy.click();
    await close();
    await expect.element(dialog).not.toBeInTheDocument();
    await expect.element(openButton).toHaveFocus();
    expect(onFiltersChange).not.toHaveBeenCalled();
    await openButton.click();
    await expect.element(comedy).toBeChecked();
  });

  test('opens on its heading, before the close button and the fields', async () => {
    await renderDialog();
    await openButton.click();
    await expect.element(dialog.getByRole('heading', { level: 2 })).toHaveFocus();
    await userEvent.keyboard('{Tab}');
    await expect.element(button('Close filters')).toHaveFocus();
    await userEvent.keyboard('{Tab}');
    await expect.element(page.getByRole('radio', { name: 'All', exact: true })).toHaveFocus();
  });

  test('stays open when the pointer is pressed inside and released outside', async () => {
    await page.viewport(1000, 700);
    await renderDialog();
    await openButton.click();
    comedy.element().dispatchEvent(pointerEvent('pointerdown'));
    clickBackdrop();
    await expect.element(dialog).toBeVisible();
  });
});

describe('with a remote control', () => {
  const allTypes = page.getByRole('radio', { name: 'All', exact: true });
  const filters: FilterSpec = { genres: [35, 18] };

  test('the first group gets the focus, not the close button', async () => {
    const { Wrapper } = createTestDiscovr();
    await render(
      <RemoteControl>
        <PageFilterDialog formProps={{ defaultFilters: filters }} />
      </RemoteControl>,
      { wrapper: Wrapper },
    );
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await expect.element(allTypes).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByRole('button', { name: 'Filters' })).toHaveFocus();
  });

  test('the first group of a form gets the focus with the first key', async () => {
    const { Wrapper } = createTestDiscovr();
    await render(
      <RemoteControl>
        <PageFilterForm defaultFilters={filters} />
      </RemoteControl>,
      { wrapper: Wrapper },
    );
    await userEvent.keyboard('{ArrowDown}');
    await expect.element(allTypes).toHaveFocus();
  });
});

test('Apply closes the dialog when the page is created, and announces the page', async () => {
  const onPageCreated = vi.fn();
  const { control } = await renderDialog({ onPageCreated });
  control.failNext({ kind: 'status', status: 400, code: 'VALIDATION_FAILED' }, { route: 'POST /pages' });
  await openButton.click();
  await comedy.click();
  await button('Show titles').click();
  await expect.element(page.getByRole('alert')).toBeVisible();
  await expect.element(dialog).toBeVisible();
  await button('Show titles').click();
  await expect.element(dialog).not.toBeInTheDocument();
  await expect.element(page.getByRole('status')).toHaveTextContent('Page created.');
  await expect.element(button('Filters, 1 active')).toHaveFocus();
  expect(onPageCreated).toHaveBeenCalledOnce();

  await button('Filters, 1 active').click();
  await userEvent.keyboard('{Escape}');
  await expect.element(dialog).not.toBeInTheDocument();
  await expect.element(page.getByRole('status')).toBeEmptyDOMElement();
});

test('the dialog opens with the draft that was left to sign in', async () => {
  const { Wrapper, client, emulator } = createTestDiscovr({ session: 'signedOut' });
  const dialogWithSignIn = <PageFilterDialog formProps={{ onSessionRequired: () => undefined }} />;
  const before = await render(dialogWithSignIn, { wrapper: Wrapper });
  await button('Filters').click();
  await comedy.click();
  await button('Sign in').click();
  await before.unmount();
  await client.adoptCredential(emulator.issueCredential());
  await render(dialogWithSignIn, { wrapper: Wrapper });
  await expect.element(dialog).toBeVisible();
  await expect.element(comedy).toBeChecked();
  await expect.element(button('Choose a profile')).toBeVisible();
});

test('the page behind the open dialog does not scroll, shift or take focus', async () => {
  await page.viewport(1000, 700);
  await renderDialog();
  const root = document.documentElement;
  const { width } = document.querySelector('main')!.getBoundingClientRect();
  await openButton.click();
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
  await openButton.click();
  await unmount();
  expect(getComputedStyle(document.documentElement).overflow).toBe('visible');
});

test.each([
  ['a number', { path: ['pageFilters', 'with_runtime_lte'], message: 'Too short.' }],
  ['a list', { path: ['pageFilters', 'genres'], message: 'Too funny.' }],
])('the buttons of a phone do not cover the error of %s', async (_kind, issue) => {
  await page.viewport(390, 640);
  const { control } = await renderDialog();
  const refuse = () =>
    control.failNext(
      { kind: 'status', status: 400, code: 'VALIDATION_FAILED', issues: [issue] },
      { route: 'POST /pages' },
    );
  await button('Filters').click();
  const message = page.getByText(issue.message);
  // The same error again is not covered either.
  for (const top of [0, 10_000]) {
    refuse();
    dialog.element().firstElementChild!.scrollTop = top;
    await button('Show titles').click();
    await expect.element(message).toBeVisible();
    const bar = dialog.element().querySelector('.discovr-Actions')!.getBoundingClientRect();
    await expect.poll(() => message.element().getBoundingClientRect().bottom).toBeLessThanOrEqual(bar.top - 7);
    expect(message.element().getBoundingClientRect().top).toBeGreaterThan(0);
  }
});

test('the dialog fills the screen of a phone and keeps Apply visible', async () => {
  await page.viewport(320, 640);
  await renderDialog();
  await openButton.click();
  const { width, height } = dialog.element().getBoundingClientRect();
  expect([width, height]).toEqual([320, 640]);
  expect(button('Show titles').element().getBoundingClientRect().bottom).toBeLessThanOrEqual(640);
  expect(button('Close filters').element().getBoundingClientRect().top).toBeGreaterThanOrEqual(0);
  expect(dialog.element().scrollWidth).toBeLessThanOrEqual(320);
});

test('title and buttons of the dialog scroll away with the content on a screen less than 480 px high', async () => {
  const isInView = (name: string) => {
    const { top, bottom } = button(name).element().getBoundingClientRect();
    return bottom > 0 && top < window.innerHeight;
  };
  await page.viewport(320, 256);
  await renderDialog();
  await openButton.click();
  expect([isInView('Close filters'), isInView('Show titles')]).toEqual([true, false]);
  comedy.element().scrollIntoView({ block: 'center' });
  await expect.poll(() => isInView('Close filters')).toBe(false);
  expect(isInView('Show titles')).toBe(false);
  await page.viewport(320, 480);
  expect([isInView('Close filters'), isInView('Show titles')]).toEqual([true, true]);
});

describe.each([
  [1280, 860],
  [390, 844],
])('the filter dialog with many filters at %i × %i', (width, height) => {
  const filters = {
    media_type: 'movie',
    genres: [35, 18, 28, 12],
    region: ['DE', 'AT'],
    with_watch_providers: ['8', '337'],
    with_runtime_lte: 120,
  } satisfies FilterSpec;
  const open = async () => {
    await page.viewport(width, height);
    await renderDialog({ defaultFilters: filters });
    await openButton.click();
  };
  const frame = (selector: string) => dialog.element().querySelector(selector)!.getBoundingClientRect();

  test('shows its first field near the top and its buttons in one row', async () => {
    await open();
    expect(frame('.discovr-Segments').top).toBeLessThan(220);
    expect(frame('.discovr-Summary').height).toBeLessThan(62);
    expect(dialog.getByRole('list', { name: 'Active filters' }).elements()).toEqual([]);
    expect(frame('.discovr-Actions').height).toBeLessThanOrEqual(70);
    const buttons = [...dialog.element().querySelectorAll('.discovr-Actions button')];
    expect(buttons.map(({ textContent }) => textContent)).toEqual(['Clear all (10)', 'Undo changes', 'Show titles']);
  });
});

test('the sentence names three of a long list, and a button shows the others', async () => {
  await renderDialog({ defaultFilters: { genres: [35, 18, 28, 12, 16], region: ['DE', 'AT'] } });
  await openButton.click();
  const heading = dialog.getByRole('heading', { level: 3 });
  await expect
    .element(heading)
    .toHaveTextContent('Action, Adventure, Animation, or 2 more movies and series, available in Austria or Germany');
  await heading.getByRole('button', { name: '2 more' }).click();
  await expect.element(heading).toHaveTextContent(/^Action, Adventure, Animation, Comedy, or Drama movies/);
  await expect.element(heading).toHaveFocus();
});

test('at 320 px, a long sentence ends early, a button shows all of it, and the first service is in the upper half', async () => {
  await page.viewport(320, 640);
  const filters: FilterSpec = { media_type: 'movie', genres: [35, 18, 878], with_runtime_lte: 120 };
  await renderDialog({
    defaultFilters: {
      ...filters,
      region: ['DE', 'AT'],
      with_release_date_gte: '2010-01-01',
      with_watch_providers: ['8', '337'],
    },
  });
  await openButton.click();
  const heading = dialog.getByRole('heading', { level: 3 });
  await expect
    .element(heading)
    .toHaveTextContent('Comedy, Drama, or Science Fiction movies, up to 120 minutes long, and 2 more');
  await untilUnmoved();
  expect(heading.element().getBoundingClientRect().height).toBeLessThan(61);
  expect(dialog.element().querySelector('.discovr-Option')!.getBoundingClientRect().top).toBeLessThan(320);
  await heading.getByRole('button', { name: '2 more' }).click();
  await expect.element(heading).toHaveTextContent(/released since 2010, on Disney\+ or Netflix in Austria or Germany$/);
  await expect.element(heading).toHaveFocus();
});

test('at 320 px, a sentence of up to three lines is whole', async () => {
  await page.viewport(320, 640);
  await renderDialog({ defaultFilters: filledFilters });
  await openButton.click();
  const heading = dialog.getByRole('heading', { level: 3 });
  await expect
    .element(heading)
    .toHaveTextContent(
      /^Comedy or Drama movies, up to 120 minutes long, .* on Disney\+ or Netflix in Austria or Germany$/,
    );
  const fontSize = () => getComputedStyle(heading.element()).fontSize;
  expect(fontSize()).toBe('13px');
  await page.viewport(390, 844);
  expect(fontSize()).toBe('14px');
});

test('the buttons are at the bottom of a short form too', async () => {
  await page.viewport(1280, 860);
  const { Wrapper } = createTestDiscovr();
  await render(
    <PageFilterDialog>
      <PageFilterForm.MediaType />
      <PageFilterForm.Actions />
    </PageFilterDialog>,
    { wrapper: Wrapper },
  );
  await button('Filters').click();
  const { bottom } = dialog.element().querySelector('.discovr-Actions')!.getBoundingClientRect();
  expect(bottom).toBe(860);
});

test.each(['en', 'de', 'ar'] as const)(
  'the buttons of the filter dialog fit into one row at 320 px (%s)',
  async (locale) => {
    await page.viewport(320, 640);
    const { Wrapper } = createTestDiscovr({ provider: { locale, messages: { en, de, ar }[locale] } });
    await render(<PageFilterDialog formProps={{ defaultFilters: { genres: [35] } }} />, { wrapper: Wrapper });
    await page.getByRole('button').click();
    await untilUnmoved();
    const bar = document.querySelector('.discovr-Actions-bar')!;
    expect(bar.scrollWidth).toBeLessThanOrEqual(bar.clientWidth);
    expect(bar.clientHeight).toBeLessThan(60);
    for (const each of bar.querySelectorAll('button')) {
      const { left, right } = each.getBoundingClientRect();
      expect([left >= 0, right <= 320]).toEqual([true, true]);
    }
  },
);

test.each([
  ['en', 1280, 'Undo changes'],
  ['en', 390, 'Undo'],
  ['ar', 390, 'تراجع'],
  ['de', 390, ''],
  ['en', 320, ''],
  ['de', 320, ''],
] as const)(
  'the undo button has a text where it fits, and moves nothing (%s, %i px: "%s")',
  async (locale, width, text) => {
    await page.viewport(width, 844);
    const messages = { en, de, ar }[locale];
    const { Wrapper } = createTestDiscovr({ provider: { locale, messages } });
    await render(
      <PageFilterDialog formProps={{ defaultFilters: { genres: [35] } }}>
        <PageFilterForm.Genres />
        <PageFilterForm.Actions titleCount={undefined} />
      </PageFilterDialog>,
      { wrapper: Wrapper },
    );
    await page.getByRole('button').click();
    await untilUnmoved();
    const bar = document.querySelector('.discovr-Actions')!;
    const boxes = () =>
      [bar, ...bar.querySelectorAll('.discovr-Button:not(.discovr-UndoButton)')].map((each) =>
        each.getBoundingClientRect().toJSON(),
      );
    const before = boxes();
    document.querySelectorAll<HTMLElement>('.discovr-Sheet [data-look="pills"] input')[3]!.click();
    const undo = page.getByRole('button', { name: messages.form.reset, exact: true });
    await expect.element(undo).toBeVisible();
    expect(boxes()).toEqual(before);
    const { width: iconWidth } = undo.element().querySelector('svg')!.getBoundingClientRect();
    const words = undo.element().querySelector('.discovr-UndoButton-text')!;
    const [outer, inner] = [undo.element(), words].map((each) => each.getBoundingClientRect());
    const short = getComputedStyle(words, '::before').content;
    const shown = short === 'none' ? words.textContent : (JSON.parse(short) as string);
    // What does not fit is cut off, below the button.
    expect(inner!.top >= outer!.bottom ? '' : shown).toBe(text);
    expect(iconWidth > 0).toBe(text === '');
    expect(inner!.bottom < outer!.bottom && inner!.left >= outer!.left && inner!.right <= outer!.right).toBe(
      text !== '',
    );
  },
);

function pointerEvent(type: string) {
  return new PointerEvent(type, { bubbles: true });
}

/** Dispatches a click on the dialog, as browsers do when the pointer is released on the backdrop. */
function clickBackdrop() {
  dialog.element().dispatchEvent(pointerEvent('click'));
}
