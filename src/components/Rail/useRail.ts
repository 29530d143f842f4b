'use client';

import { useRef, type CSSProperties, type FocusEvent, type KeyboardEvent } from 'react';
import { measureRail } from './scrolling/measureRail.js';
import { positionsOf, WHOLE_UP_TO } from './scrolling/railWindow.js';
import { scrollRail } from './scrolling/scrollRail.js';
import { useRailPaging, type RailPaging } from './useRailPaging.js';
import { useRailWindow } from './scrolling/useRailWindow.js';
import { useRovingItems } from './useRovingItems.js';

/** Options of {@link useRail}. */
export interface UseRailOptions extends RailPaging {
  /**
   * Positions after the last item that take the focus as items do, such as a button to try again.
   * @default 0
   */
  extraStops?: number | undefined;
  /**
   * Where the rail begins when it is mounted, such as where it was left.
   * @default { first: 0, stop: 0 }
   */
  defaultPlace?: RailPlace | undefined;
  /** Hears where the rail is, when that changes. */
  onPlaceChange?: ((place: RailPlace) => void) | undefined;
}

/** Where a rail is, in positions from 0. */
export interface RailPlace {
  /** The item at the start edge. */
  readonly first: number;
  /** The item in the order of the Tab key. */
  readonly stop: number;
}

const BEGINNING: RailPlace = { first: 0, stop: 0 };

/** Attributes of the element around one item. */
export interface RailItemProps {
  readonly 'data-position': number;
  readonly 'aria-posinset'?: number;
  readonly 'aria-setsize'?: number;
  readonly style?: CSSProperties;
}

/** What {@link useRail} gives. */
export interface UseRailResult {
  /** Positions from 0 that are to be rendered, in order: those near what is seen, the one with the focus, the last. */
  readonly positions: readonly number[];
  /** Props of the element around the list, heading included. */
  readonly rootProps: {
    onFocus: (event: FocusEvent<HTMLElement>) => void;
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  };
  /** Props of the list: the element that scrolls, a grid of one row whose columns are all alike. */
  readonly listProps: { ref: (list: HTMLElement | null) => void; onScroll: () => void };
  /** Props of the element around an item, a child of the list; also of what stands after the last item. */
  readonly itemProps: (position: number) => RailItemProps;
  /** `tabIndex` of the one focusable element of an item. */
  readonly tabIndexOf: (position: number) => 0 | -1;
  /** Gives the focus to an item. */
  readonly focusItem: (position: number) => void;
  readonly canScrollBack: boolean;
  readonly canScrollOn: boolean;
  /** Scrolls by what is seen, for buttons. */
  readonly scrollBack: () => void;
  readonly scrollOn: () => void;
}

/**
 * What a rail does, without its looks: one stop of the Tab key, arrow keys, a window over long lists, paging.
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
  const { extraStops = 0, defaultPlace = BEGINNING, onPlaceChange, ...paging } = options;
  const place = useRef(defaultPlace);
  const { count, hasMore = false } = paging;
  const report = (next: RailPlace) => {
    const { first, stop } = place.current;
    if (first === next.first && stop === next.stop) return;
    place.current = next;
    onPlaceChange?.(next);
  };
  const { view, isNear, list, setList, onScroll } = useRailWindow(count, defaultPlace.first, (first) =>
    report({ ...place.current, first }),
  );
  const { tabStop, moveTo, onFocus, onKeyDown } = useRovingItems(list, count + extraStops, defaultPlace.stop, (stop) =>
    report({ ...place.current, stop }),
  );
  useRailPaging(paging, view, isNear);
  const isLong = count > WHOLE_UP_TO;

  const scrollByPage = (direction: 1 | -1) => {
    if (!list) return;
    const { stride, viewport, offset } = measureRail(list);
    const page = stride > 0 ? Math.max(1, Math.floor(viewport / stride)) * stride : viewport;
    scrollRail(list, Math.max(0, offset + direction * page));
  };

  return {
    positions: positionsOf(isLong ? view : { first: 0, end: count }, [tabStop, count - 1], count),
    rootProps: { onFocus, onKeyDown },
    listProps: { ref: setList, onScroll },
    itemProps: (position) => ({
      'data-position': position,
      // A total that is not known is -1, by WAI-ARIA.
      ...(position < count && { 'aria-posinset': position + 1, 'aria-setsize': hasMore ? -1 : count }),
      // The columns between are there without their items, so nothing moves when those come and go.
      ...(isLong && view.isMeasured && { style: { gridColumnStart: position + 1 } }),
    }),
    tabIndexOf: (position) => (position === tabStop ? 0 : -1),
    focusItem: moveTo,
    canScrollBack: view.canScrollBack,
    canScrollOn: view.canScrollOn,
    scrollBack: () => scrollByPage(-1),
    scrollOn: () => scrollByPage(1),
  };
}
