'use client';

import {
  forwardRef,
  useContext,
  useDeferredValue,
  useId,
  useMemo,
  useState,
  type ComponentPropsWithoutRef,
  useSyncExternalStore,
} from 'react';
import type { Har } from '../har/har.js';
import { DiscovrContext, type ColorScheme } from '../react/provider/context.js';
import { Announcement } from '../ui/Announcement.js';
import { Icon, pauseIcon, playIcon } from '../ui/Icon.js';
import { joinClasses } from '../ui/classNames.js';
import { OptionSearch } from '../ui/options/OptionSearch.js';
import { eventsByLane, inOrder, laneOf, lanes, startOf, type Lane } from './lanes.js';
import { BarButton, HarExport } from './TimelineBar.js';
import { TimelineLanes } from './TimelineLanes.js';
import { type ClientTrace, type TracedEvent, traceClient } from './traceClient.js';
import { useTimeAxis } from './useTimeAxis.js';
import { asText, labelOf, texts, clockTime, duration, explain, stateText } from './words.js';
import { startTimer } from '../shared/time.js';

/** Props of {@link DiscovrTimeline}, including those of a `<section>`. */
export interface DiscovrTimelineProps extends Omit<ComponentPropsWithoutRef<'section'>, 'children'> {
  /**
   * Trace to show. Create it together with the client, so that it has the events from before the timeline opens.
   * @default a trace of the provider's client and cache while the timeline is mounted
   */
  trace?: ClientTrace | undefined;
  /** Returns a recording of `recordHar()`. If given, a button downloads the recording. */
  har?: (() => Har | Promise<Har>) | undefined;
  /**
   * Color scheme of the timeline.
   * @default that of the provider
   */
  colorScheme?: ColorScheme | undefined;
}

/**
 * Shows what a client did and why, over time and in lanes: sign-in, session, calls, pages, tabs and reading.
 * For development. Renders a `<section>`. Needs `discovr-react/styles.css` and `discovr-react/devtools.css`.
 *
 * @throws {Error} when there is neither a `trace` nor a `<DiscovrProvider>` above.
 * @example
 * const trace = traceClient(client);
 * <DiscovrTimeline trace={trace} />
 */
export const DiscovrTimeline = forwardRef<HTMLElement, DiscovrTimelineProps>(function DiscovrTimeline(props, ref) {
  const { trace, har, colorScheme, className, ...rest } = props;
  const provided = useContext(DiscovrContext);
  const scheme = colorScheme ?? provided?.colorScheme ?? 'system';
  const [paused, setPaused] = useState<readonly TracedEvent[]>();
  const { events: all, tabs, clear } = useTracedEvents(trace, paused);
  const [hidden, setHidden] = useState<ReadonlySet<Lane>>(new Set());
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState<TracedEvent>();
  const [message, setMessage] = useState({ id: 0, text: '' });
  const [copied, setCopied] = useState('');
  const listId = useId();
  const axis = useTimeAxis(all);

  const sought = useDeferredValue(query.trim().toLowerCase());
  const events = useMemo(
    () =>
      hidden.size === 0 && sought === ''
        ? all
        : all.filter(({ event }) => !hidden.has(laneOf(event)) && labelOf(event).toLowerCase().includes(sought)),
    [all, hidden, sought],
  );
  const shownLanes = useMemo(() => lanes.filter((lane) => !hidden.has(lane)), [hidden]);
  const selected = useMemo(() => (chosen && events.includes(chosen) ? chosen : undefined), [chosen, events]);
  const tabName = (tab: string) => texts.tab(tabs.indexOf(tab) + 1);
  const announce = useMemo(() => (text: string) => setMessage(({ id }) => ({ id: id + 1, text })), []);

  const toggle = (lane: Lane) => {
    const next = new Set(hidden);
    if (!next.delete(lane)) next.add(lane);
    setHidden(next);
  };
  const select = (event: TracedEvent) => {
    setChosen(event);
    setCopied('');
  };
  const handleClear = () => {
    clear();
    setPaused(paused && []);
    axis.fit();
  };
  const copy = () =>
    copyText(asText(events, tabName)).then(
      () => setCopied(texts.copied(events.length)),
      () => setCopied(texts.copyFailed),
    );

  return (
    <section
      lang="en"
      aria-label={texts.title}
      {...rest}
      ref={ref}
      className={joinClasses('discovr-Root', 'discovr-Timeline', className)}
      data-discovr-scheme={scheme === 'system' ? undefined : scheme}
    >
      <div className="discovr-Timeline-bar">
        <BarButton isPressed={paused !== undefined} onClick={() => setPaused(paused ? undefined : all)}>
          <Icon path={paused ? playIcon : pauseIcon} />
          {texts.pause}
        </BarButton>
        <BarButton onClick={handleClear}>{texts.clear}</BarButton>
        <span className="discovr-Timeline-zoom">
          <BarButton label={texts.zoomOut} onClick={() => axis.zoom(1 / 2, selected)}>
            −
          </BarButton>
          <BarButton label={texts.zoomIn} onClick={() => axis.zoom(2, selected)}>
            +
          </BarButton>
          <BarButton onClick={axis.fit}>{texts.fit}</BarButton>
        </span>
        <OptionSearch
          label={texts.search}
          query={query}
          onQueryChange={setQuery}
          controls={listId}
          found={sought && texts.count(events.length, all.length)}
          announce={announce}
        />
        <BarButton onClick={() => void copy()}>{texts.copy}</BarButton>
        {har && <HarExport har={har} />}
        <p className="discovr-Timeline-count">
          {texts.count(events.length, all.length)}
          {paused && `, ${texts.paused}`}
        </p>
      </div>
      <div className="discovr-Timeline-filter" role="group" aria-label={texts.shownLanes}>
        {lanes.map((lane) => (
          <BarButton key={lane} lane={lane} isPressed={!hidden.has(lane)} onClick={() => toggle(lane)}>
            {texts.lanes[lane]}{' '}
            <span className="discovr-Timeline-number">{eventsByLane(all).get(lane)?.events.length ?? 0}</span>
          </BarButton>
        ))}
      </div>
      <div id={listId}>
        <TimelineLanes
          axis={axis}
          events={events}
          lanes={shownLanes}
          tabs={tabs}
          selected={selected}
          onSelect={select}
        />
      </div>
      {events.length > 0 ? (
        <TimelineDetails events={all} selected={selected} tabName={tabName} />
      ) : (
        <p className="discovr-Timeline-hint">{all.length > 0 ? texts.noMatch : texts.nothing}</p>
      )}
      <p role="status" className="discovr-Timeline-said">
        {copied}
      </p>
      <Announcement value={message} />
    </section>
  );
});

/** Rejects where the browser has no clipboard, such as over HTTP, or does not allow it. */
async function copyText(text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
}

interface TimelineDetailsProps {
  /** All events, in chronological order. */
  events: readonly TracedEvent[];
  selected: TracedEvent | undefined;
  tabName: (tab: string) => string;
}

/** The selected event in words, and what the person saw at that time. */
function TimelineDetails({ events, selected, tabName }: TimelineDetailsProps) {
  const index = selected ? events.indexOf(selected) : -1;
  if (!selected || index < 0) return <p className="discovr-Timeline-hint">{texts.hint}</p>;
  const { state, loading } = seenAt(events, index);
  const facts = [
    [
      texts.when,
      `${clockTime(startOf(selected))}, ${duration(startOf(selected) - startOf(events[0]!))} after the first event`,
    ],
    [texts.where, `${texts.lanes[laneOf(selected.event)]}, ${tabName(selected.tab)}`],
    [texts.seen, `${stateText(state)}; ${loading ? texts.loading(loading) : texts.noQueries}`],
  ] as const;
  return (
    <section className="discovr-Timeline-details" aria-label={texts.selected}>
      <p className="discovr-Timeline-words">{explain(events, index, tabName)}</p>
      <dl className="discovr-Timeline-facts">
        {facts.map(([name, text]) => (
          <div key={name} className="discovr-Timeline-fact">
            <dt className="discovr-Timeline-fact-name">{name}</dt>
            <dd className="discovr-Timeline-fact-text">{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/**
 * Returns the session state of a tab, and the names of the queries that load there, at the time of an event. If no
 * query was traced until then, what loads is unknown: the trace may lack the cache.
 */
function seenAt(events: readonly TracedEvent[], index: number) {
  const { tab } = events[index]!;
  const pending = new Map<string, number>();
  let state;
  for (const { event, tab: other } of events.slice(0, index + 1)) {
    if (other !== tab) continue;
    if (event.type === 'session') state = event.state;
    if (event.type !== 'query') continue;
    const count = (pending.get(event.name) ?? 0) + (event.step === 'fetching' ? 1 : -1);
    pending.set(event.name, Math.max(0, count));
  }
  const loading = [...pending]
    .filter(([, count]) => count > 0)
    .map(([name, count]) => (count > 1 ? `${count} × ${name}` : name));
  return { state, loading: pending.size > 0 ? loading : undefined };
}

/** Least time between two updates of the timeline, in milliseconds. */
const UPDATE_MS = 100;

const NONE: readonly TracedEvent[] = [];

/** Return value of {@link useTracedEvents}. */
interface UseTracedEventsResult {
  /** Events in the order in which they began. */
  readonly events: readonly TracedEvent[];
  /** This tab, and others with events. */
  readonly tabs: readonly string[];
  /** Removes all events. */
  clear(): void;
}

/**
 * Returns the events of the given trace or, without one, of the provider's client and cache while the component is
 * mounted. Follows them several times a second.
 *
 * @param paused events to return instead.
 * @throws {Error} when there is neither a trace nor a `<DiscovrProvider>` above.
 */
function useTracedEvents(
  given: ClientTrace | undefined,
  paused: readonly TracedEvent[] | undefined,
): UseTracedEventsResult {
  const { client, queryClient } = useContext(DiscovrContext) ?? {};
  const store = useMemo(() => {
    if (given) return storeOf(() => given);
    if (client) return storeOf(() => traceClient(client, { queryClient }), true);
    throw new Error(
      'discovr-react: <DiscovrTimeline> has no client. Call traceClient(client) outside components and pass the result ' +
        'as `trace`, or render it inside <DiscovrProvider>.',
    );
  }, [given, client, queryClient]);
  const arrived = useSyncExternalStore(store.subscribe, store.events, () => NONE);
  const latest = useMemo(() => inOrder(arrived), [arrived]);
  const events = paused ?? latest;
  const tabs = useMemo(() => {
    const names = new Set([store.tab()]);
    for (const { tab } of events) names.add(tab);
    return [...names];
  }, [store, events]);
  return { events, tabs, clear: store.clear };
}

/** Wraps a trace as a store for React. `start` runs when the first component subscribes. */
function storeOf(start: () => ClientTrace, isOwn = false) {
  let trace = isOwn ? undefined : start();
  return {
    subscribe(notify: () => void) {
      const current = (trace = start());
      let stopTimer: (() => void) | undefined;
      const stopListening = current.onChanged(() => {
        stopTimer ??= startTimer(() => {
          stopTimer = undefined;
          notify();
        }, UPDATE_MS);
      });
      return () => {
        stopListening();
        stopTimer?.();
        if (isOwn) current.stop();
      };
    },
    events: () => trace?.events() ?? NONE,
    tab: () => trace?.tab ?? '',
    clear: () => trace?.clear(),
  };
}
