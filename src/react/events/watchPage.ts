import { topScope } from '../../focus/topScope.js';
import type { EventItem, EventRow } from './discovrEvent.js';
import { eventsOf } from './eventsOf.js';
import { ITEM, locateElements, ROW, type LocateElementsOptions } from './locateElements.js';
import { pageVisitsOf } from './pageVisits.js';
import { watchFocus } from './watchFocus.js';
import { watchVisible } from './watchVisible.js';

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
  mutations.observe(root, { childList: true, subtree: true, attributeFilter: ['data-slide-id'] });
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
