import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import type { HeroItem } from '../../api/media.js';
import type { Page } from '../../api/pages.js';
import type { GetRowItemsResponse, Row, RowItem } from '../../api/rows.js';
import type { DiscovrClientLike } from '../../client/clientLike.js';
import { perObject } from '../../messages/perObject.js';
import { distinctBy } from '../../shared/distinctBy.js';
import { keepLast } from '../../shared/keepLast.js';
import { discovrTitleKeys } from '../query/keys.js';
import type { Owner } from '../query/profileScope.js';
import type { EventItem, EventPage, EventRow } from './events.js';

/** What a component shows of a page. */
export interface ShownPage {
  readonly page: Page;
  readonly rows: readonly Row[];
  /** Whether no title matches the filters of the page. */
  readonly isEmpty: boolean;
}

export interface LocateElementsOptions {
  readonly client: DiscovrClientLike;
  readonly queryClient: QueryClient;
  readonly owner: Owner;
  /** Returns what is shown now. */
  readonly shown: () => ShownPage;
}

/** Selector of the rows of a page, with its hero. */
export const ROW = '[data-row-id]';
/** Selector of the cards of items and of the slides of the hero. */
export const ITEM = '[data-item-id], [data-slide-id]';
const HERO = 'hero';

/** Name of the event that says that an item is opened elsewhere, such as in its preview. Its target is in the card. */
export const ITEM_OPENED = 'discovr:item-opened';

/** Returns functions that find out which page, row and item an element of a page belongs to. */
export function locateElements({ client, queryClient, owner, shown }: LocateElementsOptions) {
  const visits = pageVisitsOf(client);
  const pageOf = (pageId: string): EventPage => ({ pageId, sessionId: visits.sessionIdOf(pageId) });
  const rowAt = ({ pageId, id, type, title }: Row, rowIndex: number): EventRow => ({
    ...pageOf(pageId),
    rowId: id,
    rowType: type,
    rowTitle: title,
    rowIndex,
  });

  const rowOf = (element: Element): EventRow | undefined => {
    const rowId = element.closest<HTMLElement>(ROW)?.dataset['rowId'];
    const { page, rows } = shown();
    const rowIndex = rows.findIndex(({ id }) => id === rowId);
    const row = rows[rowIndex];
    if (row) return rowAt(row, rowIndex);
    return rowId === HERO ? { ...pageOf(page.id), rowId, rowType: HERO, rowTitle: '', rowIndex: -1 } : undefined;
  };

  const itemsOf = ({ pageId, rowId, rowType }: EventRow): readonly (RowItem | HeroItem)[] => {
    if (rowType === HERO) return shown().page.hero;
    // The last part of the key is the size of the batches.
    const queryKey = discovrTitleKeys.rowItems(owner, pageId, rowId).slice(0, -1);
    const lists = queryClient.getQueriesData<InfiniteData<GetRowItemsResponse>>({ queryKey });
    const items = lists.flatMap(([, list]) => list?.pages ?? []).flatMap((batch) => batch.items);
    return distinctBy(items, ({ type, id }) => `${type} ${id}`);
  };

  const itemOf = (element: Element): EventItem | undefined => {
    const row = rowOf(element);
    if (!row) return undefined;
    const { itemId, slideId } = element.closest<HTMLElement>(ITEM)?.dataset ?? {};
    const isSame = ({ id }: { id: string }) => id === (itemId ?? slideId);
    const items = itemsOf(row);
    const itemIndex = items.findIndex(isSame);
    // A hero that follows the focus shows an item of a row.
    const item = items[itemIndex] ?? (row.rowType === HERO ? itemsOfRows().find(isSame) : undefined);
    return item && { ...row, item, itemIndex };
  };
  const itemsOfRows = () => shown().rows.flatMap((row, index) => itemsOf(rowAt(row, index)));

  return { pageOf, rowOf, itemOf };
}

/** What the user has seen of the pages of a client. Kept for the last 200 pages. */
class PageVisits {
  readonly #seen = new Map<string, Set<string>>();
  readonly #sessionIds = new Map<string, string | null>();
  #sessionId: string | null = null;

  constructor(client: DiscovrClientLike) {
    client.onSessionRefreshed(({ sessionId }) => {
      this.#sessionId = sessionId;
    });
  }

  /** Returns whether something of a page is seen for the first time, and remembers it. */
  isFirst(pageId: string, what: string): boolean {
    const seen = this.#seen.get(pageId) ?? new Set<string>();
    keepLast(this.#seen, pageId, seen);
    const isFirst = !seen.has(what);
    seen.add(what);
    return isFirst;
  }

  /** Returns the session of a page: the one that was current when the page was first reported. */
  sessionIdOf(pageId: string): string | null {
    const sessionId = this.#sessionIds.get(pageId) ?? this.#sessionId;
    keepLast(this.#sessionIds, pageId, sessionId);
    return sessionId;
  }
}

/** Returns what the user has seen of the pages of a client. It is kept between visits to a page. */
export const pageVisitsOf = perObject((client: DiscovrClientLike) => new PageVisits(client));
