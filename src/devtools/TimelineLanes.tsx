'use client';

import { useMemo, useRef, type CSSProperties, type KeyboardEvent } from 'react';
import { useIsomorphicLayoutEffect } from '../react/hooks.js';
import { keyMoveOf } from '../ui/arrowKeys.js';
import {
  eventsByLane,
  firstIndex,
  indexIn,
  laneOf,
  nearestTo,
  startOf,
  toneOf,
  tookMs,
  type Lane,
  type LaneEvents,
  type Tone,
} from './lanes.js';
import { marksOf, type Mark } from './timeScale.js';
import type { TracedEvent } from './traceClient.js';
import type { TimeAxis } from './useTimeAxis.js';
import { clockTime, duration, labelOf, texts, tickTime } from './words.js';

/** Largest width of a mark with its text, and the least width that has room for text, in pixels. */
const [TEXT_PX, MIN_TEXT_PX] = [240, 44];

interface TimelineLanesProps {
  axis: TimeAxis;
  /** Events to show, in chronological order. */
  events: readonly TracedEvent[];
  lanes: readonly Lane[];
  /** Tabs with events, in the order of their numbers. */
  tabs: readonly string[];
  selected: TracedEvent | undefined;
  onSelect: (event: TracedEvent) => void;
}

/** Events of one lane and one tab. */
interface LaneRow {
  /** Number of the tab, from 1. */
  readonly tab: number;
  readonly marks: readonly Mark[];
}

/** Events of one lane. */
interface LaneContent {
  readonly lane: Lane;
  /** The events in chronological order. */
  readonly events: readonly TracedEvent[];
  /** The marks of each tab that has events in this lane; one row without marks if none has. */
  readonly rows: readonly LaneRow[];
}

/**
 * The events as a list with a group for each lane, below an axis. Renders only the marks near the visible part. Events
 * that are too close to each other share a mark; the arrow keys reach each of them.
 */
export function TimelineLanes({ axis, events, lanes, tabs, selected, onSelect }: TimelineLanesProps) {
  const { scale, from, to, isMeasured } = axis;
  const list = useRef<HTMLDivElement>(null);
  const mustFocus = useRef(false);
  const contents = useMemo(
    () =>
      (isMeasured ? lanes : []).map((lane): LaneContent => {
        const { events: ofLane, byTab } = eventsByLane(events).get(lane) ?? NO_EVENTS;
        const rows = tabs.flatMap((tab, index): LaneRow[] => {
          const ofTab = byTab.get(tab);
          return ofTab ? [{ tab: index + 1, marks: marksOf(ofTab, scale) }] : [];
        });
        return { lane, events: ofLane, rows: rows.length > 0 ? rows : [{ tab: 1, marks: [] }] };
      }),
    [events, lanes, tabs, scale, isMeasured],
  );
  const stop = selected ?? entryOf(events, axis);

  const focusSelected = () => {
    if (!mustFocus.current || !selected) return;
    mustFocus.current = false;
    axis.reveal(selected);
    list.current?.querySelector<HTMLElement>('[aria-selected="true"]')?.focus({ preventScroll: true });
  };
  useIsomorphicLayoutEffect(focusSelected);

  const moveTo = (event: TracedEvent | undefined) => {
    if (!event) return;
    mustFocus.current = true;
    onSelect(event);
  };
  const handleKey = (event: KeyboardEvent) => {
    const move = keyMoveOf(event);
    if (!move || !stop) return;
    event.preventDefault();
    const row = contents.findIndex(({ lane }) => lane === laneOf(stop.event));
    const line = contents[row]?.events ?? [];
    const index = indexIn(line, stop);
    if (move === 'first') moveTo(line[0]);
    else if (move === 'last') moveTo(line.at(-1));
    else if (move === 'next' || move === 'previous') moveTo(line[index + (move === 'next' ? 1 : -1)]);
    else {
      const step = move === 'down' ? 1 : -1;
      let next = row + step;
      while (contents[next]?.events.length === 0) next += step;
      moveTo(nearestTo(startOf(stop), contents[next]?.events ?? []));
    }
  };
  const handleZoomKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !/^[-+0]$/.test(event.key)) return handleKey(event);
    event.preventDefault();
    if (event.key === '0') axis.fit();
    else axis.zoom(event.key === '+' ? 2 : 1 / 2, stop);
  };

  return (
    <div ref={axis.scroller} className="discovr-Timeline-scroller" onScroll={axis.onScroll}>
      <div className="discovr-Timeline-canvas" style={lengths({ axis: scale.width })}>
        <div className="discovr-Timeline-axis" aria-hidden="true">
          <div ref={axis.corner} className="discovr-Timeline-name" />
          <div className="discovr-Timeline-row">
            {scale.ticks(from, to).map(({ x, ms, isPause }) => (
              <span
                key={`${x} ${isPause}`}
                className="discovr-Timeline-tick"
                data-pause={isPause ? '' : undefined}
                style={{ insetInlineStart: x }}
              >
                {isPause ? duration(ms) : tickTime(ms, scale.stepMs)}
              </span>
            ))}
          </div>
        </div>
        <div
          ref={list}
          role="listbox"
          aria-label={texts.list}
          aria-orientation="horizontal"
          className="discovr-Timeline-lanes"
          tabIndex={-1}
          onKeyDown={handleZoomKey}
          // Screen readers click an option without moving the focus to it.
          onClick={({ target }) => target instanceof Element && target.closest<HTMLElement>('[role="option"]')?.focus()}
        >
          {contents.map(({ lane, events: ofLane, rows }) => (
            <div
              key={lane}
              role="group"
              aria-label={texts.lanes[lane]}
              className="discovr-Timeline-lane"
              data-lane={lane}
            >
              <span className="discovr-Timeline-name" aria-hidden="true">
                {texts.lanes[lane]}
                {tabs.length > 1 && ofLane.length > 0 && (
                  <span className="discovr-Timeline-tabs">
                    {rows.map(({ tab }) => (
                      <span key={tab} className="discovr-Timeline-tab">
                        {tab}
                      </span>
                    ))}
                  </span>
                )}
              </span>
              <div role="presentation" className="discovr-Timeline-rows">
                {rows.map(({ tab, marks }) => (
                  <div key={tab} role="presentation" className="discovr-Timeline-row">
                    {rowOf(marks, axis, {
                      required: stop && laneOf(stop.event) === lane && stop.tab === tabs[tab - 1] ? stop : undefined,
                      isSelected: stop === selected,
                    }).map((mark) => (
                      <TimelineMark
                        key={mark.isSelected ? 'selected' : mark.events[0]!.id}
                        mark={mark}
                        pxPerMs={scale.pxPerMs}
                        position={indexIn(ofLane, mark.events[0]!) + 1}
                        setSize={ofLane.length}
                        tab={tabs.length > 1 ? tab : undefined}
                        isStop={mark.isSelected || (!selected && stop !== undefined && mark.events.includes(stop))}
                        onSelect={() => moveTo(mark.events[0])}
                      />
                    ))}
                  </div>
                ))}
              </div>
            </div>
          ))}
        </div>
      </div>
    </div>
  );
}

/** Returns the event that takes the focus first: the last one or, when it is far away, one in the visible part. */
function entryOf(events: readonly TracedEvent[], { from, to, scale }: TimeAxis): TracedEvent | undefined {
  const isBehind = (limit: number) => (index: number) => scale.x(startOf(events[index]!)) > limit;
  const last = firstIndex(events.length, isBehind(to));
  if (last === events.length) return events[last - 1];
  return events[Math.max(0, firstIndex(events.length, isBehind((from + to) / 2)) - 1)];
}

/** A mark that is rendered. */
interface ShownMark extends Mark {
  readonly isSelected: boolean;
}

/**
 * Returns the marks near the visible part, and one for an event that must be in the document, wherever it is: the
 * selected one, alone, or the one that takes the focus first.
 */
function rowOf(
  marks: readonly Mark[],
  { from, to, scale }: TimeAxis,
  { required, isSelected }: { readonly required: TracedEvent | undefined; readonly isSelected: boolean },
): readonly ShownMark[] {
  const begin = firstIndex(marks.length, (index) => marks[index]!.x >= from);
  const end = firstIndex(marks.length, (index) => marks[index]!.x > to);
  const shown = marks.slice(begin, end).map((mark) => ({ ...mark, isSelected: false }));
  if (!required || (!isSelected && shown.some(({ events }) => events.includes(required)))) return shown;
  const isAlone = ({ events }: Mark) => events.length === 1 && events[0] === required;
  const x = scale.x(startOf(required));
  const { room = scale.width - x } = shown.find(isAlone) ?? {};
  const own = { events: [required], x, room, isSelected };
  return [...shown.filter((mark) => !isAlone(mark)), own];
}

interface TimelineMarkProps {
  mark: ShownMark;
  pxPerMs: number;
  /** Position of the first event in its lane. */
  position: number;
  setSize: number;
  /** Number of the tab, if there are several. */
  tab: number | undefined;
  isStop: boolean;
  onSelect: () => void;
}

/** One event, or several that are too close to each other. */
function TimelineMark({ mark, pxPerMs, position, setSize, tab, isStop, onSelect }: TimelineMarkProps) {
  const { events, x, room, isSelected } = mark;
  const [first, last] = [events[0]!, events.at(-1)!];
  const isGroup = events.length > 1;
  const label = isGroup ? '' : labelOf(first.event);
  const name = isGroup
    ? texts.eventGroup(events.length, clockTime(startOf(first)), clockTime(startOf(last)))
    : `${label}, ${clockTime(startOf(first))}`;
  const width = Math.min(room - 2, TEXT_PX);
  const text = isGroup ? (events.length > 999 ? '…' : events.length) : width >= MIN_TEXT_PX ? label : undefined;
  return (
    <div
      role="option"
      aria-selected={isSelected}
      aria-label={tab === undefined ? name : `${name}, ${texts.tab(tab)}`}
      aria-posinset={position}
      aria-setsize={setSize}
      tabIndex={isStop ? 0 : -1}
      className="discovr-Timeline-mark"
      data-tone={toneOfAll(events)}
      data-group={isGroup ? '' : undefined}
      data-text={text === undefined ? undefined : ''}
      style={{
        ...lengths({ took: isGroup ? 0 : tookMs(first.event) * pxPerMs }),
        insetInlineStart: x,
        maxInlineSize: Math.max(width, 24),
      }}
      onFocus={isSelected ? undefined : onSelect}
    >
      {text}
    </div>
  );
}

/** Returns the gravest tone of several events. */
function toneOfAll(events: readonly TracedEvent[]): Tone {
  let gravest: Tone;
  for (const { event } of events) {
    const tone = toneOf(event);
    if (tone === 'failure') return tone;
    gravest ??= tone;
  }
  return gravest;
}

const NO_EVENTS: LaneEvents = { events: [], byTab: new Map() };

/** Passes lengths to the stylesheet, as `--d-…`. */
function lengths(pixels: Readonly<Record<string, number>>): CSSProperties {
  // React's type of styles has no custom properties.
  return Object.fromEntries(Object.entries(pixels).map(([name, px]) => [`--d-${name}`, `${px}px`])) as CSSProperties;
}
