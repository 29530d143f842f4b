import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { frame } from '../../../test/support/frame.js';
import { fromLeftToRight } from '../../../test/support/fromLeftToRight.js';
import { paintOf } from '../../../test/support/contrast.js';
import { heroItems } from '../../../test/support/pageItems.js';
import { untilStill } from '../../../test/support/untilStill.js';
import { ar } from '../../locales/ar.js';
import css from '../../styles/styles.css?inline';
import type { ColorScheme } from '../../react/provider/context.js';
import { createTestDiscovr, type TestDiscovrOptions } from '../../testing/createTestDiscovr.js';
import { Hero, type HeroProps } from './Hero.js';

const sheet = document.createElement('style');
sheet.textContent = css;
beforeAll(() => document.head.append(sheet));
afterAll(() => sheet.remove());
afterEach(() => page.viewport(414, 896));

const items = heroItems(10);
const renderActions = () =>
  ['Play', 'More info'].map((name) => (
    <button key={name} type="button" className="discovr-Button">
      {name}
    </button>
  ));

interface Setting extends TestDiscovrOptions {
  width?: number;
  dir?: string;
}

async function renderHero(props: Partial<HeroProps> = {}, { width = 880, dir = 'ltr', ...options }: Setting = {}) {
  const { Wrapper } = createTestDiscovr(options);
  const ui = (own: Partial<HeroProps>) => (
    <main dir={dir} style={{ inlineSize: width }}>
      <Hero items={items} {...own} />
    </main>
  );
  const view = await render(ui(props), { wrapper: Wrapper });
  return { ...view, show: (own: Partial<HeroProps>) => view.rerender(ui(own)) };
}

const slides = () => document.querySelector<HTMLElement>('.discovr-Hero-slides')!;
const next = () => page.getByRole('button', { name: 'Next title' });

describe.each(['ltr', 'rtl'] as const)('the slides (%s)', (dir) => {
  const sign = dir === 'ltr' ? 1 : -1;

  test('scroll forward once for each click, even when the user clicks quickly', async () => {
    await renderHero({}, { dir });
    await next().click();
    await next().click();
    await next().click();
    await expect.element(page.getByText('4 / 10')).toBeVisible();
    await vi.waitFor(() => expect(slides().scrollLeft).toBeCloseTo(sign * 3 * slides().offsetWidth, -1));
    await expect.element(page.getByText('4 / 10')).toBeVisible();
  });

  test('update the position when the user swipes', async () => {
    await renderHero({}, { dir });
    slides().scrollTo({ left: sign * 2 * slides().offsetWidth, behavior: 'smooth' });
    await expect.element(page.getByText('3 / 10')).toBeVisible();
    expect([...slides().children].map((slide) => slide.hasAttribute('inert')).indexOf(false)).toBe(2);
  });

  test('move with the arrow keys', async () => {
    await renderHero({}, { dir });
    slides().focus();
    await userEvent.keyboard(dir === 'ltr' ? '{ArrowRight}' : '{ArrowLeft}');
    await expect.element(page.getByText('2 / 10')).toBeVisible();
    await vi.waitFor(() => expect(slides().scrollLeft).toBeCloseTo(sign * slides().offsetWidth, -1));
  });
});

test('a hero that the app hides during autoplay waits, and then shows the same title', async () => {
  const { show } = await renderHero();
  await next().click();
  await expect.element(page.getByText('2 / 10')).toBeVisible();
  await untilStill(() => slides().scrollLeft < slides().offsetWidth);
  const root = document.querySelector('main')!;
  root.style.display = 'none';
  await show({ autoPlayMs: 300 });
  const hiddenAt = performance.now();
  while (performance.now() - hiddenAt < 1_000) await frame();
  await show({});
  root.style.display = '';
  await untilStill();
  const shown = slides().querySelector(':scope > :not([inert])')!;
  expect(shown).toHaveAccessibleName(`2 of 10: ${items[1]!.title}`);
  expect(shown.getBoundingClientRect().left).toBeCloseTo(slides().getBoundingClientRect().left, 0);
});

test.each([
  ['English', {}, '1/10', '1hr57min'],
  ['Arabic', { locale: 'ar', messages: ar }, '10نم1', 'د57وس1'],
])('a page that runs right to left shows numbers in the direction of %s', async (_, provider, position, length) => {
  const known = { ...items[0]!, release_date: '1979-05-25', runtime: 117, genres: [27, 878] };
  await renderHero({ items: [known, ...items.slice(1)] }, { dir: 'rtl', provider });
  expect(fromLeftToRight(document.querySelector('.discovr-Hero-position')!)).toBe(position);
  const facts = [...document.querySelectorAll('[data-shown] .discovr-Hero-fact')];
  expect(fromLeftToRight(facts[1]!)).toBe(length);
  const places = facts.map((fact) => fact.getBoundingClientRect().right);
  expect(places).toHaveLength(3);
  expect(places).toEqual([...places].sort((a, b) => b - a));
});

test.each(['ltr', 'rtl'])('no line of facts begins or ends with a dot (%s)', async (dir) => {
  const known = {
    ...items[0]!,
    release_date: '1979-05-25',
    runtime: 117,
    genres: [27, 878],
    rowReason: 'Because it is good',
  };
  await renderHero({ items: [known] }, { dir, width: 320 });
  const facts = [...document.querySelectorAll('[data-shown] .discovr-Hero-fact')];
  const start = (element: Element) => {
    const { left, right } = element.getBoundingClientRect();
    return dir === 'ltr' ? left : -right;
  };
  const tops = facts.map((fact) => fact.getBoundingClientRect().top);
  const firsts = facts.filter((_, index) => tops[index] !== tops[index - 1]);
  expect(firsts.length).toBeGreaterThan(1);
  // The dot is in the padding, outside of the line, whose end has none.
  for (const fact of firsts)
    expect(start(fact) + parseFloat(getComputedStyle(fact).paddingInlineStart)).toBeCloseTo(start(fact.parentElement!));
  expect(facts.map((fact) => getComputedStyle(fact, '::after').content)).toEqual(facts.map(() => 'none'));
});

describe('the status', () => {
  const status = () => page.getByRole('status');
  /** Clicks at once, whereas Playwright first waits until the button stands still. */
  async function press(name: string) {
    const button = page.getByRole('button', { name }).element();
    button.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    // React renders after the event.
    await Promise.resolve();
  }

  test.each([0, 1, 3, 8])('names the slide that is shown when the user turns back after %i frames', async (frames) => {
    await renderHero();
    await press('Next title');
    for (let passed = 0; passed < frames; passed += 1) await frame();
    await press('Previous title');
    await untilStill();
    await expect.element(page.getByText('1 / 10')).toBeVisible();
    expect(slides().scrollLeft).toBe(0);
    await expect.element(status()).toHaveTextContent(`1 of 10: ${items[0]!.title}`);
  });

  test('is empty until the slides stop', async () => {
    await renderHero();
    await next().click();
    await expect.element(status()).toHaveTextContent(`2 of 10: ${items[1]!.title}`);
    await press('Next title');
    await frame();
    expect(status().element().textContent).toBe('');
    await vi.waitFor(() => {
      expect(status().element().textContent).toBe(`3 of 10: ${items[2]!.title}`);
      expect(slides().scrollLeft).toBeCloseTo(2 * slides().offsetWidth, -1);
    });
  });

  test('does not name a slide that the user has left by swiping', async () => {
    await renderHero();
    await next().click();
    await expect.element(status()).toHaveTextContent(`2 of 10: ${items[1]!.title}`);
    slides().scrollTo({ left: 3 * slides().offsetWidth, behavior: 'smooth' });
    await expect.element(page.getByText('4 / 10')).toBeVisible();
    await expect.element(status()).toBeEmptyDOMElement();
  });
});

describe('a hero', () => {
  test.each([
    ['a phone', 390, 390, 844, 569],
    ['a short phone', 390, 390, 600, 420],
    ['a wide screen', 880, 1280, 800, 385],
    ['a short wide screen', 1280, 1280, 600, 384],
    ['a portrait tablet', 820, 820, 1180, 615],
    ['a wide portrait screen', 1000, 1080, 1920, 438],
  ])('has the height for %s (%i px)', async (_, width, screenWidth, screenHeight, height) => {
    await page.viewport(screenWidth, screenHeight);
    const plain = items.map((item) => ({ ...item, overview: '' }));
    await renderHero({ items: plain }, { width, provider: { colorScheme: 'dark' } });
    expect(slides().offsetHeight).toBeCloseTo(height, -0.5);
  });

  test.each(['light', 'dark'] as const)('leaves a third of a phone’s picture clear (%s)', async (colorScheme) => {
    await page.viewport(390, 844);
    const picture = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" width="16" height="9"><rect width="16" height="9" fill="white"/></svg>')}`;
    const [item] = items;
    const one = {
      ...item!,
      title: 'A title',
      overview: 'What happens in this film. '.repeat(3),
      backdrop_path: picture,
    };
    await renderHero({ items: [one], renderActions }, { width: 390, provider: { colorScheme } });
    await untilStill(() => !document.querySelector<HTMLImageElement>('[data-shown] img')?.complete);
    const { left, top, height } = slides().getBoundingClientRect();
    const colorsIn = await paintOf(slides());
    const down = colorsIn(new DOMRect(left + 4, top + 16, 1.99, height - 32)).map(([red]) => red);
    // Where its white is darkened by less than a fifth.
    const clear = 16 + down.filter((red) => red > 208).length;
    expect(clear).toBeGreaterThan(height / 3);
    // Down to the texts, it darkens so slowly that no line is visible: by at most 7 % in 10 px.
    const end = document.querySelector('.discovr-Hero-title')!.getBoundingClientRect().top - top - 16;
    const steps = down.slice(10, end).map((red, row) => down[row]! - red);
    expect(Math.max(...steps)).toBeLessThan(18);
  });

  test.each([
    [320, 844, 0],
    [390, 844, 2],
    [1000, 844, 2],
    [1000, 900, 3],
  ])('has as much text as leaves most of its picture visible (%i × %i px: %i lines)', async (width, height, lines) => {
    await page.viewport(width, height);
    const long = items.map((item) => ({ ...item, overview: 'What happens in this film. '.repeat(20) }));
    await renderHero({ items: long, renderActions }, { width });
    const overview = document.querySelector<HTMLElement>('[data-shown] .discovr-Hero-overview')!;
    const lineHeight = Number.parseFloat(getComputedStyle(overview).fontSize) * 1.4;
    expect(overview.offsetHeight / lineHeight).toBeCloseTo(lines, 1);
  });

  test.each([
    ['light', 820, 820, 1180, 32],
    ['light', 1200, 1280, 800, 32],
    ['dark', 1200, 1280, 800, 88],
  ])(
    'shows its buttons in one line, near its bottom (%s, %i px)',
    async (scheme, width, screenWidth, screenHeight, foot) => {
      await page.viewport(screenWidth, screenHeight);
      await renderHero({ renderActions }, { width, provider: { colorScheme: scheme as ColorScheme } });
      const areaOf = (selector: string) => document.querySelector(selector)!.getBoundingClientRect();
      const [button, controls] = [areaOf('.discovr-Hero-actions > button'), areaOf('.discovr-Hero-controls')];
      expect(button.height).toBe(48);
      expect(controls.top + controls.height / 2).toBeCloseTo(button.top + button.height / 2, 0);
      expect(slides().getBoundingClientRect().bottom - button.bottom).toBeCloseTo(foot, 0);
    },
  );

  test('has a dot for each title on a phone, large enough for a finger', async () => {
    await page.viewport(390, 844);
    await renderHero({ renderActions }, { width: 390 });
    const dots = [...document.querySelectorAll<HTMLElement>('.discovr-Hero-dot')];
    expect(dots).toHaveLength(items.length);
    for (const dot of dots) {
      expect(dot.offsetWidth).toBeGreaterThanOrEqual(24);
      expect(dot.offsetHeight).toBe(44);
    }
    await expect.element(next()).not.toBeInTheDocument();
    const third = page.getByRole('button', { name: `3 of 10: ${items[2]!.title}` });
    await third.click();
    await expect.element(page.getByRole('status')).toHaveTextContent(`3 of 10: ${items[2]!.title}`);
    await expect.element(third).toHaveAttribute('aria-current', 'true');
  });

  test('draws the focus ring of a dot around the dot, clear of the buttons of the app', async () => {
    await page.viewport(390, 844);
    await renderHero({ renderActions }, { width: 390 });
    const dot = document.querySelector<HTMLElement>('.discovr-Hero-dot')!;
    while (document.activeElement !== dot) await userEvent.tab();
    const { top } = dot.getBoundingClientRect();
    const ring = getComputedStyle(dot, '::after');
    expect(Number.parseFloat(ring.height)).toBe(28);
    const button = document.querySelector('.discovr-Hero-actions > button')!.getBoundingClientRect();
    expect(top + Number.parseFloat(ring.top) - button.bottom).toBeGreaterThanOrEqual(16);
  });

  test.each([320, 390, 1280])(
    'shows its buttons on the first screen below a very long title (%i px)',
    async (width) => {
      await page.viewport(width, 700);
      const long = items.map((item) => ({ ...item, title: `${item.title} or: `.repeat(9) }));
      await renderHero({ items: long, renderActions }, { width });
      const title = document.querySelector<HTMLElement>('[data-shown] .discovr-Hero-title')!;
      expect(title.offsetHeight).toBeLessThan(Number.parseFloat(getComputedStyle(title).lineHeight) * 3.5);
      expect(title.scrollWidth).toBeLessThanOrEqual(title.clientWidth);
      expect(document.querySelector('[data-shown] button')!.getBoundingClientRect().bottom).toBeLessThan(700);
    },
  );

  test('has larger texts and buttons on a very wide screen', async () => {
    await page.viewport(1920, 1080);
    await renderHero({ renderActions }, { width: 1920 });
    const sizeOf = (selector: string) => getComputedStyle(document.querySelector(selector)!).fontSize;
    expect(sizeOf('[data-shown] .discovr-Hero-facts')).toBe('18px');
    expect(sizeOf('[data-shown] .discovr-Hero-overview')).toBe('20px');
    expect(sizeOf('.discovr-Hero-actions > button')).toBe('18px');
    expect(document.querySelector<HTMLElement>('.discovr-Hero-actions > button')!.offsetHeight).toBe(56);
  });

  test('wears the hue of its first genre without an image', async () => {
    const fillOf = (index: number) =>
      getComputedStyle(document.querySelectorAll('.discovr-Hero-slide')[index]!).backgroundColor;
    const plain = { backdrop_path: null, poster_path: null };
    await renderHero({
      items: [
        { ...items[0]!, ...plain, genres: [28] },
        { ...items[1]!, ...plain, genres: [37] },
      ],
    });
    expect(fillOf(0)).toBe('rgb(28, 110, 53)');
    expect(fillOf(1)).toBe('rgb(15, 107, 125)');
  });

  test('draws a play glyph on the button that asks for one', async () => {
    await renderHero({
      renderActions: () => (
        <>
          <button type="button" className="discovr-Button" data-variant="main" data-icon="play">
            Play
          </button>
          <button type="button" className="discovr-Button">
            More
          </button>
        </>
      ),
    });
    const [play, more] = document.querySelectorAll('[data-shown] button');
    expect(getComputedStyle(play!, '::before')).toMatchObject({ width: '18px', height: '18px' });
    expect(getComputedStyle(more!, '::before').content).toBe('none');
  });

  test('has arrows on a phone when it has more titles than dots fit', async () => {
    await page.viewport(390, 844);
    await renderHero({ items: heroItems(11) }, { width: 390 });
    expect(document.querySelector('.discovr-Hero-dot')).toBeNull();
    await next().click();
    await expect.element(page.getByText('2 / 11')).toBeVisible();
  });

  test.each([
    ['light', 1280, 1256, '16px'],
    ['light', 820, 820, '0px 0px 16px 16px'],
    ['light', 390, 390, '0px 0px 16px 16px'],
    ['dark', 1280, 1280, '0px'],
    ['dark', 390, 390, '0px'],
  ])(
    'is a panel on a wide light page, and rounded below on a narrow one (%s, %i px)',
    async (scheme, pageWidth, width, radius) => {
      await page.viewport(pageWidth, 800);
      await renderHero({}, { width: pageWidth, provider: { colorScheme: scheme as ColorScheme } });
      expect(slides().offsetWidth).toBeCloseTo(width, -0.5);
      expect(getComputedStyle(slides()).borderRadius).toBe(radius);
      // The texts begin where the rails do.
      const gutter = Math.min(60, Math.max(20, pageWidth * 0.04));
      const [hero, title] = ['.discovr-Hero', '[data-shown] .discovr-Hero-title'].map((part) =>
        document.querySelector(part)!.getBoundingClientRect(),
      );
      expect(title!.left - hero!.left).toBeCloseTo(gutter, 0);
    },
  );

  test('without an image, has the same color behind its texts as beside them', async () => {
    await page.viewport(1280, 860);
    const bare = items.map((item) => ({ ...item, backdrop_path: null, poster_path: null }));
    await renderHero({ items: bare }, { width: 1280 });
    const colorsIn = await paintOf(slides());
    const { left, top } = slides().getBoundingClientRect();
    const [start, middle] = [20, 600].map((x) => colorsIn(new DOMRect(left + x, top + 40, 2, 2))[0]);
    expect(start).toEqual(middle);
  });

  test.each(['light', 'dark'] as const)('leaves a phone room for the first posters (%s)', async (colorScheme) => {
    for (const [width, height] of [
      [320, 640],
      [390, 844],
    ] as const) {
      await page.viewport(width, height);
      const { unmount } = await renderHero({ renderActions }, { width, provider: { colorScheme } });
      expect(slides().getBoundingClientRect().bottom).toBeLessThan(height * (colorScheme === 'light' ? 0.65 : 0.71));
      await unmount();
    }
  });

  test('has a single button that is as wide as two on a phone', async () => {
    await page.viewport(390, 844);
    const areaOf = (selector: string) => document.querySelector(`[data-shown] ${selector}`)!.getBoundingClientRect();
    const { unmount } = await renderHero({ renderActions }, { width: 390 });
    const [{ left }, { right }] = [areaOf('button'), areaOf('button:last-child')];
    await unmount();
    await renderHero({ href: '#{id}' }, { width: 390 });
    expect(areaOf('.discovr-Hero-actions > *')).toMatchObject({ left, right });
  });

  test('loads with bars in the places of its texts', async () => {
    const placeOf = (slot: string) => {
      const { top, bottom } = document.querySelector(`.discovr-Hero-${slot}`)!.getBoundingClientRect();
      return { top, middle: (top + bottom) / 2 };
    };
    await page.viewport(1280, 860);
    const long = { ...items[0]!, title: 'A Title that Needs Two Lines', overview: 'One line.' };
    const { show } = await renderHero({ items: [], isLoading: true }, { width: 1280 });
    const bars = { title: placeOf('title').top, facts: placeOf('facts').middle, overview: placeOf('overview').middle };
    await show({ items: [long], renderActions });
    const heading = document.querySelector<HTMLElement>('.discovr-Hero-title')!;
    const lineHeight = Number.parseFloat(getComputedStyle(heading).lineHeight);
    expect(heading.offsetHeight).toBeCloseTo(2 * lineHeight, 0);
    // A bar is in the middle of its line, and 16 px of 22 high at the size of this title.
    expect(Math.abs(bars.title - (placeOf('title').top + lineHeight * 0.136))).toBeLessThan(2);
    expect(Math.abs(bars.facts - placeOf('facts').middle)).toBeLessThan(2);
    expect(Math.abs(bars.overview - placeOf('overview').middle)).toBeLessThan(2);
  });

  test('pulses above the fade into a dark page', async () => {
    await page.viewport(1280, 860);
    await renderHero({ items: [], isLoading: true }, { width: 1280, provider: { colorScheme: 'dark' } });
    for (const pulse of document.getAnimations()) {
      pulse.pause();
      pulse.currentTime = 800;
    }
    const bar = document.querySelector('.discovr-Hero-actions')!.getBoundingClientRect();
    const down = (await paintOf(slides()))(new DOMRect(bar.left + 20, bar.top + 2, 1.99, bar.height - 4));
    const reds = down.map(([red]) => red);
    // Only what shows through it darkens.
    expect(Math.max(...reds) - Math.min(...reds)).toBeLessThan(3);
  });

  test.each([320, 1000])('keeps its height when the titles load (%i px)', async (width) => {
    const { show } = await renderHero({ items: [], isLoading: true }, { width });
    const { height } = slides().getBoundingClientRect();
    await show({});
    expect(slides().getBoundingClientRect().height).toBeCloseTo(height, 0);
  });

  test('starts at defaultIndex when the titles load after mounting', async () => {
    const { show } = await renderHero({ items: [], isLoading: true, defaultIndex: 3 });
    await show({ isLoading: false, defaultIndex: 3 });
    await vi.waitFor(() => expect(slides().scrollLeft).toBe(3 * slides().clientWidth));
    expect(document.querySelector('[data-shown]')!.hasAttribute('inert')).toBe(false);
    await expect.element(page.getByText('4 / 10')).toBeVisible();
  });

  test('starts at its last title when defaultIndex is beyond it, and stays there when titles are added', async () => {
    const { show } = await renderHero({ items: items.slice(0, 5), defaultIndex: 9 });
    await expect.element(page.getByText('5 / 5')).toBeVisible();
    expect(slides().scrollLeft).toBe(4 * slides().clientWidth);
    await show({ defaultIndex: 9 });
    await expect.element(page.getByText('5 / 10')).toBeVisible();
    expect(slides().scrollLeft).toBe(4 * slides().clientWidth);
    expect(slides().children[4]!.hasAttribute('inert')).toBe(false);
  });

  test('does not cover long texts with its buttons', async () => {
    const long = items.map((item) => ({
      ...item,
      title: `${item.title} `.repeat(9),
      overview: 'Many texts. '.repeat(60),
    }));
    for (const width of [320, 390, 700, 1100])
      for (const own of [{ renderActions }, { renderActions, autoPlayMs: 60_000 }, {}]) {
        const { unmount } = await renderHero({ items: long, ...own }, { width });
        const controls = document.querySelector('.discovr-Hero-controls')!.getBoundingClientRect();
        const texts = document.querySelectorAll('[data-shown] :is(.discovr-Hero-overview, .discovr-Hero-actions > *)');
        expect(texts.length).toBeGreaterThan(0);
        for (const text of texts) {
          const { bottom, left, right } = text.getBoundingClientRect();
          expect(bottom <= controls.top || right <= controls.left || left >= controls.right).toBe(true);
        }
        await unmount();
      }
  });
});
