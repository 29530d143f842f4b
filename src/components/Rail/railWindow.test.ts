import { describe, expect, test } from 'vitest';
import { offsetToShow, positionsOf, railRange } from './useRailWindow.js';

const measures = (offset: number) => ({ stride: 100, viewport: 650, offset });

describe('the window of a long rail', () => {
  test('covers the visible items and at least four beyond each edge at every scroll offset', () => {
    for (let offset = 0; offset <= 500 * 100 - 650; offset += 37) {
      const { first, end } = railRange(measures(offset));
      expect(first).toBeLessThanOrEqual(Math.floor(offset / 100) - 4);
      expect(end).toBeGreaterThanOrEqual(Math.ceil((offset + 650) / 100) + 4);
      expect(end - first).toBeLessThanOrEqual(24);
    }
  });

  test('moves in steps of a few items, so that scrolling causes few renders', () => {
    const seen = new Set<string>();
    for (let offset = 0; offset < 4000; offset += 10) seen.add(JSON.stringify(railRange(measures(offset))));
    expect(seen.size).toBeLessThanOrEqual(22);
  });

  test('covers the whole rail when items are not side by side', () => {
    const range = railRange({ ...measures(0), stride: 0 });
    expect(positionsOf(range, [], 500)).toHaveLength(500);
  });

  test('includes single positions in order, without duplicates or positions outside the rail', () => {
    expect(positionsOf({ first: 4, end: 7 }, [9, 5, 1, -1, 12], 10)).toEqual([1, 4, 5, 6, 9]);
  });
});

describe('offsetToShow', () => {
  test('returns undefined when the item is fully visible', () => {
    expect(offsetToShow(3, measures(0), 20)).toBeUndefined();
    expect(offsetToShow(2, measures(200), 20)).toBeUndefined();
  });

  test('returns an offset with an item at the start edge, so that scroll snapping does not move the rail', () => {
    expect(offsetToShow(6, measures(0), 20)).toBe(100);
    expect(offsetToShow(40, measures(0), 20)).toBe(3500);
    expect(offsetToShow(1, measures(300), 20)).toBe(100);
  });
});
