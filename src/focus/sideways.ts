import { areaOf, GROUP, type Candidate } from './candidates.js';
import { areLevel, isBeyond, type Direction, type Edges } from './geometry.js';

/**
 * Whether a control is in a block of the page that lies beside the block of the focused control, such as a side menu.
 * All controls of the block of the focused control must be on the other side of the gap, so that the keys do not jump
 * between rows of a grid or between rails. The blocks must be level, unless the one of the control stays in place while
 * the page scrolls. Reads layout.
 */
export function isInBlockBeside(
  origin: Element,
  { element }: Candidate,
  candidates: readonly Candidate[],
  direction: Direction,
): boolean {
  const start = areaOf(origin);
  const common = commonAncestor(start, element);
  if (!common || common === start || common === element) return false;
  const fixed = fixedBelow(common, element);
  const end = fixed ?? childOf(common, element);
  const block = childOf(common, start);
  const target = end.getBoundingClientRect();
  let places = placesIn(block, end, origin, candidates);
  // Without an element around it, the focused control is in one block with its neighbors.
  if (fixed && places.length < 2) places = placesIn(common, end, origin, candidates);
  if (!fixed && ![block.getBoundingClientRect(), ...places].some((place) => areLevel(place, target))) return false;
  return places.every((place) => covers(place, target) || isBeyond(place, target, direction));
}

/** Returns what users see of the controls and groups in a block. */
function placesIn(block: Element, except: Element, origin: Element, candidates: readonly Candidate[]): Edges[] {
  const elements = [origin, ...candidates.map(({ element }) => element)];
  const inside = elements.filter((element) => block.contains(element) && !except.contains(element));
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
