import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { loadStyles } from '../../../test/support/loadStyles.js';
import { colorOf, contrastBetween, paintOf } from '../../../test/support/contrast.js';
import { heroItems } from '../../../test/support/pageItems.js';
import { untilStill } from '../../../test/support/untilStill.js';
import { visibleTexts } from '../../../test/support/visibleTexts.js';
import { createTestDiscovr } from '../../testing/createTestDiscovr.js';
import { TitleSheet } from './TitleSheet.js';

loadStyles();

const item = heroItems(2)[1]!;
const drawn = (fill: string) =>
  `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" width="16" height="9"><rect width="16" height="9" fill="${fill}"/></svg>`)}`;
const find = (selector: string) => document.querySelector(selector)!;
const heightOf = (element: Element) => element.getBoundingClientRect().height;

interface Shown {
  fill?: string;
  scheme?: string;
  logo?: string;
}

/** Shows the sheet of a title, with a picture of one color if `fill` is given. */
async function renderSheet(width: number, height: number, { fill, scheme, logo }: Shown = {}) {
  await page.viewport(width, height);
  const { Wrapper, control } = createTestDiscovr();
  const pictures = { backdrop_path: drawn(fill ?? ''), logo_path: logo ? drawn(logo) : null };
  const shown = fill ? { ...item, title: 'A Title as Long as Titles Can Be', ...pictures } : item;
  if (fill) {
    control.failNext({ kind: 'body', body: { ...shown, overview: 'What happens.' } }, { route: 'GET /media/:mediaId' });
  }
  const view = await render(
    <main data-discovr-scheme={scheme}>
      <TitleSheet mediaId={item.id} item={shown} onClose={() => undefined} />
    </main>,
    { wrapper: Wrapper },
  );
  await expect.element(page.getByRole('button', { name: 'Like', exact: true })).toBeEnabled();
  await expect.element(page.getByRole('dialog')).toHaveAttribute('data-state', 'ready');
  // Until the sheet has faded in, no text counts as visible.
  await untilStill(() => getComputedStyle(find('dialog')).opacity !== '1');
  return view;
}

test.each([
  [320, 640, 275],
  [390, 844, 307],
  [844, 390, 148],
  [820, 1180, 425],
  [1280, 800, 304],
  [1920, 1080, 410],
])(
  'a picture in the dark has its ratio of 16:9, with more for the texts on a phone, and at most 43 percent of the height of the screen (%i × %i px)',
  async (...size) => {
    const [width, height, expected] = size;
    await renderSheet(width, height, { scheme: 'dark' });
    expect(heightOf(find('.discovr-TitleSheet-picture'))).toBeCloseTo(expected, -0.5);
    const body = find('.discovr-TitleSheet-body');
    body.scrollTop = body.scrollHeight;
    const rows = [...body.querySelectorAll('section li')].map((row) => row.getBoundingClientRect().bottom);
    expect(body.getBoundingClientRect().bottom - Math.max(...rows)).toBeGreaterThanOrEqual(32);
  },
);

const schemes = { light: '#ffffff', dark: '#121214' };
const cases = Object.keys(schemes).flatMap((scheme) =>
  ['white', 'black'].flatMap((fill) => [333, 1000].map((width) => [scheme, fill, width] as const)),
);

test.each(cases.filter(([scheme]) => scheme === 'dark'))(
  'a picture fades into the sheet without an edge (%s, %s picture, %i px)',
  async (scheme, fill, width) => {
    await renderSheet(width, 700, { fill, scheme });
    await untilStill(() => !find('.discovr-TitleSheet-picture').closest('dialog')!.querySelector('img')!.complete);
    const head = find('.discovr-TitleSheet-head');
    const colorsIn = await paintOf(find('dialog'));
    const { left, right, bottom } = head.getBoundingClientRect();
    const surface = Number.parseInt(schemes[scheme as keyof typeof schemes].slice(1, 3), 16);
    // Beside the texts, from the middle of the fading edge to the content.
    for (const x of [left + 4, right - 6]) {
      const down = colorsIn(new DOMRect(x, bottom - 60, 1.99, 70)).map(([red]) => red);
      expect(Math.abs(down.at(-1)! - surface)).toBeLessThan(3);
      const steps = down.slice(1).map((color, row) => Math.abs(color - down[row]!));
      expect(Math.max(...steps)).toBeLessThan(16);
    }
  },
);

describe('in the light scheme', () => {
  const light = { fill: '#800000', scheme: 'light' };

  test.each([
    [320, 640, 140],
    [390, 844, 200],
  ])('a picture keeps its colors down to its edge, and the texts are below it (%i × %i px)', async (...size) => {
    const [width, height, least] = size;
    await renderSheet(width, height, light);
    const { left, top, bottom } = find('.discovr-TitleSheet-picture').getBoundingClientRect();
    expect(bottom - top).toBeGreaterThan(least);
    expect(find('.discovr-TitleSheet-title').getBoundingClientRect().top - bottom).toBeCloseTo(20, 0);
    const colorsIn = await paintOf(find('dialog'));
    const reds = colorsIn(new DOMRect(left + 30, top + 1, 1.99, Math.floor(bottom - top) - 2)).map(([red]) => red);
    expect(new Set(reds)).toEqual(new Set([128]));
  });

  test('a title that is drawn, often in white, is on the picture, and nothing below moves when it comes', async () => {
    const { unmount } = await renderSheet(390, 844, light);
    const before = find('.discovr-TitleSheet-head').getBoundingClientRect().bottom;
    await unmount();
    await renderSheet(390, 844, { ...light, logo: 'white' });
    const [head, picture] = ['head', 'picture'].map((name) =>
      find(`.discovr-TitleSheet-${name}`).getBoundingClientRect(),
    );
    expect(picture!.bottom).toBe(head!.bottom);
    expect(head!.bottom).toBe(before);
  });
});

test.each(cases)('the text on a picture is readable (%s, %s picture, %i px)', async (scheme, fill, width) => {
  await renderSheet(width, 700, { fill, scheme });
  const head = find('.discovr-TitleSheet-head');
  const seen = visibleTexts(head).map((each) => ({ ...each, color: colorOf(each.element) }));
  const hidden = document.createElement('style');
  hidden.textContent = '.discovr-TitleSheet-texts * { color: transparent !important; transition: none !important; }';
  document.head.append(hidden);
  const colorsIn = await paintOf(find('dialog'));
  hidden.remove();
  expect(seen.map(({ text }) => text)).toContain('A Title as Long as Titles Can Be');
  for (const { text, area, color } of seen) {
    const lowest = Math.min(...colorsIn(area).map((behind) => contrastBetween(behind, color)));
    expect(lowest, text).toBeGreaterThanOrEqual(4.5);
  }
});

test('the text on a picture does not run under the close button, in a typeface of any width', async () => {
  await renderSheet(333, 700, { fill: 'white', scheme: 'dark' });
  const close = page.getByRole('button', { name: 'Close' }).element().getBoundingClientRect();
  const title = find('.discovr-TitleSheet-title') as HTMLElement;
  // One of the widest typefaces. The spacing makes it wider in steps, so that the lines end at different places.
  title.style.fontFamily = "'DejaVu Sans', Verdana, sans-serif";
  const covered = Array.from({ length: 30 }, (_, step) => `${step / 100}em`).filter((spacing) => {
    title.style.letterSpacing = spacing;
    return visibleTexts(find('.discovr-TitleSheet-head')).some(
      ({ area }) => area.right > close.left && area.top < close.bottom,
    );
  });
  expect(covered).toEqual([]);
});

test('facts that fit into the width of a phone are in one line in the dark, too', async () => {
  await renderSheet(390, 844, { fill: 'white', scheme: 'dark' });
  const facts = find('.discovr-TitleSheet-facts').getBoundingClientRect();
  const { left, right } = find('dialog').getBoundingClientRect();
  expect([facts.left - left, right - facts.right]).toEqual([20, 20]);
});
