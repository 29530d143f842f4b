'use client';

import { useCallback, useEffect } from 'react';
import type { DiscovrClientLike } from '../../client/clientLike.js';
import { useLatestMethods } from '../hooks.js';
import { useDiscovrContext } from '../provider/context.js';
import { eventsOf, type DiscovrEvent, type DiscovrEventDetails } from './events.js';

/**
 * Calls the listener with what the user sees and does while the component is mounted: pages and items on screen, clicks,
 * applied filters, likes, playback. Pages observe what is visible only while a listener exists. The library itself sends
 * nothing: pass the events to your analytics.
 *
 * @param onEvent called with each event. The latest function is called; pass `undefined` to stop listening.
 * @throws {Error} when called outside a `<DiscovrProvider>`.
 * @example
 * useDiscovrEvents(hasConsent ? (event) => analytics.track(event.type, event) : undefined);
 */
export function useDiscovrEvents(onEvent: ((event: DiscovrEvent) => void) | undefined): void {
  useEventListener(useDiscovrContext('useDiscovrEvents()').client, onEvent);
}

/** Calls the listener, if there is one, with each event of a client while mounted. */
export function useEventListener(
  client: DiscovrClientLike,
  onEvent: ((event: DiscovrEvent) => void) | undefined,
): void {
  const { notify } = useLatestMethods({ notify: (event: DiscovrEvent) => onEvent?.(event) });
  const isListening = onEvent !== undefined;
  useEffect(() => (isListening ? eventsOf(client).add(notify) : undefined), [client, isListening, notify]);
}

/**
 * Returns a function that reports an event to the listeners of the app, as the drop-ins do, for views of the app's own:
 * an item on screen, or one that the user opens. The function is the same on every render.
 *
 * @throws {Error} when called outside a `<DiscovrProvider>`.
 * @example
 * const report = useReportEvent();
 * report({ type: 'itemClick', ...place, item, itemIndex });
 */
export function useReportEvent(): (event: DiscovrEventDetails) => void {
  const { client } = useDiscovrContext('useReportEvent()');
  return useCallback((event) => eventsOf(client).emit(event), [client]);
}
