import { useState, type ReactNode } from 'react';
import { afterEach, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { cdp, page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { loadStyles } from '../../test/support/loadStyles.js';
import { mediaItems } from '../../test/support/pageItems.js';
import { untilStill, untilUnmoved } from '../../test/support/untilStill.js';
import type { MediaItem } from '../api/media.js';
import { ActiveFilters } from '../components/ActiveFilters/ActiveFilters.js';
import { DiscovrPage } from '../components/DiscovrPage/DiscovrPage.js';
import { MediaCard } from '../components/MediaCard/MediaCard.js';
import { PageFilterDialog } from '../components/PageFilterDialog/PageFilterDialog.js';
import { TitleSheet } from '../components/TitleSheet/TitleSheet.js';
import type { FilterSpec } from '../filters/filterSpec.js';
import { RemoteControl } from '../television/RemoteControl.js';
import { createTestDiscovr } from '../testing/createTestDiscovr.js';

loadStyles();
beforeAll(() => page.viewport(1280, 720));
afterEach(() => page.viewport(1280, 720));

const dialog = page.getByRole('dialog');
const [title] = mediaItems(1) as [MediaItem];
const NO_FILTERS: FilterSpec = {};

/** Duration of an animation, in milliseconds. */
const durationOf = ({ effect }: Animation) => effect!.getTiming().duration;
/** The running animations of an element's own box, or of its backdrop. */
const motionsOf = (element: Element, pseudo: string | null = null) =>
  element
    .getAnimations({ subtree: true })
    .filter(({ effect }) => effect instanceof KeyframeEffect && effect.target === element)
    .filter(({ effect }) => (effect as KeyframeEffect).pseudoElement === pseudo);
/** What an animation changes, and its first value. */
const firstFrame = ({ effect }: Animation) => (effect as KeyframeEffect).getKeyframes()[0]!;

/** Lets animations take ten times as long, so that a busy machine sees them too. */
async function inSlowMotion() {
  await cdp().send('Animation.enable');
  await cdp().send('Animation.setPlaybackRate', { playbackRate: 0.1 });
  onTestFinished(async () => void (await cdp().send('Animation.setPlaybackRate', { playbackRate: 1 })));
}

async function prefersReducedMotion() {
  await cdp().send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-reduced-motion', value: 'reduce' }] });
  onTestFinished(async () => void (await cdp().send('Emulation.setEmulatedMedia', { features: [] })));
}

async function renderUi(ui: ReactNode) {
  const discovr = createTestDiscovr();
  return { ...discovr, ...(await render(ui, { wrapper: discovr.Wrapper })) };
}

/** A card that opens the sheet of a title. */
function Browse() {
  const [shown, setShown] = useState<MediaItem>();
  return (
    <>
      <MediaCard item={title} style={{ inlineSize: '120px' }} onClick={() => setShown(title)} />
      <TitleSheet mediaId={shown?.id} item={shown} onClose={() => setShown(undefined)} />
    </>
  );
}

describe.each([
  ['the filter dialog', () => <PageFilterDialog />, 'Filters'],
  ['the title sheet', () => <Browse />, title.title],
] as const)('the backdrop of %s', (_name, ui, opener) => {
  const button = page.getByRole('button', { name: opener, exact: true });
  const veils = () => [...document.querySelectorAll<HTMLElement>('body > [style*="fixed"]')];

  test('fades in and out, and the focus returns at once', async () => {
    await inSlowMotion();
    await renderUi(ui());
    await button.click();
    expect(motionsOf(dialog.element(), '::backdrop').map(durationOf)).toEqual([180]);
    await userEvent.keyboard('{Escape}');
    await expect.element(button).toHaveFocus();
    const [veil] = veils();
    expect(veil!.getAnimations().map(durationOf)).toEqual([180]);
    expect(veil!.style.backgroundColor).toMatch(/^rgba\(0, 0, 0, 0\.[67]\)$/);
    expect(document.elementFromPoint(640, 700)).not.toBe(veil);
    veil!.getAnimations()[0]!.finish();
    await expect.poll(() => veils()).toEqual([]);
  });

  test('does not fade when the user prefers reduced motion', async () => {
    await prefersReducedMotion();
    await renderUi(ui());
    await button.click();
    expect(motionsOf(dialog.element(), '::backdrop')).toEqual([]);
    const append = vi.spyOn(document.body, 'append');
    onTestFinished(() => append.mockRestore());
    await userEvent.keyboard('{Escape}');
    await expect.element(dialog).not.toBeInTheDocument();
    expect(append).not.toHaveBeenCalled();
  });
});

describe('the filter dialog', () => {
  test.each([
    ['ltr', 120],
    ['rtl', -120],
  ] as const)('comes from the end edge and goes back there: %s', async (dir, shift) => {
    await inSlowMotion();
    await renderUi(
      <div dir={dir}>
        <PageFilterDialog />
      </div>,
    );
    await page.getByRole('button', { name: 'Filters' }).click();
    const element = dialog.element();
    const [motion] = motionsOf(element) as [Animation];
    expect(durationOf(motion)).toBe(220);
    motion.pause();
    motion.currentTime = 0;
    const { left } = element.getBoundingClientRect();
    motion.finish();
    expect(left - element.getBoundingClientRect().left).toBe(shift);
    await userEvent.keyboard('{Escape}');
    const back = motionsOf(element);
    expect(new Set(back.map(durationOf))).toEqual(new Set([160]));
    expect(back.some((each) => 'transform' in firstFrame(each))).toBe(true);
    for (const each of back) each.finish();
    expect(getComputedStyle(element).display).toBe('none');
  });

  test('is still on a television', async () => {
    await renderUi(
      <RemoteControl>
        <PageFilterDialog />
      </RemoteControl>,
    );
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await expect.element(page.getByRole('radio', { name: 'All', exact: true })).toHaveFocus();
    expect(motionsOf(dialog.element())).toEqual([]);
    expect(motionsOf(dialog.element(), '::backdrop')).toEqual([]);
  });
});

describe('a poster', () => {
  const pictureOf = async (item: MediaItem) => {
    await renderUi(<MediaCard item={item} style={{ inlineSize: '120px' }} />);
    return page.getByRole('img', { name: item.title }).element() as HTMLImageElement;
  };
  const drawing = (color: string) =>
    `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" width="2" height="3" fill="${color}"/>`)}`;

  test('fades in when it was not there at once', async () => {
    const picture = await pictureOf({ ...title, poster_path: drawing('red') });
    const faded = new Promise<TransitionEvent>((resolve) =>
      picture.addEventListener('transitionend', resolve, { once: true }),
    );
    expect(picture.complete).toBe(false);
    const { propertyName, elapsedTime } = await faded;
    expect([propertyName, elapsedTime]).toEqual(['opacity', 0.16]);
    expect(getComputedStyle(picture).opacity).toBe('1');
  });

  test('does not fade when the user prefers reduced motion', async () => {
    await prefersReducedMotion();
    const picture = await pictureOf({ ...title, poster_path: drawing('blue') });
    await expect.poll(() => getComputedStyle(picture).opacity).toBe('1');
    expect(picture.getAnimations()).toEqual([]);
  });
});

describe('a removed chip', () => {
  function Filters() {
    const [filters, setFilters] = useState<FilterSpec>({ genres: [35, 18, 28], with_runtime_lte: 100 });
    return <ActiveFilters filters={filters} onFiltersChange={setFilters} />;
  }
  const chips = () => [...document.querySelectorAll('.discovr-Chips-item')];

  test('closes its gap: the chips after it move to their new places', async () => {
    await inSlowMotion();
    await renderUi(<Filters />);
    const left = chips()[2]!.getBoundingClientRect().left;
    await userEvent.click(chips()[1]!.querySelector('button')!);
    const [before, after] = chips().map((chip) => chip.getAnimations());
    expect(before).toEqual([]);
    expect(after!.map(durationOf)).toEqual([160]);
    after![0]!.pause();
    after![0]!.currentTime = 0;
    expect(chips()[1]!.getBoundingClientRect().left).toBeCloseTo(left, 0);
  });

  test('closes its gap from where the chips are, also when the page has moved before an app removes it', async () => {
    await inSlowMotion();
    const onFiltersChange = vi.fn();
    const filters: FilterSpec = { genres: [35, 18], with_runtime_lte: 100 };
    const ui = (shown: FilterSpec) => (
      <main style={{ blockSize: 3000, paddingBlockStart: 300 }}>
        <ActiveFilters filters={shown} onFiltersChange={onFiltersChange} />
      </main>
    );
    const { rerender } = await renderUi(ui(filters));
    await userEvent.click(chips()[0]!.querySelector('button')!);
    scrollTo(0, 200);
    await rerender(ui({ ...filters, genres: [18] }));
    const [motion] = chips().at(-1)!.getAnimations();
    expect(firstFrame(motion!)['transform']).toMatch(/^translate\([1-9][\d.]*px(, 0px)?\)$/);
  });

  test('closes its gap at once when the user prefers reduced motion', async () => {
    await prefersReducedMotion();
    await renderUi(<Filters />);
    await userEvent.click(chips()[0]!.querySelector('button')!);
    expect(chips().flatMap((chip) => chip.getAnimations())).toEqual([]);
  });
});

describe('the layout', () => {
  /** TypeScript's library has no type for these entries. A node that has been removed is missing. */
  interface LayoutShift extends PerformanceEntry {
    readonly sources: readonly { node: Node | null; previousRect: DOMRectReadOnly; currentRect: DOMRectReadOnly }[];
  }

  /** Returns a function that returns which elements have shifted, by their classes, from where and to where. */
  const watchShifts = () => {
    const shifts: string[] = [];
    const textOf = ({ x, y, width, height }: DOMRectReadOnly) => `${x} ${y} ${width} ${height}`;
    const note = (entries: PerformanceEntryList) => {
      for (const { sources } of entries as LayoutShift[])
        for (const { node, previousRect, currentRect } of sources) {
          const name = node instanceof Element ? node.className : node?.nodeName;
          shifts.push(`${name}: ${textOf(previousRect)}, ${textOf(currentRect)}`);
        }
    };
    const observer = new PerformanceObserver((list) => note(list.getEntries()));
    observer.observe({ type: 'layout-shift' });
    onTestFinished(() => observer.disconnect());
    return async () => {
      await untilUnmoved();
      await untilStill();
      note(observer.takeRecords());
      return shifts;
    };
  };

  test('shifts nowhere while a page loads, a sheet comes and goes, and filters open and close', async () => {
    const discovr = createTestDiscovr();
    discovr.control.setLatency(300);
    function App() {
      const [shown, setShown] = useState<MediaItem>();
      return (
        <>
          <PageFilterDialog />
          <DiscovrPage filters={NO_FILTERS} onItemClick={{ media: setShown }} />
          <TitleSheet mediaId={shown?.id} item={shown} onClose={() => setShown(undefined)} />
        </>
      );
    }
    const shiftsOf = watchShifts();
    await render(<App />, { wrapper: discovr.Wrapper });
    const card = () => document.querySelector<HTMLElement>('.discovr-Rail [data-position="2"] > button');
    await expect.poll(card).not.toBeNull();
    await expect.poll(() => card()!.querySelector('[data-loading]')).toBeNull();
    expect(await shiftsOf()).toEqual([]);
    // A click by a script does not count as input of a user, after which shifts would be allowed.
    card()!.click();
    await expect.element(dialog).toHaveAttribute('data-state', 'ready');
    expect(await shiftsOf()).toEqual([]);
    (dialog.getByRole('button', { name: 'Close' }).element() as HTMLElement).click();
    await expect.element(dialog).not.toBeInTheDocument();
    expect(await shiftsOf()).toEqual([]);
    (page.getByRole('button', { name: 'Filters' }).element() as HTMLElement).click();
    await expect.element(dialog).toBeVisible();
    await untilUnmoved();
    (dialog.getByRole('button', { name: 'Close filters' }).element() as HTMLElement).click();
    await expect.element(dialog).not.toBeInTheDocument();
    expect(await shiftsOf()).toEqual([]);
    // What would be seen.
    document.body.prepend(Object.assign(document.createElement('p'), { textContent: 'Moves the page' }));
    onTestFinished(() => document.body.firstElementChild!.remove());
    expect(await shiftsOf()).not.toEqual([]);
  });
});
