import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
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

/** Creates a page without filters and renders it. */
async function renderPage({ latencyMs = 0, ...props }: Partial<DiscovrPageProps> & { latencyMs?: number } = {}) {
  const discovr = createTestDiscovr({ latencyMs, seed: 'page' });
  const { id } = await discovr.client.createPage();
  const shifts = watchShifts();
  const ui = <DiscovrPage pageId={id} href={hrefOf} {...props} />;
  const view = await render(ui, { wrapper: discovr.Wrapper });
  const isAtRest = () => untilStill(() => discovr.queryClient.isFetching() > 0);
  return { ...discovr, ...view, pageId: id, shifts, ui, isAtRest };
}

/** Records the layout shifts of the document, as browsers do for Core Web Vitals. */
function watchShifts() {
  const seen: number[] = [];
  const observer = new PerformanceObserver((list) => {
    // TypeScript's library has no type for layout-shift entries.
    for (const entry of list.getEntries()) seen.push((entry as PerformanceEntry & { value: number }).value);
  });
  observer.observe({ type: 'layout-shift' });
  return { sum: () => seen.reduce((sum, value) => sum + value, 0), stop: () => observer.disconnect() };
}

const renderHeroActions = () => (
  <button type="button" className="discovr-Button">
    Play
  </button>
);

const rails = () => [...document.querySelectorAll<HTMLElement>('.discovr-Rail[data-row-id]')];
const readyRails = () => rails().filter((rail) => rail.dataset['state'] === 'ready');
const isReady = () => vi.waitFor(() => expect(readyRails().length).toBeGreaterThan(0));
const hasEnded = () => document.querySelector('.discovr-DiscovrPage-end') !== null;

/** Scrolls down by half a screen at a time until a condition is met. */
async function scrollUntil(isMet: () => boolean) {
  await vi.waitFor(
    async () => {
      if (isMet()) return;
      scrollBy(0, 400);
      await frame();
      await frame();
      throw new Error('The condition is not met yet.');
    },
    // Many screens, each of which takes long on a busy machine.
    { interval: 10, timeout: 55_000 },
  );
}

describe('a page', () => {
  test('shifts no content while its batches load or while the user scrolls to its end', async () => {
    const { shifts, control, isAtRest } = await renderPage({ latencyMs: 40 });
    await isReady();
    await isAtRest();
    expect(shifts.sum()).toBe(0);
    await scrollUntil(hasEnded);
    await isAtRest();
    expect(control.count('GET /pages/:id/rows')).toBeGreaterThan(3);
    // After a fast scroll, a rail may be a few pixels taller than its estimated height.
    expect(shifts.sum()).toBeLessThan(0.005);
    shifts.stop();
  });

  test('pulses at most four parts while it loads: its hero and three rows', async () => {
    await renderPage({ latencyMs: 300 });
    const pulsing = () =>
      document.getAnimations().filter((each) => (each as CSSAnimation).animationName === 'discovr-pulse');
    expect(document.querySelectorAll('.discovr-Rail').length).toBeGreaterThan(3);
    expect(pulsing()).toHaveLength(4);
  });

  // With such a rule, browsers style the whole page again for each rail that is inserted.
  test('has no styles that depend on the rails before a rail', async () => {
    await renderPage();
    const selectorsIn = (rules: CSSRuleList): string[] =>
      [...rules].flatMap((rule) =>
        rule instanceof CSSStyleRule
          ? rule.selectorText
          : rule instanceof CSSGroupingRule
            ? selectorsIn(rule.cssRules)
            : [],
      );
    const selectors = selectorsIn(sheet.sheet!.cssRules);
    expect(selectors.filter((selector) => selector.includes('.discovr-Rail-list')).length).toBeGreaterThan(5);
    expect(selectors.filter((selector) => /\.discovr-Rail(?![\w-])[^\s,]* [~+]/.test(selector))).toEqual([]);
  });

  test.each([
    [390, 844],
    [820, 1180],
    [1280, 800],
  ])('begins its rails near the buttons of the hero (%i × %i px)', async (width, height) => {
    await page.viewport(width, height);
    const { isAtRest } = await renderPage({ renderHeroActions });
    await isReady();
    await isAtRest();
    const button = document.querySelector('[data-shown] .discovr-Hero-actions > button')!.getBoundingClientRect();
    const heading = document.querySelector('.discovr-Rail-title')!.getBoundingClientRect();
    expect(heading.top - button.bottom).toBeGreaterThanOrEqual(48);
    expect(heading.top - button.bottom).toBeLessThanOrEqual(96);
    const { bottom } = document.querySelector('.discovr-Hero')!.getBoundingClientRect();
    expect(heading.top).toBeGreaterThanOrEqual(bottom - 0.1);
  });

  test.each(['ltr', 'rtl'])('begins the texts of its hero where its rails begin (%s)', async (dir) => {
    document.body.dir = dir;
    onTestFinished(() => document.body.removeAttribute('dir'));
    await renderPage({ renderHeroActions });
    await isReady();
    const startOf = (selector: string) => {
      const { left, right } = document.querySelector(selector)!.getBoundingClientRect();
      return dir === 'ltr' ? left : document.documentElement.clientWidth - right;
    };
    for (const width of [390, 700, 1000, 1280]) {
      await page.viewport(width, 800);
      await frame();
      const start = startOf('.discovr-Rail-item');
      expect(startOf('[data-shown] .discovr-Hero-title')).toBeCloseTo(start, 0);
      expect(startOf('[data-shown] .discovr-Hero-actions > button')).toBeCloseTo(start, 0);
      if (width < 640) continue;
      const { left, right } = document.querySelector('.discovr-Hero-controls')!.getBoundingClientRect();
      expect(dir === 'ltr' ? document.documentElement.clientWidth - right : left).toBeCloseTo(start, 0);
    }
  });

  test('shows the heading of the second rail on the first screen of a light laptop', async () => {
    await page.viewport(1280, 860);
    await renderPage({ renderHeroActions });
    await isReady();
    const second = document.querySelectorAll('.discovr-Rail-title')[1]!.getBoundingClientRect();
    expect(second.bottom).toBeLessThanOrEqual(860);
  });

  test.each([390, 1280])('has the first heading 24 px below its hero (%i px)', async (width) => {
    await page.viewport(width, 800);
    await renderPage();
    await isReady();
    const [first] = document.querySelectorAll('.discovr-Rail-title');
    const heroEnd = document.querySelector('.discovr-Hero-slides')!.getBoundingClientRect().bottom;
    expect(first!.getBoundingClientRect().top - heroEnd).toBeCloseTo(24, 0);
  });

  test('loads little more than what is visible: neither all rows nor all items', async () => {
    const { control, isAtRest } = await renderPage();
    await isReady();
    await isAtRest();
    expect(control.count('GET /pages/:id/rows')).toBeLessThanOrEqual(2);
    const sent = control.count('GET /pages/:id/rows/:id/items');
    expect(sent).toBeLessThan(8);
    scrollBy(0, 1200);
    await vi.waitFor(() => expect(control.count('GET /pages/:id/rows/:id/items')).toBeGreaterThan(sent));
  });

  test('renders few cards in each rail, regardless of the number of rails and titles', async () => {
    const most = new Map<string, number>();
    // At any time: a rail that is measured wrongly renders more until it is measured again.
    const observer = new MutationObserver(() => {
      for (const rail of rails()) {
        // Further titles join in idle time, without their cards.
        const cards = rail.querySelectorAll('.discovr-Card:not([data-title-only])').length;
        const id = rail.dataset['rowId']!;
        most.set(id, Math.max(cards, most.get(id) ?? 0));
      }
    });
    observer.observe(document.body, { childList: true, subtree: true });
    await renderPage();
    await isReady();
    await scrollUntil(hasEnded);
    observer.disconnect();
    expect(most.size).toBeGreaterThan(20);
    expect([...most].filter(([, cards]) => cards > 20)).toEqual([]);
  });

  test('restores its tab stops and the places of its rails and hero when mounted again', async () => {
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

  test('moves nothing, and sends nothing, when it is opened again', async () => {
    const { rerender, ui, isAtRest, shifts, control } = await renderPage({ latencyMs: 40 });
    await isReady();
    await isAtRest();
    await rerender(<div>Elsewhere</div>);
    await isAtRest();
    const [before, sent] = [shifts.sum(), control.requests.length];
    await rerender(ui);
    expect(document.querySelectorAll('.discovr-Hero [data-placeholder]')).toHaveLength(0);
    await isAtRest();
    expect([shifts.sum(), control.requests.length]).toEqual([before, sent]);
    shifts.stop();
  });

  test.each([
    ['items', 0],
    ['items and rows', 40],
  ])('restores the place of a rail when the cache has lost its %s', async (lost, latencyMs) => {
    const { rerender, ui, isAtRest, queryClient, control } = await renderPage({ latencyMs });
    await isReady();
    const [first] = readyRails();
    const list = first!.querySelector('ul')!;
    first!.querySelector<HTMLElement>('a[tabindex="0"]')!.focus();
    for (let batch = 0; batch < 3; batch++) {
      for (let step = 0; step < 9; step++) await userEvent.keyboard('{ArrowRight}');
      await isAtRest();
    }
    const focused = document.activeElement?.getAttribute('href');
    const left = list.scrollLeft;
    expect(list.querySelector('[data-position="27"]')).not.toBeNull();

    await rerender(<p>Elsewhere</p>);
    queryClient.removeQueries({ predicate: ({ queryKey }) => lost !== 'items' || queryKey.includes('rowItems') });
    const sent = control.count('GET /pages/:id/rows/:id/items');
    await rerender(ui);
    await vi.waitFor(() => {
      const [again] = readyRails();
      expect(Math.abs(again!.querySelector('ul')!.scrollLeft - left)).toBeLessThan(2);
      expect(again!.querySelector('a[tabindex="0"]')!.getAttribute('href')).toBe(focused);
    });
    await isAtRest();
    expect(control.count('GET /pages/:id/rows/:id/items')).toBeGreaterThan(sent + 1);
    expect(Math.abs(readyRails()[0]!.querySelector('ul')!.scrollLeft - left)).toBeLessThan(2);
  });

  test('fits the width of a narrow phone, with controls that are large enough to tap', async () => {
    await page.viewport(320, 640);
    await renderPage();
    await isReady();
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
    const sizes = [...document.querySelectorAll('.discovr-DiscovrPage :is(a, button)')]
      .map((control) => control.getBoundingClientRect())
      .filter(({ width }) => width > 0);
    expect(Math.min(...sizes.map(({ height }) => height))).toBeGreaterThanOrEqual(44);
    // The dots of a hero: ten of them fit.
    expect(Math.min(...sizes.map(({ width }) => width))).toBeGreaterThanOrEqual(24);
  });
});

test('a page keeps its rails, focus and scroll offsets and loads more rows when its session expires', async () => {
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
  const { length } = control.requests;
  control.expireSession();
  control.outdatePages();
  await scrollUntil(() => rails().length > before.length);
  await isAtRest();
  expect(rails().slice(0, before.length)).toEqual(before);
  expect(before.map((rail) => rail.querySelector('ul')!.scrollLeft)).toEqual(offsets);
  expect(document.activeElement).toBe(activeElement);
  // One session and one page, and nothing is sent for them with what has expired.
  const sent = control.requests.slice(length).filter(({ method }) => method === 'POST');
  expect(sent.map(({ path, status }) => `${status} ${path}`)).toEqual(['200 /auth/session-token', '200 /pages']);
  expect(shifts.sum() - shifted).toBe(0);
  expect(document.querySelector('[role="alert"]')).toBeNull();
  shifts.stop();
});

test.each([
  ['ltr', '0px'],
  ['rtl', '400px'],
])('the bar of a page that loads the next one grows in the direction of reading (%s)', async (dir, start) => {
  const { container } = await render(
    <main dir={dir}>
      <div className="discovr-DiscovrPage" data-previous="loading" style={{ width: 400 }} />
    </main>,
  );
  const bar = getComputedStyle(container.querySelector('[data-previous]')!, '::before');
  expect(bar.transformOrigin.split(' ')[0]).toBe(start);
});
