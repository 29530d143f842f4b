'use client';

import { useCallback, useEffect, useRef, type RefObject } from 'react';
import { isFocusLost } from '../../focus/lastFocus.js';
import { isRemoteInUse } from '../../focus/scope.js';
import { placeOfItem, type ItemPlace } from '../../focus/successor.js';
import { useIsomorphicLayoutEffect, useLatestMethods } from '../../react/hooks.js';
import type { UseNavigationResult } from '../../react/navigation/useNavigation.js';
import { prefersReducedMotion } from '../../ui/motion.js';
import { useLostFocus } from '../../ui/useViewFocus.js';
import { focusRow, jumpTo, keepTrying, rowById, scrollPlaceOf, scrollToPlace, windowScroller } from './places.js';

interface UsePlaceMemoryOptions extends UseNavigationResult {
  readonly root: RefObject<HTMLElement | null>;
  /** The element around the shown page. */
  readonly page: RefObject<HTMLElement | null>;
  /** The heading of an opened page. */
  readonly heading: RefObject<HTMLElement | null>;
  /** The scroll container; `undefined` when the window scrolls. */
  readonly scrollContainer: RefObject<HTMLElement | null> | undefined;
  /** Whether the stack is kept in the browser's history. */
  readonly isInHistory: boolean;
}

/** Return value of {@link usePlaceMemory}: props of the root that track the user's place. */
interface UsePlaceMemoryResult {
  readonly onFocus: (event: { target: EventTarget }) => void;
  readonly onClickCapture: (event: { target: EventTarget }) => void;
}

/**
 * Remembers the scroll position and the last focused item of each page, and restores both. An opened page starts at its
 * top, with the focus on its heading or, with a remote control, on its first control.
 */
export function usePlaceMemory(options: UsePlaceMemoryOptions): UsePlaceMemoryResult {
  const { navigation, store, root, page, heading, scrollContainer, isInHistory } = options;
  const { current, arrival } = navigation;
  const takeOverScrolling = useScrollRestoration();
  /** The last arrival that was handled. The one at mount is not a move, whatever its `by` is. */
  const handled = useRef(arrival);
  const focused = useRef<{ key: string; item: ItemPlace | undefined }>(undefined);
  /** What had the focus when a page was left, if the focus moves to the next page. */
  const handedOn = useRef<Element | null>(null);
  /** The scroll container. On unmount, its ref is empty before the place is remembered. */
  const kept = useRef<HTMLElement | null>(null);
  const scroller = () => (scrollContainer ? (scrollContainer.current ?? kept.current) : windowScroller());

  const takeOver = () => {
    if (isInHistory && !scrollContainer) takeOverScrolling();
  };
  const restoreScroll = (onFrame: () => boolean = () => true, onEnd?: (hasSucceeded: boolean) => void) => {
    const [shown, left] = [page.current, store.places.get(current.key)];
    if (!shown) return undefined;
    if (!left?.scrollTop) jumpTo(scroller(), 0);
    const rowId = isRemoteInUse(shown) ? left?.focused?.rowId : undefined;
    // Until its row is there, the focus of a remote control decides on the position: its control would leave the screen.
    const isLed = () => rowId !== undefined && !rowById(shown, rowId);
    const scroll = () => {
      // At mount, the ref of the scroll container is filled only after the first try.
      const element = scroller();
      return !left?.scrollTop || isLed() || (element !== null && scrollToPlace(element, shown, left));
    };
    // An array, because both must run on each frame, even if the first fails.
    return keepTrying(() => [scroll(), onFrame()].every(Boolean), onEnd);
  };
  const focusLanding = () => {
    if (!isFocusLost(document)) return;
    (heading.current ?? root.current?.querySelector<HTMLElement>('.discovr-NavigationTabs-tab[aria-current]'))?.focus({
      preventScroll: true,
    });
  };

  const focusOpened = (isRemote: boolean) => {
    // A remote control moves on from the page to the first control in it. The page may have done so already.
    const landing = isRemote ? page.current : heading.current;
    if (!isRemote || !landing?.contains(document.activeElement)) landing?.focus({ preventScroll: true });
  };

  const methods = useLatestMethods({
    /** Runs before each move and on unmount. */
    remember() {
      const [element, shown] = [scroller(), page.current];
      const { activeElement: active } = document;
      // A remote control is never left on a control that restoring the scroll position moves off the screen.
      handedOn.current =
        root.current?.contains(active) || (root.current && isRemoteInUse(root.current)) ? active : null;
      if (!element || !shown) return;
      const item = focused.current?.key === current.key ? focused.current.item : undefined;
      store.places.set(current.key, { ...scrollPlaceOf(element, shown), focused: item });
    },
    leave() {
      methods.remember();
      takeOver();
    },
    arrive() {
      // React also runs this when it shows a hidden stack again, without a move.
      const by = arrival === handled.current ? 'start' : arrival.by;
      handled.current = arrival;
      if (by === 'start') {
        // A history entry without a stack is a first visit and has nothing to restore.
        if (!store.places.get(current.key) || !store.getSnapshot().state) return undefined;
        takeOver();
        return restoreScroll();
      }
      if (by === 'again') {
        scroller()?.scrollTo?.({ top: 0, behavior: prefersReducedMotion() ? 'instant' : 'smooth' });
        return undefined;
      }
      const isRemote = root.current !== null && isRemoteInUse(root.current);
      if (by === 'open') focusOpened(isRemote);
      const item = store.places.get(current.key)?.focused;
      // With a keyboard, the focus stays on the selected tab.
      const isTabOfRemote = by === 'tab' && item && isRemote;
      if ((by !== 'return' && !isTabOfRemote) || !handedOn.current) return restoreScroll();
      if (!item) focusLanding();
      return restoreScroll(
        () => !item || !mayMoveFocus() || (page.current !== null && focusRow(page.current, item)),
        focusLanding,
      );
    },
    /** Remembers what was focused or clicked last on the page. Ignores what is outside, such as the next tab. */
    note(target: EventTarget) {
      if (!(target instanceof Element) || !page.current?.contains(target)) return;
      const place = placeOfItem(target, page.current);
      focused.current = { key: current.key, item: place.rowId === undefined ? undefined : place };
    },
  });
  // An element outside the stack keeps the focus if the user has focused it since going back.
  const mayMoveFocus = () =>
    isFocusLost(document) ||
    document.activeElement === handedOn.current ||
    root.current?.contains(document.activeElement) === true;

  // Another page can replace the shown one without a move, for example when the filters of a tab change.
  useLostFocus(root, focusLanding);
  useEffect(() => {
    kept.current = scrollContainer?.current ?? null;
    return store.onLeave(methods.leave);
  }, [store, methods, scrollContainer]);
  useIsomorphicLayoutEffect(() => methods.remember, [methods]);
  useIsomorphicLayoutEffect(() => methods.arrive(), [arrival, methods]);

  return {
    onFocus: ({ target }) => methods.note(target),
    onClickCapture: ({ target }) => methods.note(target),
  };
}

/** The app's setting, read once before this hook changes it: later reads would return `manual`. */
let appSetting: ScrollRestoration | undefined;

/**
 * Returns a function that disables the browser's scroll restoration for the current history entry and the following
 * ones, because the browser would scroll before the content has loaded. It stays disabled until unmount. When the user
 * leaves the document, the app's setting applies again, so that the browser handles reloads and other documents as
 * usual.
 */
function useScrollRestoration(): () => void {
  const isDisabled = useRef(false);

  useEffect(() => {
    const restore = () => {
      if (isDisabled.current && appSetting) window.history.scrollRestoration = appSetting;
    };
    const disableAgain = ({ persisted }: PageTransitionEvent) => {
      if (persisted && isDisabled.current) window.history.scrollRestoration = 'manual';
    };
    window.addEventListener('pagehide', restore);
    window.addEventListener('pageshow', disableAgain);
    return () => {
      window.removeEventListener('pagehide', restore);
      window.removeEventListener('pageshow', disableAgain);
      restore();
      isDisabled.current = false;
    };
  }, []);

  return useCallback(() => {
    appSetting ??= window.history.scrollRestoration;
    isDisabled.current = true;
    window.history.scrollRestoration = 'manual';
  }, []);
}
