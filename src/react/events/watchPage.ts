import { hasLayout } from '../../focus/visibility.js';
import { showsFocus } from '../../focus/focusable.js';
import { topScope } from '../../focus/scope.js';
import { startTimer } from '../../shared/time.js';
import { eventsOf, type EventItem, type EventRow } from './events.js';
import { ITEM, ITEM_OPENED, locateElements, pageVisitsOf, ROW, type LocateElementsOptions } from './locate.js';

/**
 * Emits the events of a page that is on screen, until the returned function is called. Finds rows and items by the
 * attributes of their elements, so the components of the page have no code for events.
 */
export function watchPage(root: HTMLElement, options: LocateElementsOptions): () => void {
  const { client, shown } = options;
  const events = eventsOf(client);
  const visits = pageVisitsOf(client);
  const { pageOf, rowOf, itemOf } = locateElements(options);

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
  const visible = watchVisible(noteSeen, () => !topScope(root).contains(root));
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
  const elements = () => [...root.querySelectorAll(`${ROW}, ${ITEM}`)];
  const follow = () => {
    report();
    visible.watchOnly(elements());
  };
  // Rows and cards come and go while the user scrolls. The slide of a hero that follows the focus changes its title.
  const mutations = new MutationObserver((changes) => {
    const changed = new Set(changes.flatMap(({ type, target }) => (type === 'attributes' ? [target] : [])));
    if (changed.size > 0) visible.watchOnly(elements().filter((element) => !changed.has(element)));
    follow();
  });

  const reportOpened = (card: Element | null | undefined) => {
    const place = card ? itemOf(card) : undefined;
    if (place) events.emit({ type: 'itemClick', ...place });
  };
  const noteClick = (event: MouseEvent) => {
    const { target } = event;
    const control = target instanceof Element ? target.closest('a, button') : null;
    // Other buttons of the mouse open no item, except the middle one, which opens a link in another tab.
    const opens = event.type === 'click' || (event.button === 1 && control?.matches('a'));
    // The control is in the card or around it.
    if (opens) reportOpened((target as Element).closest(ITEM) ?? control?.closest(ITEM));
  };

  const noteOpened = ({ target }: Event) => {
    if (target instanceof Element) reportOpened(target.closest(ITEM));
  };

  const stopFocus = watchFocus(root, ITEM, (card, durationMs) => {
    const place = itemOf(card);
    if (place) events.emit({ type: 'focusDwell', ...place, durationMs });
  });

  document.addEventListener('visibilitychange', report);
  follow();
  mutations.observe(root, {
    childList: true,
    subtree: true,
    attributeFilter: ['data-slide-id', 'data-item-id', 'data-row-id'],
  });
  // While capturing, because the app may stop the event or remove the card when it handles it.
  root.addEventListener('click', noteClick, true);
  root.addEventListener('auxclick', noteClick, true);
  root.addEventListener(ITEM_OPENED, noteOpened);
  return () => {
    document.removeEventListener('visibilitychange', report);
    mutations.disconnect();
    visible.stop();
    stopFocus();
    root.removeEventListener('click', noteClick, true);
    root.removeEventListener('auxclick', noteClick, true);
    root.removeEventListener(ITEM_OPENED, noteOpened);
  };
}

/** How long at least half of an element must be visible without interruption, in milliseconds. */
const VISIBLE_MS = 1_000;

/** Watches which elements are visible. */
export interface VisibilityWatch {
  /** Watches these elements instead of the previous ones. */
  readonly watchOnly: (elements: readonly Element[]) => void;
  readonly stop: () => void;
}

/**
 * Calls back for each element that was at least half visible for a second. The second starts again when the element
 * leaves the screen or the tab is hidden, and if a dialog covers the page when it ends.
 */
export function watchVisible(onSeen: (element: Element) => void, isCovered: () => boolean): VisibilityWatch {
  /** Each watched element, with a function that stops its timer while it is visible. */
  const watched = new Map<Element, (() => void) | undefined>();
  const visible = new Set<Element>();

  const follow = (element: Element) => {
    watched.get(element)?.();
    const isCounting = visible.has(element) && document.visibilityState !== 'hidden';
    watched.set(element, isCounting ? startTimer(() => finish(element), VISIBLE_MS) : undefined);
  };
  const finish = (element: Element) => {
    if (isCovered()) follow(element);
    else onSeen(element);
  };
  const followAll = () => {
    for (const element of watched.keys()) follow(element);
  };
  const note = (element: Element, isVisible: boolean) => {
    if (visible.has(element) === isVisible || !watched.has(element)) return;
    if (isVisible) visible.add(element);
    else visible.delete(element);
    follow(element);
  };

  const noteAll = (entries: readonly IntersectionObserverEntry[]) => {
    for (const { target, intersectionRatio } of entries) note(target, intersectionRatio >= 0.5);
  };
  // In test environments without layout, every element counts as visible.
  const observer = hasLayout() ? new IntersectionObserver(noteAll, { threshold: 0.5 }) : undefined;
  document.addEventListener('visibilitychange', followAll);

  const forget = (element: Element) => {
    observer?.unobserve(element);
    watched.get(element)?.();
    watched.delete(element);
    visible.delete(element);
  };
  return {
    watchOnly(elements) {
      const wanted = new Set(elements);
      for (const element of [...watched.keys()]) if (!wanted.has(element)) forget(element);
      for (const element of wanted) {
        if (watched.has(element)) continue;
        watched.set(element, undefined);
        if (observer) observer.observe(element);
        else note(element, true);
      }
    },
    stop() {
      document.removeEventListener('visibilitychange', followAll);
      for (const element of [...watched.keys()]) forget(element);
      observer?.disconnect();
    },
  };
}

/** Shortest time on an item that is reported, in milliseconds. */
const DWELL_MS = 1_000;

/**
 * Calls back when the keyboard focus leaves an item after at least a second. Hiding the tab counts as leaving. Returns a
 * function that stops this, after it has reported the item that has the focus.
 */
export function watchFocus(
  root: HTMLElement,
  selector: string,
  onDwelt: (item: Element, durationMs: number) => void,
): () => void {
  let focused: Element | null = null;
  let since = 0;
  const end = () => {
    const item = focused;
    const durationMs = Math.round(performance.now() - since);
    focused = null;
    if (item && durationMs >= DWELL_MS) onDwelt(item, durationMs);
  };
  const begin = (element: Element | null) => {
    const item = element && root.contains(element) && showsFocus(element) ? element.closest(selector) : null;
    if (item === focused) return;
    end();
    focused = item;
    since = performance.now();
  };
  const noteFocus = ({ target }: FocusEvent) => begin(target instanceof Element ? target : null);
  const noteBlur = ({ relatedTarget }: FocusEvent) => {
    // Between two controls of one item, the focus stays on the item. Elsewhere, `focusin` follows.
    if (!(relatedTarget instanceof Element) || relatedTarget.closest(selector) !== focused) end();
  };
  const noteVisibility = () => begin(document.visibilityState === 'hidden' ? null : document.activeElement);

  begin(document.activeElement);
  root.addEventListener('focusin', noteFocus);
  root.addEventListener('focusout', noteBlur);
  document.addEventListener('visibilitychange', noteVisibility);
  return () => {
    end();
    root.removeEventListener('focusin', noteFocus);
    root.removeEventListener('focusout', noteBlur);
    document.removeEventListener('visibilitychange', noteVisibility);
  };
}
