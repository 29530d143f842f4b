import { useState } from 'react';
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { cdp, page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { loadStyles } from '../../../test/support/loadStyles.js';
import { mediaItems } from '../../../test/support/pageItems.js';
import { untilStill, untilUnmoved } from '../../../test/support/untilStill.js';
import type { MediaItem } from '../../api/media.js';
import { RemoteControl } from '../../television/RemoteControl.js';
import { pause } from '../../shared/time.js';
import { createTestDiscovr } from '../../testing/createTestDiscovr.js';
import { Rail } from '../Rail/Rail.js';
import { loadMotion } from './TitleSheet.js';
import { TitleSheet } from './TitleSheet.js';

loadStyles();

const titles = mediaItems(6);
const dialog = page.getByRole('dialog');
const { documentElement: root } = document;
const NAME = 'discovr-title';

/** Classes of the elements that have the name of the poster. */
const named = () =>
  [...document.querySelectorAll<HTMLElement>('*')]
    .filter((element) => getComputedStyle(element).viewTransitionName === NAME)
    .map(({ className }) => className);
/** Cards of the title, which stands in both rails. */
const cards = () => [...document.querySelectorAll<HTMLElement>('[data-position="1"] > button')];
const hasFocus = (element: Element) => vi.waitFor(() => expect(document.activeElement).toBe(element));

/** A transition that has started, with what had the name before and after its update. */
interface Started {
  transition: ViewTransition;
  before: string[];
  after?: string[];
}

let started: Started[];

beforeEach(async () => {
  await page.viewport(1280, 800);
  await loadMotion();
  // A busy machine may decode late.
  vi.spyOn(HTMLImageElement.prototype, 'decode').mockResolvedValue();
});

/** Notes the transitions that start. */
function watchTransitions() {
  started = [];
  const start = document.startViewTransition.bind(document);
  vi.spyOn(document, 'startViewTransition').mockImplementation((update) => {
    const note: Partial<Started> = { before: named() };
    const transition = start(() => {
      (update as () => void)();
      note.after = named();
    });
    started.push(Object.assign(note, { transition }) as Started);
    return transition;
  });
}
afterEach(() => vi.restoreAllMocks());

/** Two rails with the same titles. */
function Browse({ onClose }: { onClose?: () => void }) {
  const [shown, setShown] = useState<MediaItem>();
  return (
    <main style={{ blockSize: 3000 }}>
      {['New', 'For you'].map((name) => (
        <Rail key={name} title={name} type="media" items={titles} onItemClick={{ media: setShown }} />
      ))}
      <TitleSheet mediaId={shown?.id} item={shown} onClose={onClose ?? (() => setShown(undefined))} />
    </main>
  );
}

async function open(ui = <Browse />) {
  const discovr = createTestDiscovr();
  await render(ui, { wrapper: discovr.Wrapper });
  await vi.waitFor(() => expect(cards()).toHaveLength(2));
  const [, card] = cards() as [HTMLElement, HTMLElement];
  card.focus();
  card.click();
  await expect.element(dialog).toBeVisible();
  return card;
}

/** Opens the sheet, and waits until the poster has arrived. */
async function openAndArrive(ui = <Browse />) {
  const card = await open(ui);
  await vi.waitFor(() => expect(started).toHaveLength(1));
  await started[0]!.transition.finished;
  await untilUnmoved();
  return card;
}

describe('the poster of the clicked card', () => {
  beforeEach(watchTransitions);

  test('becomes the head of the sheet, while the page stays live and the sheet has the focus', async () => {
    await open();
    await vi.waitFor(() => expect(started).toHaveLength(1));
    expect(dialog.element().contains(document.activeElement)).toBe(true);
    const [{ transition, before, after }] = started as [Started];
    await transition.ready;
    expect([before, started[0]!.after ?? after]).toEqual([['discovr-Poster'], ['discovr-TitleSheet-head']]);
    const motions = document.getAnimations().map(({ effect }) => effect as KeyframeEffect);
    const groups = motions.filter(({ pseudoElement }) => pseudoElement?.startsWith('::view-transition-group'));
    expect(groups.map(({ pseudoElement }) => pseudoElement)).toEqual([`::view-transition-group(${NAME})`]);
    expect(groups[0]!.getTiming().duration).toBe(280);
    expect(groups[0]!.getTiming().easing).toBe('linear');
    expect(groups[0]!.getKeyframes()[0]!.easing).toBe('cubic-bezier(0.2, 0, 0, 1)');
    expect(getComputedStyle(root, '::view-transition').pointerEvents).toBe('none');
    await transition.finished;
    expect([named(), getComputedStyle(root).viewTransitionName]).toEqual([[], 'root']);
  });

  test('closes the sheet once when the user closes it twice before the poster is on its way back', async () => {
    const onClose = vi.fn();
    await openAndArrive(<Browse onClose={onClose} />);
    const close = dialog.getByRole('button', { name: 'Close' }).element() as HTMLElement;
    close.click();
    close.click();
    await started[1]!.transition.finished;
    expect([onClose.mock.calls.length, started.length]).toEqual([1, 2]);
  });

  test('is not needed to close the sheet: it closes where the browser refuses to move it', async () => {
    const card = await openAndArrive();
    vi.mocked(document.startViewTransition).mockImplementation(() => {
      throw new DOMException('no', 'InvalidStateError');
    });
    await userEvent.keyboard('{Escape}');
    await hasFocus(card);
    expect([dialog.query(), named(), getComputedStyle(root).viewTransitionName]).toEqual([null, [], 'root']);
  });

  test('is not needed to close the sheet again: the second time, it closes without waiting for the browser', async () => {
    await openAndArrive();
    const skipTransition = vi.fn();
    const never = new Promise<never>(() => {});
    // Only what is used here.
    const stuck = { skipTransition, ready: never, finished: Promise.resolve() } as unknown as ViewTransition;
    vi.mocked(document.startViewTransition).mockReturnValue(stuck);
    const close = dialog.getByRole('button', { name: 'Close' }).element() as HTMLElement;
    close.click();
    close.click();
    await expect.poll(() => dialog.query()).toBeNull();
    expect(skipTransition).toHaveBeenCalled();
  });

  test('does not move when the picture of the sheet is late: the sheet grows and fades in', async () => {
    vi.mocked(HTMLImageElement.prototype.decode).mockReturnValue(new Promise(() => {}));
    await open();
    const [motion] = dialog.element().getAnimations();
    expect(motion!.effect!.getTiming().duration).toBe(200);
    expect((motion!.effect as KeyframeEffect).getKeyframes()[0]).toMatchObject({
      opacity: '0',
      transform: 'scale(0.96)',
    });
    await untilUnmoved();
    await expect.poll(() => document.querySelector<HTMLElement>('.discovr-TitleSheet-head')!.style.opacity).toBe('');
    expect(started).toEqual([]);
  });

  test('does not move when the user prefers reduced motion', async () => {
    await cdp().send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-reduced-motion', value: 'reduce' }] });
    onTestFinished(async () => void (await cdp().send('Emulation.setEmulatedMedia', { features: [] })));
    const card = await open();
    expect(dialog.element().getAnimations()).toEqual([]);
    await userEvent.keyboard('{Escape}');
    await hasFocus(card);
    expect(started).toEqual([]);
  });

  test('does not move on a television', async () => {
    const card = await open(
      <RemoteControl>
        <Browse />
      </RemoteControl>,
    );
    expect(dialog.element().getAnimations()).toEqual([]);
    await userEvent.keyboard('{Escape}');
    await hasFocus(card);
    expect(started).toEqual([]);
  });

  test('lets Escape close the sheet at once while it is on its way', async () => {
    const card = await open();
    await vi.waitFor(() => expect(started).toHaveLength(1));
    const skip = vi.spyOn(started[0]!.transition, 'skipTransition');
    dialog.element().dispatchEvent(new Event('cancel', { cancelable: true }));
    expect(skip).toHaveBeenCalledOnce();
    await hasFocus(card);
    await untilStill();
    expect(started).toHaveLength(1);
    expect(document.querySelector('dialog')).toBeNull();
  });
});

describe('the head of a sheet that closes', () => {
  beforeEach(watchTransitions);

  test('goes back into the card that opened it, which has the focus at once', async () => {
    const card = await openAndArrive();
    await userEvent.keyboard('{Escape}');
    await hasFocus(card);
    expect(started).toHaveLength(2);
    const { transition, before, after } = started[1]!;
    expect([before, after]).toEqual([['discovr-TitleSheet-head'], ['discovr-Poster']]);
    await transition.finished;
    expect([named(), getComputedStyle(root).viewTransitionName]).toEqual([[], 'root']);
  });

  test('fades with the sheet when the card is no longer in view', async () => {
    await openAndArrive();
    document.querySelector('main')!.style.translate = '0 -2000px';
    await userEvent.keyboard('{Escape}');
    await vi.waitFor(() => expect(started[1]?.after).toEqual([]));
    expect(started[1]!.before).toEqual([]);
  });
});

describe('a finger on the head of the sheet of a phone', () => {
  beforeEach(watchTransitions);

  /** Moves a finger down by some pixels, in ten steps, or in two before a pause, and lifts it. */
  const drag = async (down: number, pauseMs = 0) => {
    const element = dialog.element().querySelector('.discovr-TitleSheet-head')!;
    const { left, top, width, height } = element.getBoundingClientRect();
    const iframe = window.frameElement!.getBoundingClientRect();
    const scale = iframe.width / innerWidth;
    const x = iframe.left + (left + width / 2) * scale;
    const pointsAt = (moved: number) => [{ x, y: iframe.top + (top + height / 3 + moved) * scale }];
    const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: { x: number; y: number }[]) =>
      cdp().send('Input.dispatchTouchEvent', { type, touchPoints });
    await send('touchStart', pointsAt(0));
    const steps = pauseMs > 0 ? 2 : 10;
    for (let step = 1; step <= steps; step += 1) await send('touchMove', pointsAt((down * step) / steps));
    const { transform } = (dialog.element() as HTMLElement).style;
    if (pauseMs > 0) await pause(pauseMs);
    else {
      // A slow move, so that it does not count as a flick.
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      await send('touchMove', pointsAt(down));
    }
    await send('touchEnd', []);
    return transform;
  };
  const openOnPhone = async (height = 700) => {
    await page.viewport(390, height);
    return openAndArrive();
  };

  test('closes it from 96 px on', async () => {
    const card = await openOnPhone();
    expect(await drag(120)).toMatch(/^translateY\(1[12]\d/);
    await hasFocus(card);
    await expect.element(dialog).not.toBeInTheDocument();
  });

  test.each([0, 300])('lets it move back before, also when it rests after a quick move (%i ms)', async (pauseMs) => {
    await openOnPhone();
    expect(await drag(80, pauseMs)).toMatch(/^translateY\([78]\d/);
    await untilUnmoved();
    expect(dialog.element().getBoundingClientRect().top).toBe(0);
    await expect.element(dialog).toBeVisible();
  });

  test('scrolls it while it is not at its top', async () => {
    await openOnPhone(480);
    const body = dialog.element().firstElementChild!;
    await expect.element(dialog).toHaveAttribute('data-state', 'ready');
    body.scrollTop = 40;
    expect(await drag(120)).toBe('');
    await expect.element(dialog).toBeVisible();
    await expect.poll(() => body.scrollTop).toBe(0);
  });

  test('moves what is visible while the user has zoomed in, not the sheet', async () => {
    await openOnPhone();
    // In a frame, it is always 1.
    const scale = vi.spyOn(window.visualViewport!, 'scale', 'get').mockReturnValue(2);
    onTestFinished(() => scale.mockRestore());
    expect(await drag(120)).toBe('');
    await expect.element(dialog).toBeVisible();
  });

  test('does not drag a sheet that is a panel', async () => {
    await openAndArrive();
    expect(await drag(120)).toBe('');
    await expect.element(dialog).toBeVisible();
  });
});
