import { act } from 'react';
import { expect, test } from 'vitest';
import { useDiscovrPage, usePageEvents, useRowItems, type DiscovrEvent, type Row } from '../../src/native/index.js';
import { eventually, nativeApp } from './support/renderNative.js';

/** Shows a page with the items of its first row, whose lists the test scrolls. */
async function openPage() {
  const events: DiscovrEvent[] = [];
  const app = nativeApp({ provider: { onEvent: (event) => events.push(event) } });
  const { id: pageId } = await app.client.createPage({ pageFilters: { media_type: 'movie' } });
  let isCovered = false;
  const screen = await app.use(() => {
    const { status, page, rows } = useDiscovrPage({ pageId });
    const lists = usePageEvents(isCovered ? undefined : page && { page, rows, isEmpty: status === 'empty' });
    const [row] = rows;
    const { data } = useRowItems(row?.pageId ?? '', row?.id ?? '', { enabled: row !== undefined });
    return { status, rows, lists, items: data?.pages.flatMap((batch) => batch.items) ?? [] };
  });
  await eventually(() => expect(screen.current.status).toBe('ready'));
  await eventually(() => expect(screen.current.items.length).toBeGreaterThan(2));
  const ofType = (type: DiscovrEvent['type']) => events.filter((event) => event.type === type);
  return {
    ...app,
    screen,
    pageId,
    ofType,
    /** The lists report what is half visible for a second. */
    show: (rows: readonly Row[]) =>
      screen.current.lists.rowsProps.onViewableItemsChanged({
        viewableItems: rows.map((item) => ({ item, index: screen.current.rows.indexOf(item) })),
      }),
    showItems(row: Row, from: number, to: number) {
      const viewableItems = screen.current.items.slice(from, to).map((item, index) => ({ item, index: from + index }));
      screen.current.lists.itemsProps(row).onViewableItemsChanged({ viewableItems });
    },
    async cover(covered: boolean) {
      isCovered = covered;
      await screen.rerender();
    },
  };
}

test('a page reports itself, its rows and its items once, with their places', async () => {
  const { screen, pageId, show, showItems, ofType } = await openPage();
  expect(ofType('pageShown')).toMatchObject([{ pageId, isReturn: false, filters: { media_type: 'movie' } }]);
  const [row, other] = screen.current.rows;
  const [first] = screen.current.items;
  show([row!]);
  showItems(row!, 0, 2);
  showItems(row!, 1, 3);
  show([row!, other!]);
  expect(ofType('rowImpression')).toMatchObject([
    { rowId: row!.id, rowIndex: 0, rowTitle: row!.title, sessionId: expect.any(String) },
    { rowId: other!.id, rowIndex: 1 },
  ]);
  expect(ofType('itemImpression').map((event) => 'itemIndex' in event && event.itemIndex)).toEqual([0, 1, 2]);
  expect(ofType('itemImpression')[0]).toMatchObject({ item: first, rowId: row!.id, pageId: row!.pageId });
  screen.current.lists.reportClick(row!, first!, 0);
  expect(ofType('itemClick')).toMatchObject([{ item: first, itemIndex: 0, rowIndex: 0 }]);
});

test('an item counts only while its row is on screen, because a list inside another knows only its own viewport', async () => {
  const { screen, show, showItems, ofType } = await openPage();
  const [row, other] = screen.current.rows;
  showItems(row!, 0, 2);
  show([other!]);
  expect(ofType('itemImpression')).toEqual([]);
  show([row!]);
  expect(ofType('itemImpression')).toHaveLength(2);
});

test('nothing counts while the app is in the background or another screen covers the page', async () => {
  const { screen, device, show, cover, ofType } = await openPage();
  const [row, other] = screen.current.rows;
  device.become('background');
  show([row!]);
  expect(ofType('rowImpression')).toEqual([]);
  act(() => device.become('active'));
  expect(ofType('rowImpression')).toHaveLength(1);
  await cover(true);
  show([row!, other!]);
  expect(ofType('rowImpression')).toHaveLength(1);
  await cover(false);
  expect(ofType('rowImpression')).toHaveLength(2);
  expect(ofType('pageShown')).toMatchObject([{ isReturn: false }, { isReturn: true }]);
});

test('the props of a list stay the same, because lists do not accept others', async () => {
  const { screen } = await openPage();
  const [row] = screen.current.rows;
  const { rowsProps, itemsProps } = screen.current.lists;
  const items = itemsProps(row!);
  await screen.rerender();
  expect(screen.current.lists.rowsProps).toBe(rowsProps);
  expect(screen.current.lists.itemsProps(row!)).toBe(items);
  expect(rowsProps.viewabilityConfig).toEqual({ itemVisiblePercentThreshold: 50, minimumViewTime: 1_000 });
});

test('a page without titles is reported as empty, once', async () => {
  const events: DiscovrEvent[] = [];
  const app = nativeApp({ provider: { onEvent: (event) => events.push(event) } });
  const { id: pageId } = await app.client.createPage({ pageFilters: { with_runtime_gte: 599 } });
  const screen = await app.use(() => {
    const { status, page, rows } = useDiscovrPage({ pageId });
    usePageEvents(page && { page, rows, isEmpty: status === 'empty' });
    return status;
  });
  await eventually(() => expect(screen.current).toBe('empty'));
  await screen.rerender();
  act(() => app.device.become('background'));
  act(() => app.device.become('active'));
  expect(events.map(({ type }) => type)).toEqual(['pageShown', 'emptyPage']);
});
