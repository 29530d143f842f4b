import { useRef } from 'react';
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { cdp, page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { commonest, contrastBetween, paintOf } from '../../../test/support/contrast.js';
import { inRelease } from '../../../test/support/inRelease.js';
import { loadStyles } from '../../../test/support/loadStyles.js';
import { lowestContrasts } from '../../../test/support/lowestContrasts.js';
import { heroItems, navigationItems } from '../../../test/support/pageItems.js';
import { hardPictureNames, hardPictures } from '../../../test/support/pictures.js';
import { untilStill } from '../../../test/support/untilStill.js';
import { createTestDiscovr } from '../../testing/createTestDiscovr.js';
import type { TestDiscovrOptions } from '../../testing/createTestDiscovr.js';
import { Hero } from '../Hero/Hero.js';
import { PageFilterDialog } from '../PageFilterDialog/PageFilterDialog.js';
import { NavigationStack, type NavigationStackProps } from './NavigationStack.js';

loadStyles();
beforeEach(() => {
  window.scrollTo(0, 0);
  // The test is in a frame. If the page around it is scrolled, an IntersectionObserver sees less of the frame.
  window.parent.scrollTo(0, 0);
});

const brand = <a href="#home">Films</a>;
const actions = (
  <>
    <button type="button">Search</button>
    <button type="button">Alex</button>
  </>
);
const bar = () => document.querySelector<HTMLElement>('.discovr-NavigationBar')!;
const hero = () => document.querySelector<HTMLElement>('.discovr-Hero[data-state="ready"]');
const fillOfBar = () => getComputedStyle(bar()).backgroundColor;
const SOLID = 'rgb(18, 18, 20)';
const CLEAR = 'rgba(0, 0, 0, 0)';
const topOf = (element: Element) => element.getBoundingClientRect().top;

const nameOfTab = (name: string) =>
  page.getByRole('button', { name, exact: true }).getByText(name).element().getBoundingClientRect();

/** In the dark scheme, the bar lies over the hero. */
async function show(props: Partial<NavigationStackProps> = {}, options: TestDiscovrOptions = {}) {
  const discovr = createTestDiscovr({ seed: 'bar', provider: { colorScheme: 'dark' }, ...options });
  const pageProps = { href: ({ id }: { id: string }) => `#${id}`, ...props.pageProps };
  const ui = <NavigationStack history="none" {...props} pageProps={pageProps} />;
  return { ...discovr, ...(await render(ui, { wrapper: discovr.Wrapper })) };
}

const schemes = ['light', 'dark'] as const;

const isOverHero = () => vi.waitFor(() => expect(fillOfBar()).toBe(CLEAR));
const isSolid = () => vi.waitFor(() => expect(fillOfBar()).toBe(SOLID));

function heroFirst() {
  return (
    <>
      <Hero items={heroItems(2)} />
      <div style={{ height: 3000 }} />
    </>
  );
}

function textFirst() {
  return (
    <>
      <p>Something of the app</p>
      <Hero items={heroItems(2)} />
    </>
  );
}

describe('the bar over a hero', () => {
  test('is transparent, and solid with a line while the page is scrolled', async () => {
    await show();
    await isOverHero();
    expect(topOf(hero()!)).toBe(topOf(bar()));
    window.scrollTo(0, 3);
    await isSolid();
    expect(getComputedStyle(bar()).boxShadow).not.toBe('none');
    window.scrollTo(0, 0);
    await isOverHero();
    expect(getComputedStyle(bar()).boxShadow).toBe('none');
  });

  test('leaves the offer of a newer page in sight, which moves nothing', async () => {
    const { client, control } = await show({ pageProps: { showRefreshButton: true } });
    await isOverHero();
    const before = topOf(hero()!);
    control.expireSession();
    control.outdatePages();
    await client.createPage({ pageFilters: { genres: [99] } });
    const offer = page.getByRole('button', { name: 'Show newer recommendations' });
    await expect.element(offer).toBeVisible();
    await isOverHero();
    expect(topOf(hero()!)).toBe(before);
    window.scrollTo(0, 600);
    await isSolid();
    const { left, top, width, height } = offer.element().getBoundingClientRect();
    expect(offer.element().contains(document.elementFromPoint(left + width / 2, top + height / 2))).toBe(true);
  });

  test('follows the scroll container of the app', async () => {
    function Framed() {
      const frame = useRef<HTMLDivElement>(null);
      return (
        <div ref={frame} data-testid="frame" style={{ blockSize: 400, marginBlockStart: 50, overflow: 'auto' }}>
          <NavigationStack history="none" scrollContainer={frame}>
            {heroFirst}
          </NavigationStack>
        </div>
      );
    }
    await render(<Framed />, { wrapper: createTestDiscovr({ provider: { colorScheme: 'dark' } }).Wrapper });
    await isOverHero();
    const frame = page.getByTestId('frame').element();
    frame.scrollTop = 3;
    await expect.poll(fillOfBar).toBe(SOLID);
    frame.scrollTop = 0;
    await expect.poll(fillOfBar).toBe(CLEAR);
  });

  test('keeps the page in its place when the hero loads and when the bar becomes solid', async () => {
    const { control } = await show({}, { latencyMs: 100 });
    const placeholder = await vi.waitUntil(() => document.querySelector('.discovr-Hero[data-state="loading"]'));
    await isSolid();
    const before = placeholder.getBoundingClientRect().toJSON() as object;
    expect(topOf(placeholder)).toBe(topOf(bar()));
    control.setLatency(0);
    await isOverHero();
    expect(hero()!.getBoundingClientRect().toJSON()).toEqual(before);
    const height = document.documentElement.scrollHeight;
    window.scrollTo(0, 3);
    await isSolid();
    expect(topOf(hero()!)).toBe(-3);
    expect(document.documentElement.scrollHeight).toBe(height);
  });

  test('never flashes over the hero when Back restores the scroll position', async () => {
    await show({ children: ({ level, open }) => (level ? <p>Inside</p> : longPage(() => open(navigationItems[0]!))) });
    await isOverHero();
    window.scrollTo(0, 900);
    await isSolid();
    await page.getByRole('button', { name: 'Further' }).click();
    await expect.element(page.getByText('Inside')).toBeVisible();
    const seen: boolean[] = [];
    const watch = new MutationObserver(() => seen.push(bar().matches('[data-over-hero]:not([data-scrolled])')));
    watch.observe(bar(), { attributes: true });
    await page.getByRole('button', { name: 'Back to Home' }).click();
    await vi.waitFor(() => expect(window.scrollY).toBe(900));
    await untilStill();
    watch.disconnect();
    expect(bar().dataset).toHaveProperty('overHero');
    expect(seen).not.toContain(true);
  });

  test('keeps a long text of the hero where its gradient is faint', async () => {
    await page.viewport(320, 700);
    const overview = 'What happens in this film takes a few lines to tell. '.repeat(4);
    const items = [{ ...heroItems(1)[0]!, title: 'A Title as Long as Titles Can Be '.repeat(4), overview }];
    await show({ children: () => <Hero items={items} /> });
    await isOverHero();
    const height = Number.parseFloat(getComputedStyle(bar(), '::before').height);
    expect(topOf(hero()!.querySelector('.discovr-Hero-title')!)).toBeGreaterThan(topOf(bar()) + height * 0.7);
  });
});

const longPage = (onOpen: () => void) => (
  <>
    <Hero items={heroItems(2)} />
    <div data-row-id="row" style={{ height: 3000, paddingBlockStart: 700 }}>
      <button type="button" onClick={onOpen}>
        Further
      </button>
    </div>
  </>
);

describe('the heading of an opened page', () => {
  const head = () => document.querySelector<HTMLElement>('.discovr-NavigationHead')!;
  afterEach(() => page.viewport(414, 896));
  const long = { ...navigationItems[0]!, title: 'Stories about People in Small Towns by the Sea' };

  /** Opens a page that begins with a hero, from one that does too. */
  async function open(picture: string, colorScheme: 'light' | 'dark' = 'dark') {
    const items = heroItems(2).map((item) => ({ ...item, backdrop_path: picture }));
    const discovr = await show(
      {
        children: ({ level, open: push }) =>
          level ? (
            <Hero items={items} />
          ) : (
            <button type="button" onClick={() => push(long)}>
              {long.title}
            </button>
          ),
      },
      { provider: { colorScheme } },
    );
    await page.getByRole('button', { name: long.title }).click();
    await vi.waitUntil(() => hero());
    await untilStill(() => [...document.images].some((image) => !image.complete));
    return discovr;
  }

  test.each([
    [320, '22px'],
    [390, '22px'],
    [1200, '28px'],
  ])('lies over the hero with the bar, also in two lines (%i px)', async (width, fontSize) => {
    await page.viewport(width, 700);
    await open(hardPictures.white);
    expect(fillOfBar()).toBe(CLEAR);
    expect(topOf(hero()!)).toBe(topOf(bar()));
    expect(topOf(head())).toBe(bar().getBoundingClientRect().bottom);
    expect(getComputedStyle(head().querySelector('h1')!).fontSize).toBe(fontSize);
    expect(topOf(hero()!.querySelector('.discovr-Hero-title')!)).toBeGreaterThanOrEqual(
      head().getBoundingClientRect().bottom,
    );
  });

  test.each([390, 1200])('lies over the hero of a light page, level with its texts (%i px)', async (width) => {
    await page.viewport(width, 700);
    await open(hardPictures.white, 'light');
    const panel = document.querySelector('.discovr-Hero-slides')!.getBoundingClientRect();
    expect(panel.top).toBe(bar().getBoundingClientRect().bottom);
    expect(topOf(head().querySelector('button')!)).toBeGreaterThan(panel.top);
    // The plate of the arrow has a distance of 4 px from the edges of the button.
    const edge = head().querySelector('button')!.getBoundingClientRect().left + 4;
    expect(edge).toBeCloseTo(hero()!.querySelector('.discovr-Hero-title')!.getBoundingClientRect().left, 0);
    // The tab from which the page was opened stays marked.
    expect(getComputedStyle(bar().querySelector('[aria-current]')!, '::after').content).not.toBe('none');
  });

  test.each(
    inRelease(
      hardPictureNames.flatMap((name) =>
        schemes.flatMap((scheme) => [320, 680, 1200].map((width) => [name, scheme, width] as const)),
      ),
      [
        ['white', 'light', 320],
        ['white', 'dark', 1200],
        ['black', 'light', 1200],
        ['black', 'dark', 680],
        ['striped', 'light', 680],
        ['striped', 'dark', 320],
      ],
    ),
  )('is readable on a %s picture (%s, %i px)', async (name, scheme, width) => {
    await page.viewport(width, 700);
    await open(hardPictures[name], scheme);
    await untilStill(() => bar().getAnimations({ subtree: true }).length > 0);
    const found = [...(await lowestContrasts(head())), ...(await lowestContrasts(bar()))];
    expect(found.map(({ text }) => text)).toEqual(expect.arrayContaining([long.title, 'Home', 'Movies']));
    expect(found.filter(({ contrast }) => contrast < 4.5)).toEqual([]);
  });

  test.each(schemes)(
    'leaves the picture between it and the texts of the hero clear on a phone (%s)',
    async (scheme) => {
      await page.viewport(390, 844);
      await open(hardPictures.white, scheme);
      await untilStill(() => bar().getAnimations({ subtree: true }).length > 0);
      const slides = document.querySelector('.discovr-Hero-slides')!;
      const { right, bottom } = slides.getBoundingClientRect();
      const start = head().getBoundingClientRect().bottom;
      const down = (await paintOf(slides))(new DOMRect(right - 24, start, 1.99, bottom - start)).map(([red]) => red);
      // Where its white is darkened by less than a fifth.
      expect(down.filter((red) => red > 208).length).toBeGreaterThan(100);
      // Nothing lies over the heading.
      const heading = head().querySelector('h1 > bdi')!.getBoundingClientRect();
      const letters = (await paintOf(head()))(heading).map(([red]) => red);
      expect(Math.max(...letters)).toBe(255);
    },
  );

  test.each([
    [390, 'no synopsis'],
    [1200, 'the synopsis of its title'],
  ])('on a screen of %i px, leaves room for %s', async (width, what) => {
    await page.viewport(width, 844);
    await open(hardPictures.white);
    const { display } = getComputedStyle(hero()!.querySelector('.discovr-Hero-overview')!);
    expect(display === 'none').toBe(what === 'no synopsis');
  });

  test('does not move when the hero loads', async () => {
    const discovr = createTestDiscovr({ seed: 'bar', provider: { colorScheme: 'dark' } });
    const ui = (isLoading: boolean) => (
      <NavigationStack history="none">
        {({ level, open: push }) =>
          level ? (
            <Hero items={isLoading ? [] : heroItems(2)} isLoading={isLoading} />
          ) : (
            <button type="button" onClick={() => push(long)}>
              {long.title}
            </button>
          )
        }
      </NavigationStack>
    );
    const { rerender } = await render(ui(true), { wrapper: discovr.Wrapper });
    await page.getByRole('button', { name: long.title }).click();
    const placeholder = await vi.waitUntil(() => document.querySelector('.discovr-Hero[data-state="loading"]'));
    await untilStill();
    const places = () =>
      [head(), document.querySelector('.discovr-Hero')!].map((each) => each.getBoundingClientRect().toJSON() as object);
    const before = places();
    expect(topOf(placeholder)).toBe(topOf(bar()));
    await rerender(ui(false));
    await isOverHero();
    expect(places()).toEqual(before);
  });
});

test('the focus ring of a tab is clear of the edge of the screen and of the next tab', async () => {
  await page.viewport(390, 700);
  await show();
  const tab = (name: string) => page.getByRole('button', { name, exact: true }).element() as HTMLElement;
  const home = tab('Home');
  while (document.activeElement !== home) await userEvent.tab();
  const { outlineOffset, outlineWidth } = getComputedStyle(home);
  const reach = Number.parseFloat(outlineOffset) + Number.parseFloat(outlineWidth);
  expect(topOf(home) - reach).toBeGreaterThanOrEqual(8);
  const next = tab('Movies').firstElementChild!.getBoundingClientRect().left;
  expect(next - home.getBoundingClientRect().right - reach).toBeGreaterThanOrEqual(8);
  // The mark of the current tab is part of the ring, so that nothing crowds the name.
  const markEnd = () => getComputedStyle(home, '::after').bottom;
  expect(markEnd()).toBe('0px');
  home.blur();
  expect(markEnd()).toBe('6px');
  await page.viewport(414, 896);
});

test('the first tab and a filter button are aligned with the page, also when the app hides its brand', async () => {
  await page.viewport(390, 700);
  const style = document.createElement('style');
  style.textContent = '.app-hidden { display: none; }';
  document.head.append(style);
  onTestFinished(() => style.remove());
  await show({ brand, actions: <PageFilterDialog />, classNames: { brand: 'app-hidden' } });
  expect(nameOfTab('Home').left).toBe(20);
  expect(document.querySelector('.discovr-OpenButton')!.getBoundingClientRect().right).toBe(370);
  await page.viewport(414, 896);
});

test('a single tab is the name of the page, without a mark', async () => {
  const tabs = [{ id: 'browse', name: 'For you', pageFilters: {} }];
  const { unmount } = await show({ tabs });
  const tab = () => bar().querySelector('[aria-current]')!;
  const look = () => [getComputedStyle(tab()).fontSize, getComputedStyle(tab(), '::after').backgroundColor];
  expect(look()).toEqual(['28px', CLEAR]);
  await unmount();
  await show({ tabs: [...tabs, { id: 'movies', name: 'Movies' }] });
  expect(look()[0]).toBe('16px');
  expect(look()[1]).not.toBe(CLEAR);
});

test('a filter button is translucent over a hero, and opaque over the rows', async () => {
  await show({ actions: <PageFilterDialog />, children: heroFirst });
  await isOverHero();
  const fill = () => getComputedStyle(document.querySelector('.discovr-OpenButton')!).backgroundColor;
  await expect.poll(fill).toBe('rgba(0, 0, 0, 0.4)');
  window.scrollTo(0, 3);
  await expect.poll(fill).toBe('rgb(30, 30, 34)');
});

describe('tabs at the bottom', () => {
  const tabs = () => document.querySelector('.discovr-NavigationTabs')!.getBoundingClientRect();

  test('stay at the bottom of the screen, below a page of any length', async () => {
    await page.viewport(390, 700);
    const { unmount } = await show({ placement: 'bottom', children: ({ level }) => <p>Page {level}</p> });
    await expect.element(page.getByText('Page 0')).toBeVisible();
    expect(tabs().bottom).toBe(700);
    await unmount();
    await show({ placement: 'bottom', children: heroFirst });
    await vi.waitUntil(() => hero());
    expect([topOf(hero()!), tabs().bottom]).toEqual([0, 700]);
    await page.viewport(414, 896);
  });

  test('have an icon above each name on a phone, if each tab has one', async () => {
    await page.viewport(390, 700);
    const children = () => <p>Page</p>;
    const iconOf = (name: string) => page.getByRole('button', { name, exact: true }).element().querySelector('svg');
    const kids = { id: 'kids', name: 'Kids', pageFilters: {} };
    const { unmount } = await show({ placement: 'bottom', children });
    for (const name of ['Home', 'Movies', 'Series']) expect(iconOf(name)!.getBoundingClientRect().height).toBe(24);
    await unmount();
    const worded = await show({ placement: 'bottom', children, tabs: [{ id: 'home', name: 'Home' }, kids] });
    expect(['Home', 'Kids'].map(iconOf)).toEqual([null, null]);
    await worded.unmount();
    await show({
      placement: 'bottom',
      children,
      tabs: [
        { id: 'home', name: 'Home' },
        { ...kids, icon: <svg /> },
      ],
    });
    expect(iconOf('Kids')!.getBoundingClientRect().height).toBe(24);
    await page.viewport(414, 896);
  });

  test.each(schemes)('mark the current one with a fill that is easy to see on a phone (%s)', async (colorScheme) => {
    await page.viewport(390, 700);
    await show({ placement: 'bottom', children: () => <p>Page</p> }, { provider: { colorScheme } });
    const list = document.querySelector('.discovr-NavigationTabs-list')!;
    const colorsIn = await paintOf(list);
    const [current, other] = ['Home', 'Movies'].map((name) => {
      const icon = page.getByRole('button', { name, exact: true }).element().querySelector('svg')!;
      const { left, top, height } = icon.getBoundingClientRect();
      // Beside the icon.
      return commonest(colorsIn(new DOMRect(left - 10, top + 4, 6, height - 8)));
    });
    expect(contrastBetween(current!, other!)).toBeGreaterThan(1.5);
    // All icons are drawn with lines.
    const paths = [...list.querySelectorAll('path')];
    expect(new Set(paths.map((path) => getComputedStyle(path).fill))).toEqual(new Set(['none']));
  });

  test('are a group in the middle of a wide screen', async () => {
    await page.viewport(1280, 700);
    await show({ placement: 'bottom', children: ({ level }) => <p>Page {level}</p> });
    const [first, last] = [nameOfTab('Home'), nameOfTab('Series')];
    expect(first.left + last.right).toBeCloseTo(1280, 0);
    expect(last.right - first.left).toBeLessThan(480);
    await page.viewport(414, 896);
  });

  test('are reached with the arrow keys after the last row', async () => {
    await show({ placement: 'bottom', brand, children: heroFirst });
    await isOverHero();
    const last = [...document.querySelectorAll<HTMLElement>('.discovr-Hero-dot, .discovr-Hero-button')].at(-1)!;
    last.focus();
    await userEvent.keyboard('{ArrowDown}');
    await expect.element(page.getByRole('button', { name: 'Home', exact: true })).toHaveFocus();
    await userEvent.keyboard('{ArrowRight}');
    await expect.element(page.getByRole('button', { name: 'Movies', exact: true })).toHaveFocus();
  });
});

describe('the bar is solid and covers nothing', () => {
  /** Returns the fill of the bar and whether it covers an element, once nothing moves. */
  const lookAbove = async (find: () => Element | null) => {
    await vi.waitUntil(find);
    await untilStill();
    return { fill: fillOfBar(), covers: topOf(find()!) < bar().getBoundingClientRect().bottom };
  };
  const solid = { fill: SOLID, covers: false };

  test('above an error', async () => {
    // A tab under the mouse loads its page, when the test is repeated too.
    await userEvent.hover(document.documentElement, { position: { x: 0, y: 400 } });
    const { control } = await show();
    await isOverHero();
    control.setOffline(true);
    await page.getByRole('button', { name: 'Movies' }).click();
    expect(await lookAbove(() => page.getByRole('alert').query())).toEqual(solid);
  });

  test('above an opened page that begins with something else, whose heading covers nothing either', async () => {
    await show({
      children: ({ level, open }) => (level ? textFirst() : longPage(() => open(navigationItems[0]!))),
    });
    await page.getByRole('button', { name: 'Further' }).click();
    expect(await lookAbove(() => page.getByRole('heading', { level: 1 }).query())).toEqual(solid);
    const heading = document.querySelector('.discovr-NavigationHead')!.getBoundingClientRect();
    expect(topOf(page.getByText('Something of the app').element())).toBeGreaterThanOrEqual(heading.bottom);
  });

  test('above a page that begins with something else', async () => {
    await show({ children: textFirst });
    expect(await lookAbove(() => page.getByText('Something of the app').query())).toEqual(solid);
  });

  test('with overlaysHero={false}', async () => {
    await show({ overlaysHero: false });
    expect(await lookAbove(() => hero())).toEqual(solid);
  });

  test('in forced colors', async () => {
    await cdp().send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: 'active' }] });
    await show({ children: heroFirst });
    expect(await lookAbove(() => hero())).toEqual({ ...solid, fill: 'rgb(255, 255, 255)' });
    await cdp().send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: 'none' }] });
  });
});

test.each(
  inRelease(
    hardPictureNames.flatMap((name) => [320, 880].map((width) => [name, width] as const)),
    [
      ['white', 320],
      ['white', 880],
      ['striped', 880],
    ],
  ),
)('the bar keeps its texts readable on a %s picture (%i px)', async (name, width) => {
  await page.viewport(width, 700);
  const picture = hardPictures[name];
  const items = heroItems(2).map((item) => ({ ...item, backdrop_path: picture }));
  const children = () => <Hero items={items} />;
  const own = { brand: <span>Films</span>, actions: <span>Alex</span> };
  await show({ children, ...own });
  await isOverHero();
  await untilStill(() => bar().getAnimations({ subtree: true }).length > 0);
  await untilStill(() => [...document.images].some((image) => !image.complete));
  const found = await lowestContrasts(bar());
  expect(found.map(({ text }) => text)).toEqual(expect.arrayContaining(['Films', 'Home', 'Movies', 'Alex']));
  expect(found.filter(({ contrast }) => contrast < 4.5)).toEqual([]);
});

test.each([
  ['light', 480],
  ['dark', 569],
] as const)('a hero on a phone is lower below the bar than behind it (%s)', async (colorScheme, height) => {
  await page.viewport(390, 844);
  await show({ children: heroFirst }, { provider: { colorScheme } });
  await vi.waitUntil(() => hero());
  expect(document.querySelector<HTMLElement>('.discovr-Hero-slides')!.offsetHeight).toBeCloseTo(height, -0.5);
  await page.viewport(414, 896);
});

test('the bar follows a hero that leaves it when the color scheme changes', async () => {
  const prefer = (value: string) =>
    cdp().send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value }] });
  onTestFinished(() => void prefer(''));
  await prefer('dark');
  await show({ children: () => <Hero items={heroItems(2)} /> }, { provider: {} });
  await isOverHero();
  await prefer('light');
  await vi.waitFor(() => expect(fillOfBar()).toBe('rgb(255, 255, 255)'));
  expect(topOf(hero()!)).toBe(bar().getBoundingClientRect().bottom);
  await prefer('dark');
  await isOverHero();
});

describe('a brand and controls of the app', () => {
  test.each([
    ['ltr', '{ArrowRight}', '{ArrowLeft}'],
    ['rtl', '{ArrowLeft}', '{ArrowRight}'],
  ] as const)('are reached from the tabs with the arrow keys (%s)', async (dir, on, back) => {
    await show({ dir, brand, actions });
    await isOverHero();
    await userEvent.keyboard('{Tab}');
    await expect.element(page.getByRole('link', { name: 'Films' })).toHaveFocus();
    await userEvent.keyboard(on);
    await expect.element(page.getByRole('button', { name: 'Home', exact: true })).toHaveFocus();
    await userEvent.keyboard('{End}');
    await expect.element(page.getByRole('button', { name: 'Alex' })).toHaveFocus();
    await userEvent.keyboard(`${back}${back}`);
    await expect.element(page.getByRole('button', { name: 'Series' })).toHaveFocus();
    await userEvent.keyboard('{Home}');
    await expect.element(page.getByRole('link', { name: 'Films' })).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}');
    expect(document.activeElement!.closest('[data-row-id]')).toHaveProperty('dataset.rowId', 'hero');
    await userEvent.keyboard('{ArrowUp}');
    await expect.element(page.getByRole('button', { name: 'Home', exact: true })).toHaveFocus();
  });

  test('leave the arrow keys to a field and to a menu', async () => {
    const own = (
      <>
        <input aria-label="Search" />
        <ul role="menu">
          <li role="none">
            <button type="button" role="menuitem">
              Sign out
            </button>
          </li>
        </ul>
      </>
    );
    await show({ actions: own });
    await isOverHero();
    for (const element of [page.getByRole('textbox'), page.getByRole('menuitem')]) {
      (element.element() as HTMLElement).focus();
      await userEvent.keyboard('{ArrowLeft}{ArrowRight}{ArrowDown}{ArrowUp}');
      await expect.element(element).toHaveFocus();
    }
    // The browser scrolls with the arrow keys.
    await untilStill();
  });

  describe.each(['ltr', 'rtl'] as const)('fit beside the tabs at 320 pixels (%s)', (dir) => {
    afterEach(() => document.documentElement.style.removeProperty('font-size'));

    test.each(['100%', '200%'])('with text at %s', async (size) => {
      document.documentElement.style.fontSize = size;
      await page.viewport(320, 700);
      const icon = (name: string) => (
        <button key={name} type="button" aria-label={name} style={{ inlineSize: 44, blockSize: 44, padding: 0 }} />
      );
      const logo = <span style={{ inlineSize: 240, blockSize: 32 }}>A brand</span>;
      await show({
        dir,
        brand: logo,
        actions: ['Search', 'Profile'].map(icon),
      });
      await isOverHero();
      expect(document.documentElement.scrollWidth).toBe(320);
      for (const name of ['Series', 'Home']) {
        await page.getByRole('button', { name, exact: true }).click();
        await vi.waitFor(() => {
          const own = page.getByRole('button', { name, exact: true }).element().getBoundingClientRect();
          const list = document.querySelector('.discovr-NavigationTabs-list')!.getBoundingClientRect();
          expect(own.left).toBeGreaterThanOrEqual(list.left);
          expect(own.right).toBeLessThanOrEqual(list.right);
        });
      }
      for (const each of bar().querySelectorAll('.discovr-NavigationBar > *')) {
        const { left, right, bottom } = each.getBoundingClientRect();
        expect(left).toBeGreaterThanOrEqual(0);
        expect(right).toBeLessThanOrEqual(320);
        expect(bottom).toBeLessThanOrEqual(bar().getBoundingClientRect().bottom + 1);
      }
    });
  });
});
