/** Number of items rendered before the rail is measured: enough for a wide screen. */
export const FIRST_ITEMS = 12;

/** Rails with up to this many items render all of them. */
export const WHOLE_UP_TO = 16;

/** Minimum number of items rendered beyond each edge, ready for scrolling. The window moves in steps of this number. */
const MARGIN = 4;

/** Measures of a rail, in CSS pixels. */
export interface RailMeasures {
  /** Distance from the start of one item to the start of the next. `0` when items are not side by side. */
  readonly stride: number;
  /** Width of the visible part. */
  readonly viewport: number;
  /** Distance scrolled from the start edge: positive in both text directions. */
  readonly offset: number;
}

/** A range of positions, `end` excluded. */
export interface RailRange {
  readonly first: number;
  readonly end: number;
}

/**
 * Returns the range of positions to render: the visible items and a few on each side. A range that extends beyond the
 * rail means that an end is near. Returns all positions when items are not side by side.
 */
export function railRange({ stride, viewport, offset }: RailMeasures): RailRange {
  if (stride <= 0) return { first: 0, end: Infinity };
  return {
    first: Math.floor((offset / stride - MARGIN) / MARGIN) * MARGIN,
    end: Math.ceil(((offset + viewport) / stride + MARGIN) / MARGIN) * MARGIN,
  };
}

/** Lists the positions to render, in order: a range, and single positions outside it. */
export function positionsOf({ first, end }: RailRange, others: readonly number[], count: number): readonly number[] {
  const positions = new Set(others.filter((position) => position >= 0 && position < count));
  for (let position = Math.max(first, 0); position < Math.min(end, count); position++) positions.add(position);
  return [...positions].sort((a, b) => a - b);
}

/**
 * Returns the scroll offset that makes an item fully visible. It is a multiple of the stride, so that scroll snapping
 * does not move the rail. Returns `undefined` when the item is already fully visible.
 *
 * @param padding inline padding of the list on each side, in CSS pixels.
 */
export function offsetToShow(
  position: number,
  { stride, viewport, offset }: RailMeasures,
  padding: number,
): number | undefined {
  const room = viewport - padding;
  const start = position * stride;
  if (start < offset - 1) return start;
  if (start + stride <= offset + room + 1) return undefined;
  return Math.max(0, Math.ceil((start + stride - room) / stride) * stride);
}
