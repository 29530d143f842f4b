import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import { distinctBy } from '../../api/schemas/distinctBy.js';
import type { HeroItem } from '../../api/schemas/media.js';
import type { Page } from '../../api/schemas/page.js';
import type { GetRowItemsResponse, Row, RowItem } from '../../api/schemas/row.js';
import type { DiscovrClientLike } from '../../client/discovrClientLike.js';
import { discovrTitleKeys } from '../query/queryKeys.js';
import type { Owner } from '../query/profileScope.js';
import type { EventItem, EventPage, EventRow } from './discovrEvent.js';
import { eventsOf } from './eventsOf.js';
import { pageVisitsOf } from './pageVisits.js';
import { watchFocus } from './watchFocus.js';
import { watchVisible } from './watchVisible.js';

/** What a component shows of a page. */
export interface ShownPage {
  readonly page: Page;
  readonly rows: readonly Row[];
  /** Whether no title matches the filters of the page. */
  readonly isEmpty: boolean;
}

/** Where the events of a page come from, and where its items are. */
export interface WatchPageOptions {
  readonly client: DiscovrClientLike;
  readonly queryClient: QueryClient;
  readonly owner: Owner;
  /** Returns what is shown now. */
  readonly shown: () => ShownPage;
}

const ROW = '[data-row-id]';
/** The card of an item, or a slide of the hero. */
const ITEM = '[data-item-id], [data-slide-id]';

/**
 * Emits the events of a page that is on screen, until the returned function is called. Reads rows and items from the
 * `data-row-id`, `data-item-id` and `data-slide-id` of its elements, so the components of the page have no code for
 * events.
 */
export function watchPage(root: HTMLElement, { client, queryClient, owner, shown }: WatchPageOptions): () => void {
  const events = eventsOf(client);
  const visits = pageVisitsOf(client);
  const pageOf = (pageId: string): EventPage => ({ pageId, sessionId: visits.sessionIdOf(pageId) });

  const rowOf = (element: Element): EventRow | undefined => {
    const rowId = element.closest<HTMLElement>(ROW)?.dataset['rowId'];
    const { page, rows } = shown();
    if (rowId === 'hero') return { ...pageOf(page.id), rowId, rowType: 'hero', rowTitle: '', rowIndex: -1 };
    const rowIndex = rows.findIndex(({ id }) => id === rowId);
    const row = rows[rowIndex];
    return row && { ...pageOf(row.pageId), rowId: row.id, rowType: row.type, rowTitle: row.title, rowIndex };
  };
  const itemsOf = ({ pageId, rowId }: EventRow): readonly (RowItem | HeroItem)[] => {
    if (rowId === 'hero') return shown().page.hero;
    // The last part of the key is the size of the batches.
    const queryKey = discovrTitleKeys.rowItems(owner, pageId, rowId).slice(0, -1);
    const lists = queryClient.getQueriesData<InfiniteData<GetRowItemsResponse>>({ queryKey });
    const items = lists.flatMap(([, list]) => list?.pages ?? []).flatMap((batch) => batch.items);
    return distinctBy(items, ({ type, id }) => `${type} ${id}`);
  };
  const itemOf = (element: Element): EventItem | undefined => {
    const row = rowOf(element);
    const { itemId, slideId } = element.closest<HTMLElement>(ITEM)?.dataset ?? {};
    if (!row) return undefined;
    const items = itemsOf(row);
    const itemIndex = items.findIndex(({ id }) => id === (itemId ?? slideId));
    const item = items[itemIndex];
    return item && { ...row, item, itemIndex };
  };

  const keyOf = (row: EventRow, item?: EventItem['item']) => `${row.rowId} ${item ? `${item.type} ${item.id}` : ''}`;
  const noteSeen = (element: Element) => {
    if (element.matches(ROW)) {
      const row = rowOf(element);
      if (row && visits.isFirst(row.pageId, keyOf(row))) events.emit({ type: 'rowImpression', ...row });
    } else {
      const place = itemOf(element);
      if (place && visits.isFirst(place.pageId, keyOf(place, place.item)))
        events.emit({ type: 'itemImpression', ...place });
    }
  };
  const visible = watchVisible(noteSeen);
  const reported = { page: false, empty: false };
  const report = () => {
    if (document.visibilityState === 'hidden') return;
    const { page, isEmpty } = shown();
    const { id, name, pageFilters: filters } = page;
    if (!reported.page) {
      reported.page = true;
      events.emit({ type: 'pageShown', ...pageOf(id), name, filters, isReturn: !visits.isFirst(id, '') });
    }
    if (isEmpty && !reported.empty) {
      reported.empty = true;
      events.emit({ type: 'emptyPage', ...pageOf(id), filters });
    }
  };
  const follow = () => {
    report();
    visible.watchOnly([...root.querySelectorAll(`${ROW}, ${ITEM}`)]);
  };
  // Rows and cards come and go while the user scrolls.
  const mutations = new MutationObserver(follow);

  const noteClick = (event: MouseEvent) => {
    const { target } = event;
    const control = target instanceof Element ? target.closest('a, button') : null;
    const card = control?.closest(ITEM);
    // Other buttons of the mouse open no item, except the middle one, which opens a link in another tab.
    const opens = event.type === 'click' || (event.button === 1 && control?.matches('a'));
    const place = card && opens ? itemOf(card) : undefined;
    if (place) events.emit({ type: 'itemClick', ...place });
  };

  const stopFocus = watchFocus(root, ITEM, (card, durationMs) => {
    const place = itemOf(card);
    if (place) events.emit({ type: 'focusDwell', ...place, durationMs });
  });

  document.addEventListener('visibilitychange', report);
  follow();
  mutations.observe(root, { childList: true, subtree: true });
  // While capturing, because the app may stop the event or remove the card when it handles it.
  root.addEventListener('click', noteClick, true);
  root.addEventListener('auxclick', noteClick, true);
  return () => {
    document.removeEventListener('visibilitychange', report);
    mutations.disconnect();
    visible.stop();
    stopFocus();
    root.removeEventListener('click', noteClick, true);
    root.removeEventListener('auxclick', noteClick, true);
  };
}
