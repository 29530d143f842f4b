import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { loadStyles } from '../../../test/support/loadStyles.js';
import { paintOf, type Color } from '../../../test/support/contrast.js';
import { heroItems } from '../../../test/support/pageItems.js';
import { untilStill } from '../../../test/support/untilStill.js';
import { createTestDiscovr } from '../../testing/createTestDiscovr.js';
import { Hero } from './Hero.js';

loadStyles();

const schemes = { light: '#ffffff', dark: '#121214' };
const cases = Object.keys(schemes).flatMap((scheme) =>
  ['white', 'black'].flatMap((fill) => [333, 1000].map((width) => [scheme, fill, width] as const)),
);

async function renderHero(scheme: string, fill: string, width: number) {
  // Small enough not to be scaled down, which would mix pixels.
  await page.viewport(1000, 700);
  const { Wrapper } = createTestDiscovr();
  const picture = `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" width="16" height="9"><rect width="16" height="9" fill="${fill}"/></svg>`)}`;
  const items = heroItems(2).map((item) => ({ ...item, backdrop_path: picture }));
  await render(
    <main
      data-discovr-scheme={scheme}
      style={{ inlineSize: width, paddingBlockEnd: 20, backgroundColor: schemes[scheme as keyof typeof schemes] }}
    >
      <Hero items={items} />
    </main>,
    { wrapper: Wrapper },
  );
  await untilStill(() => !document.querySelector<HTMLImageElement>('[data-shown] img')?.complete);
  return document.querySelector('.discovr-Hero-slides')!;
}

/** Thickness of an area that contains one whole line of pixels, wherever it begins. */
const ONE_PIXEL = 1.99;

/** Returns how light the pixels of a line are, straight down or across: from 0, black, to 255, white. */
const lineOf = (colorsIn: (area: DOMRect) => Color[], area: DOMRect) => colorsIn(area).map(([red]) => red);

/** Returns the largest amount by which a value exceeds an earlier value. */
function largestRise(values: readonly number[]): number {
  let lowest = Infinity;
  const rises = values.map((value) => value - (lowest = Math.min(lowest, value)));
  return Math.max(...rises);
}

const darkCases = cases.filter(([scheme]) => scheme === 'dark');
const lightCases = cases.filter(([scheme]) => scheme === 'light');

test.each(lightCases)('a hero does not end in grey fog (%s, %s image, %i px)', async (scheme, fill, width) => {
  const slides = await renderHero(scheme, fill, width);
  const colorsIn = await paintOf(document.querySelector('main')!);
  const { left, right, top, bottom } = slides.getBoundingClientRect();
  for (const x of [left + 24, right - 24]) {
    const down = lineOf(colorsIn, new DOMRect(x, top, ONE_PIXEL, Math.floor(bottom) - top));
    // Down to the edge, nothing becomes lighter, except for a black image behind the dark background of the texts.
    expect(largestRise(down)).toBeLessThan(20);
  }
});

test.each(darkCases)(
  'a hero fades into the page without an edge (%s, %s image, %i px)',
  async (scheme, fill, width) => {
    const slides = await renderHero(scheme, fill, width);
    const colorsIn = await paintOf(document.querySelector('main')!);
    const { left, top, bottom } = slides.getBoundingClientRect();
    const surface = Number.parseInt(schemes[scheme as keyof typeof schemes].slice(1, 3), 16);
    // Beside the texts and the buttons.
    for (const x of [left + 4, left + width - 6]) {
      const down = lineOf(colorsIn, new DOMRect(x, top, ONE_PIXEL, Math.ceil(bottom) - top));
      expect(Math.abs(down.at(-1)! - surface)).toBeLessThan(8);
      const steps = down.slice(1).map((color, row) => Math.abs(color - down[row]!));
      expect(Math.max(...steps)).toBeLessThan(16);
    }
  },
);

test.each(darkCases)('a hero has no band above the page (%s, %s image, %i px)', async (scheme, fill, width) => {
  const slides = await renderHero(scheme, fill, width);
  const colorsIn = await paintOf(document.querySelector('main')!);
  const { left, top, bottom } = slides.getBoundingClientRect();
  // Beside the texts and the buttons.
  for (const x of [left + 4, left + width - 6]) {
    const down = lineOf(colorsIn, new DOMRect(x, top, ONE_PIXEL, Math.ceil(bottom) - top));
    const darkest = Math.min(...down);
    const turn = down.indexOf(darkest);
    expect(largestRise(down.slice(0, turn + 1))).toBeLessThan(3);
    expect(largestRise(down.slice(turn).map((light) => -light))).toBeLessThan(3);
    // Nothing between the image and the page is darker than both.
    expect(darkest).toBeGreaterThan(Math.min(down[0]!, down.at(-1)!) - 3);
  }
});

test.each(cases)('the focus ring of a hero is visible (%s, %s image, %i px)', async (scheme, fill, width) => {
  const slides = await renderHero(scheme, fill, width);
  for (let presses = 0; document.activeElement !== slides && presses < 5; presses += 1) await userEvent.tab();
  expect(document.activeElement).toBe(slides);
  const colorsIn = await paintOf(slides);
  const { left, right, top, bottom } = slides.getBoundingClientRect();
  const [x, y] = [left + width * 0.7, top + (bottom - top) * 0.3];
  // A panel begins 4 px from the edge.
  const rings = {
    left: lineOf(colorsIn, new DOMRect(left, y, 11, ONE_PIXEL)),
    right: lineOf(colorsIn, new DOMRect(right - 11, y, 11, ONE_PIXEL)),
    top: lineOf(colorsIn, new DOMRect(x, top, ONE_PIXEL, 7)),
    bottom: lineOf(colorsIn, new DOMRect(x, bottom - 7, ONE_PIXEL, 7)),
  };
  for (const [side, ring] of Object.entries(rings)) {
    expect(Math.max(...ring), side).toBeGreaterThan(250);
    expect(Math.min(...ring), side).toBeLessThan(5);
  }
});

test.each([
  [320, 32],
  [1200, 54],
  [1920, 72],
])('the title of a hero grows with its width (%i px: %i px)', async (width, size) => {
  await renderHero('light', 'black', width);
  await page.viewport(1000, 1600);
  const title = document.querySelector('.discovr-Hero-title')!;
  expect(Number.parseFloat(getComputedStyle(title).fontSize)).toBeCloseTo(size, 0);
});

test.each([
  [1280, 720, 'light', 0],
  [1280, 720, 'dark', 0],
  [1366, 768, 'light', 68],
  [1366, 768, 'dark', 68],
])(
  'a title of three lines does not make a hero higher (%i × %i, %s, bar of %i px)',
  async (width, height, scheme, bar) => {
    await page.viewport(width, height);
    const { Wrapper } = createTestDiscovr();
    const heightOf = async (title: string) => {
      const items = heroItems(1).map((item) => ({
        ...item,
        title,
        overview: 'A long story with a long summary. '.repeat(20),
      }));
      const view = await render(
        <main data-discovr-scheme={scheme} style={{ '--d-bar': `${bar}px` }}>
          <Hero
            items={items}
            renderActions={() => (
              <button type="button" className="discovr-Button">
                Play
              </button>
            )}
          />
        </main>,
        { wrapper: Wrapper },
      );
      const { height: shown } = document.querySelector('.discovr-Hero-slides')!.getBoundingClientRect();
      await view.unmount();
      return shown;
    };
    expect(await heightOf('The Lord of the Rings: The Fellowship')).toBe(await heightOf('Up'));
  },
);

test('a hero that is a panel has square corners where cards have them', async () => {
  const slides = await renderHero('light', 'black', 1000);
  expect(getComputedStyle(slides).borderStartStartRadius).toBe('16px');
  document.querySelector('main')!.style.setProperty('--discovr-card-radius', '0px');
  expect(getComputedStyle(slides).borderStartStartRadius).toBe('0px');
});
