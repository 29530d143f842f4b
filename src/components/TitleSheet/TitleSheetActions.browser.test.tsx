import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { heroItems, providerItems } from '../../../test/support/pageItems.js';
import { untilUnmoved } from '../../../test/support/untilStill.js';
import { ar } from '../../locales/ar.js';
import { de } from '../../locales/de.js';
import { en } from '../../locales/en.js';
import { ja } from '../../locales/ja.js';
import { pl } from '../../locales/pl.js';
import { tr } from '../../locales/tr.js';
import type { Messages } from '../../messages/messages.js';
import css from '../../styles/styles.css?inline';
import { createTestDiscovr } from '../../testing/createTestDiscovr.js';
import { TitleSheet } from './TitleSheet.js';
import type { TitleSheetProps } from './types.js';

const sheet = document.createElement('style');
sheet.textContent = css;
beforeAll(() => document.head.append(sheet));
afterAll(() => sheet.remove());
afterEach(async () => {
  document.documentElement.style.fontSize = '';
  await page.viewport(414, 896);
});

const item = heroItems(1)[0]!;
const dialog = page.getByRole('dialog');

/** Returns the toggles of a sheet on a screen of this width, with text of this size. */
async function renderToggles(width: number, text: string, messages?: Messages): Promise<HTMLElement[]> {
  await page.viewport(width, 844);
  document.documentElement.style.fontSize = text;
  const { Wrapper } = createTestDiscovr({ provider: { messages } });
  await render(<TitleSheet mediaId={item.id} item={item} onClose={() => undefined} />, { wrapper: Wrapper });
  await expect.element(dialog).toHaveAttribute('data-state', 'ready');
  const toggles = () => [...dialog.element().querySelectorAll<HTMLElement>('[aria-pressed]')];
  await expect.poll(() => toggles().length).toBe(4);
  return toggles();
}

/** Returns the words that continue on the next line. */
function brokenWords(element: Element): string[] {
  const text = element.querySelector('.discovr-Button-text')!.firstChild!;
  const range = document.createRange();
  return [...text.textContent!.matchAll(/[\p{L}\p{M}]+/gu)].flatMap(({ 0: word, index }) => {
    range.setStart(text, index);
    range.setEnd(text, index + word.length);
    return range.getClientRects().length > 1 ? [word] : [];
  });
}

describe('the toggles of the title sheet', () => {
  test.each([
    [320, '100%', 4],
    [390, '200%', 2],
    [390, '100%', 4],
  ])('on a screen %i px wide with text at %s are in %i columns', async (width, text, columns) => {
    const toggles = await renderToggles(width, text);
    const tops = toggles.map((toggle) => toggle.getBoundingClientRect().top);
    const inFirstRow = tops.filter((top) => top === tops[0]).length;
    expect(inFirstRow).toBe(columns);
    expect(new Set(tops).size).toBe(4 / columns);
    expect(tops).toEqual([...tops].sort((a, b) => a - b));
  });

  test.each([320, 390, 768, 1280])('are equally wide (%i px)', async (width) => {
    const toggles = await renderToggles(width, '100%');
    const widths = toggles.map((toggle) => toggle.getBoundingClientRect().width);
    expect(Math.max(...widths) - Math.min(...widths)).toBeLessThan(1);
  });

  test.each(
    Object.entries({ en, de, ar, ja, pl, tr }).flatMap(([language, messages]) =>
      ['100%', '200%'].map((text) => [language, text, messages] as const),
    ),
  )('never break a word at 320 px (%s, text at %s)', async (_language, text, messages) => {
    const toggles = await renderToggles(320, text, messages);
    expect(toggles.flatMap(brokenWords)).toEqual([]);
    const tops = toggles.map((toggle) => toggle.getBoundingClientRect().top);
    expect(tops).toEqual([...tops].sort((a, b) => a - b));
    // Never three in a row.
    expect([4, 2, 1]).toContain(tops.filter((top) => top === tops[0]).length);
    for (const toggle of toggles) {
      expect(toggle.scrollWidth, toggle.textContent).toBeLessThanOrEqual(toggle.clientWidth);
      expect(toggle.getBoundingClientRect().right).toBeLessThanOrEqual(320);
    }
  });
});

const onPlay = () => undefined;
const find = (name: string) => dialog.element().querySelector(`.discovr-TitleSheet-${name}`)!;
const areaOf = (name: string) => find(name).getBoundingClientRect();

/** Returns the number of lines of a label. */
function linesIn(button: Element): number {
  const range = document.createRange();
  range.selectNodeContents(button.querySelector('.discovr-Button-text')!);
  return new Set([...range.getClientRects()].map(({ top }) => top)).size;
}

describe('on a wide screen', () => {
  const providers = providerItems.slice(0, 5);

  test('the toggles stand together 16 px after the play control, which is 240 px wide', async () => {
    await page.viewport(1280, 800);
    await renderSheetOf({ history: false, providers }, { onPlay });
    expect(areaOf('play').width).toBe(240);
    expect(areaOf('toggles').left - areaOf('play').right).toBe(16);
    expect(areaOf('toggles').width).toBeLessThan(440);
  });

  test.each([
    ['English', en, { resumable: true, progress: 12 }],
    ['German', de, { resumable: true, progress: 12 }],
    ['Arabic', ar, { resumable: true, progress: 43, season: 12, episode: 24 }],
  ])('the play control is one line in %s, and as wide as its text', async (_language, messages, playback) => {
    await page.viewport(1280, 800);
    await renderSheetOf({ history: true, playback, providers }, { onPlay, messages });
    expect(linesIn(find('playButton'))).toBe(1);
    expect(find('playButton').scrollWidth).toBeLessThanOrEqual(Math.ceil(areaOf('playButton').width));
    expect(areaOf('play').width).toBe(areaOf('playButton').width);
    const middle = (areaOf('playButton').top + areaOf('playButton').bottom) / 2;
    expect((areaOf('toggles').top + areaOf('toggles').bottom) / 2).toBeCloseTo(middle, 0);
  });

  test('the texts start 40 px from the edge, below each other', async () => {
    await page.viewport(1280, 800);
    await renderSheetOf({ history: true, providers }, { onPlay });
    const { left } = dialog.element().getBoundingClientRect();
    for (const part of ['title', 'play', 'overview', 'providers']) {
      expect(areaOf(part).left - left, part).toBe(40);
    }
  });

  test('the cast is beside the overview, and ends 40 px from the edge', async () => {
    await page.viewport(1280, 800);
    await renderSheetOf({ history: true, providers }, { onPlay });
    expect(dialog.element().getBoundingClientRect().right - areaOf('cast').right).toBe(40);
    const heading = page.getByRole('heading', { name: 'Cast' }).element().getBoundingClientRect();
    expect(Math.abs(heading.top - areaOf('overview').top)).toBeLessThan(6);
    expect(areaOf('cast').left).toBeGreaterThanOrEqual(areaOf('overview').right);
  });

  test('each label of the toggles is on one line in Arabic, 11 px or more from the edges of its button', async () => {
    const toggles = await renderToggles(1280, '100%', ar);
    expect(toggles.map(linesIn)).toEqual([1, 1, 1, 1]);
    for (const toggle of toggles) {
      const [button, label] = [toggle, toggle.querySelector('.discovr-StableLabel')!].map((element) =>
        element.getBoundingClientRect(),
      );
      expect(label!.left - button!.left).toBeGreaterThan(11);
      expect(button!.right - label!.right).toBeGreaterThan(11);
    }
  });

  test('four services are two and two', async () => {
    await page.viewport(1280, 800);
    await renderSheetOf({ history: false, providers: providers.slice(0, 4) }, { onPlay });
    const tops = [...dialog.element().querySelectorAll('.discovr-TitleSheet-provider')].map(
      (service) => service.getBoundingClientRect().top,
    );
    expect(tops.map((top) => tops.indexOf(top))).toEqual([0, 0, 2, 2]);
  });

  test('services with and without a link are in tiles of one look, their marks in line', async () => {
    await page.viewport(1280, 800);
    const providerHref: TitleSheetProps['providerHref'] = ({ id }) => (id === '119' ? undefined : `#${id}`);
    await renderSheetOf({ history: false, providers: providers.slice(0, 4) }, { onPlay, providerHref });
    const rows = [...dialog.element().querySelectorAll('.discovr-TitleSheet-provider')];
    const areas = rows.map((row) => row.getBoundingClientRect());
    expect(areas.map(({ height }) => height)).toEqual([44, 44, 44, 44]);
    expect(new Set(areas.map(({ width }) => Math.round(width))).size).toBe(1);
    const tops = areas.map(({ top }) => top);
    expect(tops.map((top) => tops.indexOf(top))).toEqual([0, 0, 2, 2]);
    const frames = rows.map((row) => getComputedStyle(row).boxShadow);
    expect(frames[0]).not.toBe('none');
    expect(new Set(frames).size).toBe(1);
    const [above, below] = [rows[1]!, rows[3]!].map((row) => row.querySelector('.discovr-TitleSheet-logo')!);
    expect(below!.getBoundingClientRect().left).toBe(above!.getBoundingClientRect().left);
    const [linked, plain] = [rows[1]!, rows[3]!].map((row) => getComputedStyle(row.querySelector('bdi')!).color);
    expect(plain).toBe(linked);
    // A link can be clicked anywhere in its tile.
    const link = rows[0]!.querySelector('a')!.getBoundingClientRect();
    expect([link.width, link.height]).toEqual([areas[0]!.width, areas[0]!.height]);
  });

  test('services are in columns of one width, 16 px apart', async () => {
    await page.viewport(1280, 800);
    await renderSheetOf({ history: false, providers }, { onPlay });
    const [first, second, third] = [...dialog.element().querySelectorAll('.discovr-TitleSheet-provider')].map(
      (service) => service.getBoundingClientRect(),
    );
    expect(second!.left - first!.right).toBeCloseTo(16, 1);
    expect(third!.width).toBeCloseTo(first!.width, 1);
  });

  test('an arrow marks those services that are links', async () => {
    const providerHref: TitleSheetProps['providerHref'] = ({ id }) => (id === '119' ? undefined : '#');
    await renderSheetOf({ history: false, providers }, { onPlay, providerHref });
    const rows = [...dialog.element().querySelectorAll('.discovr-TitleSheet-provider')];
    const links = rows.filter((row) => row.querySelector('a'));
    expect([rows.length, links.length]).toEqual([5, 4]);
    expect(rows.filter((row) => row.querySelector('.discovr-Icon:last-child'))).toEqual(links);
  });

  test('the ring of a toggle is clear of the picture', async () => {
    await page.viewport(1280, 800);
    await renderSheetOf({ history: false, providers }, { onPlay });
    expect(areaOf('toggles').top - areaOf('head').bottom).toBeGreaterThanOrEqual(24);
  });

  test('the picture runs to the edges of a light sheet, which have round corners, with the title on it', async () => {
    await page.viewport(1280, 800);
    await renderSheetOf({ history: false, providers }, { onPlay });
    const [{ left, top, right }, picture] = [dialog.element().getBoundingClientRect(), areaOf('picture')];
    expect([picture.left, picture.top, picture.right]).toEqual([left, top, right]);
    expect(getComputedStyle(dialog.element()).borderRadius).toBe('16px');
    expect(areaOf('title').bottom).toBeLessThan(picture.bottom);
  });
});

test.each([390, 1280])(
  'says below the toggles that a like was not saved, and moves none of them (%i px)',
  async (width) => {
    await page.viewport(width, 800);
    const { Wrapper, control } = createTestDiscovr();
    await render(<TitleSheet mediaId={item.id} item={item} onClose={() => undefined} onPlay={onPlay} />, {
      wrapper: Wrapper,
    });
    await expect.element(dialog).toHaveAttribute('data-state', 'ready');
    await untilUnmoved();
    const before = areaOf('toggles');
    control.failNext({ kind: 'status', status: 400 }, { route: 'POST /profile/liked', times: Number.MAX_SAFE_INTEGER });
    await dialog.getByRole('button', { name: 'Like', exact: true }).click();
    await expect.element(dialog.getByRole('alert')).toBeVisible();
    const [toggles, { top }] = [areaOf('toggles'), dialog.getByRole('alert').element().getBoundingClientRect()];
    expect([toggles.left, toggles.width]).toEqual([before.left, before.width]);
    expect(top).toBeGreaterThanOrEqual(toggles.bottom);
  },
);

test('when the facts fail to load, those of the card take their place, and nothing moves', async () => {
  await page.viewport(390, 844);
  const shown = { ...item, release_date: '1999-12-31', runtime: 119 };
  const sheetOf = async (fails: boolean) => {
    const { Wrapper, control } = createTestDiscovr();
    if (fails) control.failNext({ kind: 'status', status: 400 }, { route: 'GET /media/:mediaId' });
    const view = await render(<TitleSheet mediaId={item.id} item={shown} onClose={() => undefined} />, {
      wrapper: Wrapper,
    });
    await expect.element(dialog).toHaveAttribute('data-state', fails ? 'failed' : 'ready');
    await untilUnmoved();
    return view;
  };
  const { unmount } = await sheetOf(false);
  const { bottom } = areaOf('picture');
  await unmount();
  await sheetOf(true);
  await expect.element(dialog.getByText('1999')).toBeVisible();
  await expect.element(dialog.getByText('1 hr 59 min')).toBeVisible();
  expect(areaOf('picture').bottom).toBe(bottom);
});

test('facts that failed to load take no room if the card has none', async () => {
  await page.viewport(390, 844);
  const { type, id, title, media_type, poster_path, backdrop_path } = item;
  const bare = { type, id, title, media_type, poster_path, backdrop_path };
  const { Wrapper, control } = createTestDiscovr();
  control.failNext({ kind: 'status', status: 400 }, { route: 'GET /media/:mediaId' });
  await render(<TitleSheet mediaId={id} item={bare} onClose={() => undefined} />, { wrapper: Wrapper });
  await expect.element(dialog).toHaveAttribute('data-state', 'failed');
  expect(areaOf('head').bottom - areaOf('title').bottom).toBeCloseTo(0, 0);
});

describe('below the play control', () => {
  test.each([320, 1280])('a bar of 4 px shows how much was watched, as wide as the control (%i px)', async (width) => {
    await page.viewport(width, 800);
    await renderSheetOf({ history: true, playback: { resumable: true, progress: 43 } }, { onPlay });
    const [play, bar] = [find('playButton'), find('progress')].map((element) => element.getBoundingClientRect());
    expect([bar!.left, bar!.right, bar!.height]).toEqual([play!.left, play!.right, 4]);
    expect(bar!.top - play!.bottom).toBeCloseTo(8, 2);
  });

  test('the toggles are 24 px below the control on a phone, whether there is a bar or not', async () => {
    await page.viewport(390, 844);
    await renderSheetOf({ history: true, playback: { resumable: true, progress: 43 } }, { onPlay });
    expect(areaOf('toggles').top - areaOf('play').bottom).toBeCloseTo(24, 2);
    expect(areaOf('toggles').top - areaOf('progress').bottom).toBeCloseTo(12, 2);
  });

  test('what failed to load is said below the overview, and what failed to be saved below the toggles', async () => {
    await page.viewport(390, 844);
    const { Wrapper, control } = createTestDiscovr();
    control.failNext({ kind: 'status', status: 400 }, { route: 'GET /media/:mediaId' });
    await render(<TitleSheet mediaId={item.id} item={item} onClose={() => undefined} onPlay={onPlay} />, {
      wrapper: Wrapper,
    });
    await expect.element(dialog).toHaveAttribute('data-state', 'failed');
    const again = page.getByRole('button', { name: 'Try again' });
    await expect.element(again).toBeVisible();
    control.failNext({ kind: 'status', status: 400 }, { times: 9 });
    await page.getByRole('button', { name: 'Like', exact: true }).click();
    const unsaved = page.getByText('Couldn’t save your like. Try again.');
    await expect.element(unsaved).toBeVisible();
    const tops = [find('toggles'), unsaved.element(), find('overview'), again.element(), find('providers')].map(
      (element) => element.getBoundingClientRect().top,
    );
    expect(tops).toEqual([...tops].sort((a, b) => a - b));
  });

  test.each([
    [320, '100%', true],
    [390, '100%', true],
    [320, '200%', false],
  ])('at %i px and text at %s, what failed to load is in a row with its button: %s', async (width, text, isRow) => {
    await page.viewport(width, 844);
    document.documentElement.style.fontSize = text;
    const { Wrapper, control } = createTestDiscovr();
    control.failNext({ kind: 'status', status: 400 }, { route: 'GET /media/:mediaId' });
    await render(<TitleSheet mediaId={item.id} item={item} onClose={() => undefined} />, { wrapper: Wrapper });
    const again = page.getByRole('button', { name: 'Try again' });
    await expect.element(again).toBeVisible();
    const [said, retry] = [page.getByRole('alert'), again].map((part) => part.element().getBoundingClientRect());
    expect(said!.bottom > retry!.top).toBe(isRow);
    expect(said!.right <= retry!.left).toBe(isRow);
    expect(page.getByRole('alert').element().querySelector('button')).toBeNull();
  });

  test.each([320, 1280])('the overview is 24 px below the toggles, also of a watched title (%i px)', async (width) => {
    await page.viewport(width, 800);
    await renderSheetOf({ history: true }, { onPlay });
    await expect.element(page.getByText('Watched before')).toBeVisible();
    const [toggles, overview] = [find('toggles'), find('overview')].map((element) => element.getBoundingClientRect());
    expect(overview!.top - toggles!.bottom).toBe(24);
  });
});

/** Shows the sheet of a title that the profile has this data of. */
async function renderSheetOf(meta: object, props: Partial<TitleSheetProps>): Promise<void> {
  const { Wrapper, control } = createTestDiscovr();
  const body = { liked: false, disliked: false, super_liked: false, watchlist: false, providers: [], ...meta };
  control.failNext({ kind: 'body', body }, { route: 'GET /profile/media/:mediaId' });
  const classNames = { playButton: 'discovr-TitleSheet-playButton' };
  await render(
    <TitleSheet {...props} mediaId={item.id} item={item} classNames={classNames} onClose={() => undefined} />,
    { wrapper: Wrapper },
  );
  const name = props.messages?.titleToggles?.liked ?? 'Like';
  await expect.element(page.getByRole('button', { name, exact: true })).toBeEnabled();
  await expect.element(dialog).toHaveAttribute('data-state', 'ready');
  await untilUnmoved();
}
