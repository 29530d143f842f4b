import { describe, expect, test } from 'vitest';
import { offsetToShow, positionsOf, railRange } from './railWindow.js';

const measures = (offset: number) => ({ stride: 100, viewport: 650, offset });

describe('the window over a long rail', () => {
  test('holds all that is seen and some beyond, wherever it is scrolled to', () => {
    for (let offset = 0; offset <= 500 * 100 - 650; offset += 37) {
      const { first, end } = railRange(measures(offset));
      expect(first).toBeLessThanOrEqual(Math.floor(offset / 100) - 4);
      expect(end).toBeGreaterThanOrEqual(Math.ceil((offset + 650) / 100) + 4);
      expect(end - first).toBeLessThanOrEqual(24);
    }
  });

  test('moves only once in a few items, so that a scroll renders little', () => {
    const seen = new Set<string>();
    for (let offset = 0; offset < 4000; offset += 10) seen.add(JSON.stringify(railRange(measures(offset))));
    expect(seen.size).toBeLessThanOrEqual(22);
  });

  test('is the whole rail where items do not stand side by side', () => {
    const range = railRange({ ...measures(0), stride: 0 });
    expect(positionsOf(range, [], 500)).toHaveLength(500);
  });

  test('adds single items in their order, once each, and none that is not there', () => {
    expect(positionsOf({ first: 4, end: 7 }, [9, 5, 1, -1, 12], 10)).toEqual([1, 4, 5, 6, 9]);
  });
});

describe('scrolling to show an item', () => {
  test('is not needed where it is seen whole', () => {
    expect(offsetToShow(3, measures(0), 20)).toBeUndefined();
    expect(offsetToShow(2, measures(200), 20)).toBeUndefined();
  });

  test('ends with some item at the start edge, so that a snap moves nothing', () => {
    expect(offsetToShow(6, measures(0), 20)).toBe(100);
    expect(offsetToShow(40, measures(0), 20)).toBe(3500);
    expect(offsetToShow(1, measures(300), 20)).toBe(100);
  });
});
