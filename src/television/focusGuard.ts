import { candidatesIn, isCandidate, isEnabled } from '../focus/candidates.js';
import { focusableWithin } from '../focus/focusable.js';
import type { Edges } from '../focus/geometry.js';
import { isFocusLost } from '../focus/lastFocus.js';
import { bringIntoView, completeScroll, scrollerOf, sidewaysScrollerOf } from '../focus/scrolling.js';
import { controlsNear, enter } from '../focus/spatialMove.js';
import { areaOf, hasLayout, isRendered } from '../focus/visibility.js';
import { canScrollTo, isReachable, offsetUntilClear } from './isReachable.js';
import { enterFirst, focusInitially } from './moves.js';

/** Keeps the focus on a visible control. */
interface FocusGuard {
  /** Whether no visible control has the focus. Reads layout. */
  readonly isLost: () => boolean;
  /** Starts to watch the document. */
  readonly start: () => void;
  /**
   * Starts before the first key: focuses a control if no element has the focus. Until `start` is called, a control that the
   * user expects to have the focus first, such as the hero, takes it over when it appears.
   */
  readonly startEarly: () => void;
  /** Whether `startEarly` is focusing a control at the moment. */
  readonly isGiving: () => boolean;
  /** Takes the focus from the control that `startEarly` has focused, unless `start` or `stop` was called since. */
  readonly takeBack: () => void;
  /** Sets whether the focused element is scrolled into view again when a change of the page has moved it away. */
  readonly follow: (isFollowing: boolean) => void;
  /** Remembers the focused element and, in the next frame, its place. */
  readonly note: (element: EventTarget | null) => void;
  /**
   * Focuses a control in the focused container, which a drop-in or the app has focused for users of a screen reader, or
   * which the user has clicked. Returns whether it did.
   */
  readonly descend: () => boolean;
  /** Moves the focus to a visible control if it is lost. Returns whether it did. */
  readonly recover: () => boolean;
  readonly stop: () => void;
}

/**
 * Watches the elements below `root`, and dialogs elsewhere. When the focused element is removed, hidden or disabled, moves
 * the focus, within one animation frame, to the control that is nearest to the place of the lost element.
 *
 * @param scopeOf returns the element that must contain the focus.
 */
export function guardFocus(root: HTMLElement, scopeOf: () => HTMLElement): FocusGuard {
  const { ownerDocument: document } = root;
  /** Elements that had the focus, the last one first. */
  let trail: readonly HTMLElement[] = [];
  let place: Edges | undefined;
  /** The control that was last seen at this place. */
  let placed: Element | undefined;
  let frame = 0;
  let isOn = false;
  let isEarly = false;
  let isGiving = false;
  /** The control that {@link FocusGuard.startEarly} has focused. */
  let given: Element | null = null;
  let isFollowing = false;
  let settling = 0;
  let stillFrames = 0;

  const isLost = () => {
    const { activeElement: active } = document;
    if (!active || active === document.body) return true;
    const scope = scopeOf();
    // Elsewhere on the page, or in an iframe, the focus is not lost.
    if (!scope.contains(active)) return root.contains(active);
    if (!isCandidate(active) || hasSlidAway(active)) return true;
    // What is beside the slides covers a control for as long as they scroll under it.
    const isScrolling = settling !== 0 && sidewaysScrollerOf(active) !== undefined;
    if (isScrolling || isReachable(active)) return false;
    return !canScrollTo(active) || candidatesIn(scope, active).some(({ element }) => isReachable(element));
  };
  /** Whether a control has left the screen sideways. A rail scrolls to its focused item itself. */
  const hasSlidAway = (active: Element) =>
    active === placed && !sidewaysScrollerOf(active) && !isInViewSideways(active);
  const isUsable = (element: HTMLElement, scope: HTMLElement) =>
    scope.contains(element) && isCandidate(element) && isReachable(element);
  const descend = () => {
    const { activeElement: active } = document;
    if (!isFollowing || !holdsControls(active) || !scopeOf().contains(active)) return false;
    // What the user has clicked may be far from its first control.
    if (active !== trail[0] && place && enterFirst(controlsNear(active, place))) return true;
    // The rows of a page can load before its hero, which is awaited.
    return !active.querySelector(LOADING_HERO) && focusInitially(active);
  };
  /** Returns what had the focus before the dialog of the lost element opened, unless that dialog is still on top. */
  const openerOf = (lost: HTMLElement, scope: HTMLElement) => {
    const dialog = lost.closest(DIALOG);
    if (!dialog || dialog === scope) return undefined;
    return trail.find((element) => !dialog.contains(element) && isUsable(element, scope));
  };
  /** Whether the focused control moves or grows, maybe into view. Looks for a lost focus again when it has its place. */
  const isMoving = () => {
    const { activeElement: active } = document;
    if (!active || !scopeOf().contains(active) || !isEnabled(active) || !isRendered(active)) return false;
    const motions = motionsOf(active);
    if (motions.length === 0) return false;
    // Animations that a script has started fire no event on the document.
    void Promise.all(motions.map(({ finished }) => finished)).then(check, check);
    return true;
  };
  const recover = () => {
    const [lost] = trail;
    if (!isLost()) return descend();
    if (isMoving()) return false;
    const scope = scopeOf();
    // The user pressed a key before there was a control, for example while the app was loading.
    if (!lost) return isFollowing && focusInitially(scope);
    // Old browsers do not return the focus when a dialog closes, and no browser does when a dialog is removed.
    const opener = openerOf(lost, scope);
    if (opener && enter(opener)) {
      if (!lost.isConnected) warnOf(lost);
      return true;
    }
    const earlier = trail.find((element) => isUsable(element, scope));
    const hasFocus =
      (place !== undefined && enterFirst(controlsNear(scope, place).filter((each) => each !== lost))) ||
      (earlier !== undefined && enter(earlier)) ||
      focusInitially(scope);
    // No warning for a container without controls that a drop-in has focused, such as the list after its last chip was
    // removed, nor for a scroll area, which Chromium focuses while it has no controls.
    const isContainer = lost.isConnected && lost.tabIndex < 0;
    const isExpected = isContainer && (!lost.hasAttribute('tabindex') || focusableWithin(lost).length === 0);
    if (hasFocus && !isExpected) warnOf(lost);
    const { activeElement: active } = document;
    // OK would activate a control that is off the screen.
    if (!hasFocus && active instanceof HTMLElement && active.tabIndex >= 0 && !canScrollTo(active)) active.blur();
    return hasFocus;
  };
  /** Focuses the first control, unless the app has focused another one. */
  const giveEarly = () => {
    const { activeElement: active } = document;
    const canGive = isEarly && (isFocusLost(document) || active === given);
    if (!canGive) return false;
    isGiving = true;
    const hasGiven = focusInitially(scopeOf());
    isGiving = false;
    if (hasGiven) given = document.activeElement;
    return hasGiven;
  };
  const measure = () => {
    const [current] = trail;
    if (!current?.isConnected || !isCandidate(current) || !isInView(current)) return;
    place = current.getBoundingClientRect();
    placed = current;
  };
  const check = () => {
    if (!isOn || frame !== 0) return;
    frame = requestAnimationFrame(() => {
      frame = 0;
      const hasMoved = giveEarly() || recover();
      const { activeElement: active } = document;
      const canFollow = !hasMoved && isFollowing && active !== null && isCandidate(active);
      if (canFollow && !isInViewVertically(active)) {
        if (canScrollTo(active)) bringIntoView(active);
      } else if (canFollow) uncover(active);
      measure();
    });
  };

  /** Runs when nothing has scrolled for several frames. */
  const settle = () => {
    const { activeElement: active } = document;
    if (!isFollowing || !active || !isCandidate(active) || !canScrollTo(active)) return;
    if (isInView(active)) return uncover(active);
    // Completes a scroll that was interrupted. If a script has scrolled the page away, focuses a control in view
    // instead.
    const isNear = place !== undefined && isInViewSideways(active);
    if (!isNear || !enterFirst(controlsNear(scopeOf(), place!))) completeScroll(active);
    measure();
  };
  const noteScroll = () => {
    stillFrames = 0;
    if (settling !== 0) return;
    const count = () => {
      settling = ++stillFrames < STILL_FRAMES ? requestAnimationFrame(count) : 0;
      if (settling === 0) settle();
    };
    settling = requestAnimationFrame(count);
  };

  const observer = new MutationObserver(check);
  return {
    isGiving: () => isGiving,
    startEarly() {
      this.start();
      isEarly = true;
      giveEarly();
    },
    start() {
      isEarly = false;
      if (isOn) return;
      isOn = true;
      document.addEventListener('scroll', noteScroll, { capture: true, passive: true });
      for (const type of MOTION_ENDS) document.addEventListener(type, check);
      // Not only the root, because apps render dialogs in portals. Any attribute can hide an element in a style rule.
      observer.observe(document.body, { childList: true, subtree: true, attributes: true });
      check();
    },
    note(element) {
      if (!(element instanceof HTMLElement) || element === document.body) return;
      if (!isFollowing && holdsControls(element)) return;
      trail = [element, ...trail.filter((other) => other !== element && other.isConnected)].slice(0, TRAIL);
      check();
    },
    follow(next) {
      isFollowing = next;
    },
    takeBack() {
      if (isEarly && given instanceof HTMLElement && given === document.activeElement) given.blur();
    },
    isLost,
    descend,
    recover,
    stop() {
      isOn = false;
      isEarly = false;
      observer.disconnect();
      document.removeEventListener('scroll', noteScroll, true);
      for (const type of MOTION_ENDS) document.removeEventListener(type, check);
      cancelAnimationFrame(settling);
      cancelAnimationFrame(frame);
      settling = 0;
      frame = 0;
    },
  };
}

/** Events after which an element that moves or fades has reached its place. */
const MOTION_ENDS = ['transitionend', 'transitioncancel', 'animationend'];

/** Whether an element is outside of the tab order, with controls inside. */
const holdsControls = (element: Element | null): element is HTMLElement =>
  element instanceof HTMLElement && element.tabIndex < 0 && focusableWithin(element).length > 0;

const LOADING_HERO = '[data-rail-stop="hero"][data-state="loading"]';

/** Selector of dialogs, open or closed. */
const DIALOG = 'dialog, [aria-modal="true"]';

/** Number of frames without a scroll event after which scrolling counts as finished. */
const STILL_FRAMES = 8;

/** Number of elements to remember. */
const TRAIL = 10;

/** Scrolls a control out from under what stays in place, such as a banner or a sticky bar. */
function uncover(element: Element): void {
  const top = offsetUntilClear(element);
  if (top !== 0) scrollerOf(element).scrollBy({ top, behavior: 'instant' });
}

/** Tells the developer which component lost the focus. */
function warnOf(lost: HTMLElement): void {
  if (process.env.NODE_ENV === 'production') return;
  console.warn(
    `discovr-react: <RemoteControl> recovered the focus that ${nameOf(lost)} lost. Move the focus before you ` +
      'remove, hide or disable a focused element.',
  );
}

function nameOf(element: HTMLElement): string {
  const { className } = element.closest<HTMLElement>('[class*="discovr-"]:not(.discovr-RemoteControl)') ?? {};
  const component = /discovr-([A-Z]\w*)/.exec(typeof className === 'string' ? className : '')?.[1];
  return component && component !== 'Root' ? `<${component}>` : `<${element.localName}>`;
}

/** Whether most of a control is on the screen. */
function isInView(element: Element): boolean {
  return isInViewVertically(element) && isInViewSideways(element);
}

/** Whether most of the height of a control is on the screen. */
function isInViewVertically(element: Element): boolean {
  const { top, bottom, height } = areaOf(element).getBoundingClientRect();
  return Math.min(bottom, innerHeight) - Math.max(top, 0) >= Math.min(height, innerHeight) / 2;
}

/** Whether most of the width of a control is on the screen. */
function isInViewSideways(element: Element): boolean {
  const { left, right, width } = areaOf(element).getBoundingClientRect();
  return Math.min(right, innerWidth) - Math.max(left, 0) >= Math.min(width, innerWidth) / 2;
}

/** Returns the running animations and transitions of an element and those around it, without endless ones. */
function motionsOf(element: Element): Animation[] {
  const motions: Animation[] = [];
  for (let each = hasLayout() ? element : null; each; each = each.parentElement)
    motions.push(...each.getAnimations().filter((motion) => motion.playState === 'running' && hasEnd(motion)));
  return motions;
}

/** Whether an animation ends by itself. The end of one that follows a scroll position is a percentage, not a number. */
const hasEnd = ({ effect }: Animation) => Number.isFinite(effect?.getComputedTiming().endTime);
