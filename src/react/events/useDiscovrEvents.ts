'use client';

import { useDiscovrContext } from '../provider/context.js';
import type { DiscovrEvent } from './discovrEvent.js';
import { useEventListener } from './useEventListener.js';

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
