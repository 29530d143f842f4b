'use client';

import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Row, RowItem } from '../api/rows.js';
import type { DiscovrClientLike } from '../client/clientLike.js';
import { eventsOf, type EventRow } from '../react/events/events.js';
import { pageVisitsOf, type ShownPage } from '../react/events/locate.js';
import { useLatestMethods } from '../react/hooks.js';
import { useDiscovrContext } from '../react/provider/context.js';

/** An item of a `FlatList` or `FlashList` that is on screen. */
interface ViewableItem<Item> {
  readonly item: Item;
  readonly index: number | null;
}

/** Props of a `FlatList` or `FlashList` that observe what it shows. They never change, because these lists require it. */
export interface ViewabilityProps<Item> {
  readonly viewabilityConfig: { readonly itemVisiblePercentThreshold: number; readonly minimumViewTime: number };
  readonly onViewableItemsChanged: (info: { readonly viewableItems: readonly ViewableItem<Item>[] }) => void;
}

/** Result of {@link usePageEvents} in React Native. The same on every render. */
export interface UsePageEventsResult {
  /** Props for the list of the rows. */
  readonly rowsProps: ViewabilityProps<Row>;
  /** Returns the props for the list of a row's items. */
  readonly itemsProps: (row: Row) => ViewabilityProps<RowItem>;
  /** Reports that the user opened an item. Call it in `onPress`. */
  readonly reportClick: (row: Row, item: RowItem, itemIndex: number) => void;
}

/**
 * Emits the events of a page with your own lists: `pageShown`, `emptyPage`, `rowImpression`, `itemImpression` and
 * `itemClick`. An item counts while its row is on screen too: a list inside another knows only its own viewport.
 *
 * @param shown the page and its rows, from `useDiscovrPage`; `undefined` while there is nothing to show, or another screen
 *   covers the page.
 * @throws {Error} when called outside a `<DiscovrProvider>`.
 * @example
 * const { status, page, rows } = useDiscovrPage({ pageId });
 * const { rowsProps, itemsProps } = usePageEvents(page && { page, rows, isEmpty: status === 'empty' });
 * return <FlatList data={rows} {...rowsProps} renderItem={({ item }) => <Rail row={item} {...itemsProps(item)} />} />;
 */
export function usePageEvents(shown: ShownPage | undefined): UsePageEventsResult {
  const { client } = useDiscovrContext('usePageEvents()');
  const events = eventsOf(client);
  const isHeard = useSyncExternalStore(events.onHeardChanged, events.isHeard, events.isHeard);
  const latest = useLatestMethods({ shown: () => shown });
  const [watch] = useState(() => new PageWatch(client, latest.shown));
  const pageId = shown?.page.id;
  const isEmpty = shown?.isEmpty;
  useEffect(() => {
    if (!isHeard || pageId === undefined) return undefined;
    watch.begin();
    return client.platform.visibility.onChanged(() => watch.report());
  }, [watch, client, isHeard, pageId]);
  useEffect(() => {
    if (isEmpty) watch.report();
  }, [watch, isEmpty]);
  return watch;
}

/** At least half of a row or item must be visible for a second, as in browsers. */
const viewabilityConfig = { itemVisiblePercentThreshold: 50, minimumViewTime: 1_000 };

/** Reports what the lists of a page show. */
class PageWatch implements UsePageEventsResult {
  readonly #client: DiscovrClientLike;
  readonly #shown: () => ShownPage | undefined;
  #rows: readonly ViewableItem<Row>[] = [];
  /** What the list of each row shows, and its props. */
  readonly #items = new Map<string, readonly ViewableItem<RowItem>[]>();
  readonly #props = new Map<string, ViewabilityProps<RowItem>>();
  #reported = { page: false, empty: false };

  constructor(client: DiscovrClientLike, shown: () => ShownPage | undefined) {
    this.#client = client;
    this.#shown = shown;
  }

  readonly rowsProps: ViewabilityProps<Row> = {
    viewabilityConfig,
    onViewableItemsChanged: ({ viewableItems }) => {
      this.#rows = viewableItems;
      this.report();
    },
  };

  readonly itemsProps = (row: Row): ViewabilityProps<RowItem> => {
    const key = keyOf(row);
    const known = this.#props.get(key);
    if (known) return known;
    const props: ViewabilityProps<RowItem> = {
      viewabilityConfig,
      onViewableItemsChanged: ({ viewableItems }) => {
        this.#items.set(key, viewableItems);
        this.report();
      },
    };
    this.#props.set(key, props);
    return props;
  };

  readonly reportClick = (row: Row, item: RowItem, itemIndex: number): void => {
    eventsOf(this.#client).emit({ type: 'itemClick', ...this.#placeOf(row), item, itemIndex });
  };

  /** Reports the page, as often as it comes on screen, and what is visible of it. */
  begin(): void {
    this.#reported = { page: false, empty: false };
    this.report();
  }

  /** Reports what is visible and was not reported before. */
  report(): void {
    const events = eventsOf(this.#client);
    const shown = this.#shown();
    if (!shown || !events.isHeard() || !this.#client.platform.visibility.isVisible()) return;
    const visits = pageVisitsOf(this.#client);
    const { id, name, pageFilters: filters } = shown.page;
    const page = { pageId: id, sessionId: visits.sessionIdOf(id) };
    if (!this.#reported.page)
      events.emit({ type: 'pageShown', ...page, name, filters, isReturn: !visits.isFirst(id, '') });
    if (shown.isEmpty && !this.#reported.empty) events.emit({ type: 'emptyPage', ...page, filters });
    this.#reported = { page: true, empty: this.#reported.empty || shown.isEmpty };
    for (const { item: row } of this.#rows) {
      const place = this.#placeOf(row);
      // Lists may also have entries of the app.
      if (place.rowIndex < 0) continue;
      if (visits.isFirst(row.pageId, `${row.id} `)) events.emit({ type: 'rowImpression', ...place });
      for (const { item, index } of this.#items.get(keyOf(row)) ?? []) {
        if (visits.isFirst(row.pageId, `${row.id} ${item.type} ${item.id}`))
          events.emit({ type: 'itemImpression', ...place, item, itemIndex: index ?? -1 });
      }
    }
  }

  #placeOf({ pageId, id, type, title }: Row): EventRow {
    const sessionId = pageVisitsOf(this.#client).sessionIdOf(pageId);
    const rowIndex = this.#shown()?.rows.findIndex((row) => row.id === id) ?? -1;
    return { pageId, sessionId, rowId: id, rowType: type, rowTitle: title, rowIndex };
  }
}

const keyOf = ({ pageId, id }: Row) => `${pageId} ${id}`;
