import { describe, expect, test } from 'vitest';
import { nearest, type Direction, type Edges } from './geometry.js';

const box = (left: number, top: number, width = 100, height = 40): Edges => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});

const nearestTo = (from: Edges, to: readonly Edges[], direction: Direction) => nearest({ from, to, direction });

describe('nearest', () => {
  test('chooses the next rectangle in line', () => {
    expect(nearestTo(box(0, 0), [box(240, 0), box(120, 0), box(0, 60)], 'right')).toBe(1);
    expect(nearestTo(box(240, 0), [box(0, 0), box(120, 0)], 'left')).toBe(1);
    expect(nearestTo(box(0, 0), [box(0, 120), box(0, 60), box(120, 0)], 'down')).toBe(1);
    expect(nearestTo(box(0, 120), [box(0, 0), box(0, 60)], 'up')).toBe(1);
  });

  test('prefers a rectangle in line to a closer one beside it', () => {
    expect(nearestTo(box(0, 0), [box(130, 50), box(0, 80)], 'down')).toBe(1);
  });

  test('chooses a rectangle beside the line when none is in line', () => {
    expect(nearestTo(box(0, 0), [box(600, 100)], 'down')).toBe(0);
    expect(nearestTo(box(600, 100), [box(0, 0)], 'up')).toBe(0);
  });

  test('below a wide field, chooses the button at its edge, left or right, or the one in its middle', () => {
    const field = box(0, 0, 600);
    const [add, cancel] = [box(0, 100, 200), box(220, 100, 80)];
    expect(nearestTo(field, [cancel, add], 'down')).toBe(1);
    const mirrored = [box(300, 100, 80), box(400, 100, 200)];
    expect(nearestTo(field, mirrored, 'down')).toBe(1);
    expect(nearestTo(field, [box(50, 100), box(250, 100), box(450, 100)], 'down')).toBe(1);
  });

  test('leaves the row, with left and right, only for a rectangle that is at least as far to the side as above or below', () => {
    expect(nearestTo(box(0, 0), [box(120, 200), box(120, 300)], 'right')).toBeUndefined();
    expect(nearestTo(box(0, 0), [box(500, 60)], 'right')).toBe(0);
  });

  test('stays in the row for a distant rectangle when another one is near but above', () => {
    const option = box(150, 0);
    const apply = box(1700, 100);
    expect(nearestTo(box(0, 100), [option, apply], 'right')).toBe(1);
  });

  test('reaches a control on top of a larger one, and the larger one from it', () => {
    const [slides, button] = [box(0, 0, 1000, 400), box(800, 300, 50, 50)];
    expect(nearestTo(slides, [button], 'right')).toBe(0);
    expect(nearestTo(slides, [button], 'left')).toBeUndefined();
    expect(nearestTo(button, [slides], 'left')).toBe(0);
  });

  test('chooses, among equally distant rectangles, the one whose center is closest', () => {
    expect(nearestTo(box(100, 0, 300), [box(0, 60, 150), box(200, 60, 100), box(310, 60, 100)], 'down')).toBe(1);
  });

  test('counts rectangles that touch or overlap by a few pixels as neighbors', () => {
    expect(nearestTo(box(0, 0), [box(98, 0)], 'right')).toBe(0);
    expect(nearestTo(box(0, 0), [box(50, 0)], 'right')).toBeUndefined();
  });
});
