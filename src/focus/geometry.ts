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

/**
 * Returns the index of the rectangle that a user expects next in a direction, or `undefined` when there is none. Up and
 * down can lead to a rectangle at any distance sideways. Left and right stay in the row. When nothing
 * follows in the row, they leave it for a rectangle that is at least as far away in the direction as it is from the row.
 *
 * @param to rectangles to choose from. When two are equally far, the earlier one is chosen.
 */
export function nearest(from: Edges, to: readonly Edges[], direction: Direction): number | undefined {
  const isVertical = direction === 'up' || direction === 'down';
  let best: number | undefined;
  let least = Number.POSITIVE_INFINITY;
  to.forEach((edges, index) => {
    const along = gapAlong(from, edges, direction);
    if (along < -OVERLAP_PX) return;
    const across = isVertical ? gap(from.left, from.right, edges.left, edges.right) : gapOfRows(from, edges);
    if (!isVertical && across > Math.max(0, along)) return;
    const offset = isVertical ? centers(from.left, from.right, edges.left, edges.right) : centersOfRows(from, edges);
    // A rectangle out of line counts as farther away. The offset of the centers decides between equal distances.
    const isInRow = isVertical || across === 0;
    const distance = (isInRow ? 0 : OUT_OF_ROW) + Math.max(0, along) + ACROSS * across + offset / 1_000;
    if (distance >= least) return;
    least = distance;
    best = index;
  });
  return best;
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

const gapOfRows = (from: Edges, to: Edges) => gap(from.top, from.bottom, to.top, to.bottom);
const centersOfRows = (from: Edges, to: Edges) => centers(from.top, from.bottom, to.top, to.bottom);
