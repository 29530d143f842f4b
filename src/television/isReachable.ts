import { areaOf, hasLayout, HIDDEN_PX, isOpaque } from '../focus/visibility.js';
import type { Edges } from '../focus/geometry.js';
import { endOfPage, isSticky } from '../focus/scrolling.js';
import { childOf, commonAncestor, fixedBelow } from '../focus/spatialMove.js';

/** An interval on one axis, in pixels. */
type Span = readonly [start: number, end: number];

/** What users see of a control after it has been scrolled into view by as little as possible. */
interface Place {
  readonly x: Span;
  readonly y: Span;
  /** How far the control moves for it: down, if positive. */
  readonly down: number;
  readonly isInView: boolean;
  /** What scrolls the control. */
  readonly scrollers: readonly Element[];
}

/**
 * Whether users can see a control, at once or after scrolling. They cannot if it is outside of what scrolls, as in a closed
 * drawer, if a clip hides it, or if something covers it wherever it is scrolled. Reads layout.
 */
export function isReachable(element: Element): boolean {
  if (!hasLayout()) return true;
  const area = areaOf(element);
  if (isOnTop(area)) return true;
  const place = placeOf(area);
  const cover = place && coverOf(area, place);
  return place !== undefined && (!cover || offsetFrom(place, cover) !== undefined);
}

/** Whether scrolling can bring a control onto the screen, even if something covers it there. Reads layout. */
export const canScrollTo = (element: Element) => !hasLayout() || placeOf(areaOf(element)) !== undefined;

/**
 * How far down the page must scroll, so that what stays in place does not cover a control; 0 if nothing covers it, or if it
 * is not in view. Reads layout.
 */
export function offsetUntilClear(element: Element): number {
  const area = areaOf(element);
  if (!hasLayout() || isOnTop(area)) return 0;
  const place = placeOf(area);
  const cover = place?.isInView ? coverOf(area, place) : undefined;
  return (cover && staysInPlace(cover) && offsetFrom(place!, cover)) || 0;
}

/** Whether nothing covers the center of a control. One hit test suffices for most. */
function isOnTop(area: Element): boolean {
  const { left, right, top, bottom } = area.getBoundingClientRect();
  return area.contains(document.elementFromPoint(middle([left, right]), middle([top, bottom])));
}

/** Returns where a control would be after scrolling, or `undefined` if a container around it cannot show it. */
function placeOf(area: Element): Place | undefined {
  const { left, right, top, bottom } = area.getBoundingClientRect();
  const scrollers: Element[] = [];
  const clips: Element[] = [];
  let x: Span = [left, right];
  let y: Span = [top, bottom];
  let [aside, down] = [0, 0];
  const enter = (scroller: Element, frame: Edges, clipsX: boolean, clipsY: boolean, isFixed = false) => {
    const [roomX, roomY] = isFixed ? [NO_ROOM, NO_ROOM] : roomsOf(scroller);
    if (!isFixed) scrollers.push(scroller);
    const shownX = clipsX ? shownIn(x, [frame.left, frame.right], roomX) : { span: x, moved: 0 };
    const shownY = clipsY ? shownIn(y, [frame.top, frame.bottom], roomY) : { span: y, moved: 0 };
    if (!shownX || !shownY) return false;
    [x, y] = [shownX.span, shownY.span];
    aside += shownX.moved;
    down += shownY.moved;
    return true;
  };
  const end = endOfPage();
  const ownStyle = getComputedStyle(area);
  if (hasClip(ownStyle)) clips.push(area);
  let box = area;
  let { position } = ownStyle;
  for (let each = area.parentElement; each && each !== end; each = each.parentElement) {
    // Its ancestors neither scroll nor clip what is in the top layer.
    if (position === 'fixed' && box.matches('dialog, [popover]')) break;
    const style = getComputedStyle(each);
    // The browser may not have painted what is in it yet, even in view.
    if (style.contentVisibility === 'auto') clips.length = 0;
    if (hasClip(style)) clips.push(each);
    const isLeftOut = position === 'fixed' || (position === 'absolute' && style.position === 'static');
    if (isLeftOut && !holdsFixed(style)) continue;
    box = each;
    ({ position } = style);
    const [clipsX, clipsY] = [style.overflowX !== 'visible', style.overflowY !== 'visible'];
    if ((clipsX || clipsY) && !enter(each, each.getBoundingClientRect(), clipsX, clipsY)) return undefined;
  }
  const screen = { left: 0, right: innerWidth, top: 0, bottom: innerHeight };
  const isSeen = enter(document.scrollingElement ?? end, screen, true, true, position === 'fixed');
  const isInView = aside === 0 && down === 0;
  // Under `pointer-events: none`, and where scrolling moves the clip, nothing is known.
  const isKnown = isInView && ownStyle.pointerEvents !== 'none';
  if (!isSeen || (isKnown && clips.some((each) => clipsAway(each, x, y)))) return undefined;
  return { x, y, down, isInView, scrollers };
}

const hasClip = ({ clipPath, clip }: CSSStyleDeclaration) => clipPath !== 'none' || clip !== 'auto';

/** Whether an element shows nothing of itself and its content at several points of an area. */
const clipsAway = (element: Element, [left, right]: Span, [top, bottom]: Span) =>
  CLIP_POINTS.every(([across, along]) => {
    const hits = document.elementsFromPoint(left + (right - left) * across, top + (bottom - top) * along);
    return !hits.some((hit) => element.contains(hit));
  });

const CLIP_POINTS = [
  [1 / 2, 1 / 2],
  [1 / 4, 1 / 4],
  [3 / 4, 1 / 4],
  [1 / 4, 3 / 4],
  [3 / 4, 3 / 4],
] as const;

/** How far scrolling can move content to the right or down, and to the left or up. */
type Room = readonly [back: number, forth: number];
const NO_ROOM: Room = [0, 0];

function roomsOf(scroller: Element): readonly [x: Room, y: Room] {
  const { scrollLeft, scrollTop, scrollWidth, scrollHeight, clientWidth, clientHeight } = scroller;
  // The body decides on the text direction of the page.
  const style = getComputedStyle(scroller === document.scrollingElement ? document.body : scroller);
  const room = (offset: number, most: number, isReversed: boolean): Room =>
    // Where content starts at the other edge, offsets are negative.
    isReversed || offset < 0 ? [most + offset, -offset] : [offset, most - offset];
  return [
    style.overflowX === 'clip' ? NO_ROOM : room(scrollLeft, scrollWidth - clientWidth, style.direction === 'rtl'),
    style.overflowY === 'clip'
      ? NO_ROOM
      : room(scrollTop, scrollHeight - clientHeight, style.flexDirection === 'column-reverse'),
  ];
}

/** Moves an interval into a frame. Returns its visible part, or `undefined` if less than half of it is visible. */
function shownIn([start, end]: Span, [from, to]: Span, [back, forth]: Room) {
  const moved = start < from ? Math.min(from - start, back) : end > to ? -Math.min(end - to, forth) : 0;
  const span: Span = [Math.max(start + moved, from), Math.min(end + moved, to)];
  const least = Math.max(Math.min(end - start, to - from) / 2, HIDDEN_PX);
  return span[1] - span[0] < least ? undefined : { span, moved };
}

/** Whether fixed elements inside an element are placed in it, and not on the screen. */
const holdsFixed = ({ transform, perspective, filter, willChange, contain }: CSSStyleDeclaration) =>
  [transform, perspective, filter].some((value) => value && value !== 'none') ||
  /transform|perspective|filter/.test(willChange) ||
  /paint|layout|strict|content/.test(contain);

/** Returns the box on top of a control at its place, as a whole: a banner, for example, not the text in it. */
function coverOf(area: Element, { x, y, isInView }: Place): Element | undefined {
  const hits = document.elementsFromPoint(middle(x), middle(y));
  const own = hits.findIndex((hit) => area.contains(hit));
  // Without the control among them, such as under `pointer-events: none`, nothing is known about what is above it.
  for (const hit of isInView ? hits.slice(0, Math.max(own, 0)) : hits) {
    const common = commonAncestor(area, hit);
    if (!common || common === hit || !isPainted(hit)) continue;
    const fixed = fixedBelow(common, hit);
    // What scrolls with the control was not there before. An element beside the control belongs to it, like a badge.
    if (!fixed && (!isInView || common === area.parentElement)) continue;
    // A sticky element never leaves its parent, so after scrolling it is not on top of what is outside of its parent.
    if (!isInView && fixed && isSticky(fixed) && !fixed.parentElement?.contains(area)) continue;
    const cover = fixed ?? childOf(common, hit);
    const { left, right, top, bottom } = cover.getBoundingClientRect();
    if (coversMost([left, right], x) && coversMost([top, bottom], y)) return cover;
  }
  return undefined;
}

const middle = ([start, end]: Span) => (start + end) / 2;

const coversMost = ([start, end]: Span, [from, to]: Span) =>
  Math.min(end, to) - Math.max(start, from) > (to - from) / 2;

/** Whether an element hides what is behind it, at least in part. */
function isPainted(element: Element): boolean {
  const { backgroundColor, backgroundImage } = getComputedStyle(element);
  const hasPaint = backgroundImage !== 'none' || !/^transparent$|[,/] 0\)$/.test(backgroundColor);
  return (hasPaint || element.matches('img, video, canvas, iframe')) && isOpaque(element);
}

const staysInPlace = (element: Element) => isSticky(element) || getComputedStyle(element).position === 'fixed';

/** How far down to scroll until nothing of a control is under its cover; `undefined` if there is no room for it. */
function offsetFrom({ y: [top, bottom], down, scrollers }: Place, cover: Element): number | undefined {
  const edges = cover.getBoundingClientRect();
  const rooms = scrollers
    .filter((each) => staysInPlace(cover) || !each.contains(cover))
    .map((each) => roomsOf(each)[1]);
  const [back, forth] = rooms.reduce(([a, b], [c, d]) => [a + c, b + d], [-down, down]);
  const [below, above] = [edges.bottom - top, bottom - edges.top];
  if (below <= back && bottom + below <= innerHeight) return -below;
  return above <= forth && top - above >= 0 ? above : undefined;
}
