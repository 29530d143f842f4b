import { describe, expect, test } from 'vitest';
import { isEndNear, offsetToShow, positionsOf, railRange, WHOLE_UP_TO } from './railWindow.js';

const measures = (offset: number) => ({ stride: 100, viewport: 650, offset });

describe('the window over a long rail', () => {
  test('holds all that is seen and some beyond, wherever it is scrolled to', () => {
    for (let offset = 0; offset <= 500 * 100 - 650; offset += 37) {
      const { first, end } = railRange(measures(offset), 500);
      expect(first).toBeLessThanOrEqual(Math.max(0, Math.floor(offset / 100) - 4));
      expect(end).toBeGreaterThanOrEqual(Math.min(500, Math.ceil((offset + 650) / 100) + 4));
      expect(end - first).toBeLessThanOrEqual(24);
    }
  });

  test('moves only once in a few items, so that a scroll renders little', () => {
    const seen = new Set<string>();
    for (let offset = 0; offset < 4000; offset += 10) seen.add(JSON.stringify(railRange(measures(offset), 500)));
    expect(seen.size).toBeLessThanOrEqual(21);
  });

  test('leaves a short rail whole, and one whose items do not stand side by side', () => {
    expect(railRange(measures(0), WHOLE_UP_TO)).toEqual({ first: 0, end: WHOLE_UP_TO });
    expect(railRange({ ...measures(0), stride: 0 }, 500)).toEqual({ first: 0, end: 500 });
  });

  test('adds single items in their order, once each, and none that is not there', () => {
    expect(positionsOf({ first: 4, end: 7 }, [9, 5, 1, -1, 12], 10)).toEqual([1, 4, 5, 6, 9]);
  });
});

test('the end is near when one of the last four items is seen', () => {
  expect(isEndNear(measures(0), 11)).toBe(false);
  expect(isEndNear(measures(50), 11)).toBe(true);
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
