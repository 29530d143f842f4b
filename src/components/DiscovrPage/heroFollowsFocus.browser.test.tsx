import type { ReactNode } from 'react';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { cdp, page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { frame } from '../../../test/support/frame.js';
import { loadStyles } from '../../../test/support/loadStyles.js';
import { startOnTelevision, TELEVISION_SCREENS } from '../../../test/support/televisionScreens.js';
import { untilStill } from '../../../test/support/untilStill.js';
import { pressKey } from '../../../test/support/pressKey.js';
import { catalogTitles } from '../../emulator/catalog/catalog.js';
import { RemoteControl } from '../../television/RemoteControl.js';
import { createTestDiscovr, type TestDiscovr, type TestDiscovrOptions } from '../../testing/createTestDiscovr.js';
import type { RowItem } from '../../api/rows.js';
import { NavigationStack } from '../NavigationStack/NavigationStack.js';
import { DiscovrPage } from './DiscovrPage.js';

loadStyles();
startOnTelevision();

const active = () => document.activeElement!;
const boxOf = (selector: string) => document.querySelector(selector)!.getBoundingClientRect();
const slide = () => document.querySelector<HTMLElement>('.discovr-Hero-slide[data-shown]')!;
const pictures = () => [...slide().querySelectorAll<HTMLImageElement>('.discovr-Hero-picture')];
const shownTitle = () => slide().querySelector('.discovr-Hero-title')!.textContent;
const focusedTitle = () => active().getAttribute('data-title');
/** Waits until the hero shows the title of the focused card. */
const untilFollowed = () =>
  vi.waitFor(() => {
    expect(focusedTitle()).not.toBeNull();
    expect(shownTitle()).toBe(focusedTitle());
  });

/** Renders an app for a television and focuses its hero. */
async function showApp(app: ReactNode, discovr: TestDiscovr) {
  await render(<RemoteControl>{app}</RemoteControl>, { wrapper: discovr.Wrapper });
  await vi.waitFor(() => expect(document.querySelector('.discovr-Rail-item .discovr-MediaCard')).not.toBeNull());
  const isAtRest = () => untilStill(() => discovr.queryClient.isFetching() > 0);
  const press = async (...keys: string[]) => {
    for (const key of keys) {
      await userEvent.keyboard(`{${key}}`);
      await isAtRest();
    }
  };
  await isAtRest();
  // On a television, the hero has the focus when it is loaded. A page in a frame waits for a key.
  if (!slide().contains(active())) await press('ArrowDown');
  return { ...discovr, isAtRest, press };
}

const seed = 'follow';

async function show(options: TestDiscovrOptions = {}) {
  const onItemClick = vi.fn<(item: RowItem) => void>();
  const app = <NavigationStack history="none" pageProps={{ onItemClick }} />;
  return { ...(await showApp(app, createTestDiscovr({ seed, ...options }))), onItemClick };
}

/** Presses Down until an element of a kind has the focus. */
async function downTo(selector: string, press: (key: string) => Promise<void>) {
  while (!active().matches(selector)) await press('ArrowDown');
}

const DESTINATION = '[data-look="navigation"]';

const longTitle = (title: string) => `${title}: ${'a very long title '.repeat(6)}`;

describe.each(TELEVISION_SCREENS)('on a screen of %i × %i', (width, height) => {
  beforeEach(() => page.viewport(width, height));

  test('the hero stays at the top, and the row with the focus is wholly visible below it', async () => {
    const { press } = await show();
    const hero = boxOf('.discovr-Hero');
    expect(hero.height).toBeLessThanOrEqual(height * 0.6);
    const rows: number[] = [];
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp', 'ArrowUp']) {
      await press(key);
      expect(boxOf('.discovr-Hero')).toEqual(hero);
      expect(active().getBoundingClientRect().top).toBeGreaterThanOrEqual(hero.bottom);
      expect(active().getBoundingClientRect().bottom).toBeLessThanOrEqual(height * 0.95);
      const heading = active().closest('.discovr-Rail')!.querySelector('.discovr-Rail-title')!.getBoundingClientRect();
      // In the light scheme, the hero has an edge.
      expect(heading.top).toBeGreaterThanOrEqual(hero.bottom + (height * 23) / 1080);
      rows.push(active().closest('.discovr-Rail-list')!.getBoundingClientRect().top);
      // The hero says the title.
      expect(getComputedStyle(active(), '::after').content).toBe('none');
      const next = active().closest('.discovr-Rail')!.nextElementSibling?.querySelector('.discovr-Rail-title');
      expect(next?.getBoundingClientRect().bottom ?? 0).toBeLessThanOrEqual(height * 0.98);
    }
    expect(window.scrollY).toBeGreaterThan(height / 2);
    expect(Math.max(...rows) - Math.min(...rows)).toBeLessThanOrEqual(2);
  });

  test('long texts of the hero are below the tabs and above its end', async () => {
    const catalog = catalogTitles().map((title) => ({
      ...title,
      title: longTitle(title.title),
      overview: 'A long description. '.repeat(40),
    }));
    const { press } = await show({ catalog });
    const { height: heroHeight } = boxOf('.discovr-Hero');
    expect(heroHeight).toBeCloseTo(height * 0.49, 0);
    expect(boxOf('.discovr-Hero-slide[data-shown] .discovr-Hero-title').top).toBeGreaterThanOrEqual(
      boxOf('.discovr-NavigationBar').bottom - 1,
    );
    await press('ArrowDown');
    await untilFollowed();
    expect(boxOf('.discovr-Hero').height).toBe(heroHeight);
  });
});

test('on an opened page, the hero stays behind the tabs', async () => {
  const { press } = await show();
  await downTo(DESTINATION, press);
  await press('Enter');
  await vi.waitFor(() => expect(document.querySelector('.discovr-NavigationHead')).not.toBeNull());
  await press('ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown');
  expect(boxOf('.discovr-Hero').top).toBe(0);
  expect(active().closest('.discovr-Rail')).not.toBeNull();
  expect(active().getBoundingClientRect().top).toBeGreaterThanOrEqual(boxOf('.discovr-Hero').bottom);
});

test('Up from the hero of an opened page shows the whole button that leads back', async () => {
  const { press } = await show();
  await downTo(DESTINATION, press);
  await press('Enter');
  await vi.waitFor(() => expect(document.querySelector('.discovr-NavigationHead')).not.toBeNull());
  await press('ArrowDown', 'ArrowUp', 'ArrowUp');
  expect(active().getAttribute('aria-label')).toBe('Back to Home');
  expect(active().getBoundingClientRect().top).toBeGreaterThanOrEqual(boxOf('.discovr-NavigationBar').bottom);
});

test('a row without links stands at the same height when it is reached from above and from below', async () => {
  const discovr = createTestDiscovr({ seed });
  const app = <NavigationStack history="none" pageProps={{ heroFollowsFocus: true, href: '/title/{id}' }} />;
  const { press } = await showApp(app, discovr);
  await downTo('.discovr-Rail-list', press);
  const list = active();
  const { top } = list.getBoundingClientRect();
  expect(Math.abs(top - boxOf('.discovr-Hero').bottom)).toBeLessThan(100);
  await press('ArrowDown', 'ArrowUp');
  expect(active()).toBe(list);
  expect(Math.abs(list.getBoundingClientRect().top - top)).toBeLessThan(2);
});

test('Right from a fixed menu goes to a visible control, not to a row behind the hero', async () => {
  const menu = (
    <nav style={{ position: 'fixed', insetBlockStart: 200, insetInlineStart: 0 }}>
      {['Search', 'Settings'].map((name) => (
        <button key={name} type="button" style={{ display: 'block', inlineSize: 150, blockSize: 60 }}>
          {name}
        </button>
      ))}
    </nav>
  );
  const app = (
    <>
      {menu}
      <main style={{ paddingInlineStart: 160, '--discovr-width': 'calc(100vw - 160px)' }}>
        <NavigationStack history="none" pageProps={{ heroFollowsFocus: true, onItemClick: () => undefined }} />
      </main>
    </>
  );
  const { press } = await showApp(app, createTestDiscovr({ seed }));
  await press('ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowLeft');
  expect(active().textContent).toBe('Settings');
  const { scrollY: before } = window;
  expect(before).toBeGreaterThan(0);
  await press('ArrowRight');
  expect(active().closest('main')).not.toBeNull();
  expect(window.scrollY).toBe(before);
});

test('Back returns to the row that was left, and the tabs stay over the hero', async () => {
  const { press } = await show();
  await downTo(DESTINATION, press);
  const [{ top }, name] = [active().getBoundingClientRect(), active().textContent];
  await press('Enter');
  await vi.waitFor(() => expect(document.querySelector('.discovr-NavigationHead')).not.toBeNull());
  await press('Escape');
  await vi.waitFor(() => expect(active().textContent).toBe(name));
  await vi.waitFor(() => expect(Math.abs(active().getBoundingClientRect().top - top)).toBeLessThan(2));
  const bar = document.querySelector('.discovr-NavigationBar')!;
  expect(bar.hasAttribute('data-over-hero')).toBe(true);
  expect(bar.hasAttribute('data-scrolled')).toBe(false);
});

test('a tab returns to the rows that were left', async () => {
  const { press, isAtRest } = await show();
  await press('ArrowDown', 'ArrowDown', 'ArrowDown');
  const rail = active().closest<HTMLElement>('.discovr-Rail')!.dataset['rowId']!;
  const { top } = active().closest('.discovr-Rail')!.getBoundingClientRect();
  // The bar is above the screen.
  (page.getByRole('button', { name: 'Movies', exact: true }).element() as HTMLElement).click();
  await isAtRest();
  expect(window.scrollY).toBe(0);
  await page.getByRole('button', { name: 'Home', exact: true }).click();
  await vi.waitFor(() => expect(Math.abs(boxOf(`[data-row-id="${rail}"]`).top - top)).toBeLessThan(2));
});

test('the buttons of the hero are hidden while a card has the focus, and Up leads back to them', async () => {
  const { press } = await show();
  const opacities = () =>
    ['.discovr-Hero-slide[data-shown] .discovr-Hero-actions', '.discovr-Hero-controls'].map(
      (selector) => getComputedStyle(document.querySelector(selector)!).opacity,
    );
  expect(opacities()).toEqual(['1', '1']);
  await press('ArrowDown');
  expect(opacities()).toEqual(['0', '0']);
  await untilFollowed();
  await press('ArrowUp');
  expect(active().closest('.discovr-Hero-actions')).not.toBeNull();
  expect(opacities()).toEqual(['1', '1']);
});

test('the title stays in its place when its facts and its text have loaded', async () => {
  const { press } = await show({ latencyMs: 400 });
  await press('ArrowDown');
  await untilFollowed();
  const before = boxOf('.discovr-Hero-slide[data-shown] .discovr-Hero-title').bottom;
  await expect.poll(() => slide().querySelector('.discovr-Hero-overview')?.textContent).toBeTruthy();
  expect(slide().querySelector('.discovr-Hero-facts')).not.toBeNull();
  expect(boxOf('.discovr-Hero-slide[data-shown] .discovr-Hero-title').bottom).toBe(before);
});

test('the bar leaves the screen below the first row, and comes back', async () => {
  const { press } = await show();
  const end = () => boxOf('.discovr-NavigationBar').bottom;
  await press('ArrowDown');
  expect(end()).toBeGreaterThan(0);
  await press('ArrowDown', 'ArrowDown');
  await expect.poll(end).toBeLessThanOrEqual(0);
  await press('ArrowUp', 'ArrowUp', 'ArrowUp');
  await expect.poll(end).toBeGreaterThan(0);
});

test('without following, the first row stands right below the bar', async () => {
  const app = <NavigationStack history="none" pageProps={{ heroFollowsFocus: false, onItemClick: () => undefined }} />;
  const { press } = await showApp(app, createTestDiscovr({ seed }));
  await press('ArrowDown');
  const heading = active().closest('.discovr-Rail')!.querySelector('.discovr-Rail-title')!;
  expect(heading.getBoundingClientRect().top - boxOf('.discovr-NavigationBar').bottom).toBeCloseTo(24, -0.5);
  // The second row ends above what old sets cut off.
  const posters = [...document.querySelectorAll('.discovr-Rail')][1]!.querySelectorAll('.discovr-Poster');
  expect(posters.length).toBeGreaterThan(2);
  for (const poster of posters) expect(poster.getBoundingClientRect().bottom).toBeLessThanOrEqual(1080 * 0.95);
});

test('the buttons of the hero are nearer to its text than to the heading of the first row', async () => {
  await show();
  await vi.waitFor(() => expect(slide().querySelector('.discovr-Hero-actions')).not.toBeNull());
  const [text, actions] = ['overview', 'actions'].map((part) => boxOf(`[data-shown] .discovr-Hero-${part}`));
  const { top } = boxOf('.discovr-Rail-title');
  expect(actions!.top - text!.bottom).toBeLessThan((top - actions!.bottom) / 1.5);
});

test('nothing shifts, and the buttons stay in place when the title changes', async () => {
  const catalog = catalogTitles().map((each, index) => (index % 2 ? each : { ...each, title: longTitle(each.title) }));
  const { press } = await show({ catalog });
  await press('ArrowDown');
  await untilFollowed();
  await untilStill();
  const areas = () =>
    ['.discovr-Hero', '[data-shown] .discovr-Hero-actions'].map((selector) => boxOf(selector).toJSON());
  const before = areas();
  const shifts: PerformanceEntry[] = [];
  const observer = new PerformanceObserver((list) => shifts.push(...list.getEntries()));
  observer.observe({ type: 'layout-shift' });
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowLeft']) {
    await press(key);
    await untilFollowed();
    await untilStill();
    expect(areas()).toEqual(before);
  }
  expect(observer.takeRecords()).toEqual([]);
  expect(shifts).toEqual([]);
  observer.disconnect();
});

test('a fast series of moves shows only the card at rest', async () => {
  const { press } = await show();
  const titles: string[] = [];
  const observer = new MutationObserver(() => titles.push(shownTitle()));
  observer.observe(document.querySelector('.discovr-Hero')!, { childList: true, subtree: true, characterData: true });
  await press('ArrowDown');
  const first = focusedTitle()!;
  await untilFollowed();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  for (const key of [...Array.from({ length: 9 }, () => 'ArrowRight'), 'ArrowLeft', 'ArrowLeft']) {
    pressKey(key);
    await frame();
    await vi.advanceTimersByTimeAsync(250);
  }
  vi.useRealTimers();
  // The timer of the last move was not real.
  await press('ArrowLeft');
  await untilFollowed();
  observer.disconnect();
  expect(active().closest('[data-position]')).toHaveProperty('dataset.position', '6');
  expect([...new Set(titles)]).toEqual([first, focusedTitle()]);
});

test('the picture fades in over the previous one, which is decoded', async () => {
  const { press } = await show();
  const before = pictures().at(-1);
  const fades: string[] = [];
  slide().addEventListener('animationstart', ({ animationName }) => fades.push(animationName));
  await press('ArrowDown');
  await untilFollowed();
  await expect.poll(() => fades).toEqual(['discovr-appear']);
  expect(pictures()).toHaveLength(2);
  expect(pictures()[0]).toBe(before);
  expect(pictures()[1]!.complete).toBe(true);
});

test('the hero follows without loading an image itself when the app renders the images', async () => {
  const loaded = vi.spyOn(window, 'Image');
  const { press } = await show({
    provider: { renderImage: ({ kind, ...image }) => <img {...image} alt={image.alt} data-own={kind} /> },
  });
  await press('ArrowDown');
  await untilFollowed();
  expect(pictures().at(-1)).toHaveAttribute('data-own', 'backdrop');
  expect(loaded).not.toHaveBeenCalled();
  loaded.mockRestore();
});

test('the picture is exchanged at once when the user prefers reduced motion', async () => {
  const features = [{ name: 'prefers-reduced-motion', value: 'reduce' }];
  await cdp().send('Emulation.setEmulatedMedia', { features });
  const { press } = await show();
  const fades = vi.fn();
  slide().addEventListener('animationstart', fades);
  await press('ArrowDown');
  await untilFollowed();
  await untilStill();
  expect(getComputedStyle(pictures()[1]!).animationName).toBe('none');
  expect(fades).not.toHaveBeenCalled();
  await cdp().send('Emulation.setEmulatedMedia', { features: [] });
});

test('the pointer changes nothing: neither hovering nor a click', async () => {
  const { onItemClick, isAtRest } = await show();
  const own = shownTitle();
  const card = page.elementLocator(document.querySelectorAll('.discovr-Rail-item .discovr-MediaCard')[2]!);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  await card.hover();
  vi.advanceTimersByTime(5_000);
  await card.click();
  expect(onItemClick).toHaveBeenCalledOnce();
  vi.advanceTimersByTime(5_000);
  vi.useRealTimers();
  await isAtRest();
  expect(shownTitle()).toBe(own);
});

test('the hero keeps the title when the focus returns to it, and its button opens this title', async () => {
  const { onItemClick, press } = await show();
  await press('ArrowDown', 'ArrowRight');
  await untilFollowed();
  const title = focusedTitle()!;
  await press('ArrowUp');
  expect(slide().contains(active())).toBe(true);
  expect(shownTitle()).toBe(title);
  await press('Enter');
  expect(onItemClick).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ title }), expect.anything());
});

test('the hero returns to the titles of the page when the page is replaced', async () => {
  const discovr = createTestDiscovr({ seed });
  const { id } = await discovr.client.createPage();
  const replaced = vi.fn<(change: { refresh: () => Promise<unknown> }) => void>();
  const app = <DiscovrPage pageId={id} heroFollowsFocus onItemClick={() => {}} onPageReplaced={replaced} />;
  const { press, isAtRest } = await showApp(app, discovr);
  await press('ArrowDown');
  await untilFollowed();
  discovr.control.expireSession();
  discovr.control.outdatePages();
  await discovr.client.createPage({ pageFilters: { genres: [99] } });
  while (replaced.mock.calls.length === 0) await press('ArrowDown');
  expect(document.querySelector('.discovr-Hero')!.hasAttribute('data-preview')).toBe(true);
  while (!slide().contains(active())) await press('ArrowUp');
  await replaced.mock.calls[0]![0].refresh();
  await isAtRest();
  await expect.poll(() => document.querySelector('.discovr-Hero-dot')?.getAttribute('aria-current')).toBe('true');
  expect(document.querySelector('.discovr-Hero')!.hasAttribute('data-preview')).toBe(false);
});

test('the facts keep their height when the user adds space below paragraphs', async () => {
  await show();
  const facts = () => boxOf('[data-shown] .discovr-Hero-facts').height;
  const before = facts();
  const spacing = document.createElement('style');
  spacing.textContent = 'p { margin-block-end: 2em !important; }';
  document.head.append(spacing);
  const after = facts();
  spacing.remove();
  expect(after).toBe(before);
});
