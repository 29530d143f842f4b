/** Direction of an arrow key. */
export type Direction = 'up' | 'right' | 'down' | 'left';

/** Edges of a rectangle, in pixels. A `DOMRect` is one. */
export interface Edges {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** How far rectangles may overlap and still count as side by side, in pixels. */
const OVERLAP_PX = 4;

/** Weight of a distance across the direction, compared with a distance along it. */
const ACROSS = 2;

/** Added to the distance of a rectangle outside of the row, in pixels. No screen is this wide. */
const OUT_OF_ROW = 1_000_000;

interface NearestOptions {
  readonly from: Edges;
  /** Rectangles to choose from. When two are equally far, the earlier one is chosen. */
  readonly to: readonly Edges[];
  readonly direction: Direction;
  /** Whether left and right can lead to a rectangle at any distance above or below. */
  readonly isFree?: boolean;
}

/**
 * Returns the index of the rectangle that a user expects next in a direction, or `undefined` when there is none. Up and
 * down can lead to a rectangle at any distance sideways. Left and right stay in the row. When nothing follows in the
 * row, they leave it for a rectangle that is at least as far away in the direction as it is from the row.
 */
export function nearest({ from, to, direction, isFree = false }: NearestOptions): number | undefined {
  const isVertical = direction === 'up' || direction === 'down';
  let best: number | undefined;
  let least = Number.POSITIVE_INFINITY;
  to.forEach((edges, index) => {
    // A control on top of a larger one, such as a button on slides, counts as beside the middle of the larger one.
    const start = contains(from, edges) ? middleOf(from) : from;
    const end = contains(edges, from) ? middleOf(edges) : edges;
    const along = gapAlong(start, end, direction);
    if (along < -OVERLAP_PX) return;
    const across = isVertical ? gap(start.left, start.right, end.left, end.right) : gapOfRows(start, end);
    if (!isVertical && !isFree && across > Math.max(0, along)) return;
    const offset = isVertical ? offsetSideways(start, end) : centersOfRows(start, end);
    // A rectangle out of line counts as farther away. The offset decides between equal distances.
    const isInRow = isVertical || across === 0;
    const distance = (isInRow ? 0 : OUT_OF_ROW) + Math.max(0, along) + ACROSS * across + offset / 1_000;
    if (distance >= least) return;
    least = distance;
    best = index;
  });
  return best;
}

/** Whether all of a rectangle is on the far side of an edge of another one. */
export function isBeyond(from: Edges, to: Edges, direction: Direction): boolean {
  return gapAlong(from, to, direction) >= -OVERLAP_PX;
}

/** Whether rectangles are, at least in part, at the same height. */
export const areLevel = (one: Edges, other: Edges) => one.top < other.bottom && one.bottom > other.top;

/** Whether a rectangle is inside a larger one. */
const contains = (outer: Edges, inner: Edges) =>
  outer.left <= inner.left &&
  outer.right >= inner.right &&
  outer.top <= inner.top &&
  outer.bottom >= inner.bottom &&
  (outer.right - outer.left > inner.right - inner.left || outer.bottom - outer.top > inner.bottom - inner.top);

function middleOf({ left, right, top, bottom }: Edges): Edges {
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  return { left: x, right: x, top: y, bottom: y };
}

/** Distance from one rectangle to the next along a direction; negative where they overlap. */
function gapAlong(from: Edges, to: Edges, direction: Direction): number {
  if (direction === 'down') return to.top - from.bottom;
  if (direction === 'up') return from.top - to.bottom;
  return direction === 'right' ? to.left - from.right : from.left - to.right;
}

/** Distance between two intervals; 0 where they overlap. */
function gap(start: number, end: number, otherStart: number, otherEnd: number): number {
  return Math.max(0, otherStart - end, start - otherEnd);
}

function centers(start: number, end: number, otherStart: number, otherEnd: number): number {
  return Math.abs(start + end - otherStart - otherEnd) / 2;
}

/**
 * Sideways distance from being aligned. Above or below a wide rectangle, such as a field, one at its edge counts as
 * aligned too, so that the keys reach the first button and not the one that happens to be in the middle.
 */
function offsetSideways(from: Edges, to: Edges): number {
  const offset = centers(from.left, from.right, to.left, to.right);
  const isWithin = from.left <= to.left && from.right >= to.right;
  return isWithin ? Math.min(offset, to.left - from.left, from.right - to.right) : offset;
}

const gapOfRows = (from: Edges, to: Edges) => gap(from.top, from.bottom, to.top, to.bottom);
const centersOfRows = (from: Edges, to: Edges) => centers(from.top, from.bottom, to.top, to.bottom);
