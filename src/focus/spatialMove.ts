import { candidatesIn, GROUP, type Candidate } from './candidates.js';
import { focusableWithin, focusFirst } from './focusable.js';
import { areLevel, isBeyond, nearest, type Direction, type Edges } from './geometry.js';
import { bringIntoView } from './scrolling.js';
import { areaOf } from './visibility.js';

/** A move of the focus with an arrow key. */
interface Move {
  /** The focused control. */
  readonly origin: Element;
  readonly direction: Direction;
  /** Controls to choose from. */
  readonly candidates: readonly Candidate[];
}

/** A move from the place of the focused control. */
interface MoveFrom extends Move {
  readonly from: Edges;
}

/**
 * Moves the focus to the nearest control in a direction and scrolls it into view.
 *
 * @param isAllowed whether a control may get the focus. Called for the nearest one, and for all if it may not.
 * @returns whether the focus moved.
 */
export function moveFocus(move: Move, isAllowed: (element: Element) => boolean): boolean {
  let { candidates } = move;
  const from = areaOf(move.origin).getBoundingClientRect();
  while (candidates.length > 0) {
    const left = { ...move, from, candidates };
    const next = nextIn(left) ?? besideOf(left);
    if (!next) return false;
    if (!isAllowed(next.element)) candidates = candidates.filter(({ element }) => isAllowed(element));
    else if (enter(next.element)) return true;
    // The browser refused the focus, so another control is next.
    else candidates = candidates.filter((each) => each !== next);
  }
  return false;
}

function nextIn(move: MoveFrom): Candidate | undefined {
  const next = nearestOf(move, (candidate) => staysInRow(move, candidate));
  const bar = next?.element.closest(BAR);
  if (!bar || bar.contains(move.origin)) return next;
  // Controls that a bar covers, or that are beyond it, come before the bar.
  const area = bar.closest('form') ?? bar.parentElement;
  return nearestOf(move, ({ element }) => area?.contains(element) === true && !bar.contains(element)) ?? next;
}

/**
 * Returns the nearest of the candidates that `isOffered` accepts.
 *
 * @param isFree see {@link nearest}.
 */
function nearestOf(
  { candidates, from, direction }: MoveFrom,
  isOffered: (candidate: Candidate) => boolean,
  isFree = false,
): Candidate | undefined {
  const offered = candidates.filter(isOffered);
  const index = nearest({ from, to: offered.map(({ edges }) => edges), direction, isFree });
  return index === undefined ? undefined : offered[index];
}

/** Whether a move to the left or right from a control in a group does not end in another row, such as another rail. */
function staysInRow({ origin, from, direction }: MoveFrom, { element, edges }: Candidate): boolean {
  const group = direction === 'left' || direction === 'right' ? origin.closest(GROUP) : null;
  if (!group || group.contains(element) || areLevel(from, edges)) return true;
  return isBeyond(group.getBoundingClientRect(), edges, direction);
}

/** Returns the nearest control, at any height, in what lies left or right of the block of the focused control. */
function besideOf(move: MoveFrom): Candidate | undefined {
  const { from, direction } = move;
  if (direction === 'up' || direction === 'down') return undefined;
  const isBeside = (candidate: Candidate) =>
    isBeyond(from, candidate.edges, direction) && isInBlockBeside(move, candidate.element);
  return nearestOf(move, isBeside, true);
}

/** Bars that stay in place while their neighbors scroll. */
const BAR = '[data-remote="bar"]';

/** Lists the controls of an area, the nearest to a place on the screen first. */
export function controlsNear(area: ParentNode, place: Edges): HTMLElement[] {
  const byDistance = candidatesIn(area).map(({ element, edges }) => ({ element, distance: distance(place, edges) }));
  byDistance.sort((a, b) => a.distance - b.distance);
  return byDistance.map(({ element }) => element);
}

/** Focuses an element and scrolls it into view. Returns whether it took the focus. */
export function enter(element: HTMLElement): boolean {
  const hasFocus = focusFirst([element], { preventScroll: true });
  if (hasFocus) bringIntoView(element);
  return hasFocus;
}

/** Selector of the elements that the up and down arrow keys move between, such as rails and the hero. */
export const STOP = '[data-rail-stop]';

/**
 * Scrolls a rail, a hero or another stop into view and focuses its tab stop, or its list while the items load. Returns
 * whether it took the focus.
 */
export function enterStop(stop: Element): boolean {
  const all = focusableWithin(stop);
  // In a hero, the buttons precede the slides for screen readers, but the arrow keys must reach the shown slide first.
  const entries = all.filter((element) => element.closest('[data-rail-entry]'));
  const lists = stop.querySelectorAll<HTMLElement>(GROUP);
  if (!focusFirst([...entries, ...all, ...lists], { preventScroll: true })) return false;
  // Test environments without layout have no `scrollIntoView`.
  stop.scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
  bringIntoView(document.activeElement!);
  return true;
}

function distance(from: Edges, to: Edges): number {
  const across = Math.max(0, to.left - from.right, from.left - to.right);
  const along = Math.max(0, to.top - from.bottom, from.top - to.bottom);
  return Math.hypot(across, along) + Math.hypot(from.left - to.left, from.top - to.top) / 1_000;
}

/**
 * Whether a control is in a block of the page that lies beside the block of the focused control, such as a side menu.
 * All controls of the block of the focused control must be on the other side of the gap, so that the keys do not jump
 * between rows of a grid or between rails. The blocks must be level, unless the one of the control stays in place while
 * the page scrolls. Reads layout.
 */
function isInBlockBeside({ origin, candidates, direction }: Move, element: Element): boolean {
  const start = areaOf(origin);
  const common = commonAncestor(start, element);
  if (!common || common === start || common === element) return false;
  const fixed = fixedBelow(common, element);
  const end = fixed ?? childOf(common, element);
  const block = childOf(common, start);
  const target = end.getBoundingClientRect();
  const controls = [origin, ...candidates.map((candidate) => candidate.element)];
  let places = placesIn(block, end, controls);
  // Without an element around it, the focused control is in one block with its neighbors.
  if (fixed && places.length < 2) places = placesIn(common, end, controls);
  if (!fixed && ![block.getBoundingClientRect(), ...places].some((place) => areLevel(place, target))) return false;
  return places.every((place) => covers(place, target) || isBeyond(place, target, direction));
}

/** Returns what users see of the controls in a block, and of their groups. */
function placesIn(block: Element, except: Element, controls: readonly Element[]): Edges[] {
  const inside = controls.filter((element) => block.contains(element) && !except.contains(element));
  const groupOf = (element: Element) => {
    const group = element.closest(GROUP);
    return group?.contains(except) ? null : group;
  };
  const areas = new Set(inside.map((element) => groupOf(element) ?? areaOf(element)));
  return [...areas].map((area) => (area.matches(GROUP) ? contentEdges(area) : area.getBoundingClientRect()));
}

/** Edges of a group without its padding. The padding of a rail can reach below a menu. */
function contentEdges(group: Element): Edges {
  const { top, right, bottom, left } = group.getBoundingClientRect();
  const { paddingLeft, paddingRight } = getComputedStyle(group);
  return { top, bottom, left: left + parseFloat(paddingLeft), right: right - parseFloat(paddingRight) };
}

/** Whether a menu lies on a control, such as on the slides of a hero. */
const covers = (place: Edges, menu: Edges) =>
  place.left <= menu.left && place.right >= menu.right && place.right - place.left > 2 * (menu.right - menu.left);

/** Returns the innermost element that contains two elements. It may be one of them. */
export function commonAncestor(element: Element, other: Element): Element | null {
  let common: Element | null = element;
  while (common && !common.contains(other)) common = common.parentElement;
  return common;
}

/** Returns the child of an ancestor that contains an element. */
export function childOf(ancestor: Element, element: Element): Element {
  let child = element;
  while (child.parentElement && child.parentElement !== ancestor) child = child.parentElement;
  return child;
}

/** Returns the outermost ancestor of an element, below another one, that stays in place while the page scrolls. */
export function fixedBelow(ancestor: Element, element: Element): Element | undefined {
  let fixed: Element | undefined;
  for (let each: Element | null = element; each && each !== ancestor; each = each.parentElement)
    if (/fixed|sticky/.test(getComputedStyle(each).position)) fixed = each;
  return fixed;
}
