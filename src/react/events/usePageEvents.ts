'use client';

import { useEffect, useState, useSyncExternalStore, type RefObject } from 'react';
import type { DiscovrError } from '../../shared/errors.js';
import { loadOnce } from '../../shared/lateModule.js';
import { failuresOf } from '../failures/failures.js';
import { useLatestMethods } from '../hooks.js';
import { useDiscovrContext } from '../provider/context.js';
import { ownerNow } from '../query/useScoped.js';
import { eventsOf } from './events.js';
import type { ShownPage } from './locate.js';

const load = loadOnce('events', () => import('./watchPage.js'));
const never = () => false;

/**
 * Emits the events of a page with your own markup; `<DiscovrPage>` emits them itself. Loads its code and observes the
 * page only while `onEvent` of the provider or `useDiscovrEvents` listens. The elements of the page need attributes:
 * each row `data-row-id` with the id of the row (`hero` for the hero), each card `data-item-id` with the id of the item,
 * and each slide of the hero `data-slide-id`.
 *
 * @param root ref of the element around the page.
 * @param shown the page and its rows, from `useDiscovrPage`; `undefined` while there is nothing to show.
 * @throws {Error} when called outside a `<DiscovrProvider>`.
 * @example
 * const root = useRef<HTMLElement>(null);
 * const { status, page, rows } = useDiscovrPage({ pageId });
 * usePageEvents(root, page && { page, rows, isEmpty: status === 'empty' });
 */
export function usePageEvents(root: RefObject<HTMLElement | null>, shown: ShownPage | undefined): void {
  const { client, queryClient, snapshots } = useDiscovrContext('usePageEvents()');
  const events = eventsOf(client);
  const isHeard = useSyncExternalStore(events.onHeardChanged, events.isHeard, never);
  const latest = useLatestMethods({ shown: () => shown });
  const pageId = shown?.page.id;
  const [element, setElement] = useState<HTMLElement | null>(null);
  // After each render, because the element can appear or be replaced later than the page. Without a listener, the page
  // does not render again for it. An equal element changes nothing.
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  useEffect(() => {
    if (isHeard) setElement(root.current);
  });

  useEffect(() => {
    const first = latest.shown();
    if (!isHeard || pageId === undefined || !element || !first) return undefined;
    let last = first;
    // Until this effect is undone, the watch belongs to its page, although another page, or none, may be shown already.
    const ownShown = () => {
      const next = latest.shown();
      if (next?.page.id === pageId) last = next;
      return last;
    };
    let stop: (() => void) | undefined;
    let isStopped = false;
    load().then(
      ({ watchPage }) => {
        if (isStopped) return;
        stop = watchPage(element, { client, queryClient, owner: ownerNow(snapshots), shown: ownShown });
      },
      // `loadOnce` rejects with a DiscovrError only. The next page tries again.
      (error: DiscovrError) => failuresOf(client).notify({ error, operation: 'code' }),
    );
    return () => {
      isStopped = true;
      stop?.();
    };
  }, [element, isHeard, pageId, client, queryClient, snapshots, latest]);
}
