'use client';

import {
  forwardRef,
  useContext,
  useDeferredValue,
  useId,
  useMemo,
  useState,
  type ComponentPropsWithoutRef,
} from 'react';
import type { Har } from '../har/har.js';
import { DiscovrContext, type ColorScheme } from '../react/provider/context.js';
import { Announcement } from '../ui/Announcement.js';
import { Icon, pauseIcon, playIcon } from '../ui/Icon.js';
import { joinClasses } from '../ui/classNames.js';
import { OptionSearch } from '../ui/options/OptionSearch.js';
import { eventsByLane, laneOf, lanes, type Lane } from './lanes.js';
import { BarButton, HarExport } from './TimelineBar.js';
import { TimelineDetails } from './TimelineDetails.js';
import { TimelineLanes } from './TimelineLanes.js';
import type { ClientTrace, TracedEvent } from './traceClient.js';
import { useTimeAxis } from './useTimeAxis.js';
import { useTracedEvents } from './useTracedEvents.js';
import { asText, labelOf, texts } from './words.js';

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
