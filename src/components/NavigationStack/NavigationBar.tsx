'use client';

import { useEffect, useRef, useState, type ReactNode, type RefObject } from 'react';
import { focusableWithin, showsFocus } from '../../focus/focusable.js';
import { isSticky } from '../../focus/scrolling.js';
import { hasLayout } from '../../focus/visibility.js';
import { useIsomorphicLayoutEffect } from '../../react/hooks.js';
import type { PageNavigationTabState } from '../../react/navigation/types.js';
import { keepsArrows, moveAmong } from '../../ui/arrowKeys.js';
import { joinClasses, slotClass } from '../../ui/classNames.js';
import { Icon } from '../../ui/Icon.js';
import { ShownHeroContext } from '../Hero/context.js';
import { edgeOf, windowScroller } from './places.js';
import type { NavigationStackClassNames } from './types.js';

interface NavigationBarProps extends NavigationTabsProps {
  brand: ReactNode;
  actions: ReactNode;
  /** Whether the bar lies over a hero at the start of the page. */
  isOverlay: boolean;
  /** The scroll container; `undefined` when the window scrolls. */
  scrollContainer: RefObject<HTMLElement | null> | undefined;
  /** The page below the bar. It does not render again when the look of the bar changes. */
  children: ReactNode;
}

/**
 * Renders the page below a bar with the brand, the tabs and the controls of the app, or above a bar with the tabs. The
 * bars stay in place while the page scrolls.
 */
export function NavigationBar(props: NavigationBarProps) {
  const { brand, actions, isOverlay, placement, scrollContainer, children, classNames, ...rest } = props;
  const top = useRef<HTMLDivElement>(null);
  const [hero, setHero] = useState<HTMLElement | null>(null);
  const { beginsWithHero, isOverHero, isScrolled, isAway } = useBarLook(top, isOverlay ? hero : null, scrollContainer);
  const tabs = <NavigationTabs {...rest} placement={placement} classNames={classNames} />;
  return (
    <>
      <div ref={top} className="discovr-NavigationBar-top" />
      {/* Not interactive: the handler only receives events of the links and buttons inside. */}
      <div
        role="presentation"
        className={slotClass(classNames, 'bar', 'discovr-NavigationBar')}
        data-overlay={isOverlay ? '' : undefined}
        data-hero={beginsWithHero ? '' : undefined}
        data-over-hero={isOverHero ? '' : undefined}
        data-scrolled={isScrolled ? '' : undefined}
        data-away={isAway ? '' : undefined}
        data-rail-stop=""
        data-remote="bar"
        onKeyDown={(event) => moveAmong(event, () => itemsOf(event.currentTarget))}
      >
        {brand && <div className={slotClass(classNames, 'brand', 'discovr-NavigationBar-brand')}>{brand}</div>}
        {placement === 'top' && tabs}
        {actions && <div className={slotClass(classNames, 'actions', 'discovr-NavigationBar-actions')}>{actions}</div>}
      </div>
      <ShownHeroContext.Provider value={setHero}>{children}</ShownHeroContext.Provider>
      {placement === 'bottom' && (
        <div
          role="presentation"
          className={slotClass(classNames, 'bar', 'discovr-NavigationBar')}
          data-side="bottom"
          data-rail-stop=""
          data-remote="bar"
          onKeyDown={(event) => moveAmong(event, () => itemsOf(event.currentTarget))}
        >
          {tabs}
        </div>
      )}
    </>
  );
}

interface NavigationTabsProps {
  tabs: readonly PageNavigationTabState[];
  placement: 'top' | 'bottom';
  label: string;
  classNames: NavigationStackClassNames | undefined;
}

/** Renders the tabs on one line, which scrolls sideways when they do not fit, and fades where it continues. */
function NavigationTabs({ tabs, placement, label, classNames }: NavigationTabsProps) {
  const list = useRef<HTMLUListElement>(null);
  const hiddenSides = useHiddenSides(list, tabs.map(({ id }) => id).join(' '));
  const active = tabs.find(({ isActive }) => isActive)?.id;
  const hasIcons = placement === 'bottom' && tabs.every((tab) => iconOf(tab) !== undefined);

  useEffect(() => {
    reveal(list.current, list.current?.querySelector('[aria-current]'));
  }, [active]);

  return (
    <nav aria-label={label} className={slotClass(classNames, 'tabs', 'discovr-NavigationTabs')}>
      {/* Not interactive: the handlers only receive events of the buttons inside. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <ul
        ref={list}
        className="discovr-NavigationTabs-list"
        data-icons={hasIcons ? '' : undefined}
        data-more={hiddenSides || undefined}
        // Chromium does not scroll to a focused element that is partly visible. A press of the pointer must not move it.
        onFocus={({ currentTarget, target }) => showsFocus(target) && reveal(currentTarget, target)}
      >
        {tabs.map((tab) => (
          <li key={tab.id} className="discovr-NavigationTabs-item">
            <NavigationTab tab={tab} icon={hasIcons && iconOf(tab)} className={classNames?.tab} />
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Paths of the icons of the default tabs. */
const ICONS: Readonly<Record<string, string | undefined>> = {
  home: 'M2.5 7.4L8 2.8l5.5 4.6M4 6.2v7.3h8V6.2',
  movies: 'M2.5 3h11v10h-11zM5.5 3v10m5-10v10m-8-5h3m5 0h3',
  series: 'M2 3h12v8.5H2zM5.5 14h5',
};

function iconOf({ id, icon }: PageNavigationTabState): ReactNode {
  const path = ICONS[id];
  return icon ?? (path === undefined ? undefined : <Icon path={path} />);
}

/** Scrolls the list of tabs, and no other element, until a tab is visible and does not fade. */
function reveal(list: HTMLElement | null, tab: Element | null | undefined): void {
  if (!list || !tab || list.scrollWidth <= list.clientWidth) return;
  const [own, outer] = [tab.getBoundingClientRect(), list.getBoundingClientRect()];
  const margin = Number.parseFloat(getComputedStyle(list).scrollPaddingInlineStart) || 0;
  // A tab that is almost as wide as the list is centered in it.
  const fade = Math.max(0, Math.min(margin, (outer.width - own.width) / 2));
  const [before, after] = [outer.left + fade - own.left, own.right + fade - outer.right];
  if (before > 0) list.scrollLeft -= before;
  else if (after > 0) list.scrollLeft += after;
}

interface NavigationTabProps {
  tab: PageNavigationTabState;
  icon: ReactNode;
  className: string | undefined;
}

/** Renders a tab. Its page is prefetched when the pointer or the focus stays on it. */
function NavigationTab({ tab, icon, className }: NavigationTabProps) {
  const cancel = useRef<() => void>(undefined);
  const begin = () => {
    cancel.current?.();
    cancel.current = tab.isActive ? undefined : tab.prefetch();
  };
  const end = () => cancel.current?.();
  return (
    <button
      type="button"
      className={joinClasses('discovr-NavigationTabs-tab', className)}
      aria-current={tab.isActive ? 'page' : undefined}
      data-rail-entry={tab.isActive ? '' : undefined}
      onClick={tab.select}
      onPointerEnter={begin}
      onPointerLeave={end}
      onFocus={begin}
      onBlur={end}
    >
      {icon && (
        <span className="discovr-NavigationTabs-icon" aria-hidden="true">
          {icon}
        </span>
      )}
      <bdi>{tab.name}</bdi>
    </button>
  );
}

/** Content that the app opens, for example from the bar. It handles the arrow keys itself. */
const OPENED = 'dialog, [popover], [role="menu"], [role="listbox"]';

/** Whether the arrow keys belong to the app: in content outside the root, in a field, or in what is opened inside. */
export function hasOwnArrowKeys(root: HTMLElement | null, target: EventTarget): boolean {
  if (!root || !(target instanceof Element) || !root.contains(target)) return true;
  return keepsArrows(target) || root.contains(target.closest(OPENED));
}

/** Returns the links and buttons of the bar, in order: those of the brand, the tabs, and those of the app. */
function itemsOf(bar: Element): HTMLElement[] {
  return focusableWithin(bar).filter((item) => item.matches('a, button') && !item.closest(OPENED));
}

/** Return value of {@link useBarLook}. */
interface BarLook {
  /** Whether the page begins with a hero with titles, over which the heading of an opened page lies. */
  readonly beginsWithHero: boolean;
  /** Whether a hero with titles begins behind the bar. */
  readonly isOverHero: boolean;
  /** Whether the page is scrolled, so that its content passes behind the bar. */
  readonly isScrolled: boolean;
  /** Whether the hero stays in place and the page is scrolled below its first row. */
  readonly isAway: boolean;
}

/**
 * Returns what is behind a sticky bar. Causes a render only when this changes, not on each scroll event.
 *
 * @param top an element one pixel high, where the bar is while the page is not scrolled.
 * @param hero the shown hero.
 */
function useBarLook(
  top: RefObject<HTMLElement | null>,
  hero: HTMLElement | null,
  scrollContainer: RefObject<HTMLElement | null> | undefined,
): BarLook {
  const [beginsWithHero, setBeginsWithHero] = useState(false);
  const [isOverHero, setIsOverHero] = useState(false);
  const [isScrolled, setIsScrolled] = useState(false);
  const [isAway, setIsAway] = useState(false);
  // Runs before paint, and after the scroll position was restored, so that the bar never flashes.
  useIsomorphicLayoutEffect(() => {
    const { current } = top;
    if (!current) return undefined;
    setBeginsWithHero(hero?.matches(FIRST_HERO) ?? false);
    // A sticky hero stays behind the bar.
    const isPinned = hero !== null && isSticky(hero);
    const look = () => {
      const own = current.getBoundingClientRect();
      const edge = edgeOf(scrollContainer?.current ?? windowScroller());
      const start = isPinned ? Math.max(own.top, edge) : own.top;
      setIsOverHero(hero !== null && Math.abs(hero.getBoundingClientRect().top - start) < 1);
      setIsScrolled(!isPinned && own.bottom < edge);
    };
    look();
    if (!hasLayout()) return undefined;
    // With the width of the page and the color scheme, a hero changes its size and its place.
    const sizes = new ResizeObserver(look);
    if (hero) sizes.observe(hero);
    const setIsOut = isPinned ? setIsAway : setIsScrolled;
    const observer = new IntersectionObserver((entries) => setIsOut(!entries.at(-1)!.isIntersecting), {
      root: scrollContainer?.current ?? null,
      rootMargin: isPinned ? FIRST_ROW_MARGIN : '0px',
    });
    observer.observe(current);
    return () => {
      sizes.disconnect();
      observer.disconnect();
      setIsAway(false);
    };
  }, [top, hero, scrollContainer]);
  return { beginsWithHero, isOverHero, isScrolled, isAway };
}

/** How far a page with a hero that stays in place may be scrolled while its first row has the focus. */
const FIRST_ROW_MARGIN = '100px';

/** Selector of a hero at the start of a page, which the stylesheet moves behind the bar. A button may float over it. */
const FIRST_HERO = [
  '.discovr-NavigationStack-page > :first-child',
  '.discovr-NavigationStack-page > .discovr-DiscovrPage:first-child > :first-child',
  '.discovr-NavigationStack-page > .discovr-DiscovrPage:first-child > .discovr-DiscovrPage-refresh:first-child + *',
].join();

/** Sides of a list beyond which it continues: `''`, `'left'`, `'right'` or `'left right'`. */
type HiddenSides = string;

/**
 * Returns the sides on which a list that scrolls sideways has hidden items. The sides are physical, because a mask does
 * not follow the text direction.
 *
 * @param items identifies the items. The list is observed again when it changes.
 */
function useHiddenSides(list: RefObject<HTMLElement | null>, items: string): HiddenSides {
  const [sides, setSides] = useState<HiddenSides>('');
  useEffect(() => {
    const { current } = list;
    // Test environments have no layout.
    if (!current || typeof ResizeObserver === 'undefined') return undefined;
    const look = () => setSides(hiddenSidesOf(current));
    const observer = new ResizeObserver(look);
    for (const element of [current, ...current.children]) observer.observe(element);
    current.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      current.removeEventListener('scroll', look);
    };
  }, [list, items]);
  return sides;
}

function hiddenSidesOf(list: HTMLElement): HiddenSides {
  const outer = list.getBoundingClientRect();
  const items = [...list.children].map((item) => item.getBoundingClientRect());
  const isLeft = items.some(({ left }) => left < outer.left - 1);
  const isRight = items.some(({ right }) => right > outer.right + 1);
  return [isLeft && 'left', isRight && 'right'].filter(Boolean).join(' ');
}
