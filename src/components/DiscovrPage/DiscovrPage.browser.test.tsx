import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { frame } from '../../../test/support/frame.js';
import { untilStill } from '../../../test/support/untilStill.js';
import css from '../../styles/styles.css?inline';
import { createTestDiscovr } from '../../testing/createTestDiscovr.js';
import { DiscovrPage, type DiscovrPageProps } from './DiscovrPage.js';

const sheet = document.createElement('style');
sheet.textContent = css;
beforeAll(() => document.head.append(sheet));
afterAll(() => sheet.remove());
beforeEach(() => page.viewport(1280, 800));
afterEach(() => scrollTo(0, 0));

const hrefOf = ({ id }: { id: string }) => `#${id}`;

/** Renders a page of all titles, in a window that scrolls. */
async function renderPage({ latencyMs = 0, ...props }: Partial<DiscovrPageProps> & { latencyMs?: number } = {}) {
  const discovr = createTestDiscovr({ latencyMs, seed: 'page' });
  const { id } = await discovr.client.createPage();
  const shifts = watchShifts();
  const ui = <DiscovrPage pageId={id} hrefOf={hrefOf} {...props} />;
  const view = await render(ui, { wrapper: discovr.Wrapper });
  const isAtRest = () => untilStill(() => discovr.queryClient.isFetching() > 0);
  return { ...discovr, ...view, pageId: id, shifts, ui, isAtRest };
}

/** Adds up what moves without the person's doing, as browsers do for Core Web Vitals. */
function watchShifts() {
  const seen: number[] = [];
  const observer = new PerformanceObserver((list) => {
    // The type of the entries of a layout shift is not in TypeScript's library.
    for (const entry of list.getEntries()) seen.push((entry as PerformanceEntry & { value: number }).value);
  });
  observer.observe({ type: 'layout-shift' });
  return { sum: () => seen.reduce((sum, value) => sum + value, 0), stop: () => observer.disconnect() };
}

const patiently = { timeout: 15_000 };
const rails = () => [...document.querySelectorAll<HTMLElement>('.discovr-Rail[data-row-id]')];
const readyRails = () => rails().filter((rail) => rail.dataset['state'] === 'ready');
const isReady = () => vi.waitFor(() => expect(readyRails().length).toBeGreaterThan(0), patiently);
const hasEnded = () => document.querySelector('.discovr-DiscovrPage-end') !== null;

/** Scrolls on by half a screen at a time until something is so. */
async function scrollUntil(isSo: () => boolean) {
  await vi.waitFor(
    async () => {
      if (isSo()) return;
      scrollBy(0, 400);
      await frame();
      await frame();
      throw new Error('Not yet.');
    },
    { ...patiently, interval: 10 },
  );
}

describe('a page', () => {
  test('moves nothing while it comes, part after part, nor while somebody scrolls to its end', async () => {
    const { shifts, control, isAtRest } = await renderPage({ latencyMs: 40 });
    await isReady();
    await isAtRest();
    expect(shifts.sum()).toBe(0);
    await scrollUntil(hasEnded);
    await isAtRest();
    expect(control.count('GET /pages/:id/rows')).toBeGreaterThan(3);
    // A rail that is scrolled to fast may be a few pixels higher than was assumed of it.
    expect(shifts.sum()).toBeLessThan(0.005);
    shifts.stop();
  });

  test('asks for what is seen and a little more: neither for all rows nor for all items', async () => {
    const { control, isAtRest } = await renderPage();
    await isReady();
    await isAtRest();
    expect(control.count('GET /pages/:id/rows')).toBeLessThanOrEqual(2);
    const asked = control.count('GET /pages/:id/rows/:id/items');
    expect(asked).toBeLessThan(8);
    scrollBy(0, 1200);
    await vi.waitFor(() => expect(control.count('GET /pages/:id/rows/:id/items')).toBeGreaterThan(asked), patiently);
  });

  test('has few cards in the document, however many rails and titles there are', async () => {
    await renderPage();
    await isReady();
    await scrollUntil(hasEnded);
    const counts = rails().map((rail) => rail.querySelectorAll('li').length);
    expect(rails().length).toBeGreaterThan(20);
    expect(Math.max(...counts)).toBeLessThanOrEqual(30);
  });

  test('is where it was left when it comes back: rails, hero, and what takes the focus', async () => {
    const { rerender, ui, isAtRest } = await renderPage();
    await isReady();
    await page.getByRole('button', { name: 'Next title' }).click();
    await page.getByRole('button', { name: 'Next title' }).click();
    const [first] = readyRails();
    const list = first!.querySelector('ul')!;
    first!.querySelector<HTMLElement>('a[tabindex="0"]')!.focus();
    for (let step = 0; step < 9; step++) await userEvent.keyboard('{ArrowRight}');
    await vi.waitFor(() => expect(list.scrollLeft).toBeGreaterThan(0));
    await isAtRest();
    const focused = document.activeElement?.getAttribute('href');
    const left = list.scrollLeft;

    await rerender(<p>Elsewhere</p>);
    await rerender(ui);
    const [again] = readyRails();
    expect(Math.abs(again!.querySelector('ul')!.scrollLeft - left)).toBeLessThan(2);
    expect(again!.querySelector('a[tabindex="0"]')!.getAttribute('href')).toBe(focused);
    await expect.element(page.getByText('3 / 10')).toBeVisible();
  });

  test('on a narrow phone fits the width, and each control is large enough to be pressed', async () => {
    await page.viewport(320, 640);
    await renderPage();
    await isReady();
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
    const sizes = [...document.querySelectorAll('.discovr-DiscovrPage :is(a, button)')]
      .map((control) => control.getBoundingClientRect())
      .filter(({ width }) => width > 0)
      .map(({ width, height }) => Math.min(width, height));
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(44);
  });
});

test('a session that ends while somebody scrolls moves nothing: rails, focus and places stay, and rows go on', async () => {
  const { control, shifts, isAtRest } = await renderPage();
  await isReady();
  const [first] = readyRails();
  first!.querySelector<HTMLElement>('a[tabindex="0"]')!.focus();
  for (let step = 0; step < 8; step++) await userEvent.keyboard('{ArrowRight}');
  await isAtRest();
  scrollBy(0, 300);
  await isAtRest();
  const { activeElement } = document;
  const before = rails();
  const offsets = before.map((rail) => rail.querySelector('ul')!.scrollLeft);
  const shifted = shifts.sum();
  const created = control.count('POST /pages');
  control.expireSession();
  control.outdatePages();
  await scrollUntil(() => rails().length > before.length);
  await isAtRest();
  expect(rails().slice(0, before.length)).toEqual(before);
  expect(before.map((rail) => rail.querySelector('ul')!.scrollLeft)).toEqual(offsets);
  expect(document.activeElement).toBe(activeElement);
  expect(control.count('POST /pages')).toBe(created + 1);
  expect(shifts.sum() - shifted).toBe(0);
  expect(document.querySelector('[role="alert"]')).toBeNull();
  shifts.stop();
});
