import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { useState } from 'react';
import { cdp, page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { frame } from '../../../test/support/frame.js';
import { untilStill } from '../../../test/support/untilStill.js';
import { mediaItems } from '../../../test/support/pageItems.js';
import css from '../../styles/styles.css?inline';
import { createTestDiscovr } from '../../testing/createTestDiscovr.js';
import { Rail } from '../Rail/Rail.js';
import type { MediaItem } from '../../api/media.js';
import { TitleSheet } from '../TitleSheet/TitleSheet.js';
import { TitlePreview, type TitlePreviewProps } from './TitlePreview.js';
import { useTitlePreview } from './useTitlePreview.js';

const sheet = document.createElement('style');
sheet.textContent = css;
beforeAll(() => document.head.append(sheet));
afterAll(() => sheet.remove());

const titles = mediaItems(30);

/** Moves a real mouse to the middle of an element, in two steps as a hand does. */
async function moveTo(target: Element) {
  const { left, top, width, height } = target.getBoundingClientRect();
  const frameOffset = window.frameElement?.getBoundingClientRect() ?? { left: 0, top: 0 };
  for (const step of [3, 0]) {
    await cdp().send('Input.dispatchMouseEvent', {
      type: 'mouseMoved',
      x: frameOffset.left + left + width / 2 + step,
      y: frameOffset.top + top + height / 2 + step,
    });
  }
}

function BrowseWithSheet() {
  const controller = useTitlePreview();
  const [shown, setShown] = useState<MediaItem>();
  return (
    <main style={{ inlineSize: 900, paddingBlockStart: 120 }}>
      <Rail
        title="New"
        type="media"
        items={titles}
        onItemClick={{ media: setShown }}
        onItemIntent={controller.onItemIntent}
      />
      <TitlePreview controller={controller} onItemClick={{ media: setShown }} />
      <TitleSheet mediaId={shown?.id} item={shown} onClose={() => setShown(undefined)} />
    </main>
  );
}

function Browse(props: Partial<TitlePreviewProps>) {
  const controller = useTitlePreview();
  return (
    <main style={{ inlineSize: 900, blockSize: 3000, paddingBlockStart: 120 }}>
      <Rail title="New" type="media" items={titles} href="#{id}" onItemIntent={controller.onItemIntent} />
      <TitlePreview href="#{id}" {...props} controller={controller} />
    </main>
  );
}

const card = (position: number) =>
  page.getByRole('link', { name: titles[position]!.title, exact: true }).first().element();
const panel = () => document.querySelector<HTMLElement>('.discovr-TitlePreview');
/** Lets the mouse rest. */
const rest = (ms: number) => vi.advanceTimersByTimeAsync(ms);

async function show(props: Partial<TitlePreviewProps> = {}) {
  const discovr = createTestDiscovr();
  await render(<Browse {...props} />, { wrapper: discovr.Wrapper });
  await frame();
  await frame();
  // Timers of previews pass when a test says so.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  return discovr;
}

/** Rests the mouse on a card until its preview is open. */
async function open(position: number) {
  await moveTo(card(position));
  await rest(399);
  expect(panel()).toBeNull();
  await rest(1);
  await vi.waitFor(() => expect(panel()).not.toBeNull());
}

beforeEach(async () => {
  await page.viewport(1000, 700);
  window.scrollTo(0, 0);
  await cdp().send('Input.dispatchMouseEvent', { type: 'mouseMoved', x: 1, y: 1 });
});

describe('a preview', () => {
  test('opens over a card on which the mouse rests, inside the window and in the top layer', async () => {
    await show({ onPlay: vi.fn<() => void>() });
    await open(0);
    const { left, right, top, bottom } = panel()!.getBoundingClientRect();
    // Older browsers have no popovers.
    const isRaised =
      'showPopover' in panel()! ? panel()!.matches(':popover-open') : getComputedStyle(panel()!).zIndex === '10';
    expect(isRaised).toBe(true);
    expect([left >= 8, top >= 8, right <= innerWidth, bottom <= innerHeight]).toEqual([true, true, true, true]);
    expect([panel()!.offsetWidth >= 300, panel()!.offsetWidth <= 380]).toEqual([true, true]);
    await expect.element(page.getByRole('button', { name: 'Play' })).toBeEnabled();
    await expect.element(page.getByRole('button', { name: 'Watchlist' })).toBeEnabled();
  });

  test('asks nothing before it opens, and not while the mouse only passes', async () => {
    const discovr = await show();
    const { length } = discovr.control.requests;
    for (const position of [0, 1, 2, 1]) await moveTo(card(position));
    await moveTo(document.querySelector('h2')!);
    await rest(1000);
    expect(panel()).toBeNull();
    expect(discovr.control.requests).toHaveLength(length);
  });

  test('leaves the heading of the row visible', async () => {
    await show({ onPlay: vi.fn<() => void>() });
    await open(1);
    expect(panel()!.getBoundingClientRect().top).toBeGreaterThanOrEqual(
      document.querySelector('h2')!.getBoundingClientRect().bottom - 8,
    );
  });

  test('shows how much was watched, whole facts only, and a way to the details', async () => {
    const discovr = await show({ onPlay: vi.fn<() => void>() });
    const always = { times: Number.MAX_SAFE_INTEGER };
    const untouched = { liked: false, disliked: false, super_liked: false, watchlist: false, providers: [] };
    const meta = { ...untouched, history: true, playback: { resumable: true, progress: 43 } };
    discovr.control.failNext({ kind: 'body', body: meta }, { ...always, route: 'GET /profile/media/:mediaId' });
    const body = { ...titles[1]!, release_date: '2026-01-30', runtime: 113, genres: [10765, 10768] };
    discovr.control.failNext({ kind: 'body', body }, { ...always, route: 'GET /media/:mediaId' });
    await open(1);
    await expect.element(page.getByRole('progressbar', { name: /43/ })).toBeVisible();
    await expect.element(page.getByText('1 hr 53 min')).toBeVisible();
    const facts = [...panel()!.querySelectorAll('.discovr-TitlePreview-facts')].map((line) => line.textContent);
    expect(facts).toEqual(['20261 hr 53 min', 'Sci-Fi & Fantasy, War & Politics']);
    const details = page.getByRole('link', { name: 'Details' });
    await expect.element(details).toHaveAttribute('href', `#${titles[1]!.id}`);
    // Its tooltip is its name. With another name, a screen reader would say both.
    expect(details.element().hasAttribute('aria-label')).toBe(false);
    await untilStill(() => panel()!.getAnimations().length > 0);
    const areaOf = (selector: string) => panel()!.querySelector(selector)!.getBoundingClientRect();
    const [bar, play, picture] = ['progress', '.discovr-Button', '.discovr-TitlePreview-picture'].map(areaOf);
    // At the lower edge of the picture, where it takes no room.
    expect([bar!.left, bar!.right, bar!.height]).toEqual([picture!.left, picture!.right, 4]);
    expect(bar!.bottom).toBeCloseTo(picture!.bottom, 0);
    const above = areaOf('.discovr-TitlePreview-card > :last-child').bottom;
    expect(play!.top - above).toBeCloseTo(16, 0);
    expect(panel()!.getBoundingClientRect().bottom - play!.bottom).toBeCloseTo(20, 0);
  });

  test('shows two lines of the overview, genres up to one that would be cut off, and actions from edge to edge', async () => {
    const discovr = await show({ onPlay: vi.fn<() => void>() });
    const body = { ...titles[1]!, overview: 'What happens in the film. '.repeat(20), genres: [10759, 10765] };
    discovr.control.failNext({ kind: 'body', body }, { times: 9, route: 'GET /media/:mediaId' });
    await open(1);
    await expect.element(page.getByText('What happens')).toBeVisible();
    await untilStill(() => panel()!.getAnimations().length > 0);
    const overview = panel()!.querySelector('.discovr-TitlePreview-overview')!;
    const lines = overview.getBoundingClientRect().height / Number.parseFloat(getComputedStyle(overview).lineHeight);
    expect(lines).toBeCloseTo(2, 1);
    expect(page.getByText('Action & Adventure', { exact: true }).elements()).toHaveLength(1);
    const { left, right } = panel()!.getBoundingClientRect();
    const areas = [...panel()!.querySelectorAll('.discovr-TitlePreview-actions :is(button, a)')].map((control) =>
      control.getBoundingClientRect(),
    );
    expect([areas[0]!.left - left, right - areas.at(-1)!.right]).toEqual([16, 16]);
    for (const [index, area] of areas.slice(1).entries()) expect(area.left - areas[index]!.right).toBe(8);
  });

  test('stays while the mouse is over it, and closes after it has left', async () => {
    await show();
    await open(1);
    await moveTo(panel()!.querySelector('.discovr-TitlePreview-actions')!);
    await rest(1000);
    expect(panel()).not.toBeNull();
    await moveTo(document.querySelector('h2')!);
    await vi.waitFor(() => expect(panel()).toBeNull());
  });

  test('closes while the mouse crosses other cards, and opens over the one on which it then rests', async () => {
    await show();
    await open(0);
    await moveTo(card(2));
    await rest(100);
    await moveTo(card(3));
    await rest(50);
    await vi.waitFor(() => expect(panel()).toBeNull());
    await rest(350);
    await vi.waitFor(() => expect(panel()).not.toBeNull());
    expect(panel()!.textContent).toContain(titles[3]!.title);
  });

  test.each(['Escape', 'ArrowRight'])('closes on %s', async (key) => {
    await show();
    await open(1);
    window.dispatchEvent(new KeyboardEvent('keydown', { key }));
    await vi.waitFor(() => expect(panel()).toBeNull());
  });

  test('keeps Escape for itself, so that no page goes back, until it is closed', async () => {
    const onKeyDown = vi.fn<() => void>();
    document.addEventListener('keydown', onKeyDown);
    onTestFinished(() => document.removeEventListener('keydown', onKeyDown));
    await show();
    await open(1);
    await userEvent.keyboard('{Escape}');
    await vi.waitFor(() => expect(panel()).toBeNull());
    expect(onKeyDown).not.toHaveBeenCalled();
    await userEvent.keyboard('{Escape}');
    expect(onKeyDown).toHaveBeenCalledTimes(1);
  });

  test('closes when the page scrolls, and none opens under the resting mouse until it moves', async () => {
    await show();
    await open(1);
    const list = document.querySelector('.discovr-Rail-list')!;
    list.scrollLeft = 400;
    await vi.waitFor(() => expect(panel()).toBeNull());
    await untilStill();
    await rest(1000);
    expect(panel()).toBeNull();
    await open(4);
  });

  test('saves the title, and gives the focus back to its card', async () => {
    const discovr = await show();
    await open(1);
    const save = page.getByRole('button', { name: 'Watchlist' });
    await expect.element(save).toBeEnabled();
    await save.click();
    await expect.element(save).toHaveAttribute('aria-pressed', 'true');
    expect(discovr.control.count('POST /profile/watchlist')).toBe(1);
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
    await vi.waitFor(() => expect(panel()).toBeNull());
    expect(document.activeElement).toBe(card(1));
  });

  test.each<[string, (panel: HTMLElement) => unknown]>([
    ['', (shown) => userEvent.click(shown.querySelector('.discovr-TitlePreview-picture')!)],
    // Safari does not focus what is clicked.
    [' in Safari', (shown) => shown.querySelector<HTMLElement>('.discovr-TitlePreview-card')!.click()],
  ])(
    'opens the sheet that a click on the card opens, which then gives the focus back to the card%s',
    async (_, click) => {
      await render(<BrowseWithSheet />, { wrapper: createTestDiscovr().Wrapper });
      await frame();
      const button = page.getByRole('button', { name: titles[1]!.title, exact: true }).first().element();
      await moveTo(button);
      await vi.waitFor(() => expect(panel()).not.toBeNull());
      await click(panel()!);
      await expect.element(page.getByRole('dialog')).toBeVisible();
      expect(panel()).toBeNull();
      await userEvent.keyboard('{Escape}');
      await vi.waitFor(() => expect(document.querySelector('dialog')).toBeNull());
      expect(document.activeElement).toBe(button);
    },
  );

  test('closes on a scroll after its card was removed, and gives the focus to the card in its place', async () => {
    await show();
    await open(1);
    const save = page.getByRole('button', { name: 'Watchlist' });
    await expect.element(save).toBeEnabled();
    card(1).closest('li')!.remove();
    await save.click();
    document.dispatchEvent(new Event('scroll'));
    await vi.waitFor(() => expect(panel()).toBeNull());
    expect(document.activeElement).toBe(card(0));
  });

  test('stays in its place when its card is removed, as from a watchlist', async () => {
    await show();
    await open(1);
    const save = page.getByRole('button', { name: 'Watchlist' });
    await expect.element(save).toBeEnabled();
    const place = () => panel()!.style.cssText;
    const before = place();
    card(1).closest('li')!.remove();
    await save.click();
    await expect.element(save).toHaveAttribute('aria-pressed', 'true');
    expect(place()).toBe(before);
  });

  test('shows the clip of the app, unless the user prefers reduced motion', async () => {
    await show({ renderPreview: ({ title }) => <i>{`Clip of ${title}`}</i> });
    await open(1);
    await expect.element(page.getByText(`Clip of ${titles[1]!.title}`)).toBeInTheDocument();
    await cdp().send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-reduced-motion', value: 'reduce' }] });
    onTestFinished(async () => void (await cdp().send('Emulation.setEmulatedMedia', {})));
    await vi.waitFor(() => expect(document.querySelector('i')).toBeNull());
  });
});
