import { expect, it } from 'vitest';
import { finishedTrace, manyEvents, timelineTraces } from '../../stories/support/timelineTraces.js';
import { inOrder, startOf } from './lanes.js';
import { createTimeScale, marksOf, stretchesOf } from './timeScale.js';

const events = inOrder(finishedTrace(timelineTraces.session).events());
const start = events[0]!.at;
const scale = createTimeScale(stretchesOf(events), 1000, undefined);

it('a pause is shortened, and says how long it was', () => {
  const pauses = scale.ticks(0, 1000).filter(({ isPause }) => isPause);
  expect(pauses).toHaveLength(1);
  expect(pauses[0]!.ms).toBeCloseTo(36_030, -2);
  expect(scale.x(start + 41_000) - scale.x(start + 4_970)).toBeLessThan(70);
});

it('all events fit, unless the user zooms in', () => {
  expect(scale.width).toBe(1000);
  expect(createTimeScale(stretchesOf(events), 1000, scale.pxPerMs * 4).width).toBeGreaterThan(3000);
});

it('positions never decrease, and stay within the axis', () => {
  const many = inOrder(finishedTrace(manyEvents(2000)).events());
  const { x: xOf, width } = createTimeScale(stretchesOf(many), 1000, undefined);
  const positions = many.map((event) => xOf(startOf(event)));
  expect(positions.every((x, index) => x >= 0 && x <= width && x >= (positions[index - 1] ?? 0))).toBe(true);
});

it('events that are close to each other share a mark, and none is lost', () => {
  const marks = marksOf(events, scale);
  expect(marks.flatMap((mark) => mark.events)).toEqual(events);
  expect(marks.length).toBeLessThan(events.length / 2);
  expect(marks.every(({ room }) => room > 0)).toBe(true);
});

it('ticks are apart, so that their texts do not overlap', () => {
  const ticks = createTimeScale(stretchesOf(events), 1000, scale.pxPerMs * 8).ticks(0, 2000);
  const gaps = ticks.slice(1).map(({ x }, index) => x - ticks[index]!.x);
  expect(Math.min(...gaps)).toBeGreaterThan(40);
});

it('a trace without events has an axis', () => {
  expect(createTimeScale(stretchesOf([]), 800, undefined).width).toBe(800);
});
