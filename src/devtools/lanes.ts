import { perObject } from '../messages/perObject.js';
import type { TimelineEvent } from './observe.js';
import type { TracedEvent } from './traceClient.js';

/** Lanes of the timeline, from top to bottom. */
export const lanes = [
  'signIn',
  'session',
  'identityCalls',
  'sessionCalls',
  'publicCalls',
  'pages',
  'tabs',
  'reading',
] as const;

/** Subject of an event. Calls have a lane for each tier. */
export type Lane = (typeof lanes)[number];

const CALLS = { identity: 'identityCalls', session: 'sessionCalls', public: 'publicCalls' } as const;

/** Returns the lane of an event. */
export function laneOf(event: TimelineEvent): Lane {
  switch (event.type) {
    case 'signIn':
      return 'signIn';
    case 'session':
    case 'token':
    case 'mint':
      return 'session';
    case 'request':
      return CALLS[event.tier];
    case 'query':
    case 'mutation':
    case 'change':
    case 'page':
      return 'pages';
    case 'channel':
      return 'tabs';
    case 'reading':
      return 'reading';
  }
}

/** Events of a lane, all and by tab. */
export interface LaneEvents {
  readonly events: readonly TracedEvent[];
  readonly byTab: ReadonlyMap<string, readonly TracedEvent[]>;
}

/** Returns the events of each lane, in the same order. */
export const eventsByLane = perObject((all: readonly TracedEvent[]): ReadonlyMap<Lane, LaneEvents> => {
  const groups = new Map<Lane, { events: TracedEvent[]; byTab: Map<string, TracedEvent[]> }>();
  for (const each of all) {
    const lane = laneOf(each.event);
    let group = groups.get(lane);
    if (!group) groups.set(lane, (group = { events: [], byTab: new Map() }));
    group.events.push(each);
    const ofTab = group.byTab.get(each.tab);
    if (ofTab) ofTab.push(each);
    else group.byTab.set(each.tab, [each]);
  }
  return groups;
});

/** Whether an event is a failure, or the recovery from one. */
export type Tone = 'failure' | 'recovery' | undefined;

/** Outcomes that are not failures: those of calls, and the states of a sign-in by code. */
const FINE = /^(?:ok|aborted|idle|starting|waiting|pending|approved)$/;

/** Returns the tone of an event. */
export function toneOf(event: TimelineEvent): Tone {
  switch (event.type) {
    case 'request':
      return FINE.test(event.outcome) ? undefined : event.waitMs === undefined ? 'failure' : 'recovery';
    case 'signIn':
      return FINE.test(event.outcome ?? 'ok') ? undefined : 'failure';
    case 'mint':
      return event.step === 'ended' && !FINE.test(event.outcome) ? 'failure' : undefined;
    case 'token':
      return event.step === 'refused' ? 'recovery' : undefined;
    case 'session':
      return event.state.status === 'signedOut' && event.state.reason === 'refused' ? 'failure' : undefined;
    case 'query':
    case 'mutation':
      return event.step === 'error' && event.outcome !== 'aborted' ? 'failure' : undefined;
    case 'change':
      return event.step === 'rolledBack' ? 'failure' : undefined;
    case 'page':
    case 'reading':
      return 'recovery';
    case 'channel':
      return undefined;
  }
}

/** Returns how long an event took, in milliseconds. Requests are reported when they end. */
export const tookMs = (event: TimelineEvent): number => (event.type === 'request' ? event.tookMs : 0);

/** Returns when an event began, in Unix milliseconds. */
export const startOf = ({ at, event }: TracedEvent): number => at - tookMs(event);

const byStart = (a: TracedEvent, b: TracedEvent) => startOf(a) - startOf(b) || a.id - b.id;

/** Returns the events in the order in which they began. */
export const inOrder = (events: readonly TracedEvent[]): readonly TracedEvent[] => [...events].sort(byStart);

/** Returns the index of an event among others that are in the order in which they began. */
export const indexIn = (events: readonly TracedEvent[], event: TracedEvent): number =>
  firstIndex(events.length, (index) => byStart(events[index]!, event) >= 0);

/** Returns the first index below `count` for which a condition holds; it must hold for all that follow. */
export function firstIndex(count: number, holds: (index: number) => boolean): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Returns the event that began nearest to a time. */
export function nearestTo(at: number, events: readonly TracedEvent[]): TracedEvent | undefined {
  const index = firstIndex(events.length, (each) => startOf(events[each]!) >= at);
  const [before, after] = [events[index - 1], events[index]];
  return before && (!after || at - startOf(before) < startOf(after) - at) ? before : after;
}
