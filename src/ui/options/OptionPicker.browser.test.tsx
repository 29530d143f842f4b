import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { PageFilterForm } from '../../components/PageFilterForm/PageFilterForm.js';
import { defaultVocabulary } from '../../filters/vocabulary/defaultVocabulary.js';
import type { Option } from '../../filters/vocabulary/vocabulary.js';
import { untilStill } from '../../../test/support/untilStill.js';
import css from '../../styles/styles.css?inline';
import { createTestDiscovr } from '../../testing/createTestDiscovr.js';

const sheet = document.createElement('style');
sheet.textContent = css;
beforeAll(() => document.head.append(sheet));
afterAll(() => sheet.remove());
afterEach(() => page.viewport(414, 896));

const genres = page.getByRole('group', { name: 'Genres' });
const pills = () => [...genres.element().querySelectorAll('.discovr-Option')].filter((pill) => pill.checkVisibility());

/** Positions and sizes of the pills inside their list. */
function places() {
  const list = genres.element().querySelector('.discovr-OptionList')!.getBoundingClientRect();
  return pills().map((pill) => {
    const { left, top, width, height } = pill.getBoundingClientRect();
    return [left - list.left, top - list.top, width, height];
  });
}

test.each([320, 1280])(
  'a pill that is chosen has room for its check mark and moves no other pill (%i px)',
  async (px) => {
    await page.viewport(px, 900);
    await render(<PageFilterForm />, { wrapper: createTestDiscovr().Wrapper });
    const before = places();
    for (const name of ['Animation', 'Comedy', 'Music']) {
      await genres.getByRole('checkbox', { name, exact: true }).click();
    }
    await expect.poll(() => genres.element().querySelectorAll('[data-chosen]').length).toBe(3);
    const moved = places()
      .flat()
      .map((value, index) => Math.abs(value - before.flat()[index]!));
    expect(Math.max(...moved)).toBeLessThan(0.5);
    for (const pill of genres.element().querySelectorAll('[data-chosen]')) {
      const { left, right } = pill.getBoundingClientRect();
      const label = pill.querySelector('.discovr-Option-label')!.getBoundingClientRect();
      const mark = getComputedStyle(pill, '::before');
      const markWidth = ['width', 'marginLeft', 'marginRight'] as const;
      const space = label.left - left - markWidth.reduce((sum, name) => sum + Number.parseFloat(mark[name]), 0);
      // The space before the mark and between mark and label.
      expect(space).toBeGreaterThanOrEqual(12);
      expect(right - label.right).toBeGreaterThanOrEqual(10);
    }
  },
);

test('what is chosen is bold in each list, and its name is as large as before', async () => {
  await page.viewport(320, 900);
  await render(<PageFilterForm />, { wrapper: createTestDiscovr().Wrapper });
  for (const [group, name] of [
    ['Genres', 'Comedy'],
    ['Watch providers', 'Prime Video (US)'],
    ['Regions', 'United States'],
  ] as const) {
    const box = page.getByRole('group', { name: group }).getByRole('checkbox', { name, exact: true });
    await expect.element(box).toBeVisible();
    const label = () => box.element().parentElement!.querySelector('.discovr-Option-label')!;
    const { width, height } = label().getBoundingClientRect();
    const text = label().firstElementChild!;
    expect(getComputedStyle(text).fontWeight).toBe('400');
    await box.click();
    await expect.poll(() => getComputedStyle(text).fontWeight).toBe('600');
    expect(label().getBoundingClientRect().width).toBeCloseTo(width, 1);
    expect(label().getBoundingClientRect().height).toBe(height);
    expect(text.scrollHeight).toBeLessThanOrEqual(Math.ceil(height));
  }
});

test.each([
  ['en', 390],
  ['en', 1280],
  ['ar', 390],
] as const)('the check mark of a service is inside its tile and beside its name (%s, %i px)', async (locale, px) => {
  await page.viewport(px, 900);
  const { Wrapper } = createTestDiscovr({ provider: { locale } });
  await render(
    <div dir={locale === 'ar' ? 'rtl' : 'ltr'}>
      <PageFilterForm defaultFilters={{ with_watch_providers: ['8', '337', '10'] }} />
    </div>,
    { wrapper: Wrapper },
  );
  const tiles = () => [...document.querySelectorAll('[data-look="tiles"] .discovr-Option[data-chosen]')];
  await expect.poll(() => tiles().length).toBe(3);
  for (const tile of tiles()) {
    const outer = tile.getBoundingClientRect();
    const label = tile.querySelector('.discovr-Option-label')!.getBoundingClientRect();
    const disc = getComputedStyle(tile, '::after');
    const [top, left, size] = (['top', 'left', 'width'] as const).map((name) => Number.parseFloat(disc[name]));
    expect(Math.min(top!, left!)).toBeGreaterThanOrEqual(2);
    expect(outer.height - top! - size!).toBeGreaterThanOrEqual(2);
    const beside = locale === 'ar' ? outer.left + left! - label.right : label.left - (outer.left + left! + size!);
    expect(beside).toBeGreaterThan(0);
  }
});

test.each(['en', 'ar'] as const)(
  'at 320 px, the check mark of a service is in a corner of its tile (%s)',
  async (locale) => {
    await page.viewport(320, 640);
    const { Wrapper } = createTestDiscovr({ provider: { locale } });
    await render(
      <div dir={locale === 'ar' ? 'rtl' : 'ltr'}>
        <PageFilterForm defaultFilters={{ with_watch_providers: ['8', '337'] }} />
      </div>,
      { wrapper: Wrapper },
    );
    const tiles = () => [...document.querySelectorAll('[data-look="tiles"] .discovr-Option[data-chosen]')];
    await expect.poll(() => tiles().length).toBe(2);
    for (const tile of tiles()) {
      const disc = getComputedStyle(tile, '::after');
      const tick = getComputedStyle(tile, '::before');
      const middle = (style: CSSStyleDeclaration, side: 'top' | 'left', size: 'height' | 'width') =>
        Number.parseFloat(style[side]) + Number.parseFloat(style[size]) / 2;
      const { width } = tile.getBoundingClientRect();
      const toSide = locale === 'ar' ? middle(disc, 'left', 'width') : width - middle(disc, 'left', 'width');
      for (const distance of [toSide, middle(disc, 'top', 'height')]) {
        expect(distance).toBeGreaterThan(Number.parseFloat(disc.width) / 2);
        expect(distance).toBeLessThan(14);
      }
      expect(middle(tick, 'left', 'width')).toBeCloseTo(middle(disc, 'left', 'width'), 0);
      expect(Math.abs(middle(tick, 'top', 'height') - middle(disc, 'top', 'height'))).toBeLessThanOrEqual(1);
    }
  },
);

test('a list that loads takes the space of three rows', async () => {
  await page.viewport(414, 896);
  let load: (options: readonly Option[]) => void = () => undefined;
  const response = new Promise<readonly Option[]>((resolve) => (load = resolve));
  const vocabulary = { ...defaultVocabulary(), providers: () => response };
  await render(<PageFilterForm vocabulary={vocabulary} />, { wrapper: createTestDiscovr().Wrapper });
  const providers = page.getByRole('group', { name: 'Watch providers' });
  const list = () => providers.element().querySelector('.discovr-OptionList')!;
  expect(list()).toHaveAttribute('aria-busy', 'true');
  const { height } = list().getBoundingClientRect();
  // In two columns.
  load(Array.from({ length: 6 }, (_, index) => ({ id: String(index), label: `Service ${index}` })));
  await expect.element(providers.getByRole('checkbox', { name: 'Service 0', exact: true })).toBeVisible();
  expect(list()).not.toHaveAttribute('aria-busy');
  expect(list().getBoundingClientRect().height).toBe(height);
});

test('services are as wide as the form, and the page name as one of its two columns', async () => {
  await page.viewport(1280, 900);
  await render(<PageFilterForm />, { wrapper: createTestDiscovr().Wrapper });
  const widthOf = (element: Element) => element.getBoundingClientRect().width;
  const full = widthOf(genres.element());
  expect(widthOf(page.getByRole('group', { name: 'Watch providers' }).element())).toBe(full);
  const runtime = page.getByRole('group', { name: 'Runtime' }).element();
  expect(widthOf(page.getByLabelText('Page name', { exact: true }).element())).toBe(widthOf(runtime));
});

test('the button that closes a list keeps the focus when nothing is left to hide', async () => {
  await page.viewport(1280, 900);
  const services = Array.from({ length: 18 }, (_, index) => ({ id: `${index}`, label: `Service ${index}` }));
  const vocabulary = { ...defaultVocabulary(), providers: () => services };
  const defaultFilters = { with_watch_providers: services.slice(1, 9).map(({ id }) => id) };
  await render(<PageFilterForm {...{ vocabulary, defaultFilters }} />, { wrapper: createTestDiscovr().Wrapper });
  const providers = page.getByRole('group', { name: 'Watch providers' });
  await providers.getByRole('button', { name: 'Show all 18' }).click();
  for (const { label } of [services[0]!, ...services.slice(9)])
    await providers.getByRole('checkbox', { name: label, exact: true }).click();
  await providers.getByRole('button', { name: 'Show fewer' }).click();
  await expect.element(providers.getByRole('button', { name: 'Show all 18' })).toHaveFocus();
  await untilStill();
  await expect.element(providers.getByRole('button', { name: 'Show all 18' })).toHaveFocus();
  await userEvent.tab();
  await expect.element(providers.getByRole('button', { name: 'Show all 18' })).not.toBeInTheDocument();
});
