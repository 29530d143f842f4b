import { candidatesIn, isCandidate, isSeen } from '../focus/candidates.js';
import { focusableWithin } from '../focus/focusable.js';
import { isRemoteInUse } from '../focus/scope.js';
import { enter } from '../focus/spatialMove.js';
import { areaOf } from '../focus/visibility.js';
import type { RemoteMoves, WayBetween } from '../ui/remoteContext.js';
import { canScrollTo, isReachable } from './isReachable.js';

/**
 * Selectors of what gets the focus first, in order: what the app asks for, then the hero, then the button of a
 * notice in place of a page, then the first group of a filter form, then the main content.
 */
const PREFERRED = [
  '[autofocus]',
  '[data-remote="first"]',
  '[data-rail-stop="hero"] [data-rail-entry]',
  '[data-rail-stop="notice"][data-look="center"]',
  '[data-remote="filter"]',
  'main, [role="main"]',
];

/**
 * Focuses the control that a user expects to have the focus first: the one that the app marks, the first action of the
 * hero, the button of a notice such as "Try again", the first group of a filter form, or the first control of the main
 * content. Returns whether there is one.
 */
export function focusInitially(scope: ParentNode): boolean {
  const candidates = candidatesIn(scope).map(({ element }) => element);
  const preferred = PREFERRED.flatMap((selector) => candidates.filter((element) => element.closest(selector)));
  return enterFirst([...preferred, ...candidates].map((element) => checkedOf(element, candidates)));
}

/** Returns the checked radio button of a group for one that is not, so that OK does not change the choice. */
function checkedOf(element: HTMLElement, candidates: readonly HTMLElement[]): HTMLElement {
  if (!isRadio(element)) return element;
  return candidates.find((each) => isRadio(each) && each.name === element.name && each.checked) ?? element;
}

const isRadio = (element: HTMLElement): element is HTMLInputElement => element.matches('input[type="radio"]');

/**
 * Focuses the first of several controls that users can see. If something covers them all, focuses the first that is on the
 * page, because the user could not continue without a focus. Returns whether a control took the focus.
 */
export function enterFirst(elements: readonly HTMLElement[]): boolean {
  return [isReachable, canScrollTo].some((isAllowed) => elements.some((each) => isAllowed(each) && enter(each)));
}

/**
 * Focuses a control between two parts of an area, such as a chip between the tabs and the hero. Starts at the line next to
 * `from`, with the first control in it. Does nothing while no remote control is in use.
 *
 * @returns whether a control took the focus.
 */
function enterBetween({ area, from, to, parts }: WayBetween): boolean {
  if (!isRemoteInUse(area)) return false;
  const isUpward = isBefore(to, from);
  const [above, below] = isUpward ? [to, from] : [from, to];
  // As between most rails. A search would look at each control of the page.
  if (above.nextElementSibling === below) return false;
  // Filters before it measures, because measuring lays out rails that the browser skips.
  const between = focusableWithin(area).filter(
    (element) =>
      !element.closest(parts) &&
      isBefore(above, element) &&
      isBefore(element, below) &&
      isCandidate(element) &&
      isSeen(element),
  );
  const nearest = between[isUpward ? between.length - 1 : 0];
  if (!nearest) return false;
  const { top } = edgesOf(nearest);
  return between.some((element) => edgesOf(element).bottom > top && isReachable(element) && enter(element));
}

const edgesOf = (control: Element) => areaOf(control).getBoundingClientRect();

const isBefore = (one: Element, other: Element) =>
  (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;

/** What the drop-ins inside `<RemoteControl>` call. */
export const remoteMoves = { enterBetween, focusInitially, enterFirst } satisfies Partial<RemoteMoves>;
