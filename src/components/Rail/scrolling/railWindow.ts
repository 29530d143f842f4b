/** Items rendered before anything has been measured: enough for a wide screen. */
export const FIRST_ITEMS = 12;

/** Rails up to this long are in the document whole. */
export const WHOLE_UP_TO = 16;

/** Items beyond the edges that are kept, so that a scroll finds them there; the window moves by as many at a time. */
const MARGIN = 4;

/** How a rail lies in its viewport, in CSS pixels. */
export interface RailMeasures {
  /** From the start of one item to that of the next. `0` where items do not stand side by side. */
  readonly stride: number;
  /** Width of what is seen. */
  readonly viewport: number;
  /** How far it is scrolled from its start edge, in either direction of writing. */
  readonly offset: number;
}

/** A run of positions, the last one excluded. */
export interface RailRange {
  readonly first: number;
  readonly end: number;
}

/**
 * Finds the positions that are to be in the document: those seen, and a few on both sides. It may reach beyond the ends
 * of the rail, which is how one sees that an end is near. Items that do not stand side by side are all seen.
 */
export function railRange({ stride, viewport, offset }: RailMeasures): RailRange {
  if (stride <= 0) return { first: 0, end: Infinity };
  return {
    first: Math.floor((offset / stride - MARGIN) / MARGIN) * MARGIN,
    end: Math.ceil(((offset + viewport) / stride + MARGIN) / MARGIN) * MARGIN,
  };
}

/** Lists the positions to render: a range, and single ones outside it. */
export function positionsOf({ first, end }: RailRange, others: readonly number[], count: number): readonly number[] {
  const positions = new Set(others.filter((position) => position >= 0 && position < count));
  for (let position = Math.max(first, 0); position < Math.min(end, count); position++) positions.add(position);
  return [...positions].sort((a, b) => a - b);
}

/**
 * Finds where to scroll so that an item is seen whole, with some item at the start edge; `undefined` where it already is.
 *
 * @param padding what the viewport leaves free at its start edge, and at its end.
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
