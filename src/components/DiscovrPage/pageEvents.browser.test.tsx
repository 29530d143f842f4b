import { Activity, type ReactNode } from 'react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { loadStyles } from '../../../test/support/loadStyles.js';
import { untilStill } from '../../../test/support/untilStill.js';
import { useDiscovrEvents } from '../../react/events/useDiscovrEvents.js';
import { RemoteControl } from '../../television/RemoteControl.js';
import { createEventRecorder, type EventRecorder } from '../../testing/createEventRecorder.js';
import { createTestDiscovr, type TestDiscovrOptions } from '../../testing/createTestDiscovr.js';
import { NavigationStack } from '../NavigationStack/NavigationStack.js';
import { TitlePreview } from '../TitlePreview/TitlePreview.js';
import { useTitlePreview } from '../TitlePreview/useTitlePreview.js';
import { DiscovrPage } from './DiscovrPage.js';

loadStyles();
beforeEach(() => page.viewport(1280, 800));
afterEach(() => {
  vi.restoreAllMocks();
  scrollTo(0, 0);
});

const hrefOf = ({ id }: { id: string }) => `#${id}`;
const cards = () => [...document.querySelectorAll<HTMLElement>('[data-item-id]')];
const keyOf = ({ rowId, item }: { rowId: string; item: { id: string } }) => `${rowId} ${item.id}`;

/** Starts an app with a recorder. `render` receives the id of a page without filters. */
async function start(show: (pageId: string) => ReactNode, options: TestDiscovrOptions = {}) {
  const recorder = createEventRecorder();
  const discovr = createTestDiscovr({ seed: 'events', provider: { onEvent: recorder.onEvent }, ...options });
  const { id: pageId } = await discovr.client.createPage();
  const view = await render(show(pageId), { wrapper: discovr.Wrapper });
  const isAtRest = () => untilStill(() => discovr.queryClient.isFetching() > 0);
  return { ...discovr, ...view, recorder, pageId, isAtRest };
}

const startPage = (options?: TestDiscovrOptions) => start((id) => <DiscovrPage pageId={id} href={hrefOf} />, options);

/** Waits until the cards of the first rail have been reported. */
const untilSeen = (recorder: EventRecorder) =>
  vi.waitFor(() => {
    const seen = recorder.ofType('itemImpression').filter(({ rowIndex }) => rowIndex === 0);
    expect(seen.length).toBeGreaterThan(3);
  });

/** Whether at least half of an element is on the screen. */
function isHalfVisible(element: Element) {
  const { left, right, top, bottom, width, height } = element.getBoundingClientRect();
  const seenWidth = Math.min(right, innerWidth) - Math.max(left, 0);
  const seenHeight = Math.min(bottom, innerHeight) - Math.max(top, 0);
  return seenWidth > 0 && seenHeight > 0 && (seenWidth * seenHeight) / (width * height) >= 0.5;
}

function hideTab(isHidden: boolean) {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(isHidden ? 'hidden' : 'visible');
  document.dispatchEvent(new Event('visibilitychange'));
}

describe('impressions', () => {
  test('report the page, then each row and item of which half is visible, with its place', async () => {
    const { recorder, pageId, isAtRest } = await startPage();
    await vi.waitFor(() => expect(recorder.ofType('pageShown')).toHaveLength(1));
    expect(recorder.ofType('pageShown')[0]).toMatchObject({ pageId, isReturn: false });
    expect(recorder.ofType('pageShown')[0]!.sessionId).toEqual(expect.any(String));
    await isAtRest();
    await untilSeen(recorder);
    const rail = document.querySelector<HTMLElement>('.discovr-Rail[data-row-id]')!;
    const visible = [...rail.querySelectorAll<HTMLElement>('[data-item-id]')].filter(isHalfVisible);
    const seen = recorder.ofType('itemImpression').filter(({ rowId }) => rowId === rail.dataset['rowId']);
    expect(seen.map(({ item }) => item.id).sort()).toEqual(visible.map((card) => card.dataset['itemId']!).sort());
    expect(seen.map(({ itemIndex }) => itemIndex).sort((a, b) => a - b)).toEqual(visible.map((_, index) => index));
    expect(seen[0]).toMatchObject({ pageId, rowIndex: 0, rowType: 'media', item: { type: 'media' } });
    const hero = recorder.ofType('itemImpression').filter(({ rowType }) => rowType === 'hero');
    expect(hero).toHaveLength(1);
    expect(hero[0]).toMatchObject({ rowId: 'hero', rowIndex: -1, itemIndex: 0, pageId });
    expect(recorder.ofType('rowImpression').map(({ rowIndex }) => rowIndex)).toContain(-1);
  });

  test('do not report what leaves the screen within a second', async () => {
    const { recorder, isAtRest } = await startPage();
    await isAtRest();
    await untilSeen(recorder);
    const before = new Set(recorder.ofType('itemImpression').map(keyOf));
    scrollTo(0, 1600);
    await vi.waitFor(() => expect(cards().some(isHalfVisible)).toBe(true));
    const passed = cards().filter(isHalfVisible);
    scrollTo(0, 0);
    await isAtRest();
    // The time that items need to be reported, on another rail that the user scrolls into view afterwards.
    recorder.clear();
    document.querySelector('.discovr-Rail-list')!.scrollBy({ left: 600, behavior: 'instant' });
    await vi.waitFor(() => expect(recorder.ofType('itemImpression').length).toBeGreaterThan(0));
    const passedIds = new Set(passed.map((card) => card.dataset['itemId']));
    const rails = new Set(passed.map((card) => card.closest<HTMLElement>('[data-row-id]')!.dataset['rowId']));
    const wrong = recorder
      .ofType('itemImpression')
      .filter((event) => rails.has(event.rowId) && passedIds.has(event.item.id) && !before.has(keyOf(event)));
    expect(wrong).toEqual([]);
  });

  test('do not report what a modal dialog covers, until it is closed', async () => {
    const { recorder, isAtRest } = await start((id) => (
      <>
        <DiscovrPage pageId={id} href={hrefOf} />
        <dialog ref={(dialog) => dialog?.showModal()}>Who is watching?</dialog>
      </>
    ));
    await isAtRest();
    const loadedAt = Date.now();
    await vi.waitFor(() => expect(Date.now() - loadedAt).toBeGreaterThan(1_500));
    expect(recorder.ofType('itemImpression')).toEqual([]);
    document.querySelector('dialog')!.close();
    await untilSeen(recorder);
  });

  test('report an item once, although its card is removed and rendered again while the rail is scrolled', async () => {
    const { recorder, isAtRest } = await startPage();
    await isAtRest();
    await untilSeen(recorder);
    const list = document.querySelector('.discovr-Rail-list')!;
    const first = list.querySelector<HTMLElement>('[data-item-id]')!.dataset['itemId']!;
    for (const left of [1e6, 1e6, 1e6, 0]) {
      list.scrollTo({ left, behavior: 'instant' });
      await isAtRest();
    }
    recorder.clear();
    document.querySelectorAll('.discovr-Rail-list')[1]!.scrollBy({ left: 600, behavior: 'instant' });
    scrollTo(0, 500);
    await vi.waitFor(() => expect(recorder.ofType('itemImpression').length).toBeGreaterThan(0));
    expect(
      recorder.ofType('itemImpression').filter(({ rowIndex, item }) => rowIndex === 0 && item.id === first),
    ).toEqual([]);
  });

  test('wait while the tab is hidden', async () => {
    hideTab(true);
    const { recorder, isAtRest } = await startPage();
    await isAtRest();
    expect(recorder.events).toEqual([]);
    hideTab(false);
    await untilSeen(recorder);
    expect(recorder.ofType('pageShown')).toHaveLength(1);
  });

  test('are not repeated when a kept route is shown again', async () => {
    const kept = (id: string, mode: 'visible' | 'hidden' = 'visible') => (
      <Activity mode={mode}>
        <DiscovrPage pageId={id} href={hrefOf} />
      </Activity>
    );
    const { recorder, rerender, pageId, isAtRest } = await start(kept);
    await isAtRest();
    await untilSeen(recorder);
    const seen = recorder.ofType('itemImpression').map(keyOf);
    await rerender(kept(pageId, 'hidden'));
    await rerender(kept(pageId));
    await vi.waitFor(() => expect(recorder.ofType('pageShown')).toHaveLength(2));
    expect(recorder.ofType('pageShown')[1]).toMatchObject({ pageId, isReturn: true });
    scrollTo(0, 700);
    const all = () => recorder.ofType('itemImpression').map(keyOf);
    await vi.waitFor(() => expect(all().length).toBeGreaterThan(seen.length));
    expect(new Set(all()).size).toBe(all().length);
  });

  test('are not repeated after Back, and the page is shown as a return', async () => {
    const { recorder, isAtRest } = await start(() => (
      <NavigationStack history="none" pageProps={{ onItemClick: () => undefined }} />
    ));
    await isAtRest();
    await untilSeen(recorder);
    const home = recorder.ofType('pageShown')[0]!.pageId;
    const tile = () => document.querySelector<HTMLElement>('.discovr-Tile[data-item-id][data-look="navigation"]');
    await vi.waitFor(async () => {
      if (!tile()) scrollBy(0, 300);
      expect(tile()).not.toBeNull();
    });
    tile()!.click();
    await vi.waitFor(() => expect(recorder.ofType('pageShown')).toHaveLength(2));
    expect(recorder.ofType('itemClick')).toMatchObject([{ pageId: home, item: { type: 'navigation' } }]);
    await page.getByRole('button', { name: /^Back to/ }).click();
    await vi.waitFor(() => expect(recorder.ofType('pageShown')).toHaveLength(3));
    expect(recorder.ofType('pageShown')[2]).toMatchObject({ pageId: home, isReturn: true });
    await isAtRest();
    const all = recorder.ofType('itemImpression').map((event) => `${event.pageId} ${keyOf(event)}`);
    expect(new Set(all).size).toBe(all.length);
  });

  test('name the page that a row came from after the page was healed', async () => {
    const { recorder, control, pageId, isAtRest } = await startPage();
    await isAtRest();
    await untilSeen(recorder);
    control.expireSession();
    await vi.waitFor(() => {
      scrollBy(0, 500);
      expect(recorder.ofType('pageHealed')).toHaveLength(1);
    });
    const { from, to } = recorder.ofType('pageHealed')[0]!;
    expect(from).toBe(pageId);
    await vi.waitFor(() => {
      scrollTo(0, document.documentElement.scrollHeight);
      expect(recorder.ofType('rowImpression').some((event) => event.pageId === to)).toBe(true);
    });
    const sessions = new Map(recorder.ofType('rowImpression').map((event) => [event.pageId, event.sessionId]));
    expect(sessions.get(from)).not.toBe(sessions.get(to));
  });
});

describe('clicks and the focus', () => {
  test('report an item that is opened, also by keyboard and in another tab', async () => {
    const { recorder, pageId, isAtRest } = await startPage();
    await isAtRest();
    const card = document.querySelector<HTMLElement>('.discovr-Rail a[data-item-id]')!;
    card.click();
    card.focus();
    await userEvent.keyboard('{Enter}');
    card.dispatchEvent(new MouseEvent('auxclick', { button: 1, bubbles: true }));
    card.dispatchEvent(new MouseEvent('auxclick', { button: 2, bubbles: true }));
    const id = card.dataset['itemId'];
    await vi.waitFor(() => expect(recorder.ofType('itemClick')).toHaveLength(3));
    for (const event of recorder.ofType('itemClick')) {
      expect(event).toMatchObject({ pageId, rowIndex: 0, itemIndex: 0, item: { id } });
    }
  });

  test('report a click on a button of the hero, but not on its arrows', async () => {
    const { recorder, isAtRest } = await startPage();
    await isAtRest();
    document.querySelector<HTMLElement>('.discovr-Hero-controls button')!.click();
    document.querySelector<HTMLElement>('.discovr-Hero-actions > *')!.click();
    expect(recorder.ofType('itemClick')).toMatchObject([{ rowType: 'hero', itemIndex: 0 }]);
  });

  test('report how long the focus of a remote control rested on a card', async () => {
    const { recorder, isAtRest } = await start((id) => (
      <RemoteControl>
        <DiscovrPage pageId={id} href={hrefOf} />
      </RemoteControl>
    ));
    await isAtRest();
    // Not the first card, on which the focus may rest while the page loads.
    const [, passed, rested] = document.querySelectorAll<HTMLElement>('.discovr-Rail a[data-item-id]');
    // In one task: on a busy machine, a key can take longer than the rest that is reported.
    passed!.focus();
    rested!.focus();
    const id = rested!.getAttribute('data-item-id');
    const since = performance.now();
    await vi.waitFor(() => expect(performance.now() - since).toBeGreaterThan(1_100));
    await userEvent.keyboard('{ArrowRight}');
    const dwells = recorder
      .ofType('focusDwell')
      .map(({ rowIndex, itemIndex, item, durationMs }) => ({ rowIndex, itemIndex, id: item.id, durationMs }));
    expect(dwells).toContainEqual({ rowIndex: 0, itemIndex: 2, id, durationMs: expect.any(Number) });
    expect(dwells.filter(({ durationMs }) => durationMs < 1_000)).toEqual([]);
    // Nothing is reported for the card that the focus only passed.
    expect(dwells.filter(({ itemIndex }) => itemIndex === 1)).toEqual([]);
  });
});

/** Starts a page and lets the focus rest on a card for more than a second. */
async function startWithRest() {
  const started = await startPage();
  await started.isAtRest();
  await userEvent.keyboard('{Tab}');
  document.querySelector<HTMLElement>('.discovr-Rail a[data-item-id]')!.focus();
  const since = performance.now();
  await vi.waitFor(() => expect(performance.now() - since).toBeGreaterThan(1_100));
  return started;
}

test('the focus is reported for the page on which it rested when another page is shown', async () => {
  const { recorder, rerender, pageId, client } = await startWithRest();
  const { id: otherId } = await client.createPage({ pageFilters: { genres: [37] } });
  await rerender(<DiscovrPage pageId={otherId} href={hrefOf} />);
  await vi.waitFor(() => expect(recorder.ofType('focusDwell')).toMatchObject([{ pageId, rowIndex: 0 }]));
});

test('the page says that the user is signed out, although the focus rested on a card whose item is gone', async () => {
  const { client } = await startWithRest();
  await client.signOut();
  await expect.element(page.getByText('Sign in to see your recommendations.')).toBeVisible();
});

test('a hero that follows the focus reports a click with the title that it shows', async () => {
  const { recorder, isAtRest } = await start((id) => (
    <RemoteControl>
      <DiscovrPage pageId={id} href={hrefOf} heroFollowsFocus />
    </RemoteControl>
  ));
  await isAtRest();
  await userEvent.keyboard('{ArrowDown}');
  const shown = document.querySelectorAll<HTMLElement>('.discovr-Rail a[data-item-id]');
  shown[2]!.focus();
  const id = shown[2]!.dataset['itemId'];
  const slide = () => document.querySelector<HTMLElement>('.discovr-Hero-slide[data-shown]')!;
  await vi.waitFor(() => expect(slide().dataset['slideId']).toBe(id));
  slide().querySelector<HTMLElement>('.discovr-Hero-actions > *')!.click();
  await vi.waitFor(() => expect(recorder.ofType('itemClick')).toMatchObject([{ rowType: 'hero', item: { id } }]));
});

test('a page without titles is reported as empty', async () => {
  const recorder = createEventRecorder();
  const discovr = createTestDiscovr({ provider: { onEvent: recorder.onEvent } });
  const filters = { with_release_date_gte: '2099-01-01' };
  const { id } = await discovr.client.createPage({ pageFilters: filters });
  await render(<DiscovrPage pageId={id} />, { wrapper: discovr.Wrapper });
  await vi.waitFor(() => expect(recorder.ofType('emptyPage')).toMatchObject([{ pageId: id, filters }]));
  expect(recorder.ofType('pageShown')).toHaveLength(1);
});

test('nothing is observed without a listener, and pages on screen are reported to a later listener', async () => {
  const observe = vi.spyOn(MutationObserver.prototype, 'observe');
  const timesObserved = () =>
    observe.mock.calls.filter(([target]) => target instanceof Element && target.matches('.discovr-DiscovrPage')).length;
  const recorder = createEventRecorder();
  function App({ pageId, isListening }: { pageId: string; isListening: boolean }) {
    useDiscovrEvents(isListening ? recorder.onEvent : undefined);
    return <DiscovrPage pageId={pageId} href={hrefOf} />;
  }
  const app = (id: string, isListening = false) => <App pageId={id} isListening={isListening} />;
  const { rerender, pageId, isAtRest } = await start(app, { provider: {} });
  await isAtRest();
  expect(timesObserved()).toBe(0);
  await rerender(app(pageId, true));
  await untilSeen(recorder);
  expect(timesObserved()).toBe(1);
  await rerender(app(pageId));
  recorder.clear();
  document.querySelector<HTMLElement>('.discovr-Rail a[data-item-id]')!.click();
  expect(recorder.events).toEqual([]);
});

test('a title that is opened in its preview is reported as a click on its card', async () => {
  function WithPreviews({ pageId }: { pageId: string }) {
    const preview = useTitlePreview();
    return (
      <>
        <DiscovrPage pageId={pageId} href={hrefOf} onItemIntent={preview.onItemIntent} />
        <TitlePreview controller={preview} href={hrefOf} onPlay={() => undefined} />
      </>
    );
  }
  const { recorder, isAtRest } = await start((pageId) => <WithPreviews pageId={pageId} />);
  await isAtRest();
  const card = document.querySelector<HTMLElement>('.discovr-Rail [data-item-id]')!;
  await userEvent.hover(card.matches('a') ? card : card.querySelector('a, button')!);
  const panel = await vi.waitFor(() => {
    const shown = document.querySelector<HTMLElement>('.discovr-TitlePreview');
    expect(shown).not.toBeNull();
    return shown!;
  });
  await userEvent.click(page.elementLocator(panel).getByRole('button', { name: 'Watchlist' }));
  expect(recorder.ofType('itemClick')).toEqual([]);
  await userEvent.click(panel.querySelector('a')!);
  const clicks = recorder.ofType('itemClick');
  expect(clicks.map(({ item, rowIndex, itemIndex }) => [item.id, rowIndex, itemIndex])).toEqual([
    [card.dataset['itemId'], 0, 0],
  ]);
});
