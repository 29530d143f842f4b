import { firstIndex, startOf } from './lanes.js';
import type { TracedEvent } from './traceClient.js';

/** Time without an event that the axis shortens, in milliseconds. */
const PAUSE_MS = 3000;
/** Widths on the axis, in pixels: of a shortened pause, and of the space before the events and after them. */
const PAUSE_PX = 56;
const MARGIN_PX = 12;
const TAIL_PX = 96;
/** Least distance between two ticks, and between two marks. */
const TICK_PX = 88;
const MARK_PX = 29;
/** Times between two ticks, in milliseconds. */
const STEPS_MS = [
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500].map((ms) => ms / 10),
  ...[0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1800, 3600].map((seconds) => seconds * 1000),
];
/** Largest width of the axis. Browsers limit the size of elements. */
const MAX_PX = 8_000_000;

/** Time between two pauses, in Unix milliseconds. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  /** Time of all earlier stretches. */
  readonly earlierMs: number;
}

/** Position of times on an axis on which pauses are shortened. */
export interface TimeScale {
  /** Width of the axis, in pixels. */
  readonly width: number;
  readonly pxPerMs: number;
  /** Time between two labels. */
  readonly stepMs: number;
  /** Returns the distance of a time from the start of the axis, in pixels. */
  x(at: number): number;
  /** Returns the labels of the axis in a range of pixels, and its pauses. */
  ticks(from: number, to: number): readonly Tick[];
}

/** A label of the axis, or a pause. */
interface Tick {
  readonly x: number;
  /** Time since the first event, or the length of the pause, in milliseconds. */
  readonly ms: number;
  readonly isPause: boolean;
}

/** Returns the stretches of time in which something happened. */
export function stretchesOf(events: readonly TracedEvent[]): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let from = events[0] ? startOf(events[0]) : 0;
  let [to, earlierMs] = [from, 0];
  for (const event of events) {
    const start = startOf(event);
    if (start - to > PAUSE_MS) {
      stretches.push({ from, to, earlierMs });
      earlierMs += to - from;
      from = start;
    }
    to = Math.max(to, event.at);
  }
  return [...stretches, { from, to, earlierMs }];
}

/**
 * Creates a scale.
 *
 * @param viewport width that a person sees, in pixels.
 * @param pxPerMs zoom; `undefined` shows all events at once, if they are not divided by too many pauses.
 */
export function createTimeScale(
  stretches: readonly Stretch[],
  viewport: number,
  pxPerMs: number | undefined,
): TimeScale {
  const { to: end, from: lastFrom, earlierMs } = stretches.at(-1)!;
  const { from: start } = stretches[0]!;
  const totalMs = Math.max(earlierMs + end - lastFrom, 1);
  const fixedPx = MARGIN_PX + TAIL_PX + (stretches.length - 1) * PAUSE_PX;
  const all = Math.max(viewport - fixedPx, viewport / 2) / totalMs;
  const perMs = Math.min(Math.max(pxPerMs ?? all, all), MAX_PX / totalMs);
  const xIn = (index: number, at: number) => {
    const stretch = stretches[index]!;
    const ms = stretch.earlierMs + Math.min(at, stretch.to) - stretch.from;
    return MARGIN_PX + ms * perMs + index * PAUSE_PX;
  };
  const stepMs = STEPS_MS.find((step) => step * perMs >= TICK_PX) ?? TICK_PX / perMs;
  return {
    width: Math.max(viewport, totalMs * perMs + fixedPx),
    pxPerMs: perMs,
    stepMs,
    x: (at) => {
      const index = Math.max(0, firstIndex(stretches.length, (each) => stretches[each]!.from > at) - 1);
      return xIn(index, at);
    },
    ticks(from, to) {
      const ticks: Tick[] = [];
      const first = firstIndex(stretches.length, (each) => xIn(each, stretches[each]!.to) + PAUSE_PX > from);
      for (let index = first; index < stretches.length; index += 1) {
        const stretch = stretches[index]!;
        const x = xIn(index, stretch.from);
        if (x > to) break;
        ticks.push({ x, ms: stretch.from - start, isPause: false });
        const endX = xIn(index, stretch.to);
        const next = stretches[index + 1];
        const room = next ? endX - TICK_PX / 2 : Infinity;
        const seenMs = Math.max(0, (from - x) / perMs) + stretch.from - start;
        for (let ms = Math.ceil(seenMs / stepMs) * stepMs; ; ms += stepMs) {
          const tickX = x + (ms + start - stretch.from) * perMs;
          if (tickX > Math.min(to, endX, room)) break;
          if (tickX - x >= TICK_PX * 0.75) ticks.push({ x: tickX, ms, isPause: false });
        }
        if (next) ticks.push({ x: endX, ms: next.from - stretch.to, isPause: true });
      }
      return ticks;
    },
  };
}

/** Events of a lane and a tab that are shown as one, because they are less than a mark apart. */
export interface Mark {
  readonly events: readonly TracedEvent[];
  readonly x: number;
  /** Distance to the next mark of the lane and the tab, in pixels. */
  readonly room: number;
}

/** Returns the marks of the events of one lane and tab, by their position. */
export function marksOf(events: readonly TracedEvent[], scale: TimeScale): readonly Mark[] {
  const groups: { readonly x: number; readonly events: TracedEvent[] }[] = [];
  for (const each of events) {
    const x = scale.x(startOf(each));
    const last = groups.at(-1);
    if (last && x - last.x < MARK_PX) last.events.push(each);
    else groups.push({ x, events: [each] });
  }
  return groups.map((group, index) => ({ ...group, room: (groups[index + 1]?.x ?? scale.width) - group.x }));
}
