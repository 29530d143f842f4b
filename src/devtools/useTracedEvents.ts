'use client';

import { useContext, useMemo, useSyncExternalStore } from 'react';
import { DiscovrContext } from '../react/provider/context.js';
import { startTimer } from '../shared/time.js';
import { inOrder } from './lanes.js';
import { traceClient, type ClientTrace, type TracedEvent } from './traceClient.js';

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
export function useTracedEvents(
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
