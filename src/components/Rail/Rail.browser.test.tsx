import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { cdp, page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { paintOf } from '../../../test/support/contrast.js';
import { frame } from '../../../test/support/frame.js';
import { inRelease } from '../../../test/support/inRelease.js';
import { mediaItems, navigationItems, providerItems } from '../../../test/support/pageItems.js';
import { untilStill } from '../../../test/support/untilStill.js';
import { pressKey } from '../../../test/support/pressKey.js';
import type { RowItem } from '../../api/rows.js';
import { RemoteControl } from '../../television/RemoteControl.js';
import { whenIdle } from '../../ui/hooks.js';
import css from '../../styles/styles.css?inline';
import { createTestDiscovr } from '../../testing/createTestDiscovr.js';
import { Rail, type RailProps } from './Rail.js';
import { RailGroup } from './RailGroup.js';

const sheet = document.createElement('style');
sheet.textContent = css;
beforeAll(() => document.head.append(sheet));
afterAll(() => sheet.remove());

const titles = mediaItems(500);
const manyTiles = Array.from({ length: 40 }, (_, index) => ({ ...navigationItems[0]!, id: `tile-${index}` }));
const hrefOf = ({ id }: RowItem) => `#${id}`;
const usual = { title: 'New', type: 'media', items: titles, href: hrefOf } satisfies RailProps;

/** Renders rails in a group with a width in pixels. */
async function renderRails(rails: readonly Partial<RailProps>[], { width = 900, dir = 'ltr', density = '1' } = {}) {
  const { Wrapper } = createTestDiscovr();
  const ui = (all: readonly Partial<RailProps>[]) => (
    <RailGroup dir={dir} style={{ inlineSize: width, ['--discovr-density' as 'order']: density }}>
      {all.map((rail, index) => (
        <Rail key={rail.title ?? String(index)} {...usual} {...rail} />
      ))}
    </RailGroup>
  );
  const view = await render(ui(rails), { wrapper: Wrapper });
  // A rail near the viewport is laid out and measured within the first frames.
  await frame();
  await frame();
  return { ...view, show: (all: readonly Partial<RailProps>[]) => view.rerender(ui(all)) };
}

const list = (name = 'New') => page.getByRole('list', { name, exact: true }).element() as HTMLElement;
const link = (position: number) => page.getByRole('link', { name: titles[position]!.title, exact: true });
const itemAt = (position: number) => list().querySelector(`[data-position='${position}']`);
/** Waits until a rail of 500 items has its full width. Returns the distance from one item to the next. */
async function untilMeasured(): Promise<number> {
  const stride = Math.abs(itemAt(1)!.getBoundingClientRect().left - itemAt(0)!.getBoundingClientRect().left);
  await expect.poll(() => list().scrollWidth).toBeGreaterThan(stride * 499);
  return stride;
}

const idle = () => new Promise<void>((resolve) => void whenIdle(resolve));

/** Whether an element is fully visible in the list that scrolls it. */
function isSeenWhole(element: Element, inside: Element = list()) {
  const [own, outer] = [element.getBoundingClientRect(), inside.getBoundingClientRect()];
  return own.left >= outer.left && own.right <= outer.right;
}

test('a rail that loads passes the focus to its first item', async () => {
  const loading = { title: 'Coming', items: [], isLoading: true };
  const { show } = await renderRails([{}, loading]);
  link(0).element().focus();
  await userEvent.keyboard('{ArrowDown}');
  const ring = getComputedStyle(list('Coming').querySelector('[data-placeholder] > .discovr-Card')!).outlineStyle;
  expect(ring).toBe('solid');
  expect(document.activeElement).toBe(list('Coming'));
  await show([{}, { title: 'Coming', items: navigationItems, type: 'navigation' }]);
  expect(document.activeElement).toBe(list('Coming').querySelector('a'));
});

test.each([
  [320, '1'],
  [900, '1'],
  [1300, '1.5'],
])('a rail keeps its height while the browser skips its list (%i px, density %s)', async (width, density) => {
  await renderRails(
    [
      { title: 'Posters' },
      { title: 'Captions', showCaptions: true },
      { title: 'Ranks', type: 'top_n' },
      { title: 'Ranks with captions', type: 'top_n', showCaptions: true },
      { title: 'Genres', type: 'navigation', items: navigationItems },
      { title: 'Services', type: 'provider', items: providerItems },
      { title: 'Places', items: [], isLoading: true },
    ],
    { width, density },
  );
  const viewports = [...document.querySelectorAll<HTMLElement>('.discovr-Rail-viewport')];
  const heights = () => viewports.map((viewport) => Math.round(viewport.getBoundingClientRect().height));
  const group = document.querySelector<HTMLElement>('.discovr-RailGroup')!;
  for (const now of [width, width - 40]) {
    group.style.inlineSize = `${now}px`;
    await expect.poll(() => getComputedStyle(group).getPropertyValue('--d-rail-width')).toBe(`${now}px`);
    for (const viewport of viewports) viewport.style.contentVisibility = 'visible';
    const seen = heights();
    for (const viewport of viewports) viewport.style.contentVisibility = 'hidden';
    expect(heights()).toEqual(seen);
  }
});

test.each<[string, Partial<RailProps>]>([
  ['posters', {}],
  ['posters with captions', { showCaptions: true }],
  ['a ranking', { type: 'top_n' }],
  ['tiles', { type: 'navigation', items: manyTiles }],
])('%s that are only titles yet are as large as whole ones', async (_, rail) => {
  await renderRails([rail]);
  const bare = () => list().querySelector('[data-title-only]');
  // They join when the browser is idle, which it may not be for seconds.
  await expect.poll(bare).not.toBeNull();
  const sizeOf = (card: Element) => {
    const { width, height } = card.getBoundingClientRect();
    const { height: whole } = card.parentElement!.getBoundingClientRect();
    return [width, height, whole].map(Math.round);
  };
  const size = sizeOf(list().querySelector('.discovr-Card')!);
  if (rail.showCaptions) size[1] = sizeOf(list().querySelector('.discovr-Poster')!)[1]!;
  expect(sizeOf(bare()!)).toEqual(size);
});

test('captions are as high as two lines, and the names of the cards have the whole titles', async () => {
  const long = 'A Title that Needs Three Lines or Even More of Them below Its Poster';
  const items = ['Up', 'A Girl Walks Home Alone', long].map((title, index) => ({ ...titles[index]!, title }));
  await renderRails([{ showCaptions: true, items }]);
  const captions = [...list().querySelectorAll<HTMLElement>('.discovr-MediaCard-caption')];
  const { lineHeight } = getComputedStyle(captions[0]!);
  expect(captions.map(({ offsetHeight }) => offsetHeight / Number.parseFloat(lineHeight))).toEqual(
    captions.map(() => expect.closeTo(2, 1)),
  );
  expect(captions.map(({ scrollHeight, offsetHeight }) => scrollHeight > offsetHeight + 4)).toEqual([
    false,
    false,
    true,
  ]);
  await expect.element(page.getByRole('link', { name: long })).toBeVisible();
});

test('the first 60 titles join the list although the page always has something to draw', async () => {
  let isDrawing = true;
  onTestFinished(() => void (isDrawing = false));
  const draw = () => {
    // Longer than a frame, so the browser is never idle.
    for (const end = performance.now() + 20; performance.now() < end;);
    if (isDrawing) requestAnimationFrame(draw);
  };
  requestAnimationFrame(draw);
  await renderRails([{}]);
  await expect.poll(() => itemAt(59)).not.toBeNull();
});

describe('a rail of 500 items', () => {
  test.each(['ltr', 'rtl'])('restores its scroll position and tab stop when mounted again (%s)', async (dir) => {
    const onPlaceChange = vi.fn<NonNullable<RailProps['onPlaceChange']>>();
    const view = await renderRails([{ onPlaceChange }], { dir });
    const stride = await untilMeasured();
    list().scrollLeft = (dir === 'rtl' ? -1 : 1) * 240 * stride;
    await vi.waitFor(() => expect(itemAt(243)).not.toBeNull());
    (itemAt(242)!.querySelector('a') as HTMLElement).focus();
    const place = { first: 240, stop: 242 };
    await vi.waitFor(() => expect(onPlaceChange).toHaveBeenLastCalledWith(place));
    const { scrollLeft } = list();
    await view.unmount();
    await renderRails([{ defaultPlace: place }], { dir });
    expect(Math.abs(list().scrollLeft - scrollLeft)).toBeLessThan(2);
    expect(isSeenWhole(itemAt(242)!)).toBe(true);
    await userEvent.tab();
    await expect.element(link(242)).toHaveFocus();
  });

  test('shows few posters, but all visible ones, at every scroll offset', async () => {
    await renderRails([{}]);
    const stride = itemAt(1)!.getBoundingClientRect().left - itemAt(0)!.getBoundingClientRect().left;
    for (const position of [0, 7, 100, 333, 480]) {
      list().scrollLeft = position * stride;
      await vi.waitFor(() => {
        const { left, width } = list().getBoundingClientRect();
        for (let x = left + 40; x < left + width; x += stride) {
          const seen = document.elementFromPoint(x, list().getBoundingClientRect().top + 40);
          expect(seen?.closest('li, a'), `at ${x}`).not.toBeNull();
        }
      });
      expect(list().querySelectorAll('.discovr-Poster').length).toBeLessThan(30);
    }
  });

  test('lets a screen reader meet the first sixty titles, each in the element that later shows its poster', async () => {
    await renderRails([{}]);
    await vi.waitFor(() => expect(list().children.length).toBeGreaterThanOrEqual(60));
    const entries = Array.from({ length: 60 }, (_, position) => link(position).element());
    expect(entries.every((entry) => entry.closest('li')?.getAttribute('aria-setsize') === '500')).toBe(true);
    const far = entries[45]!;
    expect([far.textContent, far.childElementCount, far.getAttribute('tabindex')]).toEqual([
      titles[45]!.title,
      0,
      '-1',
    ]);
    list().scrollLeft = (await untilMeasured()) * 40;
    await vi.waitFor(() => expect(far.querySelector('img')).not.toBeNull());
    expect(link(45).element()).toBe(far);
    expect(list().children.length).toBeLessThanOrEqual(62);
  });

  test('leaves every title that a screen reader has met where it is while the rail scrolls', async () => {
    await renderRails([{}]);
    await vi.waitFor(() => expect(list().children.length).toBeGreaterThanOrEqual(60));
    const met = [...list().children].slice(0, 60);
    list().scrollLeft = (await untilMeasured()) * 200;
    await vi.waitFor(() => expect(itemAt(200)).not.toBeNull());
    await idle();
    await frame();
    expect([...list().children].slice(0, 60)).toEqual(met);
  });

  test('shows a screen reader all titles when asked to after the first sixty, and continues with the next one', async () => {
    await renderRails([{ items: titles.slice(0, 140) }]);
    const button = page.getByRole('button', { name: 'Show all 140' });
    await expect.element(button).toBeInTheDocument();
    expect(itemAt(59)!.contains(button.element())).toBe(true);
    expect(itemAt(60)).toBeNull();
    button.element().focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(link(60)).toHaveFocus();
    expect(list().children.length).toBe(140);
    await expect.element(button).not.toBeInTheDocument();
  });

  test('renders nothing outside the visible part for a remote, which meets only what can be seen', async () => {
    const { Wrapper } = createTestDiscovr();
    await render(
      <RemoteControl>
        <Rail {...usual} />
      </RemoteControl>,
      { wrapper: Wrapper },
    );
    await untilMeasured();
    await idle();
    await frame();
    expect(list().children.length).toBeLessThan(30);
  });

  test('keeps its full scroll width while items mount and unmount', async () => {
    await renderRails([{}]);
    const stride = await untilMeasured();
    const width = list().scrollWidth;
    for (let step = 0; step < 20; step += 1) {
      list().scrollLeft += stride * 3;
      await frame();
      expect(list().scrollWidth).toBe(width);
    }
  });

  test('keeps the focus while it is scrolled far away, and scrolls back when an arrow key is pressed', async () => {
    await renderRails([{}]);
    await userEvent.tab();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    await expect.element(link(2)).toHaveFocus();
    list().scrollLeft = 20_000;
    await vi.waitFor(() => expect(itemAt(10)!.querySelector('img')).toBeNull());
    await expect.element(link(2)).toHaveFocus();
    await userEvent.keyboard('{ArrowRight}');
    await expect.element(link(3)).toHaveFocus();
    await vi.waitFor(() => expect(isSeenWhole(link(3).element())).toBe(true));
  });
});

describe.each(['ltr', 'rtl'] as const)('the focused item (%s)', (dir) => {
  const [on, back] = dir === 'ltr' ? ['{ArrowRight}', '{ArrowLeft}'] : ['{ArrowLeft}', '{ArrowRight}'];

  test('is fully visible after each move: step by step, to the end, and back to the start', async () => {
    await renderRails([{}], { dir });
    await userEvent.tab();
    for (let position = 1; position <= 8; position += 1) await userEvent.keyboard(on);
    await expect.element(link(8)).toHaveFocus();
    await vi.waitFor(() => expect(isSeenWhole(link(8).element())).toBe(true));
    await userEvent.keyboard('{End}');
    await expect.element(link(499)).toHaveFocus();
    await vi.waitFor(() => expect(isSeenWhole(link(499).element())).toBe(true));
    await userEvent.keyboard(back);
    await expect.element(link(498)).toHaveFocus();
    await userEvent.keyboard('{Home}');
    await vi.waitFor(() => expect(list().scrollLeft).toBe(0));
    await expect.element(link(0)).toHaveFocus();
  });

  test('stays visible while an arrow key is held', async () => {
    await renderRails([{}], { dir });
    await untilMeasured();
    link(0).element().focus();
    const key = dir === 'ltr' ? 'ArrowRight' : 'ArrowLeft';
    for (let press = 0; press < 20; press += 1) {
      pressKey(key, { repeat: press > 0 });
      await frame();
      await frame();
      expect([press, press === 0 || isSeenWhole(document.activeElement!)]).toEqual([press, true]);
    }
  });

  test('keeps the focus when the scroll buttons, which are not tab stops, are clicked', async () => {
    await renderRails([{ items: titles.slice(0, 16) }], { dir });
    await userEvent.tab();
    const scrollForward = page.getByRole('button', { name: 'Scroll forward in New' });
    await scrollForward.click();
    await vi.waitFor(() => expect(Math.abs(list().scrollLeft)).toBeGreaterThan(300));
    await expect.element(link(0)).toHaveFocus();
    await expect.element(page.getByRole('button', { name: 'Scroll back in New' })).toHaveAttribute('tabindex', '-1');
    for (let presses = 0; presses < 5 && scrollForward.query(); presses += 1) {
      await scrollForward.click();
      await untilStill();
    }
    expect(scrollForward.query()).toBeNull();
    expect(isSeenWhole(itemAt(15)!)).toBe(true);
  });
});

test('screen readers skip the scroll buttons of a rail until they are visible', async () => {
  await renderRails([{ items: titles.slice(0, 16) }]);
  const scrollForward = page.getByRole('button', { name: 'Scroll forward in New' });
  await userEvent.hover(page.getByRole('heading', { name: 'New' }));
  await expect.poll(() => scrollForward.query()).toBeNull();
  await userEvent.hover(link(0));
  await expect.element(scrollForward).toBeVisible();
});

test('a focused card does not cover the scroll buttons', async () => {
  await renderRails([{ items: titles.slice(0, 16) }], { width: 380 });
  await userEvent.tab();
  await userEvent.hover(link(0));
  const scrollForward = page.getByRole('button', { name: 'Scroll forward in New' });
  await expect.element(scrollForward).toBeVisible();
  const { left, width, top, height } = scrollForward.element().getBoundingClientRect();
  const stack = document.elementsFromPoint(left + width / 4, top + height / 2);
  stack
    .map((element) => element.closest('a'))
    .find((card) => card !== null)!
    .focus({ preventScroll: true });
  expect(document.activeElement!.matches(':focus-visible')).toBe(true);
  const topmost = document.elementFromPoint(left + width / 4, top + height / 2)!;
  expect(topmost.closest('button')).toBe(scrollForward.element());
});

test('a rail remembers its focused item and scrolls it into view when the focus returns', async () => {
  await renderRails([{}, { title: 'Genres', type: 'navigation', items: navigationItems }]);
  await userEvent.tab();
  await userEvent.keyboard('{End}{ArrowDown}{ArrowRight}');
  await expect.element(page.getByRole('link', { name: 'Drama' })).toHaveFocus();
  list().scrollLeft = 0;
  await userEvent.keyboard('{ArrowUp}');
  await expect.element(link(499)).toHaveFocus();
  await vi.waitFor(() => expect(isSeenWhole(link(499).element())).toBe(true));
});

describe('paging', () => {
  test('starts near the end of the rail and shifts no visible item', async () => {
    const onEndReached = vi.fn<() => void>();
    const rail = { items: titles.slice(0, 20), hasMore: true, onEndReached };
    const { show } = await renderRails([rail]);
    expect(onEndReached).not.toHaveBeenCalled();
    list().scrollLeft = 2_600;
    await vi.waitFor(() => expect(onEndReached).toHaveBeenCalledOnce());
    const before = [list().scrollLeft, itemAt(16)!.getBoundingClientRect().left];
    await show([{ ...rail, items: titles.slice(0, 60) }]);
    await frame();
    expect([list().scrollLeft, itemAt(16)!.getBoundingClientRect().left]).toEqual(before);
    expect(onEndReached).toHaveBeenCalledOnce();
  });

  test('waits until the rail comes near the viewport', async () => {
    const onEndReached = vi.fn<() => void>();
    const above = Array.from({ length: 12 }, (_, index) => ({ title: `Rail ${index}` }));
    await renderRails([...above, { title: 'New', items: [], hasMore: true, onEndReached }]);
    expect(onEndReached).not.toHaveBeenCalled();
    window.scrollTo(0, document.documentElement.scrollHeight);
    await vi.waitFor(() => expect(onEndReached).toHaveBeenCalledOnce());
  });

  // As Next.js hides a route and restores it on Back.
  test('does not start when a scrolled rail is hidden and shown again', async () => {
    const onEndReached = vi.fn<() => void>();
    const { container } = await renderRails([{ items: titles.slice(0, 20), hasMore: true, onEndReached }]);
    list().scrollLeft = 300;
    await untilStill();
    for (const display of ['none', '']) {
      container.style.display = display;
      await untilStill();
    }
    expect(onEndReached).not.toHaveBeenCalled();
  });
});

// The tests run in an iframe.
test.runIf('scrollMargin' in IntersectionObserver.prototype).each([
  ['an iframe', 430, 'visible'],
  ['an element that scrolls', 900, 'auto'],
])('a rail 200 pixels below the visible part of %s requests its items', async (_, screenHeight, overflow) => {
  const { innerWidth: width, innerHeight: height } = window;
  onTestFinished(() => page.viewport(width, height));
  await page.viewport(900, screenHeight);
  const { Wrapper } = createTestDiscovr();
  const [onNear, onFar] = [vi.fn<() => void>(), vi.fn<() => void>()];
  const rail = { ...usual, items: [], hasMore: true };
  await render(
    <div style={{ blockSize: '430px', overflow }}>
      <div style={{ blockSize: '630px' }} />
      <Rail {...rail} onEndReached={onNear} />
      <Rail {...rail} onEndReached={onFar} />
    </div>,
    { wrapper: Wrapper },
  );
  await vi.waitFor(() => expect(onNear).toHaveBeenCalledOnce());
  await untilStill();
  expect(onFar).not.toHaveBeenCalled();
});

describe('a lazy rail', () => {
  const above = Array.from({ length: 12 }, (_, index) => ({ title: `Rail ${index}` }));
  const lazy = { title: 'Lazy', loading: 'lazy' } as const;
  const cards = () => list('Lazy').querySelectorAll('a').length;
  const height = () => list('Lazy').getBoundingClientRect().height;

  test('renders its items when it comes near the viewport, and keeps its height', async () => {
    await renderRails([...above, lazy]);
    const before = height();
    expect(cards()).toBe(0);
    window.scrollTo(0, document.documentElement.scrollHeight);
    await vi.waitFor(() => expect(cards()).toBeGreaterThan(8));
    expect(Math.abs(height() - before)).toBeLessThan(1);
  });

  test('passes the focus to its first item', async () => {
    await renderRails([...above, lazy]);
    list('Rail 11').querySelector('a')!.focus({ preventScroll: true });
    await userEvent.keyboard('{ArrowDown}');
    await vi.waitFor(() => expect(document.activeElement).toBe(list('Lazy').querySelector('a')));
  });

  test('renders its items immediately when it is restored to a place', async () => {
    await renderRails([...above, { ...lazy, defaultPlace: { first: 20, stop: 21 } }]);
    expect(list('Lazy').querySelector('[data-position="21"] a')).not.toBeNull();
  });
});

/** Repeats items under other ids, so that there are more than fit on a screen. */
function many<Item extends RowItem>(items: readonly Item[]): Item[] {
  return [0, 1, 2].flatMap((round) => items.map((item) => ({ ...item, id: `${item.id} ${round}` })));
}

/** Returns how much of the card at the end edge of a list is visible, from 0 to 1. */
function cutCard(of: HTMLElement, dir: string) {
  const outer = of.getBoundingClientRect();
  const shown = [...of.querySelectorAll('.discovr-Card')].map((card) => {
    const { left, right, width } = card.getBoundingClientRect();
    return (dir === 'ltr' ? outer.right - left : right - outer.left) / width;
  });
  // The last one that begins inside the list.
  return shown.findLast((part) => part > 0)!;
}

const green = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" width="20" height="30"><rect width="20" height="30" fill="green"/></svg>')}`;

describe('the layout of a rail', () => {
  const kinds: Partial<RailProps>[] = [
    { title: 'Posters' },
    { title: 'Ranking', type: 'top_n' },
    { title: 'Destinations', type: 'navigation', items: many(navigationItems) },
    { title: 'Services', type: 'provider', items: many(providerItems) },
  ];
  const widths = inRelease([320, 390, 480, 600, 768, 1000, 1280, 1920], [320, 390, 600, 1000, 1920]);
  const densities = inRelease(['1', '1.1', '1.25', '1.5', '2'], ['1', '1.25', '2']);

  test.each(['ltr', 'rtl'])(
    'shows whole cards and a part of the last one at any width and density (%s)',
    async (dir) => {
      await page.viewport(2000, 900);
      for (const width of widths)
        for (const density of densities) {
          const { unmount } = await renderRails(kinds, { width, dir, density });
          for (const { title } of kinds) {
            const [seen, outer] = [cutCard(list(title), dir), `${title} at ${width} px, density ${density}`];
            expect(seen, outer).toBeGreaterThan(0.15);
            expect(seen, outer).toBeLessThan(0.85);
          }
          expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(Math.max(width, innerWidth));
          await unmount();
        }
      await page.viewport(414, 896);
    },
  );

  test('ends sharply where the last card is cut off while no arrow is over it', async () => {
    await renderRails([{ items: titles.slice(0, 5).map((item) => ({ ...item, poster_path: green })) }], { width: 390 });
    const poster = itemAt(2)!.querySelector('img')!;
    // The poster has faded in.
    await vi.waitFor(() => expect([poster.complete, getComputedStyle(poster).opacity]).toEqual([true, '1']));
    await userEvent.hover(document.querySelector('.discovr-Rail-title')!);
    await untilStill(() => list().parentElement!.getAnimations({ subtree: true }).length > 0);
    const colorsIn = await paintOf(list());
    const { right, top, height } = list().getBoundingClientRect();
    // Without the outermost pixel, which can mix with what is beyond the list.
    const edge = colorsIn(new DOMRect(right - 6, top + height / 4, 5, 8));
    expect(new Set(edge.map(String))).toEqual(new Set(['0,128,0']));
  });

  test.each<[string, Partial<RailProps>]>([
    ['posters', { items: titles.slice(0, 10) }],
    ['posters with titles', { items: titles.slice(0, 10), showCaptions: true }],
    ['a ranking', { items: titles.slice(0, 10), type: 'top_n' }],
    ['destinations', { items: navigationItems, type: 'navigation' }],
    ['services', { items: providerItems, type: 'provider' }],
  ])('gives placeholders the size of %s', async (_name, rail) => {
    const { show, container } = await renderRails([{ ...rail, items: [], isLoading: true }]);
    const boxes = () =>
      [container.querySelector('section')!, itemAt(0)!, itemAt(0)!.querySelector('.discovr-Card')!].map((element) => {
        const { left, top, width, height } = element.getBoundingClientRect();
        return { left, top, width, height };
      });
    const before = boxes();
    await show([rail]);
    expect(boxes()).toEqual(before);
  });

  test('enlarges the focused card by 5% at television density, unless the user prefers reduced motion', async () => {
    await renderRails([{}], { density: '1.5' });
    await userEvent.tab();
    const growth = () => {
      const card = link(0).element() as HTMLElement;
      // `offsetWidth` ignores transforms, so a pointer that happens to be over the card does not change it.
      return card.getBoundingClientRect().width / card.offsetWidth;
    };
    await vi.waitFor(() => expect(growth()).toBeCloseTo(1.05, 2));
    const features = [{ name: 'prefers-reduced-motion', value: 'reduce' }];
    await cdp().send('Emulation.setEmulatedMedia', { features });
    await vi.waitFor(() => expect(growth()).toBeCloseTo(1, 2));
    await cdp().send('Emulation.setEmulatedMedia', { features: [] });
  });
});

test.each(['ltr', 'rtl'])('a rail far from the viewport fills its row with places for items (%s)', async (dir) => {
  await page.viewport(1280, 700);
  const far = { title: 'Far', items: [], isLoading: true, loading: 'lazy' as const };
  await renderRails([{ style: { marginBlockEnd: 5000 } }, far], { width: 1280, dir });
  const places = list('Far').querySelectorAll('[data-placeholder]');
  expect(places).toHaveLength(1);
  // The first screen of its row, not counting its padding, alternates between places and gaps.
  list('Far').scrollIntoView({ behavior: 'instant' });
  const { left, top, height } = list('Far').getBoundingClientRect();
  const colorsIn = await paintOf(list('Far'));
  const line = colorsIn(new DOMRect(left, top + height / 2, 1280, 1.99)).map(([red]) => red < 250);
  const edges = line.filter((isPlace, at) => at > 0 && isPlace !== line[at - 1]);
  expect(edges.length).toBeGreaterThanOrEqual(15);
});
