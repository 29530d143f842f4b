import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { loadStyles } from '../../../test/support/loadStyles.js';
import { colorOf, commonest, contrastBetween, paintOf, type Color } from '../../../test/support/contrast.js';
import { mediaItems, providerItems } from '../../../test/support/pageItems.js';
import { untilStill } from '../../../test/support/untilStill.js';
import { visibleTexts } from '../../../test/support/visibleTexts.js';
import { en } from '../../messages/en.js';
import { createTestDiscovr } from '../../testing/createTestDiscovr.js';
import { Rail, type RailProps } from './Rail.js';

loadStyles();

const picture = (fill: string) =>
  `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" width="16" height="9"><rect width="16" height="9" fill="${fill}"/></svg>`)}`;
const genres = Object.values(en.genres).map((title) => ({
  type: 'navigation' as const,
  id: title,
  title: `${title} and more ${title}`,
  pageId: title,
}));
const rails: Partial<RailProps>[] = [
  { title: 'Genres', type: 'navigation', items: genres.slice(0, 6) },
  { title: 'More genres', type: 'navigation', items: genres.slice(6, 12) },
  { title: 'Even more genres', type: 'navigation', items: genres.slice(12) },
  { title: 'White', type: 'navigation', items: genres.map((item) => ({ ...item, backdrop_path: picture('#fff') })) },
  { title: 'Black', type: 'navigation', items: genres.map((item) => ({ ...item, poster_path: picture('#000') })) },
  { title: 'Services', type: 'provider', items: providerItems.slice(0, 6) },
  { title: 'More services', type: 'provider', items: providerItems.slice(6, 12) },
  {
    title: 'Even more',
    type: 'provider',
    items: providerItems.slice(12).map((item) => ({ ...item, logo_path: null })),
  },
];

async function renderRails(scheme: string, shown: readonly Partial<RailProps>[], width = 1000) {
  await page.viewport(width, 700);
  const { Wrapper } = createTestDiscovr();
  const view = await render(
    <main data-discovr-scheme={scheme} style={{ inlineSize: width }}>
      {shown.map((rail) => (
        <Rail key={rail.title} type="media" items={[]} href={({ id }) => `#${id}`} {...rail} />
      ))}
    </main>,
    { wrapper: Wrapper },
  );
  await untilStill();
  return view;
}

/** The tiles of a rail, painted without their texts. */
async function paintedTiles() {
  const hidden = document.createElement('style');
  hidden.textContent = '.discovr-Rail * { color: transparent !important; transition: none !important; }';
  document.head.append(hidden);
  const colorsIn = await paintOf(document.querySelector('main')!);
  hidden.remove();
  return colorsIn;
}

test.each(['light', 'dark'])('a tile keeps its name readable on its color and on any image (%s)', async (scheme) => {
  for (const rail of rails) {
    const { unmount } = await renderRails(scheme, [rail]);
    // Not the letters drawn in logos, which have the same background.
    const texts = visibleTexts(document.querySelector('.discovr-Rail-list')!).filter(
      ({ element }) => !element.closest('svg'),
    );
    const seen = texts.map((text) => ({ ...text, color: colorOf(text.element) }));
    const colorsIn = await paintedTiles();
    expect(seen.length, rail.title).toBeGreaterThan(3);
    for (const { text, area, color } of seen) {
      const contrast = Math.min(...colorsIn(area).map((behind) => contrastBetween(behind, color)));
      expect(contrast, `${rail.title}: ${text}`).toBeGreaterThan(4.5);
    }
    await unmount();
  }
});

test.each(['light', 'dark'])('the tile of a destination is never gray (%s)', async (scheme) => {
  for (const rail of rails.slice(0, 3)) {
    const { unmount } = await renderRails(scheme, [rail]);
    const colorsIn = await paintedTiles();
    for (const tile of [...document.querySelectorAll('.discovr-Tile')].slice(0, 4)) {
      const fill = commonest(colorsIn(tile.getBoundingClientRect()));
      expect(Math.max(...fill) - Math.min(...fill), tile.textContent).toBeGreaterThan(40);
    }
    await unmount();
  }
});

test.each([320, 390, 1280])('the logo of a watch provider is in the middle, above its name (%i px)', async (width) => {
  await renderRails('light', rails.slice(5, 6), width);
  for (const tile of [...document.querySelectorAll('.discovr-Tile')].slice(0, 2)) {
    const [area, logo, name] = [tile, ...tile.querySelectorAll('.discovr-Tile-logo, .discovr-Tile-title')].map(
      (element) => element.getBoundingClientRect(),
    );
    const middleOf = ({ left, right }: DOMRect) => (left + right) / 2;
    expect(middleOf(logo!)).toBeCloseTo(middleOf(area!), 0);
    expect(middleOf(name!)).toBeCloseTo(middleOf(area!), 0);
    expect(logo!.top - area!.top).toBeGreaterThanOrEqual(12);
    expect(name!.top).toBeGreaterThanOrEqual(logo!.bottom);
    expect(area!.bottom - name!.bottom).toBeGreaterThanOrEqual(12);
  }
});

test.each<[string, Color]>([
  ['light', [255, 255, 255]],
  ['dark', [18, 18, 20]],
])('the outlines of the figures of a ranking stand out (%s)', async (scheme, ground) => {
  await renderRails(scheme, [{ title: 'Top', type: 'top_n', items: mediaItems(3) }], 1280);
  expect(contrastBetween(colorOf(document.querySelector('.discovr-Rail-rank')!), ground)).toBeGreaterThan(6);
});

test.each([390, 1280])('the first figure of a ranking begins where the heading does (%i px)', async (width) => {
  await renderRails('light', [{ title: 'Top', type: 'top_n', items: mediaItems(3) }], width);
  const [figure, heading] = ['.discovr-Rail-rank', '.discovr-Rail-title bdi'].map((part) =>
    document.querySelector(part)!.getBoundingClientRect(),
  );
  const colorsIn = await paintOf(document.querySelector('main')!);
  // Where the foot of a 1 is, from left to right.
  const across = colorsIn(new DOMRect(heading!.left - 16, figure!.bottom - figure!.height * 0.14, 40, 1.99));
  const start = across.findIndex((color) => Math.min(...color) < 200) - 16;
  expect(Math.abs(start)).toBeLessThan(7);
});

test.each([390, 1280])('a figure is about three quarters as high as its poster (%i px)', async (width) => {
  await renderRails('light', [{ title: 'Top', type: 'top_n', items: mediaItems(3) }], width);
  // A digit is about 0.72 em high.
  const size = 0.72 * Number.parseFloat(getComputedStyle(document.querySelector('.discovr-Rail-rank')!).fontSize);
  expect(size / cards('[data-type="top_n"]')[0]!.height).toBeCloseTo(0.72, 1);
});

test('nothing of a figure is visible beside the round corner of its poster', async () => {
  await renderRails('light', [{ title: 'Top', type: 'top_n', items: mediaItems(3) }], 1280);
  const colorsIn = await paintOf(document.querySelector('main')!);
  for (const poster of [...document.querySelectorAll('.discovr-Poster')].slice(0, 2)) {
    const { left, bottom } = poster.getBoundingClientRect();
    for (const color of colorsIn(new DOMRect(left + 1.5, bottom - 2.5, 1.5, 1.5))) {
      expect(Math.min(...color)).toBeGreaterThan(250);
    }
  }
});

test('cards without posters have different shapes, and those in the same hue too', async () => {
  const items = mediaItems(14).map((item) => ({ ...item, poster_path: null }));
  await renderRails('light', [{ title: 'Without posters', items }], 1280);
  const shapes = [...document.querySelectorAll('.discovr-Poster-drawn')].map(
    (drawn) => getComputedStyle(drawn).backgroundImage,
  );
  expect(new Set(shapes).size).toBe(3);
  for (const [index, shape] of shapes.entries()) {
    expect(shape).not.toBe(shapes[index + 1]);
    expect(shape).not.toBe(shapes[index + 6]);
  }
});

const cards = (rail: string) =>
  [...document.querySelectorAll(`${rail} .discovr-Card`)].map((card) => card.getBoundingClientRect());

test.each([390, 1280, 1900])(
  'the posters of a ranking are about as large as others, with room for each figure (%i px)',
  async (width) => {
    const items = mediaItems(9);
    await renderRails(
      'light',
      [
        { title: 'Posters', items },
        { title: 'Top', type: 'top_n', items },
      ],
      width,
    );
    const posters = cards('[data-type="top_n"]');
    const ratio = posters[0]!.width / cards('[data-type="media"]')[0]!.width;
    expect(Math.abs(ratio - 1)).toBeLessThan(0.1);
    const ranks = [...document.querySelectorAll('.discovr-Rail-rank')].slice(0, 6);
    const areas = ranks.map((rank) => rank.getBoundingClientRect());
    const covered = areas.map(({ right }, index) => right - posters[index]!.left);
    expect(Math.min(...covered)).toBeGreaterThan(0);
    expect(Math.max(...covered) - Math.min(...covered)).toBeLessThan(1);
    for (const [index, { left }] of areas.slice(1).entries()) {
      expect(left - posters[index]!.right, `${index + 2}`).toBeGreaterThan(2);
    }
  },
);

test('the outline of a rank is about 3 px thick on a phone, and grows with the digits', async () => {
  const outlines: number[] = [];
  for (const width of [390, 1000, 1920]) {
    const { unmount } = await renderRails('dark', [{ title: 'Top', type: 'top_n', items: mediaItems(10) }], width);
    const { textShadow } = getComputedStyle(document.querySelector('.discovr-Rail-rank')!);
    outlines.push(Math.max(...[...textShadow.matchAll(/([\d.]+)px/g)].map(([, px]) => Number(px))));
    await unmount();
  }
  expect(outlines[0]).toBeCloseTo(3, 0);
  expect(outlines[2]).toBeGreaterThan(outlines[1]!);
});
