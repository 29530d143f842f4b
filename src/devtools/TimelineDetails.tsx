import { laneOf, startOf } from './lanes.js';
import type { TracedEvent } from './traceClient.js';
import { clockTime, duration, explain, stateText, texts } from './words.js';

interface TimelineDetailsProps {
  /** All events, in chronological order. */
  events: readonly TracedEvent[];
  selected: TracedEvent | undefined;
  tabName: (tab: string) => string;
}

/** The selected event in words, and what the person saw at that time. */
export function TimelineDetails({ events, selected, tabName }: TimelineDetailsProps) {
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
