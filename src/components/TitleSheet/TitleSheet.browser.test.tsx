import { useState } from 'react';
import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { fromLeftToRight } from '../../../test/support/fromLeftToRight.js';
import { heroItems } from '../../../test/support/pageItems.js';
import { untilUnmoved } from '../../../test/support/untilStill.js';
import type { MediaItem } from '../../api/media.js';
import css from '../../styles/styles.css?inline';
import { createTestDiscovr } from '../../testing/createTestDiscovr.js';
import { RemoteControl } from '../../television/RemoteControl.js';
import { MediaCard } from '../MediaCard/MediaCard.js';
import { TitleSheet } from './TitleSheet.js';
import type { TitleSheetProps } from './types.js';

const sheet = document.createElement('style');
sheet.textContent = css;
beforeAll(() => document.head.append(sheet));
afterAll(() => sheet.remove());
afterEach(() => page.viewport(414, 896));

const titles: readonly MediaItem[] = heroItems(3);
const first = titles[0]!;
const second = titles[1]!;
const onClose = vi.fn<() => void>();
const onPlay = () => undefined;

const button = (name: string) => page.getByRole('button', { name, exact: true });
const dialog = page.getByRole('dialog');
const top = (element: Element) => element.getBoundingClientRect().top;

/** A page with cards that open the sheet. */
function Browse({ dir, ...props }: Partial<TitleSheetProps>) {
  const [shown, setShown] = useState<MediaItem>();
  const close = () => {
    onClose();
    setShown(undefined);
  };
  return (
    <main dir={dir} style={{ blockSize: '3000px' }}>
      {titles.map((item) => (
        <MediaCard key={item.id} item={item} style={{ inlineSize: '90px' }} onClick={() => setShown(item)} />
      ))}
      <TitleSheet {...props} mediaId={shown?.id} item={shown} onClose={close} onPlay={onPlay} />
    </main>
  );
}

async function renderBrowse(props: Partial<TitleSheetProps> = {}, latency = 0) {
  onClose.mockClear();
  const discovr = createTestDiscovr();
  discovr.control.setLatency(latency);
  const view = await render(<Browse {...props} />, { wrapper: discovr.Wrapper });
  return { ...discovr, ...view };
}

async function renderWithRemote() {
  const discovr = createTestDiscovr();
  await render(
    <RemoteControl>
      <Browse />
    </RemoteControl>,
    { wrapper: discovr.Wrapper },
  );
  return discovr;
}

/** Opens the sheet of the second card and waits until it is loaded. */
async function open() {
  await button(second.title).click();
  await expect.element(button('Like')).toBeEnabled();
  await untilUnmoved();
}

describe('the title sheet', () => {
  test.each([
    ['Escape', () => userEvent.keyboard('{Escape}')],
    ['a click on its close button', () => button('Close').click()],
    [
      'a click outside',
      async () => {
        dialog.element().dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
        dialog.element().dispatchEvent(new PointerEvent('click', { bubbles: true }));
      },
    ],
  ])('closes on %s, calls onClose once and returns focus to the card', async (_how, close) => {
    await page.viewport(1000, 700);
    await renderBrowse();
    await open();
    // A dialog fires its close event in a later task.
    const element = dialog.element();
    const closed = new Promise((resolve) => element.addEventListener('close', resolve, { once: true }));
    await close();
    await expect.element(dialog).not.toBeInTheDocument();
    await expect.element(button(second.title)).toHaveFocus();
    await closed;
    expect(onClose).toHaveBeenCalledOnce();
  });

  test('returns focus to the clicked card when the browser did not focus it', async () => {
    await renderBrowse();
    const card = button(second.title).element() as HTMLElement;
    card.click();
    await expect.element(dialog).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect.element(button(second.title)).toHaveFocus();
  });

  test('lets the page scroll again when unmounted while open', async () => {
    const { unmount } = await renderBrowse();
    await open();
    await unmount();
    expect(getComputedStyle(document.documentElement).overflow).toBe('visible');
  });
});

test('the sheet is named by its title, focuses it and blocks scrolling of the page behind', async () => {
  await page.viewport(1000, 700);
  await renderBrowse();
  await open();
  await expect.element(page.getByRole('dialog', { name: second.title })).toBeVisible();
  await expect.element(page.getByRole('heading', { name: second.title })).toHaveFocus();
  await userEvent.keyboard('{Tab}');
  await expect.element(button('Play')).toHaveFocus();
  await userEvent.keyboard('{Shift>}{Tab}{/Shift}');
  await expect.element(button('Close')).toHaveFocus();
  expect(getComputedStyle(document.documentElement).overflow).toBe('hidden');
  await userEvent.keyboard('{Shift>}{Tab}{Tab}{/Shift}');
  expect(document.activeElement === document.body || dialog.element().contains(document.activeElement)).toBe(true);
  await button('Close').click();
  await expect.poll(() => getComputedStyle(document.documentElement).overflow).toBe('visible');
});

test('a page that runs right to left shows English facts from left to right', async () => {
  const { control } = await renderBrowse({ dir: 'rtl' });
  control.failNext({ kind: 'body', body: { ...second, runtime: 117, seasons: [] } }, { route: 'GET /media/:mediaId' });
  await open();
  await expect.element(page.getByText('1 hr 57 min')).toBeVisible();
  expect(fromLeftToRight(page.getByText('1 hr 57 min').element())).toBe('1hr57min');
});

test('with a remote control, the play button gets the focus when it appears, and at once when the title is opened again', async () => {
  const { control } = await renderWithRemote();
  control.setLatency(1000);
  await userEvent.keyboard('{ArrowDown}{Enter}');
  await expect.element(button('Close')).toHaveFocus();
  await expect.element(button('Play')).toHaveFocus();
  await userEvent.keyboard('{Escape}{Enter}');
  expect(document.activeElement).toBe(button('Play').element());
});

test('with a remote control, the play button gets the focus when the title loads after all', async () => {
  const { control } = await renderWithRemote();
  control.failNext({ kind: 'status', status: 400 }, { route: 'GET /media/:mediaId' });
  control.failNext({ kind: 'status', status: 400 }, { route: 'GET /profile/media/:mediaId' });
  await userEvent.keyboard('{ArrowDown}{Enter}');
  const again = button('Try again');
  await expect.element(again).toBeVisible();
  (again.element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(button('Play')).toHaveFocus();
});

test.each([
  ['the profile data', ['GET /profile/media/:mediaId']],
  ['the title', ['GET /media/:mediaId']],
  ['the whole sheet', ['GET /media/:mediaId', 'GET /profile/media/:mediaId']],
] as const)(
  'on a television, the sheet has the focus while %s loads again, and then the play button',
  async (_part, routes) => {
    await page.viewport(1280, 720);
    document.documentElement.dataset['discovrTelevision'] = '';
    onTestFinished(() => void delete document.documentElement.dataset['discovrTelevision']);
    const { control } = await renderWithRemote();
    for (const route of routes) control.failNext({ kind: 'status', status: 400 }, { route });
    await userEvent.keyboard('{ArrowDown}{Enter}');
    const again = button('Try again');
    await expect.element(again).toBeVisible();
    (again.element() as HTMLElement).focus();
    control.setLatency(200);
    await userEvent.keyboard('{Enter}');
    expect(dialog.element().contains(document.activeElement)).toBe(true);
    await expect.element(button('Play')).toHaveFocus();
  },
);

describe('the arrow keys', () => {
  test('move focus to the nearest control in their direction, and stop at both ends', async () => {
    await renderBrowse();
    await open();
    await userEvent.keyboard('{ArrowUp}');
    await expect.element(button('Close')).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}');
    await expect.element(button('Play')).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}{ArrowRight}');
    await expect.element(button('Dislike')).toHaveFocus();
    await userEvent.keyboard('{ArrowLeft}');
    await expect.element(button('Like')).toHaveFocus();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}{ArrowRight}');
    await expect.element(button('Watchlist')).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await expect.element(button('Watchlist')).toHaveAttribute('aria-pressed', 'true');
  });

  test('follow the writing direction', async () => {
    await renderBrowse({ dir: 'rtl' });
    await open();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowLeft}');
    await expect.element(button('Dislike')).toHaveFocus();
    await userEvent.keyboard('{ArrowRight}');
    await expect.element(button('Like')).toHaveFocus();
  });

  test('scroll the sheet after the last control, and scroll back before they move focus', async () => {
    await page.viewport(320, 400);
    const { control } = await renderBrowse();
    const body = { ...second, overview: 'A long story. '.repeat(200) };
    control.failNext({ kind: 'body', body }, { route: 'GET /media/:mediaId' });
    await open();
    await expect.element(dialog).toHaveAttribute('data-state', 'ready');
    const scroller = dialog.element().firstElementChild!;
    (button('Watchlist').element() as HTMLElement).focus();
    await userEvent.keyboard('{ArrowDown}');
    await expect.poll(() => scroller.scrollTop).toBeGreaterThan(0);
    scroller.scrollTop = scroller.scrollHeight;
    await userEvent.keyboard('{ArrowUp}');
    await expect.element(button('Watchlist')).toHaveFocus();
    scroller.scrollTop = 0;
    await userEvent.keyboard('{ArrowUp}');
    await expect.element(button('Play')).toHaveFocus();
  });
});

describe('the layout', () => {
  test.each([
    [320, 640],
    [1000, 800],
  ])('does not move controls when the data loads (%i pixels wide)', async (width, height) => {
    await page.viewport(width, height);
    const { container } = await renderBrowse({}, 1_000);
    await button(second.title).click();
    await expect.element(dialog).toBeVisible();
    await untilUnmoved();
    const like = button('Like').element();
    const place = container.ownerDocument.querySelector('.discovr-TitleSheet-play')!;
    expect(dialog.element()).toHaveAttribute('data-state', 'loading');
    const before = [like, place].map((element) => element.getBoundingClientRect());
    await expect.element(button('Like')).toBeEnabled();
    await expect.element(dialog).toHaveAttribute('data-state', 'ready');
    const after = [like, place].map((element) => element.getBoundingClientRect());
    expect(after.map(({ top: y, left, height: size }) => [y, left, size])).toEqual(
      before.map(({ top: y, left, height: size }) => [y, left, size]),
    );
  });

  test('fills the screen of a phone without overflow, with buttons of at least 44 pixels', async () => {
    await page.viewport(320, 640);
    await renderBrowse();
    await open();
    const { width, height } = dialog.element().getBoundingClientRect();
    expect([width, height]).toEqual([320, 640]);
    const body = dialog.element().firstElementChild!;
    expect(body.scrollWidth).toBeLessThanOrEqual(320);
    for (const control of dialog.element().querySelectorAll('button')) {
      const { width: controlWidth, height: controlHeight } = control.getBoundingClientRect();
      expect(Math.min(controlWidth, controlHeight), control.textContent).toBeGreaterThanOrEqual(44);
    }
    body.scrollTop = body.scrollHeight;
    expect(top(button('Close').element())).toBeGreaterThanOrEqual(0);
  });

  test('is a panel on a wide screen, 880 pixels wide and no higher than the screen', async () => {
    await page.viewport(1400, 700);
    await renderBrowse();
    await open();
    const { width, left, bottom } = dialog.element().getBoundingClientRect();
    expect(width).toBe(880);
    expect(left).toBeCloseTo((document.documentElement.clientWidth - 880) / 2, -1);
    expect(bottom).toBeLessThanOrEqual(700);
  });
});

test('the sheet stays open and keeps focus when mediaId changes', async () => {
  const discovr = createTestDiscovr();
  const ui = (item: MediaItem) => (
    <TitleSheet
      mediaId={item.id}
      item={item}
      onClose={onClose}
      renderPlay={() => <button type="button">Next</button>}
    />
  );
  const { rerender } = await render(ui(first), { wrapper: discovr.Wrapper });
  await expect.element(button('Next')).toBeVisible();
  (button('Next').element() as HTMLElement).focus();
  onClose.mockClear();
  await rerender(ui(second));
  await expect.element(page.getByRole('dialog', { name: second.title })).toBeVisible();
  await expect.element(button('Next')).toBeVisible();
  expect(dialog.element().contains(document.activeElement)).toBe(true);
  expect(onClose).not.toHaveBeenCalled();
});

test('the links to services in the sheet are large enough to tap', async () => {
  await renderBrowse({ providerHref: ({ id }) => `https://watch.example/${id}` });
  await open();
  const links = [...dialog.element().querySelectorAll('a')];
  expect(links.length).toBeGreaterThan(0);
  for (const link of links) expect(link.getBoundingClientRect().height).toBeGreaterThanOrEqual(44);
});
