import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { loadStyles } from '../../../test/support/loadStyles.js';
import { colorOf, commonest, contrastBetween, paintOf } from '../../../test/support/contrast.js';
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

test.each([390, 1280])('the logo of a watch provider has the same space above and beside it (%i px)', async (width) => {
  await renderRails('light', rails.slice(5, 6), width);
  const tile = document.querySelector('.discovr-Tile')!.getBoundingClientRect();
  const logo = document.querySelector('.discovr-Tile-logo')!.getBoundingClientRect();
  const name = document.querySelector('.discovr-Tile-title')!.getBoundingClientRect();
  expect(logo.left - tile.left).toBeCloseTo(12, 0);
  expect(logo.top - tile.top).toBeCloseTo(12, 0);
  expect(name.left).toBeCloseTo(logo.left, 0);
});

test('the figures of a ranking stand out from a light page, and posters cover as much of each', async () => {
  await renderRails('light', [{ title: 'Top', type: 'top_n', items: mediaItems(9) }], 1900);
  const ranks = [...document.querySelectorAll('.discovr-Rail-rank')].slice(0, 5);
  const covered = ranks.map((rank) => {
    expect(contrastBetween(colorOf(rank), [255, 255, 255])).toBeGreaterThan(7);
    const poster = rank.parentElement!.querySelector('.discovr-Card')!.getBoundingClientRect();
    return rank.getBoundingClientRect().right - poster.left;
  });
  expect(covered.length).toBe(5);
  expect(Math.min(...covered)).toBeGreaterThan(0);
  expect(Math.max(...covered) - Math.min(...covered)).toBeLessThan(1);
});

test('the visible half of the outline of a rank is 3 px thick on a phone, and grows with the digits', async () => {
  const outlines: number[] = [];
  for (const width of [390, 1000, 1920]) {
    const { unmount } = await renderRails('dark', [{ title: 'Top', type: 'top_n', items: mediaItems(10) }], width);
    const { webkitTextStrokeWidth } = getComputedStyle(document.querySelector('.discovr-Rail-rank')!);
    outlines.push(Number.parseFloat(webkitTextStrokeWidth) / 2);
    await unmount();
  }
  expect(outlines[0]).toBe(3);
  expect(outlines[2]).toBeGreaterThan(outlines[1]!);
});
