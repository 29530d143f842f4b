'use client';

import {
  startTransition,
  useContext,
  useEffect,
  useRef,
  useState,
  type CSSProperties,
  type FocusEvent,
  type KeyboardEvent,
  type RefObject,
} from 'react';
import { watchForStall } from '../../client/batches.js';
import { showsFocus } from '../../focus/focusable.js';
import { enterStop } from '../../focus/spatialMove.js';
import { useIsomorphicLayoutEffect } from '../../react/hooks.js';
import { moveAlong } from '../../ui/arrowKeys.js';
import { whenIdle } from '../../ui/hooks.js';
import { RemoteContext } from '../../ui/remoteContext.js';
import { useLostFocus } from '../../ui/useViewFocus.js';
import {
  focusableAt,
  LISTED,
  measureRail,
  positionOf,
  positionsOf,
  scrollRail,
  showItem,
  useRailWindow,
  WHOLE_UP_TO,
  type RailView,
} from './useRailWindow.js';

/** Options of {@link useRail}. */
export interface UseRailOptions extends RailPaging {
  /**
   * Number of focusable elements after the last item, such as a retry button.
   * @default 0
   */
  extraStops?: number | undefined;
  /**
   * Initial place of the rail, such as the place to restore.
   * @default { first: 0, stop: 0 }
   */
  defaultPlace?: RailPlace | undefined;
  /** Called with the place of the rail when it changes. */
  onPlaceChange?: ((place: RailPlace) => void) | undefined;
  /**
   * When to render the items: with `eager` at once, with `lazy` when the rail comes near the viewport, unless
   * `defaultPlace` is set. Use `lazy` for rails below the first screen, so that a long page mounts quickly.
   * @default 'eager'
   */
  loading?: 'eager' | 'lazy' | undefined;
}

/** Place of a rail. Positions start at 0. */
export interface RailPlace {
  /** Position of the item at the start edge. */
  readonly first: number;
  /** Position of the tab stop. */
  readonly stop: number;
}

const BEGINNING: RailPlace = { first: 0, stop: 0 };

/** Position of the last item that must be loaded to restore a place; -1 for the start of a rail. */
const lastOf = ({ first, stop }: RailPlace) => Math.max(first, stop) || -1;

/** Props of the element around an item. */
export interface RailItemProps {
  readonly 'data-position': number;
  readonly 'aria-posinset'?: number;
  readonly 'aria-setsize'?: number;
  readonly style?: CSSProperties;
}

/** Return value of {@link useRail}. */
export interface UseRailResult {
  /** Whether the rail renders no items yet, because it is `lazy` and has not come near the viewport. */
  readonly isDeferred: boolean;
  /**
   * Positions to render, from 0, in order: those near the visible part, the tab stop, and the last item. Once the browser
   * is idle, also the first 60, so that a screen reader meets them. On a television they do not join.
   */
  readonly positions: readonly number[];
  /**
   * Whether to render an item whole, because it is near the visible part, is the tab stop or the last item. Render the
   * others as their title alone, in the same element, which then gains its content when the item comes near.
   */
  readonly isWhole: (position: number) => boolean;
  /**
   * Renders all positions and focuses the one after the 60th item, for a button in that item. Absent when all are
   * rendered, and on a television.
   */
  readonly showAll: (() => void) | undefined;
  /** Props of the element around the list and its heading. */
  readonly rootProps: {
    onFocus: (event: FocusEvent<HTMLElement>) => void;
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  };
  /** Props of the list, which must be a scroll container and a grid of one row with columns of equal width. */
  readonly listProps: { ref: (list: HTMLElement | null) => void; onScroll: () => void };
  /** Returns the props of a child of the list: the element around an item, or an element after the last item. */
  readonly itemProps: (position: number) => RailItemProps;
  /** Returns the `tabIndex` of an item's only focusable element. */
  readonly tabIndexOf: (position: number) => 0 | -1;
  /** Focuses an item. */
  readonly focusItem: (position: number) => void;
  readonly canScrollBack: boolean;
  readonly canScrollForward: boolean;
  /** Scrolls back by the visible width, for a button. */
  readonly scrollBack: () => void;
  /** Scrolls forward by the visible width, for a button. */
  readonly scrollForward: () => void;
}

/**
 * Provides the behavior of a rail without its looks: one tab stop, arrow keys, windowing of long lists, and paging.
 *
 * @example
 * const rail = useRail({ count: items.length, hasMore, isLoading, isStalled, onEndReached: fetchNextPage });
 * <div {...rail.rootProps}>
 *   <ul {...rail.listProps}>
 *     {rail.positions.map((position) => (
 *       <li key={items[position].id} {...rail.itemProps(position)}>
 *         <a tabIndex={rail.tabIndexOf(position)} href={…}>{items[position].title}</a>
 *       </li>
 *     ))}
 *   </ul>
 * </div>
 */
export function useRail(options: UseRailOptions): UseRailResult {
  const { extraStops = 0, defaultPlace = BEGINNING, onPlaceChange, loading, ...paging } = options;
  const place = useRef(defaultPlace);
  const { hasMore = false, isLoading = false, hasFailed = false } = paging;
  // When the cache has lost items, the rail loads them again up to its place, unless the user moves it.
  const [hasMoved, setHasMoved] = useState(false);
  const isReturning = !hasMoved && (hasMore || isLoading) && !hasFailed && paging.count <= lastOf(defaultPlace);
  const report = (next: RailPlace) => {
    const { first, stop } = place.current;
    if (first === next.first && stop === next.stop) return;
    place.current = next;
    onPlaceChange?.(next);
  };
  const { view, isNear, list, setList, onScroll } = useRailWindow(
    paging.count,
    defaultPlace.first,
    isReturning,
    (first) => {
      if (isReturning) setHasMoved(true);
      report({ ...place.current, first });
    },
  );
  const isDeferred = loading === 'lazy' && !isNear && !options.defaultPlace;
  const count = isDeferred ? 0 : paging.count;
  const { tabStop, moveTo, onFocus, onKeyDown } = useTabStop(
    list,
    count + extraStops,
    defaultPlace.stop,
    isReturning,
    (stop) => report({ ...place.current, stop }),
  );
  const isLong = count > WHOLE_UP_TO;
  const [listed, setListed] = useListed(isLong && isNear && view.isMeasured);
  useRailPaging(paging, isReturning ? { ...view, end: Infinity } : view, isNear);

  const scrollByPage = (direction: 1 | -1) => {
    if (!list.current) return;
    const { stride, viewport, offset } = measureRail(list.current);
    const page = stride > 0 ? Math.max(1, Math.floor(viewport / stride)) * stride : viewport;
    scrollRail(list.current, Math.max(0, offset + direction * page));
  };

  return {
    isDeferred,
    positions: positionsOf(
      isLong ? view : { first: 0, end: count },
      [...Array(Math.min(listed, count)).keys(), tabStop, count - 1],
      count,
    ),
    isWhole: (position) =>
      !isLong || (position >= view.first && position < view.end) || position === tabStop || position === count - 1,
    showAll:
      listed > 0 && listed < count
        ? () => {
            setListed(Infinity);
            moveTo(listed);
          }
        : undefined,
    rootProps: { onFocus, onKeyDown },
    listProps: { ref: setList, onScroll },
    itemProps: (position) => ({
      'data-position': position,
      // The total of what is loaded: screen readers read out an unknown total as the number of items that are rendered.
      ...(position < count && { 'aria-posinset': position + 1, 'aria-setsize': count }),
      // The grid keeps the columns of items that are not rendered, so nothing moves when items mount or unmount.
      ...(isLong && view.isMeasured && { style: { gridColumnStart: position + 1 } }),
    }),
    tabIndexOf: (position) => (position === tabStop ? 0 : -1),
    focusItem: moveTo,
    canScrollBack: view.canScrollBack,
    canScrollForward: view.canScrollForward,
    scrollBack: () => scrollByPage(-1),
    scrollForward: () => scrollByPage(1),
  };
}

/**
 * State with the number of items whose titles are in the document, from the start. The first of them join in idle time,
 * because nobody sees them. On a television, a remote meets only what can be seen.
 */
function useListed(isReady: boolean) {
  const isTelevision = useContext(RemoteContext)?.hasTelevisionLayout === true;
  const state = useState(0);
  const [listed, setListed] = state;
  const isWaiting = isReady && !isTelevision && listed === 0;
  useEffect(
    () => (isWaiting ? whenIdle(() => startTransition(() => setListed(LISTED))) : undefined),
    [isWaiting, setListed],
  );
  return state;
}

/** Longest duration of a smooth scroll, in milliseconds. */
const SCROLL_MS = 1_000;

/**
 * Makes a rail one tab stop. The arrow keys of a keyboard or remote move the focus in it. Beyond an end, the browser
 * handles the key, so that a remote can leave the rail. The rail remembers its tab stop.
 *
 * @param stops number of focusable positions.
 * @param begin initial position of the tab stop.
 * @param isReturning whether the items up to the tab stop are still loading. If the list has the focus, it keeps it until
 *   then.
 * @param onStopChange called with the position of the tab stop.
 */
function useTabStop(
  list: RefObject<HTMLElement | null>,
  stops: number,
  begin: number,
  isReturning: boolean,
  onStopChange: (position: number) => void,
) {
  const [current, setCurrent] = useState(begin);
  const [requested, setRequested] = useState<{ readonly position: number }>();
  const tabStop = Math.max(0, Math.min(current, stops - 1));

  // In an effect, because the item may not be in the document before this render.
  useIsomorphicLayoutEffect(() => {
    if (list.current && requested) focusableAt(list.current, requested.position)?.focus({ preventScroll: true });
  }, [list, requested]);

  /** When the rail last scrolled to the focused item, in milliseconds since the page was opened. */
  const shownAt = useRef(-SCROLL_MS);
  const isKeyHeld = useRef(false);
  const neighbors = useRef<readonly (Element | null)[]>([]);
  const focusTabStop = (element: HTMLElement) =>
    (focusableAt(element, tabStop) ?? element).focus({ preventScroll: true });
  useIsomorphicLayoutEffect(() => {
    const { activeElement: active } = document;
    const element = list.current;
    if (!element || !active || !element.contains(active)) return;
    // The list has the focus while its first items load.
    if (active === element) {
      if (!isReturning) focusTabStop(element);
      return;
    }
    // The browser ends a smooth scroll when the rail grows.
    if (performance.now() - shownAt.current < SCROLL_MS) showItem(element, positionOf(active));
  }, [list, stops, isReturning]);
  useLostFocus(list, (element) => {
    // An empty rail renders nothing.
    if (element.isConnected) focusTabStop(element);
    else neighbors.current.some((neighbor) => neighbor && enterStop(neighbor));
  });

  const stopAt = (position: number) => {
    setCurrent(position);
    onStopChange(position);
  };
  const moveTo = (position: number) => {
    stopAt(position);
    setRequested({ position });
  };

  return {
    /** Position of the only item in the tab order. */
    tabStop,
    /** Focuses a position, even if it is not rendered yet. */
    moveTo,
    onFocus({ target, currentTarget }: FocusEvent<HTMLElement>) {
      neighbors.current = [currentTarget.nextElementSibling, currentTarget.previousElementSibling];
      const position = positionOf(target);
      const element = list.current;
      if (!element || position < 0) return;
      stopAt(position);
      // A click focuses the card too, and the card must not move under the pointer.
      if (!showsFocus(target)) return;
      // Chromium 109 ignores the scroll margin of a list that scrolls, but not that of the element around it.
      element.parentElement?.scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
      showItem(element, position, isKeyHeld.current);
      isKeyHeld.current = false;
      shownAt.current = performance.now();
    },
    onKeyDown(event: KeyboardEvent<HTMLElement>) {
      const focusAt = (position: number) => {
        isKeyHeld.current = event.repeat;
        moveTo(position);
        return true;
      };
      moveAlong(event, () => ({ count: stops, from: positionOf(event.target as Element), entry: tabStop, focusAt }));
    },
  };
}

/** Paging state of a rail. */
interface RailPaging {
  /** Number of items. */
  count: number;
  /** Whether there are more items to load. */
  hasMore?: boolean | undefined;
  /** Whether items are loading. */
  isLoading?: boolean | undefined;
  /** Whether the last load failed. The rail then requests nothing automatically. */
  hasFailed?: boolean | undefined;
  /** Whether paging waits for the user because several consecutive loads contained nothing new. */
  isStalled?: boolean | undefined;
  /**
   * Called to load more items while the user is near the end of the rail: once per load, until three consecutive loads
   * contain nothing new. Also called when an empty rail comes near the viewport.
   */
  onEndReached?: (() => void) | undefined;
}

/** Requests more items when a rail is near the viewport and the user is near its end. */
function useRailPaging(paging: RailPaging, view: RailView, isNear: boolean): void {
  const { count, hasMore = false, isLoading = false, hasFailed = false, isStalled = false } = paging;
  const { onEndReached } = paging;
  const requested = useRef({ at: -1, hasStarted: true, isStalledAfter: watchForStall() });
  const isAtEnd = isNear && view.isMeasured && view.end >= count && hasMore && !isLoading && !hasFailed;

  useEffect(() => {
    if (isLoading) requested.current.hasStarted = true;
    // A stalled rail waits for the user, whose click is the first of at most three loads without a new item.
    if (isStalled) requested.current = { at: count, hasStarted: true, isStalledAfter: watchForStall() };
  }, [count, isLoading, isStalled]);

  useEffect(() => {
    if (!isAtEnd) return;
    const { at, hasStarted, isStalledAfter } = requested.current;
    const hasGrown = at !== count;
    if ((!hasGrown && !hasStarted) || isStalledAfter(undefined, hasGrown)) return;
    requested.current = { at: count, hasStarted: false, isStalledAfter };
    onEndReached?.();
  }, [isAtEnd, count, onEndReached]);
}
